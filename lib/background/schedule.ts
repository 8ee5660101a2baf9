/**
 * When the queue is looked at next: an alarm, which outlives the worker, and a timer for what is nearer
 * than the half minute that browsers make of any shorter alarm.
 */
import { browser } from 'wxt/browser';
import { outboxStore } from '../state/outbox-store.ts';
import { nextDue } from './delivery.ts';

export const OUTBOX_ALARM = 'outbox';
const ALARM_SHORTEST = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** @param run what looks at the queue @param now milliseconds since 1970 UTC */
export async function scheduleOutbox(run: () => void, now: number): Promise<void> {
  const due = nextDue(await outboxStore.load());
  clearTimeout(timer);
  if (due === null) {
    await browser.alarms.clear(OUTBOX_ALARM);
    return;
  }
  const wait = Math.max(0, due - now);
  if (wait < ALARM_SHORTEST) timer = setTimeout(run, wait);
  await browser.alarms.create(OUTBOX_ALARM, { when: now + Math.max(wait, ALARM_SHORTEST) });
}
