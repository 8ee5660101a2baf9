/** Slots that a person waits for (F04): on the disk, since a slot may be freed days later. Hours only, no name and no title. */
import * as z from 'zod/mini';
import type { Wait } from '../domain/waits.ts';
import { stored, type Stored } from './stored.ts';

const instant = z.number().check(z.minimum(0), z.maximum(8.64e15));
const wait = z.lazy(() => z.strictObject({
  portal: z.string().check(z.maxLength(64)),
  serviceId: z.string().check(z.maxLength(64)),
  start: instant,
  end: instant,
  asked: instant,
  freed: z.nullable(instant),
}));

/** Each for itself: one that is damaged takes no other with it. */
export const readWaits = (raw: unknown): Wait[] => (Array.isArray(raw) ? raw.flatMap((one: unknown) => wait.safeParse(one).data ?? []) : []);

export const waitsStore: Stored<Wait[]> = stored('local', 'waits', readWaits);
