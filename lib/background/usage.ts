/** The bookings behind the use, and a page to print, asked of the companion (issue E, 2). */
import { usageBookingsAnswer, usagePageAnswer, type UsageBooking, type UsagePageRequest } from '../contract/usage.ts';
import type { UsageBookingsOfWorker, UsagePageOfWorker } from '../messages/answers.ts';
import { askCompanion, newRequestId, type CompanionPorts } from './companion.ts';
import { refusalOf } from './day.ts';

/** 200,000 bookings: beyond it something else is wrong. */
const PAGES = 200;

/** All pages or nothing: half a list would say « absente » of what is there. */
export async function readUsageBookings(
  ports: CompanionPorts,
  { service, from, to }: { service: string; from: string; to: string },
): Promise<UsageBookingsOfWorker> {
  const bookings: UsageBooking[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const query: URLSearchParams = new URLSearchParams({ service, from, to, ...(after === null ? {} : { after }) });
    const answer = await askCompanion(ports, { method: 'GET', path: `v1/usage/bookings?${query.toString()}`, id: newRequestId() }, usageBookingsAnswer);
    if (!answer.ok) return refusalOf(answer);
    bookings.push(...answer.value.bookings);
    after = answer.value.next;
    if (after === null) return { ok: true, bookings, at: answer.value.at };
  }
  return { ok: false, code: 'tooLarge', detail: null };
}

export async function makeUsagePage(ports: CompanionPorts, request: UsagePageRequest): Promise<UsagePageOfWorker> {
  const answer = await askCompanion(ports, { method: 'POST', path: 'v1/usage/pages', id: newRequestId(), body: JSON.stringify(request) }, usagePageAnswer);
  return answer.ok ? { ok: true, page: answer.value } : refusalOf(answer);
}
