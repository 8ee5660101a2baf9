/** From what a person typed to a value of the settings, or to what is wrong with it. Pure; each problem has a sentence. */
import { countCharacters } from '../../lib/contract/bounds.ts';
import { emailAddress, line, paragraph, webAddress } from '../../lib/contract/primitives.ts';

export type ProblemCode =
  | 'empty' | 'tooLong' | 'controlCharacter' | 'lineTooLong' | 'tooManyLines' | 'duplicate'
  | 'number' | 'tooSmall' | 'tooLarge' | 'decimal'
  | 'emailAt' | 'emailSeveral' | 'email'
  | 'address' | 'addressIncomplete' | 'addressHttp' | 'addressCredentials' | 'pathSlash'
  | 'date' | 'dateOrder' | 'blackoutLine' | 'personFirst' | 'personName' | 'hour';

export interface Problem {
  code: ProblemCode;
  values?: Record<string, string | number>;
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };
export type Reader<Value> = (text: string) => Answer<Value>;

const accept = <Value>(value: Value): Answer<Value> => ({ ok: true, value });
export const refuse = (code: ProblemCode, values?: Record<string, string | number>): { ok: false; problem: Problem } => (
  { ok: false, problem: values === undefined ? { code } : { code, values } }
);

/** One plain space between words and none at the ends: what a person meant. */
const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Nothing typed is null. */
export const optional =
  <Value>(read: Reader<Value>): Reader<Value | null> =>
  (text) => (text.trim() === '' ? accept(null) : read(text));

/** Also refuses what `isTaken` says is used elsewhere. */
export const unique =
  (read: Reader<string>, isTaken: (value: string) => boolean): Reader<string> =>
  (text) => {
    const answer = read(text);
    return answer.ok && isTaken(answer.value) ? refuse('duplicate') : answer;
  };

export const readLine =
  (maximum: number): Reader<string> =>
  (text) => {
    const value = tidy(text);
    if (value === '') return refuse('empty');
    const count = countCharacters(value);
    if (count > maximum) return refuse('tooLong', { count, maximum });
    return line(maximum).safeParse(value).success ? accept(value) : refuse('controlCharacter');
  };

export const readParagraph =
  (maximum: number): Reader<string> =>
  (text) => {
    const count = countCharacters(text);
    if (count > maximum) return refuse('tooLong', { count, maximum });
    return paragraph(maximum).safeParse(text).success ? accept(text) : refuse('controlCharacter');
  };

/** One value a line; empty lines and repeats are dropped. */
export const readLines =
  (lines: number, maximum: number): Reader<string[]> =>
  (text) => {
    const read = readLine(maximum);
    const values: string[] = [];
    for (const [index, written] of text.split(/\r?\n/u).entries()) {
      if (written.trim() === '') continue;
      const answer = read(written);
      if (!answer.ok) return answer.problem.code === 'tooLong' ? refuse('lineTooLong', { line: index + 1, maximum }) : answer;
      if (!values.includes(answer.value)) values.push(answer.value);
    }
    return values.length > lines ? refuse('tooManyLines', { count: values.length, maximum: lines }) : accept(values);
  };

/** Digits, with spaces between them as people write thousands; « mille » and « 1e3 » are refused. */
export const readWhole =
  (minimum: number, maximum: number): Reader<number> =>
  (text) => {
    const digits = text.replace(/\s/gu, '');
    if (digits === '') return refuse('empty');
    if (!/^-?\d+$/u.test(digits)) return refuse('number', { minimum, maximum });
    const value = Number(digits);
    if (value < minimum) return refuse('tooSmall', { minimum });
    return value > maximum ? refuse('tooLarge', { maximum }) : accept(value);
  };

/** A number with a comma or a point, at most two decimals. */
export const readDecimal =
  (minimum: number, maximum: number): Reader<number> =>
  (text) => {
    const digits = text.replace(/\s/gu, '').replace(',', '.');
    if (digits === '') return refuse('empty');
    if (!/^-?\d+(?:\.\d{1,2})?$/u.test(digits)) return refuse('decimal', { minimum, maximum });
    const value = Number(digits);
    if (value < minimum) return refuse('tooSmall', { minimum });
    return value > maximum ? refuse('tooLarge', { maximum }) : accept(value);
  };

export const readEmail: Reader<string> = (text) => {
  const value = text.trim();
  if (value === '') return refuse('empty');
  if (/[,;\s]/u.test(value)) return refuse('emailSeveral');
  if (!value.includes('@')) return refuse('emailAt');
  return emailAddress.safeParse(value).success ? accept(value) : refuse('email');
};

/** An address as people type it: https is understood when no scheme is written. */
function readUrl(text: string): Answer<URL> {
  const value = text.trim();
  if (value === '') return refuse('empty');
  const isComplete = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value);
  let url: URL;
  try {
    url = new URL(isComplete ? value : `https://${value}`);
  } catch {
    return refuse('address');
  }
  if (url.username !== '' || url.password !== '') return refuse('addressCredentials');
  if (webAddress.safeParse(url.href).success) return /[.:]|^localhost$/u.test(url.hostname) ? accept(url) : refuse('addressIncomplete');
  return refuse(url.protocol === 'http:' ? 'addressHttp' : 'address');
}

/** A site: scheme, host and port; a path that was pasted along is dropped. */
export const readOrigin: Reader<string> = (text) => {
  const answer = readUrl(text);
  return answer.ok ? accept(answer.value.origin) : answer;
};

/** A page or a service: query and fragment are kept, a lone slash is dropped. */
export const readAddress: Reader<string> = (text) => {
  const answer = readUrl(text);
  if (!answer.ok) return answer;
  const { href, pathname, search, hash, origin } = answer.value;
  return accept(pathname === '/' && search === '' && hash === '' ? origin : href);
};

/** A path of the portal; of a whole address that was pasted, the path is kept. */
export const readPath: Reader<string> = (text) => {
  const value = text.trim();
  const whole = /^https?:\/\/[^/]+(\/.*)?$/iu.exec(value);
  const path = whole === null ? value : (whole[1] ?? '/');
  return path.startsWith('/') && !path.startsWith('//') ? readLine(500)(path) : refuse('pathSlash');
};

/** A day of the calendar, as the browser's date field writes it. */
export const readDate: Reader<string> = (text) => {
  const value = text.trim();
  const date = new Date(`${value}T00:00:00Z`);
  const isReal = /^\d{4}-\d{2}-\d{2}$/u.test(value) && Number.isFinite(date.getTime()) && date.toISOString().startsWith(value);
  return isReal ? accept(value) : refuse('date');
};
