import { describe, expect, it } from 'vitest';
import { isMaterial, merge } from '../../../companion/ledger/merge.ts';
import { bookingAt, HOUR, MONDAY } from '../support/bookings.ts';

const held = bookingAt(MONDAY, { presenter: { name: 'Dre Anne Côté', email: 'anne.cote@iucpq.example.test' } });

describe('two sayings of one booking', () => {
  it.each([
    ['another name', { name: 'Nouveau nom' }],
    ['another start', { start: new Date(MONDAY - HOUR).toISOString() }],
    ['another end', { end: new Date(MONDAY + 3 * HOUR).toISOString() }],
    ['another presenter', { presenter: { ...held.presenter, name: 'Dr Luc Roy' } }],
    ['another address of the presenter', { presenter: { ...held.presenter, email: 'anne.cote@exemple.test' } }],
  ])('Z48 change the conference for %s', (_what, change) => {
    expect(isMaterial(held, { ...held, ...change })).toBe(true);
  });

  it('Z48 leave the conference alone for what it does not show, and for the same hours written otherwise', () => {
    const change = { participants: 3, establishment: null, requester: { name: 'Marc Roy', email: null }, page: null, resource: 'Web5000', start: held.start.replace('Z', '+00:00') };
    expect(isMaterial(held, { ...held, ...change })).toBe(false);
  });

  it('keep what the newer one does not say, but no address of somebody else', () => {
    const [presenter, requester] = [{ ...held.presenter, email: null }, { ...held.requester, email: null }];
    const said = { ...held, number: null, establishment: null, page: null, presenter, requester };
    expect(merge(held, said)).toEqual(held);
    const others = merge(held, { ...said, presenter: { name: 'Dr Luc Roy', email: null }, requester: { name: 'Marc Roy', email: null } });
    expect([others.presenter.email, others.requester.email]).toEqual([null, null]);
  });
});
