/** What must be true of a booking after what people did. */
import type { BookingOfEvent } from '../../lib/contract/event.ts';
import type { Deed } from './evidence.ts';

export interface Expected {
  stands: boolean;
  facts: BookingOfEvent | null;
}

/** What may be true after these deeds: one truth, or two when the last was never acknowledged. */
export function expectedAfter(deeds: readonly Deed[]): Expected[] {
  let truths: Expected[] = [{ stands: false, facts: null }];
  for (const { does, facts, outcome } of deeds) {
    const after = truths.map((before): Expected => {
      switch (does) {
        case 'booking.requested':
          return { ...before, facts: before.facts ?? facts };
        case 'booking.approved':
          return { stands: true, facts };
        case 'booking.changed':
          return { ...before, facts };
        case 'link.undone':
          return { ...before, stands: true };
        default:
          return { ...before, stands: false };
      }
    });
    truths = outcome === 'acknowledged' ? after : [...truths, ...after];
  }
  return truths;
}
