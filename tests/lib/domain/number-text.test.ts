import { describe, expect, it } from 'vitest';
import { formatNumber, formatPercent, isSingular, locales, type Language } from '../../../lib/domain/number-text.ts';
import { randomFrom } from '../../bench/random.ts';

const languages: readonly Language[] = ['fr', 'en'];
const numbers = [0, -0, 1, 9, 10, 99, 100, 999, 1000, 4900, 9999, 10_000, 123_456, 1_000_000, 1_234_567_890, Number.MAX_SAFE_INTEGER, 1e21, 0.5, 1.5, 1234.5678, -1, -1234, -0.4];
const ratios = [0, 0.004, 0.005, 0.015, 0.28, 0.285, 0.285714, 0.575, 0.995, 1, 1.005, 1.25, 12.3456, 100, -0.285, Number.NaN, Number.POSITIVE_INFINITY];

describe('U7 a number is written as Intl writes it', () => {
  for (const language of languages) {
    const random = randomFrom(5);
    it(`${language}: whole and in parts`, () => {
      const plain = new Intl.NumberFormat(locales[language]);
      for (const value of [...numbers, ...Array.from({ length: 2000 }, () => Math.floor(random() * 10 ** Math.ceil(random() * 15)))]) expect(formatNumber(value, language)).toBe(plain.format(value));
    });

    it(`${language}: a share`, () => {
      const percent = new Intl.NumberFormat(locales[language], { style: 'percent' });
      const made = Array.from({ length: 5000 }, (_, index) => index / 1000);
      for (const ratio of [...ratios, ...made, ...Array.from({ length: 5000 }, () => random() * 12), ...made.map((ratio) => ratio / 7)]) expect(`${ratio}: ${formatPercent(ratio, language)}`).toBe(`${ratio}: ${percent.format(ratio)}`);
    });

    it(`${language}: and chooses the form of its word`, () => {
      const rules = new Intl.PluralRules(locales[language]);
      for (const count of [...numbers.filter((one) => one < 1e15), 2, 1.99, 1.01, Number.NaN]) expect(`${count}: ${isSingular(count, language)}`).toBe(`${count}: ${rules.select(count) === 'one'}`);
    });
  }
});
