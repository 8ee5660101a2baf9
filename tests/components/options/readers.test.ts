import { describe, expect, it } from 'vitest';
import {
  optional, readAddress, readDate, readDecimal, readEmail, readLine, readLines, readOrigin, readParagraph, readPath, readWhole, unique,
  type Answer,
} from '../../../components/options/readers.ts';

const codeOf = (answer: Answer<unknown>): string => (answer.ok ? `ok ${JSON.stringify(answer.value)}` : answer.problem.code);

describe('a line of text', () => {
  it.each([
    ['  Salle   A ', 'ok "Salle A"'],
    ['', 'empty'],
    [' \t ', 'empty'],
    ['é'.repeat(10), `ok "${'é'.repeat(10)}"`],
    ['é'.repeat(11), 'tooLong'],
    ['a\u0007b', 'controlCharacter'],
  ])('reads %j', (text, expected) => expect(codeOf(readLine(10)(text))).toBe(expected));

  it('counts an emoji as one character, as people do', () => {
    expect(codeOf(readLine(1)('😀'))).toBe('ok "😀"');
  });

  it('says how long it is and how long it may be', () => {
    expect(readLine(3)('quatre')).toEqual({ ok: false, problem: { code: 'tooLong', values: { count: 6, maximum: 3 } } });
  });

  it('may be left empty when it is optional', () => {
    expect(codeOf(optional(readLine(10))('  '))).toBe('ok null');
  });

  it('is refused when another one has it', () => {
    expect(codeOf(unique(readLine(10), (text) => text === 'IRIS')('IRIS'))).toBe('duplicate');
  });
});

describe('several lines', () => {
  it('S0-44 reads one name a line, without empty lines or repeats', () => {
    expect(codeOf(readLines(5, 50)('Web5000\n\n  ZOOM Web5000 \r\nWeb5000\n'))).toBe('ok ["Web5000","ZOOM Web5000"]');
    expect(codeOf(readLines(5, 50)(''))).toBe('ok []');
  });

  it('names the line that is too long, and counts lines', () => {
    expect(readLines(5, 3)('un\nquatre')).toEqual({ ok: false, problem: { code: 'lineTooLong', values: { line: 2, maximum: 3 } } });
    expect(codeOf(readLines(2, 5)('a\nb\nc'))).toBe('tooManyLines');
  });
});

it('a paragraph keeps its line ends and its bound', () => {
  expect(codeOf(readParagraph(5)('a\nb'))).toBe('ok "a\\nb"');
  expect(codeOf(readParagraph(3)('abcd'))).toBe('tooLong');
});

describe('a whole number', () => {
  it.each([
    ['5 000', 'ok 5000'], ['5\u00a0000', 'ok 5000'], ['5\u202f000', 'ok 5000'], ['1', 'ok 1'], ['100000', 'ok 100000'],
    ['100001', 'tooLarge'], ['0', 'tooSmall'], ['-3', 'tooSmall'], ['', 'empty'], ['mille', 'number'], ['1e3', 'number'], ['1.5', 'number'], ['5,000', 'number'],
  ])('S0-16 reads %j as %s', (text, expected) => expect(codeOf(readWhole(1, 100_000)(text))).toBe(expected));
});

describe('a number with decimals', () => {
  it.each([
    ['1,5', 'ok 1.5'], ['1.25', 'ok 1.25'], ['0', 'ok 0'], ['1 000', 'ok 1000'], ['1,234', 'decimal'], ['trois', 'decimal'], ['1001', 'tooLarge'], ['-1', 'tooSmall'], ['', 'empty'],
  ])('reads %j as %s', (text, expected) => expect(codeOf(readDecimal(0, 1000)(text))).toBe(expected));
});

describe('an e-mail address', () => {
  it.each([
    [' julie@exemple.ca ', 'ok "julie@exemple.ca"'], ['julie', 'emailAt'], ['a@b.ca, c@d.ca', 'emailSeveral'], ['a@b.ca;c@d.ca', 'emailSeveral'],
    ['julie@exemple', 'email'], ['julie@exemple.ca\u0000', 'email'], ['', 'empty'],
  ])('reads %j as %s', (text, expected) => expect(codeOf(readEmail(text))).toBe(expected));
});

describe('an address', () => {
  it.each([
    ['https://www.irisreservation.ca/mgr/liste?x=1', 'ok "https://www.irisreservation.ca"'], ['www.irisreservation.ca', 'ok "https://www.irisreservation.ca"'],
    ['https://portail.exemple.ca:8443/', 'ok "https://portail.exemple.ca:8443"'], ['http://127.0.0.1:3000', 'ok "http://127.0.0.1:3000"'],
    ['http://portail.exemple.ca', 'addressHttp'], ['https://x:y@exemple.ca', 'addressCredentials'], ['portail', 'addressIncomplete'],
    ['javascript:alert(1)', 'address'], ['ftp://exemple.ca', 'address'], ['https://', 'address'], ['', 'empty'],
  ])('of a site: reads %j as %s', (text, expected) => expect(codeOf(readOrigin(text))).toBe(expected));

  it.each([
    ['https://cct.exemple.ca/passerelle', 'ok "https://cct.exemple.ca/passerelle"'], ['cct.exemple.ca/', 'ok "https://cct.exemple.ca"'], ['http://127.0.0.1:9/', 'ok "http://127.0.0.1:9"'],
    ['https://exemple.ca/?a=1#b', 'ok "https://exemple.ca/?a=1#b"'],
  ])('of a page: reads %j as %s', (text, expected) => expect(codeOf(readAddress(text))).toBe(expected));

  it.each([
    ['/mgr/liste?statut=1', 'ok "/mgr/liste?statut=1"'], ['https://www.irisreservation.ca/mgr/liste', 'ok "/mgr/liste"'], ['https://www.irisreservation.ca', 'ok "/"'],
    ['liste', 'pathSlash'], ['//exemple.ca/x', 'pathSlash'],
  ])('inside a portal: reads %j as %s', (text, expected) => expect(codeOf(readPath(text))).toBe(expected));
});

describe('a day', () => {
  it.each([['2026-11-24', 'ok "2026-11-24"'], ['2028-02-29', 'ok "2028-02-29"'], ['2026-02-29', 'date'], ['24/11/2026', 'date'], ['2026-13-01', 'date']])('reads %j as %s', (text, expected) =>
    expect(codeOf(readDate(text))).toBe(expected));
});
