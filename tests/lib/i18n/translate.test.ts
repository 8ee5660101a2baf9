import { describe, expect, it } from 'vitest';
import { chooseLanguage, createTranslate, localeOf } from '../../../lib/i18n/translate.ts';

const dictionaries = {
  fr: { hello: 'Bonjour {name}', requests: { one: '{count} demande', other: '{count} demandes' }, plain: 'Fermer', read: 'Lu {when}. {todo}' },
  en: { hello: 'Hello {name}', requests: { one: '{count} request', other: '{count} requests' }, plain: 'Close', read: 'Read {when}. {todo}' },
};
const french = createTranslate(dictionaries, 'fr');
const english = createTranslate(dictionaries, 'en');
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/gu, '_');

describe('texts', () => {
  it('U7 chooses the plural as each language does: in French 0 and 1.5 are one', () => {
    expect([0, 1, 1.5, 2].map((count) => french('requests', { count }))).toEqual(['0 demande', '1 demande', '1,5 demande', '2 demandes']);
    expect([0, 1, 2].map((count) => english('requests', { count }))).toEqual(['0 requests', '1 request', '2 requests']);
  });

  it('U7 writes numbers with the fixed space of French and the comma of English', () => {
    expect(spaces(french('requests', { count: 5000 }))).toBe('5_000 demandes');
    expect(english('requests', { count: 5000 })).toBe('5,000 requests');
  });

  it('puts values in as they are, and leaves a missing one visible', () => {
    expect(french('hello', { name: '$& {name} <b>' })).toBe('Bonjour $& {name} <b>');
    expect(french('hello')).toBe('Bonjour {name}');
    expect(english('plain')).toBe('Close');
  });

  it('U7 ends a sentence with one period, also after « a.m. »', () => {
    expect(english('read', { when: 'at 10:00 a.m.', todo: 'Refresh' })).toBe('Read at 10:00 a.m. Refresh');
    expect(french('read', { when: 'à 10 h 00', todo: 'Actualisez' })).toBe('Lu à 10 h 00. Actualisez');
    expect(english('read')).toBe('Read {when}. {todo}');
  });

  it('fails loudly on a key that does not exist', () => {
    expect(() => (french as (key: string) => string)('nothing')).toThrow('Missing text: nothing');
  });

  it.each([
    ['auto', 'fr-CA', 'fr'], ['auto', 'en-US', 'en'], ['auto', 'EN', 'en'], ['auto', 'de', 'fr'], ['auto', 'enm', 'fr'], ['auto', '', 'fr'], ['fr', 'en', 'fr'], ['en', 'fr', 'en'],
  ] as const)('setting %s in a browser that speaks « %s »: %s', (preferred, browserLanguage, language) => {
    expect(chooseLanguage(preferred, browserLanguage)).toBe(language);
  });

  it('U7 names the languages of Canada', () => {
    expect([localeOf('fr'), localeOf('en')]).toEqual(['fr-CA', 'en-CA']);
  });
});
