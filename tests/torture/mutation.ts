/** Ways to alter a request so that its signature no longer covers what is asked, or its token is another. */
import fc from 'fast-check';
import { normalise } from '../../companion/ledger/enrolment.ts';

export interface Asked {
  method: string;
  path: string;
  headers: [string, string][];
  body: string | null;
}

/** What gives a request its right: a signature over all of it, the token in a page's address, or a one-time code. */
export type Right = { by: 'signature' } | { by: 'token'; token: string } | { by: 'code'; code: string };

export interface Original extends Asked {
  right: Right;
}

/** Another sign at one place: printable, so that headers stay headers. */
const replaceAt = (text: string, at: number, sign: string): string => {
  const index = at % Math.max(text.length, 1);
  return `${text.slice(0, index)}${sign}${text.slice(index + 1)}`;
};

const signs = fc.constantFrom(...'abcxyzABC0189-_.,:;/+=%{}[]" ');
const at = fc.nat(10_000);
const header = fc.nat(3);
const change = (asked: Asked, index: number, to: (value: string) => string): Asked =>
  ({ ...asked, headers: asked.headers.map(([name, value], place) => [name, place === index % asked.headers.length ? to(value) : value]) });
const inBody = (asked: Asked, to: (body: string) => string): Asked => ({ ...asked, body: asked.method === 'GET' ? null : to(asked.body ?? '') });

type Alter = (asked: Asked) => Asked;

const alterations: fc.Arbitrary<Alter> = fc.oneof(
  fc.tuple(at, signs).map(([place, sign]): Alter => (asked) => inBody(asked, (body) => replaceAt(body, place, sign))),
  fc.tuple(at, fc.string({ maxLength: 30 })).map(([place, text]): Alter => (asked) => inBody(asked, (body) => `${body.slice(0, place % (body.length + 1))}${text}${body.slice(place % (body.length + 1))}`)),
  fc.tuple(at, fc.nat(200)).map(([place, length]): Alter => (asked) => inBody(asked, (body) => `${body.slice(0, place % (body.length + 1))}${body.slice((place % (body.length + 1)) + length)}`)),
  fc.string({ unit: 'binary', maxLength: 500 }).map((text): Alter => (asked) => inBody(asked, () => text)),
  fc.json().map((text): Alter => (asked) => inBody(asked, () => text)),
  fc.nat(40).map((deep): Alter => (asked) => inBody(asked, (body) => `${'['.repeat(deep * 50)}${body}${']'.repeat(deep * 50)}`)),
  fc.tuple(header, at, signs).map(([index, place, sign]): Alter => (asked) => change(asked, index, (value) => replaceAt(value, place, sign))),
  fc.tuple(header, fc.string({ maxLength: 80 })).map(([index, text]): Alter => (asked) => change(asked, index, () => text.replace(/[^\u0020-\u007e]/gu, '?'))),
  header.map((index): Alter => (asked) => ({ ...asked, headers: asked.headers.filter((_, place) => place !== index % asked.headers.length) })),
  fc.integer({ min: -400_000, max: 400_000 }).map((seconds): Alter => (asked) => ({ ...asked, headers: asked.headers.map(([name, value]) => [name, /timestamp/u.test(name) ? String(Number(value) + seconds) : value]) })),
  fc.constantFrom('v1a,', 'v2,', 'v1,v1,', 'v1', '').map((kind): Alter => (asked) => ({ ...asked, headers: asked.headers.map(([name, value]) => [name, /signature/u.test(name) ? value.replace(/^v\da?[,=]/u, kind) : value]) })),
  fc.tuple(at, signs).map(([place, sign]): Alter => (asked) => ({ ...asked, path: `/${replaceAt(asked.path.slice(1), place, sign)}` })),
  fc.constantFrom('PUT', 'DELETE', 'PATCH', 'GET', 'POST', 'HEAD').map((method): Alter => (asked) => ({ ...asked, method, body: method === 'GET' || method === 'HEAD' ? null : (asked.body ?? '{}') })),
);

/** Where everybody may look; what is asked there is no request of a person any more. */
const isOpen = (path: string): boolean => !/^\/(?:(?:v1|zoom)(?:\/|$)|[chksur]\/)/u.test(new URL(path, 'http://x').pathname);

/** Whether it asks the same in the eyes of whoever checks it: an address written otherwise, space around a header. */
function isSame(one: Asked, other: Asked): boolean {
  const read = ({ method, path, headers, body }: Asked): string => JSON.stringify([method, new URL(path, 'http://x').href, body ?? '', headers.map(([name, value]) => [name, value.trim()])]);
  return read(one) === read(other);
}

function codeIn(body: string | null): string {
  try {
    return normalise(String((JSON.parse(body ?? '') as { code?: unknown } | null)?.code));
  } catch {
    return '';
  }
}

/** Whether the altered request still has the right of the original: what is not covered by it may be altered. */
function keepsRight(original: Original, asked: Asked): boolean {
  const { right } = original;
  switch (right.by) {
    case 'signature':
      return isSame(original, asked);
    case 'token':
      return new URL(asked.path, 'http://x').pathname.includes(right.token);
    case 'code':
      return codeIn(asked.body) === normalise(right.code);
  }
}

/** A request of the given ones, altered one to three times. */
export const mutationOf = (originals: readonly Original[]): fc.Arbitrary<Asked> =>
  fc.tuple(fc.constantFrom(...originals), fc.array(alterations, { minLength: 1, maxLength: 3 }))
    .map(([original, list]) => {
      const { method, path, headers, body } = original;
      return { original, asked: list.reduce<Asked>((asked, alter) => alter(asked), { method, path, headers, body }) };
    })
    .map(({ original, asked }) => ({ original, asked: ['GET', 'HEAD'].includes(asked.method) ? { ...asked, body: null } : asked }))
    .filter(({ original, asked }) => URL.canParse(asked.path, 'http://x') && !isOpen(asked.path) && !keepsRight(original, asked))
    .map(({ asked }) => asked);
