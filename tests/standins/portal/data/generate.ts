/** Bookings that a seed decides: a fortnight around today, or a year on all resources. */
import { createChance, type Chance } from './random.ts';
import { familyNames, firstNames, bigTitles, departments, roomComments, roomTitles } from './phrases.ts';
import { licenceComments } from './licence-comments.ts';
import { establishmentNamed, establishments } from './establishments.ts';
import { installationOf, LICENCE, ownerOf, resources } from './resources.ts';
import type { Store } from './store.ts';
import { addDays, toInstant, toLocal, weekday } from './time.ts';
import type { BookingsSize, NewBooking, PortalStatus, Resource, User } from './types.ts';
import { users } from './users.ts';

const DAY = 86_400_000;
/** Days before and after today. */
const spans: Record<BookingsSize, [number, number]> = { none: [0, -1], sample: [-21, 21], year: [-182, 182] };

const personName = (chance: Chance): string => `${chance.pick(firstNames)} ${chance.pick(familyNames)}`;
const representatives = users.filter((one) => one.role === 'representative');
const authorOf = (establishmentId: string): User => {
  const found = representatives.find((one) => one.establishmentId === establishmentId);
  if (!found) throw new Error(`No representative for ${establishmentId}`);
  return found;
};

/** The licence never holds two approved bookings at once; « À approuver » only in the year, so that a demo starts from zero. */
function licenceBooking(chance: Chance, date: string, today: string, size: BookingsSize): NewBooking {
  const start = 60 * chance.whole(9, 15);
  const minutes = chance.pick([60, 90, 90, 120]);
  const author = authorOf(chance.pick(establishments).id);
  const past = date < today;
  const status: PortalStatus = chance.happens(0.1) ? 'cancelled' : chance.happens(0.06) ? 'rejected' : !past && size === 'year' && chance.happens(0.15) ? 'pending' : 'approved';
  const title = chance.pick(bigTitles);
  const name = date.endsWith('1') ? `${title} – ${establishmentNamed(author.establishmentId).short}` : title;
  const facts = { name, participants: 50 * chance.whole(7, 96), presenter: { name: personName(chance), email: null } };
  return {
    resources: [LICENCE],
    title: name,
    department: chance.pick(departments),
    comments: licenceComments(facts, establishmentNamed(author.establishmentId).name, chance.happens(0.7)),
    author: author.code,
    start: toInstant(date, start),
    end: toInstant(date, start + minutes),
    status,
  };
}

function roomStatus(chance: Chance, resource: Resource, past: boolean): PortalStatus {
  if (chance.happens(0.07)) return 'cancelled';
  if (resource.approvers.length > 0 && chance.happens(0.12)) return past ? 'rejected' : 'pending';
  return !past && chance.happens(0.05) ? 'toConfirm' : 'approved';
}

function* roomDay(chance: Chance, resource: Resource, date: string, today: string): Generator<NewBooking> {
  const establishmentId = installationOf(ownerOf(resource.ownerId).installationId).establishmentId;
  const author = authorOf(establishmentId);
  for (let start = 15 * chance.whole(30, 40); start < 16 * 60; start += 30 * chance.whole(1, 6)) {
    const length = chance.pick([30, 60, 60, 90, 120, 180]);
    if (chance.happens(0.55)) {
      const requester = personName(chance);
      yield {
        resources: [resource.id],
        title: chance.pick(roomTitles),
        department: chance.pick(departments),
        comments: chance.pick(roomComments),
        author: author.code,
        requester,
        start: toInstant(date, start),
        end: toInstant(date, start + length),
        status: roomStatus(chance, resource, date < today),
      };
    }
    start += length;
  }
}

/** @param now decides what is past; two calls of one seed on one day give the same bookings */
export function generateBookings(store: Store, size: BookingsSize, seed: number, now: number): void {
  const chance = createChance(seed);
  const today = toLocal(now).date;
  const [before, after] = spans[size];
  const made: NewBooking[] = [];
  for (let day = before; day <= after; day += 1) {
    const date = addDays(today, day);
    if (weekday(date) === 0 || weekday(date) === 6) continue;
    if (chance.happens(0.4)) made.push(licenceBooking(chance, date, today, size));
    for (const resource of resources) {
      if (resource.id !== LICENCE && chance.happens(resource.ownerId === 'chul-dri' ? 0.8 : 0.35)) made.push(...roomDay(chance, resource, date, today));
    }
  }
  for (const booking of made) store.add(booking, Math.min(now, booking.start) - chance.whole(2, 30) * DAY);
}
