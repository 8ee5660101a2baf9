import { describe, expect, it } from 'vitest';
import { formatNumber, formatPercent, isSingular } from '../../../lib/domain/number-text.ts';

const NBSP = '\u00a0';

describe('U7 a number is written as its reader writes it', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [4900, `4${NBSP}900`, '4,900'],
    [1_234_567, `1${NBSP}234${NBSP}567`, '1,234,567'],
    [1.5, '1,5', '1.5'],
    [-1234, `-1${NBSP}234`, '-1,234'],
  ])('%d', (value, french, english) => {
    expect([formatNumber(value, 'fr'), formatNumber(value, 'en')]).toEqual([french, english]);
  });

  it('U7 a whole number is written, and chooses its word, as by the formatters of Intl', () => {
    const numbers = [
      ...Array(1_200).keys(), -0, -1, -2, -999, -1000, 9_999, 10_000, 123_456, 999_999, 1_000_000, 2_000_000, 1e9,
      Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e16, NaN, Infinity,
    ];
    for (const [language, locale] of [['fr', 'fr-CA'], ['en', 'en-CA']] as const) {
      const [written, rules] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)];
      expect(numbers.map((value) => formatNumber(value, language))).toEqual(numbers.map((value) => written.format(value)));
      expect(numbers.map((value) => isSingular(value, language))).toEqual(numbers.map((value) => rules.select(value) === 'one'));
    }
  });

  it.each([
    [0, `0${NBSP}%`, '0%'],
    [28, `28${NBSP}%`, '28%'],
    [100, `100${NBSP}%`, '100%'],
    [1235, `1${NBSP}235${NBSP}%`, '1,235%'],
  ])('%d per cent', (percent, french, english) => {
    expect([formatPercent(percent, 'fr'), formatPercent(percent, 'en')]).toEqual([french, english]);
  });

  it.each([
    [0, true, false],
    [1, true, true],
    [1.5, true, false],
    [2, false, false],
    [1_000_000, false, false],
  ])('%d chooses the form of its word', (count, isFrenchSingular, isEnglishSingular) => {
    expect([isSingular(count, 'fr'), isSingular(count, 'en')]).toEqual([isFrenchSingular, isEnglishSingular]);
  });
});
