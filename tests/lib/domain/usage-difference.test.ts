import { describe, expect, it } from 'vitest';
import { ledgerStates } from '../../../lib/contract/answer.ts';
import { statusOfLedger } from '../../../lib/domain/ledger-status.ts';
import { differencesOf, type ComparedBooking, type DifferenceQuestion } from '../../../lib/domain/usage-difference.ts';

const HOUR = 3_600_000;
const from = Date.parse('2026-04-01T04:00:00Z');
const to = Date.parse('2027-04-01T04:00:00Z');
const START = Date.parse('2026-05-01T14:00:00Z');
const booking = (change: Partial<ComparedBooking> = {}): ComparedBooking => ({
  portal: 'iris', number: '1', resource: 'Licence', serviceId: 'web5000', establishmentId: 'iucpq', establishment: null, status: 'approved', start: START, end: START + 2 * HOUR, ...change,
});
const compare = (portal: ComparedBooking[], ledger: ComparedBooking[], other: Partial<DifferenceQuestion<ComparedBooking>> = {}) =>
  differencesOf({ portal, ledger, card: { id: 'web5000', quota: { unit: 'hours', total: null } }, from, to, portalComplete: true, ...other })
    .map(({ portal: one, ledger: two, parts, amounts }) => [one?.number ?? null, two?.number ?? null, parts.join(' '), amounts.portal / HOUR, amounts.ledger / HOUR]);

describe('where the portal and the ledger differ', () => {
  it('E-2 says nothing when they agree, even before the ledger knows the number', () => {
    expect(compare([booking()], [booking()])).toEqual([]);
    expect(compare([booking()], [booking({ number: null, resource: 'LICENCE' })])).toEqual([]);
  });

  it('E-2 names each booking that one counts and the other does not, with what each counts', () => {
    expect(compare([booking(), booking({ number: '2', start: START + 24 * HOUR, end: START + 25 * HOUR })], [booking(), booking({ number: '3', start: START - 24 * HOUR, end: START - 20 * HOUR })])).toEqual([
      [null, '3', 'missing', 0, 4],
      ['2', null, 'missing', 1, 0],
    ]);
    expect(compare([booking({ status: 'cancelled' })], [booking()])).toEqual([[null, '1', 'missing', 0, 2]]);
  });

  it('E-2 tells approved from asked for, other hours and another establishment apart', () => {
    expect(compare([booking()], [booking({ status: 'pending' })])).toEqual([['1', '1', 'counted', 2, 2]]);
    expect(compare([booking({ end: START + HOUR })], [booking()])).toEqual([['1', '1', 'amount', 1, 2]]);
    expect(compare([booking()], [booking({ establishmentId: 'cisss-iles' })])).toEqual([['1', '1', 'establishment', 2, 2]]);
    expect(compare([booking({ establishmentId: null })], [booking()])).toEqual([]);
  });

  it('E-2 a portal that was read in part lacks nothing', () => {
    expect(compare([], [booking()], { portalComplete: false })).toEqual([]);
    expect(compare([booking({ status: 'rejected' })], [booking()], { portalComplete: false })).toHaveLength(1);
  });

  it('E-2 minds only what falls into the period and belongs to the service', () => {
    expect(compare([booking({ start: from - 2 * HOUR, end: from })], [])).toEqual([]);
    expect(compare([booking({ serviceId: 'other' })], [])).toEqual([]);
  });

  it('F02 every state of the ledger counts as one of the portal’s statuses', () => {
    expect(Object.groupBy(ledgerStates, statusOfLedger)).toEqual({
      pending: ['requested'], rejected: ['rejected'], cancelled: ['cancelling', 'cancelled'],
      approved: ['approved', 'creating', 'unknown', 'scheduled', 'live', 'ended', 'attention'],
    });
  });
});
