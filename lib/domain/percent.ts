/**
 * The whole per cents that people read, each thing by one rule wherever it stands: form, popup, table of use, report, advice.
 * Parts that add up to 100 % are neither: tenths of a per cent, by {@link ./shares.ts}.
 * Amounts are 0 or more, in one unit; the answer is exact for whole numbers below 9e13. Null where there is no whole.
 */

/**
 * What is used, or would be, of a share: rounded down. A card's policy begins at 80 % and beyond 100 % (issue E, 3): to the
 * nearest, 79.6 % would read as a step that is not reached, and half an hour short of a share as all of it.
 */
export const percentOfShare = (used: number, share: number): number | null => (share > 0 ? Math.floor((used * 100) / share) : null);

/** How many came of how many were expected: to the nearest, since nothing begins at a figure. 310 of 1 200 are 26 % (F08). */
export const percentOfEstimate = (actual: number, estimated: number): number | null => (estimated > 0 ? Math.round((actual * 100) / estimated) : null);
