/** `companion check`: is everything at Zoom as it must be? One sentence each, for the person who sets it right (Z24). */
import { createTranslate } from '../../lib/i18n/translate.ts';
import { userAnswer } from './answers.ts';
import type { Hosts } from './hosts.ts';
import type { Api } from './http.ts';
import { missingScopes } from './scopes.ts';
import * as texts from './texts.ts';
import type { Check, ConferenceKind, ZoomOptions } from './types.ts';

/** Zoom's `type` of a user without a licence. */
const BASIC = 1;

export async function checkZoom(
  api: Api,
  hosts: Hosts,
  options: ZoomOptions,
  hostUserIds: readonly string[],
  kinds: readonly ConferenceKind[],
  signal: AbortSignal,
  hasRooms: boolean,
): Promise<Check[]> {
  const say = createTranslate(texts, options.language ?? 'fr');
  const given = await api.token();
  if (!given.ok) return [{ what: 'token', ok: false, sentence: say(given.problem.code === 'token' ? 'tokenRefused' : 'tokenSilent') }];
  const missing = missingScopes(given.token.scopes, kinds, hasRooms);
  const checks: Check[] = [
    { what: 'token', ok: true, sentence: say('tokenGood') },
    { what: 'address', ok: true, sentence: say('baseFollowed', { origin: new URL(given.token.apiBase).origin }) },
    missing.length === 0
      ? { what: 'scopes', ok: true, sentence: say('scopesGood') }
      : { what: 'scopes', ok: false, sentence: say('scopesMissing', { count: missing.length, scopes: missing.join(', ') }) },
  ];

  for (const host of hostUserIds) {
    const what = `host ${host}`;
    const answer = await api.call({ operation: 'user', method: 'GET', path: `/users/${encodeURIComponent(host)}` }, signal);
    const user = answer.ok ? userAnswer.safeParse(answer.body).data : undefined;
    if (user === undefined) {
      const unknown = !answer.ok && [1001, 1010, 1120].includes(answer.problem.zoomCode ?? 0);
      checks.push({ what, ok: false, sentence: say(unknown ? 'hostUnknown' : 'hostSilent', { host }) });
      continue;
    }
    checks.push({ what, ok: user.status === 'active', sentence: say(user.status === 'active' ? 'hostGood' : 'hostInactive', { host }) });
    // S1-12: on a Basic account, Zoom ends whatever is held after forty minutes.
    if (user.type === BASIC) checks.push({ what: `plan ${host}`, ok: false, sentence: say('hostBasic', { host }) });
    const read = await hosts.readFeatures(host, signal);
    if (!read.ok) {
      checks.push({ what, ok: false, sentence: say('hostSilent', { host }) });
      continue;
    }
    for (const kind of kinds) {
      const seats = kind === 'meeting' && user.type < 2 ? 0 : read.features[kind];
      checks.push({ what: `${kind} ${host}`, ok: seats > 0, sentence: say(seats > 0 ? `${kind}Good` : `${kind}Missing`, { host, count: seats }) });
    }
  }
  return checks;
}
