/** Reading what the companion knows: each conference with its state, its hours and its link. */
import { browser } from 'wxt/browser';
import { bookingsAnswer } from '../contract/answer.ts';
import { DAY } from '../domain/zone.ts';
import { ledgerStore, type LedgerCache } from '../state/ledger-store.ts';
import { inTurn } from '../state/lock.ts';
import { askCompanion, newRequestId, type CompanionPorts } from './companion.ts';

/** Days before and after now that the popup has a use for: as long as a recording is kept (S2-23), a year and more of what comes. */
const PAST_DAYS = 62;
const COMING_DAYS = 400;

const toText = (instant: number): string => new Date(instant).toISOString();

/** Asks once and keeps the answer; a failure keeps what was known and says why. Never throws. */
export const refreshLedger = (ports: CompanionPorts): Promise<LedgerCache> =>
  inTurn('ledger', async () => {
    const now = ports.now();
    const span = new URLSearchParams({ from: toText(now - PAST_DAYS * DAY), to: toText(now + COMING_DAYS * DAY) });
    const answer = await askCompanion(ports, { method: 'GET', path: `v1/bookings?${span.toString()}`, id: newRequestId() }, bookingsAnswer);
    return ledgerStore.update((known) =>
      answer.ok
        ? { bookings: answer.value.bookings, complete: answer.value.complete, at: now, checked: now, problem: null }
        : { ...known, checked: now, problem: answer.problem },
    );
  });

/** Waits between two looks at a conference that is being made, in milliseconds. */
const FOLLOW = [700, 1_300, 2_000, 4_000, 8_000, 12_000];

/** Whether the companion, as far as is known, is still at work on something that a person waits for. */
export const isAtWork = ({ bookings }: LedgerCache): boolean =>
  bookings.some(({ state }) => state === 'approved' || state === 'creating' || state === 'cancelling');

/** Looks again and again, ever less often, while the companion works; half a minute, as long as a worker lives. */
export async function followLedger(ports: CompanionPorts, wait: (milliseconds: number) => Promise<void>): Promise<void> {
  for (const pause of FOLLOW) {
    await wait(pause);
    if (!isAtWork(await refreshLedger(ports))) return;
  }
}

export const FOLLOW_ALARM = 'follow';

/** Sees to it that somebody looks each minute while the companion works, whatever becomes of this worker. */
export async function scheduleFollow(): Promise<void> {
  const isNeeded = isAtWork(await ledgerStore.load());
  if (isNeeded) await browser.alarms.create(FOLLOW_ALARM, { delayInMinutes: 1 });
  else await browser.alarms.clear(FOLLOW_ALARM);
}
