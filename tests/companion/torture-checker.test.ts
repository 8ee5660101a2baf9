import { describe, expect, it } from 'vitest';
import type { BookingRecord } from '../../companion/ledger/records.ts';
import type { MailRow } from '../../companion/ledger/schema.ts';
import { born } from '../../companion/ledger/machine.ts';
import type { Mail } from '../standins/mailbox/mailbox.ts';
import type { ConferenceView } from '../standins/zoom/standin.ts';
import { check } from '../torture/checker.ts';
import type { Deed, Evidence } from '../torture/evidence.ts';
import { keyOf } from '../torture/evidence.ts';
import { stepsFaults, stormFaults } from '../torture/happened.ts';
import { faultsOf } from '../torture/mutations.ts';
import type { Mutated } from '../torture/mutations.ts';
import { bookingAt, DAY, MONDAY, web5000 } from './support/bookings.ts';

const booking = bookingAt(MONDAY + DAY);
const marker = (reference: string): string => `[MGR:${reference}:00000000]`;
const deed = (changes: Partial<Deed> = {}): Deed => ({ booking: keyOf(booking), does: 'booking.approved', outcome: 'acknowledged', facts: booking, webhookId: 'evt_1', answer: 'yes', ...changes });
const conference = (changes: Partial<ConferenceView> = {}): ConferenceView => ({
  kind: 'webinar', id: '123456789', uuid: 'u', host: 'h', topic: booking.name, agenda: marker('ab'), type: 5, start: MONDAY + DAY, duration: 90, passcode: 'p',
  joinLink: 'https://zoom.example.test/j/123456789', settings: {}, panelists: [], live: false, ended: false, createdAt: MONDAY, deletedAt: null, ...changes,
});
const record: BookingRecord = {
  id: 'ab', host: 'h', booking, service: web5000, language: 'fr', reason: null, browserOnly: false, slug: null, createdAt: MONDAY, updatedAt: MONDAY,
  life: { ...born(), state: 'scheduled', conferenceRevision: 1, announced: true },
  conference: { kind: 'webinar', id: '123456789', joinLink: 'https://zoom.example.test/j/123456789', passcode: 'p', dialIn: [], differences: [], createdAt: MONDAY, presenterLink: null },
};
const row: MailRow = { id: 'm', booking_id: 'ab', kind: 'link', recipient: 'requester', revision: 1, message_id: 'mgr-ab.link.1', state: 'sent', problem: null, created_at: MONDAY, sent_at: MONDAY };
const mail = (changes: Partial<Mail> = {}): Mail => ({
  number: 1, receivedAt: MONDAY, from: null, to: [], cc: [], bcc: [], envelope: { from: '', to: ['elise.gagne@iucpq.example.test'] }, subject: 'Votre rencontre', messageId: '<mgr-ab.link.1@cct.example.test>',
  headers: [], header: () => null, text: 'https://zoom.example.test/j/123456789', html: '', attachments: [], raw: '', ...changes,
});
const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  deeds: [deed()], bookings: [record], mailRows: [row], effects: [], submissions: [{ webhookId: 'evt_1', answer: 'yes' }],
  audit: [{ bookingId: 'ab', what: 'approved' }, { bookingId: 'ab', what: 'created' }], integrity: 'ok', conferences: [conference()], mails: [mail()],
  marker, now: MONDAY, approvers: 'approbateurs@cct.example.test', spareCopies: 1, ...changes,
});

describe('the checker of the torture', () => {
  it('has nothing to say when all is as it was told', () => {
    expect(check(evidence())).toEqual({ findings: [], bookings: 1, lost: 0, duplicates: 0, missing: 0, mails: 1, copies: 0 });
  });

  const broken: [string, string, Partial<Evidence>][] = [
    ['an acknowledged event that the ledger does not know', 'R1', { submissions: [] }],
    ['an acknowledgement that is not the one kept', 'R1', { submissions: [{ webhookId: 'evt_1', answer: 'no' }] }],
    ['an acknowledged booking that is gone', 'R1', { bookings: [], conferences: [] }],
    ['a database that is damaged', 'R1', { integrity: 'row 3 missing from index' }],
    ['a second conference', 'R2', { conferences: [conference(), conference({ id: '987654321' })] }],
    ['a conference that is missing', 'R2', { conferences: [] }],
    ['a conference other than the ledger’s', 'R2', { conferences: [conference({ id: '987654321' })] }],
    ['a conference with the facts of before', 'R2', { deeds: [deed(), deed({ does: 'booking.changed', facts: { ...booking, name: 'Autre' } })] }],
    ['a conference of a booking that was withdrawn', 'R2', { deeds: [deed(), deed({ does: 'booking.cancelled' })] }],
    ['a conference of nobody’s', 'Z88', { conferences: [conference(), conference({ id: '5', agenda: marker('cd') })] }],
    ['an event that had its effect twice', 'audit', { audit: [{ bookingId: 'ab', what: 'approved' }, { bookingId: 'ab', what: 'approved' }, { bookingId: 'ab', what: 'created' }] }],
    ['two creations for one booking', 'audit', { audit: [{ bookingId: 'ab', what: 'approved' }, { bookingId: 'ab', what: 'created' }, { bookingId: 'ab', what: 'adopted' }] }],
    ['a mail that counts as sent and never came', 'R4', { mails: [] }],
    ['a mail that nobody planned', 'R4', { mailRows: [] }],
    ['more copies of a mail than deaths explain', 'R4', { mails: [mail(), mail(), mail()] }],
    ['the same mail under another Message-ID', 'R4', { mails: [mail(), mail({ messageId: '<mgr-ab.link.2@cct.example.test>' })], mailRows: [row, { ...row, message_id: 'mgr-ab.link.2' }] }],
    ['a mail to a stranger', 'R4', { mails: [mail(), mail({ envelope: { from: '', to: ['x@y.example.test'] } })] }],
    ['a requester without today’s link', 'R4', { mails: [mail({ text: 'https://zoom.example.test/j/1' })] }],
    ['work that was left undone', 'R9', { effects: [{ kind: 'create', run_at: MONDAY - 1, done_at: null, booking_id: 'ab' } as never] }],
  ];
  it.each(broken)('finds %s (%s)', (_what, id, changes) => {
    expect(check(evidence(changes)).findings.map((finding) => finding.split(/[ :]/u)[0])).toContain(id);
  });

  it('takes what was never acknowledged for possible, done or not done', () => {
    const unknown = [deed(), deed({ does: 'booking.cancelled', outcome: 'unknown', webhookId: 'evt_2', answer: null })];
    expect(check(evidence({ deeds: unknown })).findings).toEqual([]);
    expect(check(evidence({ deeds: [deed({ outcome: 'unknown', answer: null })], bookings: [], conferences: [], mails: [], mailRows: [], submissions: [], audit: [] })).findings).toEqual([]);
  });

  it('allows one more copy of a mail for a death, under the same Message-ID', () => {
    expect(check(evidence({ mails: [mail(), mail()] }))).toMatchObject({ findings: [], copies: 1 });
  });
});

describe('what a torture must have done before it proves anything', () => {
  const mutated = { originals: 60, requests: 2000, accepted: 0, broken: 0, crashed: 0, traces: [], unproven: [], examples: [] };
  const faulty: [string, Partial<Mutated>][] = [
    ['a request that was accepted', { accepted: 1 }],
    ['an answer of 500', { broken: 1 }],
    ['an app that threw', { crashed: 1 }],
    ['a table that is not as it was', { traces: ['audit'] }],
    ['a true request that is refused', { unproven: ['GET /v1/me is refused unaltered: 401'] }],
    ['fewer requests than were to be asked', { requests: 1999 }],
  ];
  it.each(faulty)('each kind of fault of the altered requests is a finding: %s', (_what, changes) => {
    expect(faultsOf(mutated, 2000)).toEqual([]);
    expect(faultsOf({ ...mutated, ...changes }, 2000)).toHaveLength(1);
  });

  it('steps without a border, without a telling or without deaths are a finding', () => {
    expect(stepsFaults({ borders: ['a', 'b'], tellings: 20, deaths: 18 })).toEqual([]);
    expect(stepsFaults({ borders: [], tellings: 0, deaths: 0 })).toHaveLength(1);
    expect(stepsFaults({ borders: ['a'], tellings: 0, deaths: 0 })).toHaveLength(1);
    expect(stepsFaults({ borders: ['a', 'b'], tellings: 20, deaths: 17 })).toHaveLength(1);
  });

  const asked = { bookings: 1000, kills: 200, shared: true };
  const storm = { verdict: { bookings: 1000 }, kills: 165, stops: 35, zoomFaults: 3000, disasters: 1 };
  const tame: [string, Partial<typeof storm>][] = [
    ['fewer kills than were to be', { kills: 164 }],
    ['a Zoom that never failed', { zoomFaults: 0 }],
    ['no pause beyond a lease', { kills: 200, stops: 0 }],
    ['a database that never went away', { disasters: 0 }],
    ['fewer bookings than were to be judged', { verdict: { bookings: 999 } }],
  ];
  it.each(tame)('a storm with %s is a finding', (_what, changes) => {
    expect(stormFaults(storm, asked)).toEqual([]);
    expect(stormFaults({ ...storm, ...changes }, asked)).toHaveLength(1);
  });

  it('a storm without a kill is a finding, whatever was asked', () => {
    expect(stormFaults({ ...storm, kills: 0, stops: 4 }, { ...asked, kills: 4 })).toHaveLength(1);
  });
});
