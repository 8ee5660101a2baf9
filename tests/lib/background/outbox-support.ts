/** A queue, its companion and its clock, for the tests of the outbox. */
import { resetBrowser } from '../browser.ts';
import { vi } from 'vitest';
import { eventAnswer } from '../../../lib/contract/answer.ts';
import { askCompanion, type CompanionPorts } from '../../../lib/background/companion.ts';
import type { DeliveryPorts } from '../../../lib/background/delivery.ts';
import { toEvent } from '../../../lib/background/events.ts';
import { enqueue, UNDO_MILLISECONDS } from '../../../lib/background/outbox.ts';
import { importPersonKey } from '../../../lib/state/keys.ts';
import { outboxStore } from '../../../lib/state/outbox-store.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { booking, NOW, settings } from '../samples.ts';
import { fakeCompanion, SECRET, type FakeCompanion } from './support.ts';

/** What a test moves: the hour, and who answers. */
export const world: { now: number; companion: FakeCompanion } = { now: NOW, companion: fakeCompanion() };

export const tell = vi.fn<(text: string) => void>();

export const eventOf = (number = '105163', type: 'booking.approved' | 'booking.requested' | 'booking.cancelled' = 'booking.approved') => {
  const event = toEvent(type, booking({ number, status: 'approved' }), { card: web5000, roster: settings().roster, language: 'fr', now: world.now }, type === 'booking.cancelled' ? { cancellation: 'cancelled' } : {});
  if (event === null) throw new Error('The sample is no event.');
  return event;
};

const key = await importPersonKey(`marc-1:${SECRET}`);
const companionPorts = (): CompanionPorts => ({
  fetch: world.companion.fetch,
  now: () => world.now,
  address: () => Promise.resolve('https://compagnon.exemple.test'),
  key: () => Promise.resolve(key),
});
export const ports = (): DeliveryPorts => ({
  now: () => world.now,
  random: () => 0,
  post: (id, body, restamp) => askCompanion(companionPorts(), { method: 'POST', path: 'v1/events', id, body, restamp }, eventAnswer),
  delivered: (kept) => {
    tell(kept.key);
    return Promise.resolve();
  },
});
export const click = (number?: string) => enqueue({ key: `iris:${number ?? '105163'}`, event: eventOf(number), undo: UNDO_MILLISECONDS }, world.now);
export const entries = async () => (await outboxStore.load()).entries;

export function begin(): void {
  resetBrowser();
  world.now = NOW;
  world.companion = fakeCompanion(() => world.now);
  tell.mockClear();
}
