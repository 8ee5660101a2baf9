/** R4: at least once, at most one more copy for each death, copies only with the same Message-ID, nobody else written to. */
import type { BookingRecord } from '../../companion/ledger/records.ts';
import type { Mail } from '../standins/mailbox/mailbox.ts';
import type { Deed, Evidence } from './evidence.ts';
import { expectedAfter } from './expected.ts';

const calendarOf = (mail: Mail): string => mail.attachments.find(({ filename }) => filename === 'rencontre.ics')?.text() ?? '';

/** What a reader sees of a mail: who, what, and which version of the calendar entry. */
const faceOf = (mail: Mail): string =>
  [mail.envelope.to.join(), mail.subject, mail.text.replace(/https?:\/\/127\.0\.0\.1:\d+/gu, ''), /SEQUENCE:(\d+)/u.exec(calendarOf(mail))?.[1] ?? ''].join('\n');

const referenceOf = (mail: Mail): string => /^<mgr-([0-9a-f]+)\./u.exec(mail.messageId ?? '')?.[1] ?? '';

export function checkMails(
  evidence: Evidence,
  deedsOf: ReadonlyMap<string, readonly Deed[]>,
  byKey: ReadonlyMap<string, BookingRecord>,
): { findings: string[]; copies: number } {
  const findings: string[] = [];
  const byId = Map.groupBy(evidence.mails, ({ messageId }) => messageId ?? '');
  const rows = new Map(evidence.mailRows.map((row) => [`<${row.message_id}@cct.example.test>`, row]));

  for (const [id, copies] of byId) if (!rows.has(id)) findings.push(`R4 a mail arrived that the ledger does not know: ${id} « ${copies[0]?.subject ?? ''} »`);
  for (const [id, row] of rows) {
    const arrived = byId.get(id)?.length ?? 0;
    if (row.state === 'sent' && arrived === 0) findings.push(`R4 ${row.message_id} counts as sent and did not arrive`);
    if (row.state === 'sending') findings.push(`R4 ${row.message_id} is still being sent`);
    if (row.state === 'failed') findings.push(`R4 ${row.message_id} was given up: ${row.problem ?? ''}`);
  }
  for (const alike of Map.groupBy(evidence.mails, faceOf).values()) {
    const ids = new Set(alike.map(({ messageId }) => messageId));
    if (ids.size > 1) findings.push(`R4 the same mail came under ${ids.size} Message-IDs: « ${alike[0]?.subject ?? ''} »`);
  }
  const copies = [...byId.values()].reduce((sum, list) => sum + list.length - 1, 0);
  for (const [id, list] of byId) {
    if (list.length - 1 > evidence.spareCopies) findings.push(`R4 ${list.length} copies of ${id} after ${evidence.spareCopies} deaths and dropped connections`);
  }

  const byReference = Map.groupBy(evidence.mails, referenceOf);
  for (const [key, deeds] of deedsOf) {
    const record = byKey.get(key);
    if (record === undefined) continue;
    const mails = byReference.get(record.id) ?? [];
    findings.push(...recipientFaults(deeds, mails, evidence.approvers).map((fault) => `R4 ${key} ${fault}`));
    const [truth, other] = expectedAfter(deeds);
    if (truth === undefined || other !== undefined) continue;
    findings.push(...tellingFaults(truth.stands, record, mails, evidence).map((fault) => `R4 ${key} ${fault}`));
  }
  return { findings, copies };
}

function recipientFaults(deeds: readonly Deed[], mails: readonly Mail[], approvers: string): string[] {
  const allowed = new Set([approvers, ...deeds.flatMap(({ facts }) => [facts?.requester.email, facts?.presenter.email])]);
  const others = mails.flatMap(({ envelope }) => envelope.to).filter((address) => !allowed.has(address));
  return others.map((address) => `wrote to ${address}, who has nothing to do with it`);
}

/** The requester of a standing booking has today's link; that of a withdrawn one has been told. */
function tellingFaults(stands: boolean, record: BookingRecord, mails: readonly Mail[], evidence: Evidence): string[] {
  const requester = record.booking.requester.email;
  if (requester === null) return [];
  const own = mails.filter(({ envelope }) => envelope.to.includes(requester));
  if (stands) {
    const link = evidence.conferences.find(({ id }) => id === record.conference?.id)?.joinLink;
    return link === undefined || own.some(({ text }) => text.includes(link)) ? [] : ['stands, and its requester does not have the link'];
  }
  const had = own.some((mail) => calendarOf(mail).includes('METHOD:PUBLISH'));
  const told = own.some((mail) => calendarOf(mail).includes('METHOD:CANCEL'));
  return had && !told ? ['was withdrawn, and its requester has the entry still'] : [];
}
