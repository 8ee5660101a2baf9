import { describe, expect, it } from 'vitest';
import { hasLetter, hasWord, wordsOf } from '../../../lib/domain/letters.ts';

describe('letters', () => {
  it.each(['a', 'É', 'œ', 'ß', 'Ж', 'λ', 'א', 'ع', 'ᐃ', '中', 'か', '한', '𝐁'])('finds one in « %s »', (text) => {
    expect(hasLetter(text)).toBe(true);
  });

  it.each(['', ' ', '·', '–', '✔', '✕', '«»', '→', '×', '÷', '…', '\ue001', '📅', '24', '08:00', '★'])('finds none in « %s »', (text) => {
    expect(hasLetter(text)).toBe(false);
  });

  it('takes every letter of the scripts of Europe and of the North for what the browser takes it', () => {
    const wrong: string[] = [];
    // From a space to the last of Latin, Greek and Cyrillic, then the syllabics; signs that hang on a letter belong to its word.
    for (const [from, to] of [[0x20, 0x52f], [0x1401, 0x166c]] as const) {
      for (let code = from; code <= to; code += 1) {
        const sign = String.fromCodePoint(code);
        if (/[\p{L}]/u.test(sign) && !hasLetter(sign)) wrong.push(sign);
        if (code < 0x2c2 && !/[\p{L}]/u.test(sign) && hasLetter(sign)) wrong.push(sign);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('tells the words of a text apart, and holds a digit for one that says something', () => {
    expect(wordsOf("Journée d'étude : 2 patients")).toEqual(['Journée', 'd', 'étude', 'patients']);
    expect([hasWord('24'), hasWord(' · ')]).toEqual([true, false]);
  });
});
