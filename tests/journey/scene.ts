/** What the steps of the story share: the world, the people's pages, the booking they make, what was checked. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { toInstant, toLocal } from '../../lib/domain/time.ts';
import { printDetails } from '../../lib/domain/details.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Person, World } from '../setup/world.ts';

/** The meeting of the story. */
export const meeting = {
  name: 'Bilan régional : vaccination & prévention, automne « 2026 »',
  participants: 1200,
  presenter: 'Dre Louise Arsenault',
  presenterEmail: 'louise.arsenault@exemple.test',
};

export interface Scene {
  world: World;
  look: 'classic' | 'react';
  julie: Person;
  julieTab: Page;
  marc: Person;
  sylvie: Person;
  /** Local date in Toronto of the meeting, `YYYY-MM-DD`. */
  date: string;
  /** The portal's number of the booking that Julie makes. */
  number: string;
  /** The page worth a picture after each step. */
  shown: Page;
  /** Notes that a sentence of the step holds. */
  checked(sentence: string): void;
}

/** Fails with the sentence itself when it does not hold; notes it when it does. */
export function check(scene: Pick<Scene, 'checked'>, sentence: string, holds: unknown): void {
  assert.ok(holds, sentence);
  scene.checked(sentence);
}

export function checkEqual(scene: Pick<Scene, 'checked'>, sentence: string, actual: unknown, expected: unknown): void {
  assert.deepEqual(actual, expected, sentence);
  scene.checked(sentence);
}

const instantOf = (date: string, time: string): number => {
  const result = toInstant({ date, time });
  if (!result.ok) throw new Error(`${date} ${time} is no moment of Toronto's clock.`);
  return result.instant;
};

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

/**
 * Prepares the portal: the requests of the generator are answered, the day of the meeting is free but for one
 * approved booking of another establishment from 10:00 to 11:00, and one more approved booking waits for its conference.
 * @param now milliseconds since 1970 UTC
 */
export function prepare(world: World, now: number): { date: string } {
  const licence = world.portal.bookings().filter((one) => one.resources.includes(LICENCE));
  for (const one of licence) if (one.status === 'pending' || one.status === 'toConfirm') world.portal.setStatus(one.number, 'approved');
  for (let days = 4; days < 40; days += 1) {
    const date = toLocal(now + days * 86_400_000).date;
    const dayEnd = instantOf(date, '23:00');
    const taken = licence.some((one) => one.start < dayEnd && one.end > instantOf(date, '07:00'));
    if (taken || isWeekend(date)) continue;
    world.portal.addBooking({
      author: 'representant2',
      title: 'Rencontre des gestionnaires',
      comments: printDetails({ name: 'Rencontre des gestionnaires', participants: 650, presenter: { name: 'Étienne Lavoie', email: null } }, { establishment: 'CISSS du Bas-Saint-Laurent', reason: null }),
      start: instantOf(date, '10:00'),
      end: instantOf(date, '11:00'),
      status: 'approved',
    });
    return { date };
  }
  throw new Error('No free day was found for the meeting.');
}
