/** What the page of one booking needs. */
import type { Reading } from '../../domain/booking.ts';
import { readDetail } from '../../portal/read/detail.ts';
import type { View } from '../../portal/view.ts';
import type { Part } from '../feature.ts';
import { report } from '../report.ts';

function readPage(portal: View): Reading | null {
  const booking = readDetail(portal);
  return booking === null ? null : { bookings: [booking], complete: false, from: null, to: null, at: portal.now(), source: 'form' };
}

export const detail: Part = { features: [report], readPage };
