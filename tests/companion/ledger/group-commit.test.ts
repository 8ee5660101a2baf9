/** The commits of one turn of the event loop are one (reliability.md D.4), and a bad one among them harms no other. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../companion/app.ts';
import type { Database } from '../../../companion/ledger/database.ts';
import { openDatabase } from '../../../companion/ledger/open.ts';
import { addPerson } from '../../../companion/ledger/people.ts';
import type { Queries } from '../../../companion/ledger/schema.ts';
import { Submissions } from '../../../companion/ledger/submissions.ts';
import { createLog } from '../../../companion/log.ts';
import { Metrics } from '../../../companion/metrics.ts';
import { createAllowance } from '../../../companion/routes/allowance.ts';
import { createSecrets } from '../../../companion/secrets.ts';
import { createStableLinks } from '../../../companion/stable-links.ts';
import type { Conferences } from '../../../companion/zoom/types.ts';
import { importSecret, sign } from '../../../lib/contract/signature.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from '../support/bookings.ts';
import { createManualClock } from '../support/clock.ts';

let folder: string;
let database: Database;
let submissions: Submissions;
/** Commits that wrote something, and whether the disk had them yet when each submitter was told. */
let commits: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-group-'));
  database = await openDatabase({ kind: 'sqlite', file: join(folder, 'ledger.sqlite') }, (border) => {
    if (/^commit .*submissions.*, done$/u.test(border)) commits.push(border);
  });
  submissions = new Submissions(database, () => undefined);
  // Those of the schema.
  commits = [];
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const note = (db: Queries, name: string) => db.insertInto('meta').values({ name, value: 'written' }).execute();
const submit = (name: string, work: (db: Queries) => Promise<unknown> = (db) => note(db, name)) =>
  submissions.submit({ webhookId: name, keyId: 'p-1', bodyHash: name, now: MONDAY, about: [], work: async (db) => (await work(db), { bookingId: '', answer: `answer of ${name}` }) })
    .then((result) => ({ result, commits: commits.length }));
const notes = async (): Promise<string[]> => (await database.db.selectFrom('meta').select('name').where('value', '=', 'written').orderBy('name').execute()).map(({ name }) => name);
const kept = async (): Promise<string[]> => (await database.db.selectFrom('submissions').select('webhook_id').orderBy('webhook_id').execute()).map(({ webhook_id }) => webhook_id);

describe('submissions of one turn', () => {
  it('R1 share one commit, and each is answered after it', async () => {
    const told = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => submit(name)));
    expect(commits).toHaveLength(1);
    expect(told).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => ({ result: { status: 202, answer: `answer of ${name}`, first: true }, commits: 1 })));
    await submit('later');
    expect(commits).toHaveLength(2);
    expect(await kept()).toEqual(['a', 'b', 'c', 'd', 'e', 'later']);
  });

  it.each([
    ['that throws after it has written', async (db: Queries) => {
      await note(db, 'bad');
      throw new Error('bad');
    }, 'bad'],
    ['that the database refuses', async (db: Queries) => {
      await note(db, 'bad');
      await db.insertInto('cancel_links').values({ token_hash: 't', booking_id: 'nobody', revision: 1, created_at: 1, expires_at: 1, used_at: null }).execute();
    }, 'FOREIGN KEY'],
  ])('R1 one of them %s is refused alone: nothing of it stays, all of the others does, in one commit still', async (_how, work, message) => {
    const told = await Promise.allSettled([submit('a'), submit('bad', work), submit('b')]);
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(String((told[1] as PromiseRejectedResult).reason)).toContain(message);
    expect(commits).toHaveLength(1);
    expect(await notes()).toEqual(['a', 'b']);
    expect(await kept()).toEqual(['a', 'b']);
    expect(submissions.failing).toBe(false);
    // The same once more, well: it was never here.
    expect((await submit('bad')).result).toEqual({ status: 202, answer: 'answer of bad', first: true });
  });

  it('Z70 the same identifier twice in one turn is one submission with one answer, and with another body a conflict', async () => {
    const one = { webhookId: 'a', keyId: 'p-1', bodyHash: 'a', now: MONDAY, about: [] };
    const work = (db: Queries) => note(db, 'a').then(() => ({ bookingId: '', answer: 'answer of a' }));
    const told = await Promise.all([{ ...one, work }, { ...one, work }, { ...one, bodyHash: 'other', work }].map((submission) => submissions.submit(submission)));
    expect(told).toEqual([{ status: 202, answer: 'answer of a', first: true }, { status: 202, answer: 'answer of a', first: false }, { status: 409 }]);
    expect([commits.length, await notes(), await kept()]).toEqual([1, ['a'], ['a']]);
  });
});

describe('signed events that come in together', () => {
  it('R1 share a commit, and what one of them lacks is refused to it alone', async () => {
    const secrets = createSecrets('only-for-the-tests-of-this-repository');
    const app = createApp({
      database, submissions, secrets, clock: createManualClock(MONDAY), log: createLog('silent'), metrics: new Metrics(), allowance: createAllowance(1000), hostOf: () => 'host', conferences: {} as Conferences,
      zoomEvents: { secret: null, accountId: '' }, wake: () => undefined, publicUrl: () => 'http://127.0.0.1', links: createStableLinks(() => 'http://127.0.0.1', false), reportsUrl: null, version: '0',
    });
    const { id, secret } = await addPerson(database.db, secrets, { name: 'Marc', email: null, role: 'approver', establishmentId: null }, MONDAY);
    const key = { id, kind: 'v1' as const, key: await importSecret(secret) };
    const bodies = Array.from({ length: 20 }, (_, index) => JSON.stringify(eventOf(index === 7 ? 'booking.changed' : 'booking.requested', bookingAt(MONDAY + 2 * DAY + index * 2 * HOUR, { number: `G-${index}`, name: index === 9 ? '' : `Rencontre ${index}` }), { at: MONDAY })));
    const signed = await Promise.all(bodies.map(async (body, index) => ({ method: 'POST', headers: { ...(await sign(key, `evt_${index}`, MONDAY, body)) }, body })));
    const answers = await Promise.all(signed.map((request) => app.request('/v1/events', request)));
    expect(answers.flatMap(({ status }, index) => (status === 202 ? [] : [[index, status]]))).toEqual([[9, 422]]);
    expect(commits).toHaveLength(1);
    expect(await kept()).toHaveLength(19);
  });
});
