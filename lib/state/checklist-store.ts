/**
 * What a host ticked on the day of the event, with the hour and the initials (F06). Kept on this browser's disk, so that
 * it outlives the popup, the worker, the browser and the network; forgotten some weeks after the event.
 */
import * as z from 'zod/mini';
import type { Instant } from '../domain/booking.ts';
import { DAY } from '../domain/zone.ts';
import { isRecord } from './shape.ts';
import { stored, type Stored } from './stored.ts';

export interface Tick {
  at: Instant;
  initials: string;
  /** A question that was answered « non »: done all the same, and said (S1-34). Absent: ticked, or « oui ». */
  answer?: 'no' | undefined;
}

export interface Checklist {
  /** The end of the event. */
  end: Instant;
  /** By the item's identifier; a tick that was taken back is not here. */
  ticks: Record<string, Tick>;
}

/** By the booking's identity. */
export type Checklists = Record<string, Checklist>;

/** Days after the event; long enough to look back, no archive. */
const KEPT_DAYS = 30;
export const INITIALS_MAXIMUM = 5;

const instant = z.number().check(z.minimum(0), z.maximum(8.64e15));
const checklist = z.lazy(() => z.object({
  end: instant,
  ticks: z.record(z.string().check(z.maxLength(300)), z.object({ at: instant, initials: z.string().check(z.maxLength(INITIALS_MAXIMUM)), answer: z.optional(z.literal('no')) })),
}));

/** Each list for itself: one that is damaged takes no other with it. */
export function readChecklists(raw: unknown): Checklists {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const parsed = checklist.safeParse(value);
      return parsed.success ? [[key, parsed.data] as const] : [];
    }),
  );
}

export const checklistStore: Stored<Checklists> = stored('local', 'checklists', readChecklists);

/**
 * Ticks an item, or takes the tick back; lists of events that ended long ago are dropped on the way. Pure.
 * @param tick null takes it back
 */
export function withTick(known: Checklists, booking: { key: string; end: Instant }, item: string, tick: Tick | null, now: Instant): Checklists {
  const oldest = now - KEPT_DAYS * DAY;
  const kept = Object.fromEntries(Object.entries(known).filter(([, { end }]) => end >= oldest));
  const others = Object.entries(kept[booking.key]?.ticks ?? {}).filter(([id]) => id !== item);
  const ticks = Object.fromEntries(tick === null ? others : [...others, [item, tick]]);
  return { ...kept, [booking.key]: { end: booking.end, ticks } };
}

/** « Marc Pelletier » is MP, « Marie-Ève Roy » is MÈR; empty for a name without letters. */
export const initialsOf = (name: string | null): string =>
  [...(name ?? '').matchAll(/(?<![\p{L}\p{M}'’])\p{L}/gu)].map(([letter]) => letter.toLocaleUpperCase('fr-CA')).join('').slice(0, INITIALS_MAXIMUM);
