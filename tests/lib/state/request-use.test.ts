/** F02: what an approver reads of an establishment's use before deciding on its request. */
import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../lib/domain/booking.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { requestUses, type RequestUses } from '../../../lib/state/request-use.ts';
import { booking, DAY, HOUR, NOW, portalReading, reading, settings, sources } from '../samples.ts';

const FISCAL = { from: Date.parse('2026-04-01T04:00:00Z'), to: Date.parse('2027-04-01T04:00:00Z') };
/** 90 hours for nine establishments: ten each. */
const card = { ...web5000, quota: { ...web5000.quota, total: 90 } };
const wanted = booking({ number: '1' });
const held = (number: string, hours: number, change: Partial<Booking> = {}): Booking => booking({ number, status: 'approved', start: NOW + 5 * DAY, end: NOW + 5 * DAY + hours * HOUR, ...change });

interface Asked {
  request?: Booking;
  /** Whether the portal was read for the whole fiscal year. */
  whole?: boolean;
  cards?: (typeof card)[];
  /** Whether anything was read at all. */
  read?: boolean;
}
function ask(others: Booking[], { request = wanted, whole = true, cards = [card], read = true }: Asked = {}): RequestUses {
  const all = [request, ...others];
  const portal = portalReading([], { reading: read ? reading(all, whole ? { from: FISCAL.from, to: FISCAL.to } : { complete: false }) : null });
  const { readings, ledger } = sources({ readings: { iris: portal } });
  return requestUses({ settings: settings({ cards }), readings, ledger: read ? ledger : { ...ledger, at: null } }, () => all)(request);
}
const useIn = (answer: RequestUses) => (answer.known ? answer.uses[0] : undefined);

describe('F02 the use of a request’s establishment, for the approver', () => {
  it('F02 says what is approved, what others ask for, and what this request makes of the share', () => {
    const answer = ask([held('2', 4.5), booking({ number: '3', start: NOW + 6 * DAY, end: NOW + 6 * DAY + 2 * HOUR }), held('4', 3, { establishmentId: 'cisss-iles', establishment: 'CISSS des Îles' })]);
    expect(useIn(answer)).toEqual({ unit: 'hours', ...FISCAL, used: 4.5 * HOUR, others: 2 * HOUR, after: 7.5 * HOUR, share: 10 * HOUR, percent: 75, step: 'nothing', complete: true });
    expect(answer).toMatchObject({ establishment: 'CISSS de la Côte-Nord', sources: [{ name: 'portal', at: NOW }, { name: 'companion', at: NOW }] });
  });

  it('F02 never counts « Annulée » and « Rejetée »', () => {
    expect(useIn(ask([held('2', 4, { status: 'cancelled' }), held('3', 4, { status: 'rejected' })]))).toMatchObject({ used: 0, others: 0, after: HOUR });
  });

  it('F02 nothing approved in a part of the bookings is unknown, not zero; in all of them it is zero', () => {
    expect(useIn(ask([], { whole: false }))).toMatchObject({ used: null, after: HOUR, complete: false });
    expect(useIn(ask([held('2', 2)], { whole: false }))).toMatchObject({ used: 2 * HOUR, complete: false });
    expect(useIn(ask([]))).toMatchObject({ used: 0, complete: true });
  });

  it('F02 says why there is no figure: no establishment, no card, nothing read', () => {
    expect(ask([], { request: { ...wanted, establishmentId: null, establishment: 'Clinique inconnue' } })).toEqual({ known: false, why: 'establishment' });
    expect(ask([], { request: { ...wanted, establishmentId: null, establishment: null } })).toEqual({ known: false, why: 'establishment' });
    expect(ask([], { cards: [] })).toEqual({ known: false, why: 'card' });
    expect(ask([], { read: false })).toEqual({ known: false, why: 'unread' });
  });

  it('F02 finds the establishment by the words of the portal too', () => {
    expect(useIn(ask([held('2', 3)], { request: { ...wanted, establishmentId: null, establishment: 'CISSS de la Cote Nord' } }))).toMatchObject({ used: 3 * HOUR, after: 4 * HOUR });
  });

  it('F02 a request over the end of the fiscal year is counted in both', () => {
    const over = { ...wanted, start: FISCAL.to - HOUR, end: FISCAL.to + 2 * HOUR };
    const answer = ask([], { request: over });
    const uses = answer.known && answer.uses.map(({ after, from, complete }) => [after, from, complete]);
    expect(uses).toEqual([[HOUR, FISCAL.from, true], [2 * HOUR, FISCAL.to, false]]);
  });

  it('E-3 tells the step of the policy that the request comes to', () => {
    expect(useIn(ask([held('2', 8)]))).toMatchObject({ step: 'warn', percent: 90 });
    expect(useIn(ask([held('2', 9.5)]))).toMatchObject({ step: 'askReason', percent: 105 });
  });
});
