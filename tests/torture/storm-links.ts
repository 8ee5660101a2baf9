/** The last act of a storm: some requesters cancel by their link, and some of these think better of it. */
import type { Random } from '../standins/zoom/random.ts';
import type { Deed } from './evidence.ts';
import { keyOf } from './evidence.ts';
import { expectedAfter } from './expected.ts';
import type { Room } from './room.ts';

/** @returns how many links were used */
export async function useLinks(room: Room, url: () => Promise<string>, deeds: Deed[], random: Random): Promise<number> {
  const byRequester = new Map(deeds.flatMap(({ facts }) => (facts === null ? [] : [[facts.requester.email, facts] as const])));
  const seen = new Set<string>();
  let used = 0;
  for (const mail of room.mailbox.messages()) {
    const path = /\/c\/[\w-]{43}/u.exec(mail.text)?.[0];
    const facts = byRequester.get(mail.envelope.to[0] ?? '');
    if (path === undefined || facts === undefined || seen.has(path) || random() > 0.1) continue;
    seen.add(path);
    const booking = keyOf(facts);
    const stands = expectedAfter(deeds.filter((deed) => deed.booking === booking));
    if (stands.length !== 1 || stands[0]?.stands !== true) continue;
    used += 1;
    const post = async (form: Record<string, string>): Promise<string> => (await fetch(`${await url()}${path}`, { method: 'POST', body: new URLSearchParams(form) })).text();
    const does = async (what: 'link.cancelled' | 'link.undone', form: Record<string, string>, sentence: string): Promise<void> => {
      const page = await post(form);
      if (!page.includes(sentence)) throw new Error(`The page of ${booking} did not say « ${sentence} » after ${what}.`);
      deeds.push({ booking, does: what, outcome: 'acknowledged', facts: null, webhookId: null, answer: null });
    };
    await does('link.cancelled', { reason: 'cancelled', word: 'ANNULER' }, 'La rencontre est annulée');
    if (random() < 0.5) await does('link.undone', { undo: 'yes' }, 'La rencontre est maintenue');
  }
  return used;
}
