/** A browser without a screen, for tests: cookies, Referer, and pages as documents. */
import { Window } from 'happy-dom';
import type { FullPage } from './models.ts';
import { PASSWORD } from './data/users.ts';

export interface Answer {
  status: number;
  /** Path with query, after redirections. */
  path: string;
  headers: Headers;
  text: string;
  document: Document;
}

export interface Visitor {
  get(path: string): Promise<Answer>;
  /** Sends a form from the page last seen, with its token unless one is given. */
  post(path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Answer>;
  /** What the react look's program gets. @throws when it is sent elsewhere */
  page(path: string): Promise<FullPage>;
  send(path: string, fields: Record<string, string | string[]>): Promise<FullPage | { go: string }>;
  signIn(code: string): Promise<Answer>;
  cookie(): string;
}

export const documentOf = (text: string): Document => new new Window().DOMParser().parseFromString(text, 'text/html') as unknown as Document;

/** All the text, with single spaces. */
export const textOf = (node: Node | null): string => (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();

export function createVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  let seen = '/';
  let token = '';
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url + path, { redirect: 'manual', ...init, headers: { cookie: cookie(), ...init.headers } });
    for (const one of response.headers.getSetCookie()) {
      const [pair = ''] = one.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }

  async function follow(path: string, init?: RequestInit): Promise<Answer> {
    const response = await ask(path, init);
    const place = response.headers.get('location');
    if (place !== null) return follow(place);
    const text = await response.text();
    const document = documentOf(text);
    token = document.querySelector('input[name=jeton]')?.getAttribute('value') ?? token;
    seen = path;
    return { status: response.status, path, headers: response.headers, text, document };
  }

  const visitor: Visitor = {
    get: (path) => follow(path),
    post: (path, fields, headers = {}) => {
      const body = new URLSearchParams({ jeton: token });
      for (const [name, value] of Object.entries(fields)) {
        body.delete(name);
        for (const one of [value].flat()) body.append(name, one);
      }
      return follow(path, { method: 'POST', body, headers: { referer: url + seen, ...headers } });
    },
    page: async (path) => {
      const full = (await (await ask(`/api${path}`)).json()) as FullPage | { go: string };
      if ('go' in full) throw new Error(`Sent to ${full.go}`);
      token = full.frame.token;
      return full;
    },
    send: async (path, fields) => {
      const body = JSON.stringify({ jeton: token, ...fields });
      const response = await ask(`/api${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', referer: url + seen } });
      return (await response.json()) as FullPage | { go: string };
    },
    signIn: async (code) => {
      await visitor.page('/connexion');
      return visitor.post('/connexion', { utilisateur: code, motDePasse: PASSWORD });
    },
    cookie,
  };
  return visitor;
}
