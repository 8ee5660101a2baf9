/** Routes on the client: the same addresses as the classic look, JSON from `/api`, late renewals of every node. */
import type { FullPage } from '../../models.ts';
import { fieldsOf } from './fields.ts';
import { change, hasTrait, state, type Fields } from './store.ts';

/** Nodes are thrown away this long after a page came, as late answers make a single-page application do. */
const RENEWALS = [250, 650];
const FIRST_REFRESH = 1_000;
const REFRESH_EVERY = 20_000;
let pending: ReturnType<typeof setTimeout>[] = [];
let renewRoot = (): void => {};

export const onRenewRoot = (listener: () => void): void => {
  renewRoot = listener;
};

const renew = (): void => change({ generation: state.generation + 1 });

/** For tests alone, which act faster than people: a click or a key in the very moment of a renewal is lost in any page of this kind. */
const say = (renewals: 'pending' | 'done'): void => void (document.documentElement.dataset['renewals'] = renewals);

async function refresh(): Promise<void> {
  const path = state.path;
  const response = await fetch(`/api${path}`);
  const full = (await response.json()) as FullPage | { go: string };
  if (state.path !== path) return;
  if ('go' in full) return go(full.go);
  // What was said stays said: the server says it once.
  full.frame.notice ??= state.full?.frame.notice ?? null;
  change({ full, generation: state.generation + 1 });
  pending.push(setTimeout(() => void refresh(), REFRESH_EVERY));
}

/** The last renewal of a page that came, until {@link REFRESH_EVERY}: unless another page has come meanwhile. */
function rest(timers: typeof pending): void {
  if (pending === timers) requestAnimationFrame(() => say('done'));
}

function schedule({ page: { kind } }: FullPage): void {
  for (const one of pending) clearTimeout(one);
  say('pending');
  const isRefreshed = kind === 'calendar' || kind === 'list';
  const mine: typeof pending = [];
  pending = mine;
  RENEWALS.forEach((delay, index) => mine.push(setTimeout(() => {
    renew();
    if (!isRefreshed && index === RENEWALS.length - 1) rest(mine);
  }, delay)));
  if (isRefreshed) mine.push(setTimeout(() => void refresh().finally(() => rest(mine)), FIRST_REFRESH));
  if (kind === 'form' && hasTrait('T12')) mine.push(setTimeout(() => change({ shown: true }), 300));
}

export function show(full: FullPage): void {
  const stays = state.full?.page.kind === 'calendar' && full.page.kind === 'calendar';
  const unfolded = stays ? { deplies: state.fields['deplies'] ?? [] } : {};
  if (stays && hasTrait('T3')) renewRoot();
  change({ full, fields: { ...fieldsOf(full.page), ...unfolded }, generation: state.generation + 1, free: null, saving: false, shown: full.page.kind !== 'form' || !full.frame.traits.includes('T12') });
  document.title = `${full.page.title} - IRIS`;
  schedule(full);
}

/** Fetches a page; the address is pushed only when it is known to be there. */
export async function go(path: string, push = true): Promise<void> {
  say('pending');
  const response = await fetch(`/api${path}`);
  const answer = (await response.json()) as FullPage | { go: string };
  if ('go' in answer) return go(answer.go, push);
  if (push) history.pushState(null, '', path);
  change({ path });
  show(answer);
}

/** Sends fields as the portal's own program does, and follows the answer. */
export async function send(path: string, fields: Fields): Promise<void> {
  const body = JSON.stringify({ jeton: state.full?.frame.token ?? '', ...fields });
  const response = await fetch(`/api${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  const answer = (await response.json()) as FullPage | { go: string };
  if ('go' in answer) return go(answer.go);
  // A refusal keeps what was typed.
  change({ full: answer, saving: false, ...(state.full?.page.kind === answer.page.kind ? {} : { fields: fieldsOf(answer.page) }) });
}

export function startRouter(): void {
  say('pending');
  addEventListener('popstate', () => void go(location.pathname + location.search, false));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.origin !== location.origin || link.hash !== '') return;
    event.preventDefault();
    void go(link.pathname + link.search);
  });
  void go(location.pathname + location.search, false);
}
