/**
 * Where a text stops being JSON. Browsers no longer say it for every mistake (Chromium names the sign, not its
 * place), and people who edit a file by hand need the line. Pure; accepts exactly what `JSON.parse` accepts.
 */

/** One token at the place, or nothing. */
const patterns = {
  space: /[ \t\r\n]*/uy,
  // A string's mistake is most often its missing end: the place is then where the line or the escape breaks it.
  stringStart: /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy,
  word: /true|false|null/uy,
} as const;

/** Nesting beyond this is no file of ours. */
const DEPTH_MAXIMUM = 500;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'end';

/** @returns the offset of the first sign that cannot stand there, `text.length` when more was needed, null when it is JSON */
export function firstJsonMistake(text: string): number | null {
  let offset = 0;
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') return false;
    offset += match[0].length;
    return true;
  };
  const takeString = (): boolean => {
    if (!take(patterns.stringStart) || text[offset] !== '"') return false;
    offset += 1;
    return true;
  };
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'commaOrEnd');

  for (;;) {
    take(patterns.space);
    const sign = text[offset];
    if (expected === 'end') return sign === undefined ? null : offset;
    if (sign === undefined) return text.length;
    const closes = sign === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    if (closes && (expected === 'valueOrEnd' || expected === 'keyOrEnd' || expected === 'commaOrEnd')) {
      open.pop();
      offset += 1;
      expected = afterValue();
    } else if (expected === 'commaOrEnd' || expected === 'colon') {
      if (sign !== (expected === 'colon' ? ':' : ',')) return offset;
      offset += 1;
      expected = expected === 'commaOrEnd' && open.at(-1) === '{' ? 'key' : 'value';
    } else if (expected === 'key' || expected === 'keyOrEnd') {
      if (!takeString()) return offset;
      expected = 'colon';
    } else if (sign === '{' || sign === '[') {
      if (open.length >= DEPTH_MAXIMUM) return offset;
      open.push(sign);
      offset += 1;
      expected = sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else {
      if (!(sign === '"' ? takeString() : take(patterns.word) || take(patterns.number))) return offset;
      expected = afterValue();
    }
  }
}

/** Line and column, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
