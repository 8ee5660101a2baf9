/** Dividing a whole number among people so that the parts add up: largest remainder, exact. */

/** Weights that are not whole are kept to six decimals, so that the division is one of whole numbers. */
const PRECISION = 1_000_000;

/**
 * @param total a whole number, 0 or more
 * @param weights one for each part; 0 takes no part
 * @returns whole parts in the same order, each within one of its exact share, that add up to `total`; all 0 when every
 * weight is. What the division leaves goes to the largest remainders, the first in the list among equals
 */
export function divide(total: number, weights: readonly number[]): number[] {
  const whole = BigInt(total);
  const scale = weights.every(Number.isInteger) ? 1 : PRECISION;
  const exact = weights.map((weight) => BigInt(Math.round(weight * scale)));
  const sum = exact.reduce((one, other) => one + other, 0n);
  if (sum === 0n) return weights.map(() => 0);
  const parts = exact.map((weight) => (whole * weight) / sum);
  const remainders = exact.map((weight, index) => ({ index, rest: (whole * weight) % sum }));
  const left = Number(whole - parts.reduce((one, other) => one + other, 0n));
  remainders.sort((one, other) => (one.rest === other.rest ? one.index - other.index : one.rest > other.rest ? -1 : 1));
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map(Number);
}
