import { resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { awaitNumber, takeNumbered, unnumberedStore } from '../../../lib/background/numbered.ts';
import type { Booking } from '../../../lib/domain/booking.ts';

const NOW = Date.parse('2026-11-22T15:00:00Z');
const saved: Booking = {
  portal: 'iris',
  number: null,
  resource: 'Licence ZOOM Web 5000 participants',
  serviceId: 'web5000',
  title: 'Bilan régional de la vaccination',
  facts: { name: 'Bilan régional de la vaccination', participants: 1200, presenter: { name: 'Louise Arsenault', email: null } },
  establishment: 'CISSS de la Côte-Nord',
  establishmentId: 'cisss-cote-nord',
  requester: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' },
  start: NOW + 86_400_000,
  end: NOW + 90_000_000,
  status: 'pending',
  page: null,
  reason: null,
};
const shown: Booking = { ...saved, number: '105163', facts: null, requester: null, page: 'https://www.irisreservation.ca/reservations/105163' };

describe('the number of a booking that was saved before it had one', () => {
  beforeEach(() => resetBrowser());

  it('is told once, with the page, when a tab shows the booking', async () => {
    await awaitNumber(saved, NOW);
    expect(await takeNumbered([shown])).toEqual([{ ...saved, number: '105163', page: shown.page }]);
    expect(await takeNumbered([shown])).toEqual([]);
  });

  it('T15 S0-44 is found under a cut name and the resource’s other spelling', async () => {
    await awaitNumber(saved, NOW);
    const cut = { ...shown, title: 'Bilan régional de la vac…', resource: 'Licence Web 5000 participants (ZOOM Web5000)' };
    expect((await takeNumbered([cut])).map(({ number }) => number)).toEqual(['105163']);
  });

  it('is not taken from another booking at the same hour, or from one without a number', async () => {
    await awaitNumber(saved, NOW);
    expect(await takeNumbered([{ ...shown, title: 'Comité de direction' }, { ...shown, serviceId: 'clinical' }, { ...shown, number: null }, { ...shown, start: shown.start + 60_000 }])).toEqual([]);
    expect(await unnumberedStore.load()).toHaveLength(1);
  });

  it('is no longer waited for once the booking is over', async () => {
    await awaitNumber(saved, NOW);
    const later = { ...saved, title: 'Autre', facts: null, start: saved.end + 1_000, end: saved.end + 2_000 };
    await awaitNumber(later, saved.end + 1);
    expect((await unnumberedStore.load()).map(({ title }) => title)).toEqual(['Autre']);
  });
});
