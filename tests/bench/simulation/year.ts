/** A year of many licences, each on its own: what they share is Zoom's account, the ledger and the outbox. */
import { isWorkingDay } from '../../../lib/domain/holidays.ts';
import { addLocalDays, DAY, startOfDay } from '../../../lib/domain/zone.ts';
import { randomFrom } from '../random.ts';
import { simulateLicence, type Year } from './licence.ts';
import { createTally, type Tally } from './tally.ts';

/** Zoom's marked conferences are compared with the ledger this often, licence by licence, over two lists of its own. */
const SWEEPS_A_DAY = 4;
const LISTS = 2;

/** @param from an instant of the first day */
export function yearFrom(from: number): Year {
  const first = startOfDay(from);
  const days = Array.from({ length: 365 }, (_, index) => startOfDay(addLocalDays(first + DAY / 2, index)));
  return { from: first, workingDays: days.filter((day) => isWorkingDay(day + DAY / 2)) };
}

export function simulateYear(licences: number, year: Year, seed = 2026): Tally {
  const tally = createTally();
  for (let licence = 0; licence < licences; licence += 1) {
    const random = randomFrom(seed * 100_003 + licence);
    simulateLicence(year, random, tally);
    for (let sweep = 0; sweep < 365 * SWEEPS_A_DAY * LISTS; sweep += 1) {
      // Begun when each process was: spread over the hours between two.
      tally.call('medium', (Math.floor(sweep / LISTS) + licence / licences) * (DAY / SWEEPS_A_DAY));
    }
  }
  return tally;
}
