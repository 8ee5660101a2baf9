import type { Booking } from '../../../lib/domain/booking.ts';

/** 24 November 2026 at 9:00 in Toronto. */
export const NINE = Date.parse('2026-11-24T14:00:00Z');
export const HOUR = 3_600_000;

export const booking = (changes: Partial<Booking> = {}): Booking => ({
  portal: 'iris',
  number: '2026-0001',
  resource: 'Licence ZOOM Web 5000 participants',
  serviceId: 'web5000',
  title: 'Assemblée annuelle',
  facts: null,
  establishment: 'CISSS des Iles',
  establishmentId: 'cisss-iles',
  requester: null,
  start: NINE,
  end: NINE + HOUR,
  status: 'approved',
  page: null,
  reason: null,
  ...changes,
});

/** As it is read: plain spaces. */
export const plain = (text: string | null): string => (text ?? '').replace(/[\s\u202f]+/gu, ' ').trim();
