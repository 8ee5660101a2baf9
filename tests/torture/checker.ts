/**
 * Compares what people were told with what is there (reliability.md A.4, A.5): acknowledged bookings, the ledger,
 * Zoom's conferences, the mails that arrived, the audit. What was never acknowledged may have happened or not; what
 * was must have, once. Pure: tests show that it finds what it is to find.
 */
import type { BookingRecord } from '../../companion/ledger/records.ts';
import type { ConferenceView } from '../standins/zoom/standin.ts';
import { checkMails } from './check-mails.ts';
import type { Deed, Evidence } from './evidence.ts';
import { expectedAfter } from './expected.ts';
import type { Expected } from './expected.ts';

export interface Verdict {
  /** One sentence for each broken promise; empty when all were kept. */
  findings: string[];
  bookings: number;
  /** Acknowledged deeds that the ledger does not show. */
  lost: number;
  /** Live conferences beyond the one that a booking has. */
  duplicates: number;
  /** Standing bookings without a live conference. */
  missing: number;
  mails: number;
  /** Second copies of a mail, all with the same Message-ID. */
  copies: number;
}

const auditOf: Record<Deed['does'], string> = {
  'booking.requested': 'requested', 'booking.approved': 'approved', 'booking.changed': 'changed', 'booking.rejected': 'rejected', 'booking.cancelled': 'cancelled',
  'link.cancelled': 'cancelled', 'link.undone': 'cancellationUndone',
};

const count = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length;

export function check(evidence: Evidence): Verdict {
  const findings: string[] = [];
  const totals = { lost: 0, duplicates: 0, missing: 0 };
  const deedsOf = Map.groupBy(evidence.deeds, ({ booking }) => booking);
  const byKey = new Map(evidence.bookings.map((record) => [`${record.booking.portal}:${record.booking.number}`, record]));
  const byMarker = Map.groupBy(evidence.conferences, ({ agenda }) => /^\[MGR:[^\]]*\]/u.exec(agenda)?.[0] ?? '');
  const answers = new Map(evidence.submissions.map(({ webhookId, answer }) => [webhookId, answer]));
  const auditOfBooking = Map.groupBy(evidence.audit, ({ bookingId }) => bookingId ?? '');

  if (evidence.integrity !== 'ok') findings.push(`R1 the database says of itself: ${evidence.integrity}`);
  for (const { webhookId, outcome, answer, does, booking } of evidence.deeds) {
    if (outcome !== 'acknowledged' || webhookId === null || answers.get(webhookId) === answer) continue;
    totals.lost += 1;
    findings.push(`R1 ${does} of ${booking} was acknowledged, and the ledger ${answers.has(webhookId) ? 'keeps another answer' : 'does not know it'}`);
  }

  for (const [key, deeds] of deedsOf) {
    const record = byKey.get(key);
    const truths = expectedAfter(deeds);
    if (record === undefined) {
      if (deeds.every(({ outcome }) => outcome === 'unknown')) continue;
      totals.lost += 1;
      findings.push(`R1 ${key} was acknowledged and is not in the ledger`);
      continue;
    }
    const live = (byMarker.get(evidence.marker(record.id)) ?? []).filter(({ deletedAt }) => deletedAt === null);
    const faults = truths.map((truth) => faultsOf(truth, record, live));
    const least = faults.toSorted((one, other) => one.length - other.length)[0] ?? [];
    totals.duplicates += Math.max(0, live.length - 1);
    totals.missing += least.some((fault) => fault.includes('no conference')) ? 1 : 0;
    const waiting = evidence.effects.filter(({ booking_id, done_at }) => booking_id === record.id && done_at === null).map(({ kind, run_at, last_problem }) => `; ${kind} waits until ${new Date(run_at).toISOString()} (${last_problem ?? 'for its hour'})`).join('');
    findings.push(...least.map((fault) => `R2 ${key} ${fault}${waiting}`));
    findings.push(...auditFaults(deeds, auditOfBooking.get(record.id) ?? []).map((fault) => `audit: ${key} ${fault}`));
  }

  const known = new Set(evidence.bookings.map(({ id }) => evidence.marker(id)));
  for (const { agenda, id, deletedAt } of evidence.conferences) {
    const marker = /^\[MGR:[^\]]*\]/u.exec(agenda)?.[0];
    if (deletedAt === null && (marker === undefined || !known.has(marker))) findings.push(`Z88 conference ${id} belongs to no booking`);
  }
  for (const { kind, run_at, done_at, booking_id } of evidence.effects) {
    if (done_at === null && run_at <= evidence.now) findings.push(`R9 ${kind} of ${booking_id} is due and was not done`);
  }
  const mails = checkMails(evidence, deedsOf, byKey);
  return { findings: [...findings, ...mails.findings], bookings: deedsOf.size, ...totals, mails: evidence.mails.length, copies: mails.copies };
}

function faultsOf({ stands, facts }: Expected, record: BookingRecord, live: readonly ConferenceView[]): string[] {
  const { state } = record.life;
  const [first] = live;
  if (!stands) {
    if (live.length > 0) return [`does not stand and has ${live.length} conferences at Zoom`];
    return ['requested', 'cancelled', 'rejected'].includes(state) && record.conference === null ? [] : [`does not stand and is ${state} in the ledger`];
  }
  if (first === undefined) return [`stands, is ${state} (${record.life.notice?.code ?? 'no notice'}), and has no conference`];
  if (live.length > 1) return [`has ${live.length} conferences: a duplicate`];
  const faults: string[] = [];
  if (!['scheduled', 'live', 'ended'].includes(state)) faults.push(`stands and is ${state} (${record.life.notice?.code ?? 'no notice'})`);
  if (record.conference?.id !== first.id) faults.push(`has conference ${first.id} at Zoom and ${record.conference?.id ?? 'none'} in the ledger`);
  if (facts !== null && (first.topic !== facts.name || first.start !== Date.parse(facts.start))) faults.push('shows other facts at Zoom than those acknowledged last');
  return faults;
}

/** Each acknowledged deed is in the audit once, and each conference was made or adopted once. */
function auditFaults(deeds: readonly Deed[], rows: readonly { what: string }[]): string[] {
  const faults: string[] = [];
  for (const word of new Set(deeds.map(({ does }) => auditOf[does]))) {
    const told = deeds.filter(({ does }) => auditOf[does] === word);
    const least = count(told, ({ outcome }) => outcome === 'acknowledged');
    const found = count(rows, ({ what }) => what === word);
    if (found < least || found > told.length) faults.push(`was ${word} ${least} times and the audit has ${found}`);
  }
  const made = count(rows, ({ what }) => what === 'created' || what === 'adopted');
  const gone = count(rows, ({ what }) => what === 'conferenceCancelled' || what === 'vanished');
  if (made > gone + 1) faults.push(`got ${made} conferences and lost ${gone}`);
  return faults;
}
