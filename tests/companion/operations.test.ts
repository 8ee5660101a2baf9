import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../companion/app.ts';
import { EnvironmentRefused, readEnvironment, variables } from '../../companion/environment.ts';
import { systemClock } from '../../companion/clock.ts';
import { help } from '../../companion/commands/help.ts';
import { purge } from '../../companion/ledger/purge.ts';
import { replay } from '../../companion/ledger/replay.ts';
import { createLog } from '../../companion/log.ts';
import { Metrics } from '../../companion/metrics.ts';
import { operations } from '../../companion/routes/openapi.ts';
import type { Parts } from '../../companion/routes/parts.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { runCommand as run } from './support/command.ts';
import { startOwnWorld } from './support/own-world.ts';

const MINUTE = 60_000;
const START = MONDAY + 2 * DAY;
const start = startOwnWorld;

describe('the environment', () => {
  const good = {
    PASSERELLE_PUBLIC_URL: 'https://passerelle.exemple.ca/', PASSERELLE_SECRET: 'x'.repeat(32), ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'b', ZOOM_CLIENT_SECRET: 'c',
    ZOOM_HOSTS: '{"web5000":"licence@exemple.ca"}', SMTP_URL: 'smtps://u:p@courriel.exemple.ca', MAIL_FROM: 'CCT <cct@exemple.ca>', MAIL_APPROVER: 'a@exemple.ca',
  };

  it('names every variable that is missing or wrong, and never repeats a value', () => {
    const refusal = (() => {
      try {
        readEnvironment({ PASSERELLE_SECRET: 'trop court', SMTP_URL: 'http://secret-value', PASSERELLE_PORT: 'x', MAIL_FROM: 'a@b\r\nBcc: c@d.ca' });
      } catch (error) {
        return error as EnvironmentRefused;
      }
      throw new Error('It was accepted.');
    })();
    expect(refusal).toBeInstanceOf(EnvironmentRefused);
    for (const name of ['PASSERELLE_PUBLIC_URL', 'PASSERELLE_SECRET', 'PASSERELLE_PORT', 'ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET', 'ZOOM_HOST_USER_ID', 'SMTP_URL', 'MAIL_FROM', 'MAIL_APPROVER']) {
      expect(refusal.problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
    expect(refusal.message).not.toMatch(/trop court|secret-value/u);
  });

  it('refuses a password of the mail server with a bare « % », which would stop each mail, and repeats nothing of it', () => {
    const refusal = (smtpUrl: string): string => {
      try {
        readEnvironment({ ...good, SMTP_URL: smtpUrl });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refusal('smtps://cct:100%secret@courriel.exemple.ca')).toMatch(/SMTP_URL a un utilisateur ou un mot de passe .*%25/u);
    expect(refusal('smtps://cct:100%secret@courriel.exemple.ca')).not.toContain('secret');
    expect(refusal('smtps://cct:100%25secret@courriel.exemple.ca')).toBe('');
  });

  it('takes the licence holder by service, refuses « me », and asks for https away from the machine itself', () => {
    expect(readEnvironment(good)).toMatchObject({ publicUrl: 'https://passerelle.exemple.ca', zoom: { hosts: { web5000: 'licence@exemple.ca' } }, retentionDays: 90 });
    expect(() => readEnvironment({ ...good, ZOOM_HOST_USER_ID: 'me' })).toThrow('«\u00a0me\u00a0»');
    expect(() => readEnvironment({ ...good, PASSERELLE_PUBLIC_URL: 'http://passerelle.exemple.ca' })).toThrow('https');
    expect(readEnvironment({ ...good, PASSERELLE_RETENTION_DAYS: '0' }).retentionDays).toBeNull();
  });

  it('--help lists every variable and every command', () => {
    const text = help();
    for (const { name } of variables) expect(text).toContain(name);
    for (const command of ['keys add', 'keys enrol', 'keys list', 'keys rotate', 'keys revoke', 'check', 'export', 'purge', 'backup', 'restore', 'replay']) expect(text).toContain(command);
  });
});

describe('the command line', () => {
  it('adds, lists and revokes keys beside a running companion; check says each thing in a sentence', async () => {
    const here = await start();
    const added = await run(here, ['keys', 'add', '--name', 'Marc Pelletier', '--role', 'approver']);
    const [, id, secret] = /(p-\w+):(whsec_\S+)/u.exec(added.output) ?? [];
    const list = await run(here, ['keys', 'list']);
    expect(list.output).toContain(`${id}\tapprover\tMarc Pelletier`);
    expect(list.output).not.toContain(secret);
    expect((await run(here, ['keys', 'revoke', id ?? ''])).status).toBe(0);
    expect((await run(here, ['keys', 'revoke', id ?? ''])).errors).toContain('Aucune clé en vigueur');
    expect((await run(here, ['keys', 'add', '--role', 'chef'])).errors).toMatch(/--name[\s\S]*--role/u);
    const check = await run(here, ['check']);
    for (const what of ['base de données', 'courriel', 'horloge']) expect(check.output).toMatch(new RegExp(`^[✔✘] ${what}\u00a0: .+\\.$`, 'mu'));
  }, 30_000);

  it('R12 a second companion on the same file refuses to start, in a clear sentence', async () => {
    const here = await start();
    const second = await run(here, ['serve']);
    expect(second).toMatchObject({ status: 1, errors: expect.stringContaining('Un autre compagnon sert déjà la base') });
    expect((await run(here, ['nonsense'])).errors).toContain('n’est pas une commande');
  }, 30_000);

  it('backs up while serving, restores only when stopped, and a damaged backup changes nothing', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.requested', bookingAt(START), { at: MONDAY }));
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-backup-'));
    const file = join(folder, 'copie.sqlite');
    expect((await run(here, ['backup', file])).status).toBe(0);
    expect((await run(here, ['restore', file])).errors).toContain('Un autre compagnon');
    await approver.send(eventOf('booking.requested', bookingAt(START + DAY, { number: '2026-0013' }), { at: MONDAY }));
    await here.companion.close();
    const damaged = join(folder, 'abimee.sqlite');
    await writeFile(damaged, Buffer.concat([(await readFile(file)).subarray(0, 5000), Buffer.alloc(90_000, 7)]));
    expect((await run(here, ['restore', damaged])).status).toBe(1);
    expect(await run(here, ['restore', file])).toMatchObject({ status: 0, errors: '' });
    await here.restart();
    expect((await approver.bookings()).map(({ booking }) => booking.number)).toEqual(['2026-0012']);
    await rm(folder, { recursive: true });
  }, 30_000);

  it('a failed mail can be tried again by a person', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.mailbox.fail({ kind: 'refuse', code: 550, at: 'recipient', times: 1 });
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    const id = /^(\S+)\tmail\tiris:2026-0012/u.exec((await run(here, ['replay'])).output)?.[1] ?? '';
    const ledger = await here.openLedger();
    expect(await replay(ledger.database, id, here.clock.now(), 'system')).toBe(true);
    expect(await replay(ledger.database, id, here.clock.now(), 'system')).toBe(false);
    await ledger.close();
    await here.pass(MINUTE);
    await here.companion.idle();
    expect(here.mailbox.messages().map(({ envelope }) => envelope.to[0])).toEqual(['elise.gagne@iucpq.example.test']);
  }, 30_000);
});

describe('personal data', () => {
  const canaries = ['Canari Nom', 'canari@exemple.test', 'Canari Titre', 'Canari Présentatrice', 'canari.presente@exemple.test'];
  const canary = {
    name: 'Canari Titre', requester: { name: 'Canari Nom', email: 'canari@exemple.test' }, presenter: { name: 'Canari Présentatrice', email: 'canari.presente@exemple.test' },
  };

  it('Z27 never reach the log, the metrics or the health pages, and neither does a secret, link or passcode', async () => {
    const lines: string[] = [];
    const here = await start({ variables: { PASSERELLE_LOG: 'info' }, companion: { logTo: { write: (line) => void lines.push(line) } } });
    const approver = await here.person('approver', { name: 'Canari Nom', email: 'canari@exemple.test' });
    here.zoom.failNext('500.before', { method: 'POST', path: /webinars$/u });
    here.mailbox.fail({ kind: 'refuse', code: 550, at: 'recipient', times: 1 });
    await approver.send(eventOf('booking.approved', bookingAt(START, canary), { at: MONDAY }));
    await here.pass(2 * 60_000);
    await here.pass(DAY);
    await approver.post('/v1/bookings/iris:2026-0012/start', {});
    await approver.send(eventOf('booking.approved', bookingAt(START, canary), { at: MONDAY }), { body: '{"Canari Nom":' });
    await fetch(`${here.companion.url}/c/${'a'.repeat(43)}?canari@exemple.test`);
    const conference = here.zoom.created()[0];
    const pages = await Promise.all(['/metrics', '/healthz', '/readyz', '/openapi.json'].map(async (path) => (await fetch(`${here.companion.url}${path}`)).text()));
    expect(lines.length).toBeGreaterThan(5);
    const secrets = [conference?.passcode ?? '', conference?.joinLink ?? '', here.variables['PASSERELLE_SECRET'] ?? '', approver.secret, here.zoom.credentials.clientSecret, 'aaaaaaaaaa', 'zak='];
    for (const text of [...lines, ...pages]) for (const secret of [...canaries, ...secrets]) expect(text).not.toContain(secret);
  });

  it('a person’s key is not in the database in clear', async () => {
    const here = await start();
    const { secret } = await here.person('approver');
    expect(await here.databaseBytes()).not.toContain(secret.slice(6));
  });

  it('14.2.7 are gone from the database’s files ninety days after the booking; its hours and its audit stay', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START, canary), { at: MONDAY, reason: 'Canari Titre' }), { id: 'evt_canary' });
    await here.pass(3 * DAY);
    await here.companion.close();
    here.clock.advanceTo(START + 92 * DAY);
    await here.restart();
    await here.pass(11 * 60_000);
    const bytes = Buffer.from(await here.databaseBytes(), 'latin1').toString('utf8');
    for (const word of canaries) expect(bytes).not.toContain(word);
    const ledger = await here.openLedger();
    const [row] = await ledger.database.db.selectFrom('bookings').selectAll().execute();
    expect(row).toMatchObject({ start_at: START, establishment_id: 'iucpq', conference: null, requester_email: null });
    expect(await ledger.database.db.selectFrom('audit').select('id').where('booking_id', '=', row?.id ?? '').execute()).not.toHaveLength(0);
    await ledger.close();
  });

  it('14.2.7 of one booking are erased wherever they stand, and nothing of another booking is', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await approver.send(eventOf('booking.approved', bookingAt(START + 30 * DAY, { number: '2026-0013' }), { at: MONDAY }));
    await here.companion.idle();
    const ledger = await here.openLedger();
    const { db } = ledger.database;
    const [over = '', toCome = ''] = (await db.selectFrom('bookings').select('id').orderBy('start_at').execute()).map(({ id }) => id);
    const common = { created_at: MONDAY, expires_at: START, used_at: null };
    for (const id of [over, toCome]) {
      await db.insertInto('cancel_links').values({ ...common, token_hash: `cancel ${id}`, booking_id: id, revision: 1 }).execute();
      await db.insertInto('slot_requests').values({
        id: `slot ${id}`, booking_id: id, day: '2026-11-23', token_hash: `slot ${id}`, requester_name: 'Canari Nom', requester_email: 'canari@exemple.test', purpose: '', language: 'fr',
        asked_at: MONDAY, closes_at: START, answer: null, comment: null, answered_at: null,
      }).execute();
      await db.insertInto('recordings').values({ id: `recording ${id}`, uuid: id, booking_id: id, completed_at: START, gone_at: null }).execute();
      await db.insertInto('host_key_reveals').values({ booking_id: id, revision: 1, token_hash: `key ${id}`, revealed_at: null, rotated_at: null }).execute();
      await db.insertInto('held_questions').values({ booking_id: id, token_hash: `held ${id}`, asked_at: START, closes_at: START, answer: null, answered_at: null, answered_by: null }).execute();
      await db.insertInto('webhook_deliveries').values({ id: `delivery ${id}`, webhook_id: 'w', booking_id: id, type: 'booking.booked', body: 'Canari Nom', state: 'failed', problem: null, at: MONDAY }).execute();
    }
    const rowsOf = async (id: string) => ({
      booking: await db.selectFrom('bookings').selectAll().where('id', '=', id).execute(),
      answers: await db.selectFrom('submissions').select('answer').where('booking_id', '=', id).execute(),
      links: await db.selectFrom('cancel_links').select('token_hash').where('booking_id', '=', id).execute(),
      requests: await db.selectFrom('slot_requests').select('requester_name').where('booking_id', '=', id).execute(),
      recordings: await db.selectFrom('recordings').select('uuid').where('booking_id', '=', id).execute(),
      keys: await db.selectFrom('host_key_reveals').select('token_hash').where('booking_id', '=', id).execute(),
      questions: await db.selectFrom('held_questions').select('token_hash').where('booking_id', '=', id).execute(),
      deliveries: await db.selectFrom('webhook_deliveries').select('body').where('booking_id', '=', id).execute(),
      open: await db.selectFrom('effects').select('kind').where('booking_id', '=', id).where('done_at', 'is', null).orderBy('kind').execute(),
      done: await db.selectFrom('effects').select(['kind', 'done_at', 'outcome']).where('booking_id', '=', id).where('done_at', '<', START).orderBy('id').execute(),
    });
    const before = await rowsOf(toCome);
    const { done } = await rowsOf(over);
    expect(done).not.toEqual([]);
    expect(before.open).toEqual([{ kind: 'mail' }, { kind: 'watch' }]);
    expect(await purge(ledger.database, START + 2 * DAY, START + 2 * DAY, 'test')).toBe(1);
    expect(await rowsOf(toCome)).toEqual(before);
    const erased = await rowsOf(over);
    expect(erased).toMatchObject({
      links: [],
      requests: [],
      recordings: [],
      keys: [{ token_hash: null }],
      questions: [{ token_hash: null }],
      deliveries: [{ body: null }],
      open: [],
      // What came of work that was done is history, and nobody’s.
      done,
    });
    expect(erased.answers).toHaveLength(1);
    expect(await db.selectFrom('audit').select(['actor', 'detail']).where('what', '=', 'purged').execute()).toEqual([{ actor: 'test', detail: '1' }]);
    expect(JSON.stringify(erased)).not.toMatch(/Canari|elise\.gagne/u);
    await ledger.close();
  });

  it('are exported for one person, and for nobody else', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START, canary), { at: MONDAY }));
    await approver.send(eventOf('booking.requested', bookingAt(START + DAY, { number: '2026-0013' }), { at: MONDAY }));
    await here.companion.idle();
    const answer = await run(here, ['export', '--person', 'CANARI@exemple.test']);
    const exported = JSON.parse(answer.output) as { bookings: { booking: { booking: { number: string } }; mails: unknown[]; history: unknown[] }[] };
    expect(exported.bookings.map(({ booking }) => booking.booking.number)).toEqual(['2026-0012']);
    expect(exported.bookings[0]?.mails).toHaveLength(3);
    expect(answer.output).not.toContain('elise.gagne');
  }, 30_000);
});

describe('health and description', () => {
  it('says that due work is stuck, and since when', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.requested', bookingAt(START), { at: MONDAY }));
    expect(await (await fetch(`${here.companion.url}/readyz`)).json()).toEqual({ ok: true, waiting: 0, oldestSeconds: 0 });
    const ledger = await here.openLedger();
    const { db } = ledger.database;
    const { id } = await db.selectFrom('bookings').select('id').executeTakeFirstOrThrow();
    // Another process holds the lane and does not let go.
    const effect = { booking_id: id, kind: 'review', lane: 'reviews', mail_id: null, run_at: MONDAY, attempts: 0, intent_at: null, done_at: null, outcome: null, last_problem: null, created_at: MONDAY } as const;
    await db.insertInto('effects').values({ ...effect, id: 'held', lease_token: 'other', lease_until: MONDAY + DAY }).execute();
    await db.insertInto('effects').values({ ...effect, id: 'stuck', lease_token: null, lease_until: null }).execute();
    await ledger.close();
    here.clock.advance(16 * MINUTE);
    const ready = await fetch(`${here.companion.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ok: false, waiting: 2, oldestSeconds: 960, status: 503, code: 'not_ready', detail: expect.stringContaining('quinze minutes') });
    expect(await (await fetch(`${here.companion.url}/metrics`)).text()).toContain('passerelle_outbox_oldest_seconds 960');
    expect(await (await fetch(`${here.companion.url}/healthz`)).json()).toEqual({ ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+$/u) });
  });

  it('/openapi.json describes every route for programs, and no other', async () => {
    const app = createApp({ zoomEvents: { secret: null, accountId: '' }, version: '1.0.0', clock: systemClock, log: createLog('silent'), metrics: new Metrics() } as Parts);
    const served = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`).filter((route) => !/ \/(?:(?:c|h|u|r|s|k|pages)\/|device$)/u.test(route));
    expect([...new Set(served)].sort()).toEqual(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort());
    const description = await (await app.request('/openapi.json')).json() as { openapi: string; paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } };
    expect(description.openapi).toBe('3.1.0');
    expect(description.paths['/v1/bookings/{key}']).toBeDefined();
    const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map(([, name]) => name ?? '');
    for (const name of references) expect(description.components.schemas[name]).toBeDefined();
  });

  it('the sentences of both languages have the same places for values', async () => {
    const [{ fr }, { en }] = [await import('../../companion/texts/fr.ts'), await import('../../companion/texts/en.ts')];
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();
    for (const [key, text] of Object.entries(fr)) expect({ key, places: places(en[key as keyof typeof fr]) }).toEqual({ key, places: places(text) });
    const source = await readFile('companion/texts/fr.ts', 'utf8');
    expect(source).not.toMatch(/[^\s'«] [:;?!](?=[\s']).*',$/mu);
  });
});
