/** The parts of a popup's world, for its tests. */
import { booking, NOW, portalReading, type entry, type ofLedger } from '../../lib/samples.ts';

export const approved = booking({ status: 'approved' });
export const readings = (...bookings: ReturnType<typeof booking>[]) => ({ iris: portalReading(bookings) });
export const ledgerOf = (...bookings: ReturnType<typeof ofLedger>[]) => ({ bookings, complete: true, at: NOW, checked: NOW, problem: null });
export const outboxOf = (...entries: ReturnType<typeof entry>[]) => ({ version: 1 as const, entries, damaged: [] });
/** What the companion noted, the last word being one that this version does not know. */
export const steps = [
  { what: 'requested', at: '2026-11-23T13:00:00Z', detail: null },
  { what: 'approved', at: '2026-11-23T14:04:00Z', detail: null },
  { what: 'created', at: '2026-11-23T14:05:00Z', detail: null },
  { what: 'mailSent', at: '2026-11-23T14:06:00Z', detail: 'link' },
  { what: 'teleported', at: '2026-11-23T14:07:00Z', detail: null },
];
