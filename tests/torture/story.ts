/**
 * One booking's whole life as its people live it, told so that it goes on whatever dies in between: asked for,
 * approved, changed, reminded of, cancelled by its link, undone, cancelled for good. A second one comes to its hour, and
 * of a third, which nobody answers, the approvers are told (F11).
 */
import type { BookingOfEvent, EventType } from '../../lib/contract/event.ts';
import type { LedgerState, Role } from '../../lib/contract/answer.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from '../companion/support/bookings.ts';
import { beforeNextTry, createSender, MOST_TRIES } from './client.ts';
import type { Sender } from './client.ts';
import { keyOf } from './evidence.ts';
import type { Deed } from './evidence.ts';
import type { Keeper } from './keeper.ts';
import type { Room } from './room.ts';

const MINUTE = 60_000;
const SECOND = 1000;
/** Longer than the quiet time and every pause after a failure that one death can bring. */
const LONGEST_WAIT = 20 * MINUTE;

export interface Stage {
  room: Room;
  keeper: Keeper;
  deeds: Deed[];
}

/** Moves time, in every process, and lets what has come due happen. */
export async function pass({ room, keeper }: Stage, milliseconds: number): Promise<void> {
  await keeper.ask({ do: 'idle' });
  room.clock.set(room.clock.now() + milliseconds);
  await keeper.ask({ do: 'clock', now: room.clock.reading() });
  await keeper.ask({ do: 'idle' });
}

async function person(stage: Stage, role: Role, email: string | null): Promise<Sender> {
  const key = await stage.keeper.ask({ do: 'addKey', person: { name: `Personne ${role}`, email, role, establishmentId: null } });
  return createSender(key, () => stage.keeper.url(), stage.room.clock.now);
}

async function submit(stage: Stage, sender: Sender, type: EventType, booking: BookingOfEvent): Promise<void> {
  const webhookId = `evt_${stage.deeds.length + 1}`;
  const answer = await sender.persist(webhookId, eventOf(type, booking, { at: stage.room.clock.now() }));
  stage.deeds.push({ booking: keyOf(booking), does: type, outcome: 'acknowledged', facts: booking, webhookId, answer });
}

/** @throws when the booking does not come to the state in good time */
async function until(stage: Stage, reader: Sender, booking: BookingOfEvent, state: LedgerState, isSettled = (): boolean => true): Promise<void> {
  for (let waited = 0; waited <= LONGEST_WAIT; waited += 10 * SECOND) {
    await stage.keeper.ask({ do: 'idle' });
    const found = (await reader.bookings()).find(({ key }) => key === keyOf(booking));
    if (found?.state === state && isSettled()) return;
    await pass(stage, 10 * SECOND);
  }
  throw new Error(`${keyOf(booking)} did not become ${state}.`);
}

/** The page of a link, opened and sent as a person does: after a death he looks again before he clicks again. */
async function onPage(stage: Stage, path: string, form: Record<string, string>, isDone: (page: string) => boolean): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const address = `${await stage.keeper.url()}${path}`;
      if (isDone(await (await fetch(address)).text())) return;
      await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
    } catch {
      // The process died under the click: the page is opened again.
    }
    await beforeNextTry();
  }
  throw new Error('The page of the link never said that it was done.');
}

/** Of a link whose mail left a moment ago, again or at last, the page asks for a word: a death puts mails off. */
const word = 'ANNULER';
const isCancelled = (page: string): boolean => page.includes('La rencontre est annulée');
const isOpen = (page: string): boolean => page.includes('name="reason"');

/** Plays it to the end. @returns the deeds; all are acknowledged */
export async function play(stage: Stage): Promise<void> {
  const { room, deeds } = stage;
  const requester = 'elise.gagne@iucpq.example.test';
  const representative = await person(stage, 'representative', requester);
  const approver = await person(stage, 'approver', null);
  const presenter = { name: 'Dre Anne Côté', email: 'anne.cote@iucpq.example.test' };
  const first = bookingAt(MONDAY + 3 * DAY, { presenter });
  const changed = { ...first, name: 'Journée régionale, nouvelle heure', start: new Date(MONDAY + 3 * DAY + HOUR).toISOString(), end: new Date(MONDAY + 3 * DAY + 2 * HOUR).toISOString() };
  const arrived = (subject: string) => (): boolean => room.mailbox.messages().some((mail) => mail.subject.startsWith(subject));

  const unanswered = bookingAt(MONDAY + 9 * DAY, { number: '2026-0019' });
  await submit(stage, representative, 'booking.requested', unanswered);
  await submit(stage, representative, 'booking.requested', first);
  await submit(stage, approver, 'booking.approved', first);
  await until(stage, approver, first, 'scheduled', arrived('Votre rencontre Zoom est prête'));
  await submit(stage, approver, 'booking.changed', changed);
  await until(stage, approver, changed, 'scheduled', arrived('Changement'));

  await pass(stage, 2 * DAY + HOUR);
  await until(stage, approver, changed, 'scheduled', arrived('Rappel'));
  await until(stage, approver, unanswered, 'requested', arrived('Demande sans réponse'));
  await pass(stage, 5 * MINUTE);
  const reminder = room.mailbox.messages().find((mail) => mail.subject.startsWith('Rappel'));
  const path = /\/c\/[\w-]{43}/u.exec(reminder?.text ?? '')?.[0] ?? '/no-link';
  const byLink = (does: 'link.cancelled' | 'link.undone'): void =>
    void deeds.push({ booking: keyOf(changed), does, outcome: 'acknowledged', facts: null, webhookId: null, answer: null });

  await onPage(stage, path, { reason: 'rescheduled', word }, isCancelled);
  byLink('link.cancelled');
  await pass(stage, 4 * MINUTE);
  await onPage(stage, path, { undo: 'yes' }, isOpen);
  byLink('link.undone');
  await until(stage, approver, changed, 'scheduled');
  await onPage(stage, path, { reason: 'cancelled', word }, isCancelled);
  byLink('link.cancelled');
  await pass(stage, 11 * MINUTE);
  await until(stage, approver, changed, 'cancelled', arrived('Annulée par le demandeur'));
}

/** The other ending: the day comes, the conference is held, who came is counted; then it is moved, to be held once more. */
export async function playTheDay(stage: Stage): Promise<void> {
  const { room } = stage;
  const approver = await person(stage, 'approver', null);
  const booking = bookingAt(room.clock.now() + 3 * HOUR, { number: '2026-0013' });
  await submit(stage, approver, 'booking.approved', booking);
  await until(stage, approver, booking, 'scheduled', () => room.mailbox.messages().some((mail) => mail.text.includes('/j/')));
  const conference = room.zoom.conferences()[0]?.id ?? '';
  await pass(stage, 3 * HOUR);
  room.zoom.convert(conference);
  room.zoom.start(conference);
  await until(stage, approver, booking, 'live');
  await pass(stage, HOUR);
  room.zoom.end(conference);
  await until(stage, approver, booking, 'ended');
  await pass(stage, HOUR);
  const start = room.clock.now() + 3 * DAY;
  const moved = { ...booking, start: new Date(start).toISOString(), end: new Date(start + HOUR).toISOString() };
  await submit(stage, approver, 'booking.changed', moved);
  await until(stage, approver, moved, 'scheduled', () => room.mailbox.messages().some((mail) => mail.subject.startsWith('Changement')));
}
