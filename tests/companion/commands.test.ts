/**
 * The commands that people give on data and keys, beside a companion that serves. They are called as cli.ts calls them,
 * in this process: to start one for each takes longer than all that they do (tests/companion/operations.test.ts does).
 */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { MeAnswer, Problem } from '../../lib/contract/answer.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { callCommand } from './support/command.ts';
import { startOwnWorld } from './support/own-world.ts';
import { clientOf } from './support/world.ts';
import type { Client, World } from './support/world.ts';

async function start(): Promise<{ here: World; approver: Client }> {
  const here = await startOwnWorld();
  return { here, approver: await here.person('approver') };
}
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const numbered = (number: string, start: number) => bookingAt(start, { number, name: `Titre ${number}`, requester: { name: `Demandeuse ${number}`, email: `${number}@exemple.test` } });

/** Three bookings, a week apart. */
async function withThree({ here, approver }: { here: World; approver: Client }): Promise<void> {
  for (const [index, number] of ['A-1', 'A-2', 'A-3'].entries()) await approver.send(eventOf('booking.requested', numbered(number, MONDAY + (2 + 7 * index) * DAY), { at: MONDAY }));
  await here.companion.idle();
}

describe('export', () => {
  it('--from and --to give the bookings of these days and no other, as one JSON document, and are noted in the audit', async () => {
    const { here, approver } = await start();
    await withThree({ here, approver });
    const of = async (...words: string[]): Promise<string[]> => {
      const ran = await callCommand(here, ['export', ...words]);
      expect([ran.status, ran.errors]).toEqual([0, '']);
      const { bookings } = JSON.parse(ran.output) as { bookings: { booking: { booking: { number: string } } }[] };
      return bookings.map(({ booking }) => booking.booking.number).sort();
    };
    const second = MONDAY + 9 * DAY;
    expect(await of('--from', dayOf(MONDAY))).toEqual(['A-1', 'A-2', 'A-3']);
    expect(await of('--from', dayOf(second))).toEqual(['A-2', 'A-3']);
    expect(await of('--from', dayOf(second), '--to', dayOf(second + DAY))).toEqual(['A-2']);
    expect(await of('--from', dayOf(MONDAY), '--to', dayOf(second))).toEqual(['A-1']);
    const ledger = await here.openLedger();
    expect((await ledger.database.db.selectFrom('audit').select('detail').where('what', '=', 'exported').orderBy('id').execute()).map(({ detail }) => detail)).toEqual(['3', '2', '1', '1']);
    await ledger.close();
  });

  it('says what it lacks: of whom or of when, and a day that is none', async () => {
    const { here } = await start();
    expect(await callCommand(here, ['export'])).toMatchObject({ status: 1, output: '', errors: expect.stringContaining('--person COURRIEL, ou --from') });
    expect(await callCommand(here, ['export', '--from', '01/06/2026'])).toMatchObject({ status: 1, output: '', errors: expect.stringContaining('écrivez AAAA-MM-JJ') });
    expect(await callCommand(here, ['export', '--from', '2026-06-31x'])).toMatchObject({ status: 1, output: '' });
  });
});

describe('purge', () => {
  it('--before erases whom what ended before that day was about, once, and leaves the later ones', async () => {
    const { here, approver } = await start();
    await withThree({ here, approver });
    const before = dayOf(MONDAY + 12 * DAY);
    expect(await callCommand(here, ['purge', '--before', before])).toMatchObject({ status: 0, output: 'Renseignements personnels effacés de 2 réservation(s).\n', errors: '' });
    const bytes = await here.databaseBytes();
    for (const word of ['Demandeuse A-1', 'A-2@exemple.test']) expect(bytes).not.toContain(word);
    expect(bytes).toContain('Demandeuse A-3');
    expect((await callCommand(here, ['purge', '--before', before])).output).toContain('de 0 réservation(s)');
  });

  it('needs a day where personal data are kept without a limit, and a day that is one', async () => {
    const { here } = await start();
    expect(await callCommand(here, ['purge'], { PASSERELLE_RETENTION_DAYS: '0' })).toMatchObject({ status: 1, output: '', errors: expect.stringContaining('--before AAAA-MM-JJ') });
    expect(await callCommand(here, ['purge', '--before', 'hier'])).toMatchObject({ status: 1, output: '', errors: expect.stringContaining('«\u00a0hier\u00a0» n’est pas une date') });
  });
});

describe('check', () => {
  const lines = (output: string): Record<string, string> => Object.fromEntries(output.trim().split('\n').map((line) => [/^. (.+?)\u00a0:/u.exec(line)?.[1] ?? line, line]));
  /** Where nobody answers. */
  const closed = (): Promise<number> => new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

  it('fails, with status 1 and a sentence, on each thing that does not hold, and still says the rest', async () => {
    const { here } = await start();
    const nobody = await closed();
    const cases: [string, Record<string, string>, RegExp][] = [
      ['base de données', { PASSERELLE_DATABASE: '/nowhere/at/all/ledger.sqlite' }, /^✘ base de données\u00a0: .+/u],
      ['courriel', { SMTP_URL: `smtp://127.0.0.1:${nobody}` }, /^✘ courriel\u00a0: Le serveur SMTP ne nous accepte pas .*vérifiez SMTP_URL\.$/u],
      ['horloge', { ZOOM_TOKEN_URL: `http://127.0.0.1:${nobody}/oauth/token` }, /^✘ horloge\u00a0: Zoom est hors d’atteinte/u],
      ['jeton', { ZOOM_CLIENT_SECRET: 'not-the-secret' }, /^✘ jeton\u00a0: .+\.$/u],
    ];
    for (const [what, variables, sentence] of cases) {
      const { status, output } = await callCommand(here, ['check'], variables);
      const told = lines(output);
      expect(told[what]).toMatch(sentence);
      expect(status).toBe(1);
      for (const other of ['base de données', 'courriel']) if (other !== what) expect(told[other]).toMatch(/^✔/u);
      expect(output).not.toContain('not-the-secret');
    }
  });

  it('tells a licence holder whom Zoom does not know', async () => {
    const { here } = await start();
    const { status, output } = await callCommand(here, ['check'], { ZOOM_HOST_USER_ID: 'personne@exemple.test' });
    expect(status).toBe(1);
    expect(output).toMatch(/^✘ titulaire.*\u00a0: .+\.$/mu);
    expect(output).toMatch(/^✔ jeton/mu);
  });
});

describe('replay', () => {
  it('lists what failed for good, puts it back to work by its identifier, and then no more', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'refuse', code: 550, at: 'recipient', times: 1 });
    // Still to come by the machine's clock too, which is the command's.
    await approver.send(eventOf('booking.approved', numbered('A-1', Math.max(MONDAY, Date.now()) + 30 * DAY), { at: MONDAY }));
    await here.companion.idle();
    const listed = await callCommand(here, ['replay']);
    const [id = ''] = listed.output.split('\t');
    expect(listed.output.trimEnd().split('\t').slice(1, 3)).toEqual(['mail', 'iris:A-1']);
    expect(listed.output).not.toMatch(/Demandeuse|@exemple/u);
    expect(await callCommand(here, ['replay', 'nobody'])).toMatchObject({ status: 1, errors: expect.stringContaining('Aucun effet échoué ne porte cet identifiant') });
    expect(await callCommand(here, ['replay', id])).toMatchObject({ status: 0, output: expect.stringContaining('Remis au travail'), errors: '' });
    expect((await callCommand(here, ['replay', id])).status).toBe(1);
    expect((await callCommand(here, ['replay'])).output).toBe('');
    here.clock.advanceTo(Math.max(here.clock.now(), Date.now()) + HOUR);
    await here.companion.idle();
    expect(here.mailbox.messages().filter(({ subject }) => subject.startsWith('Votre rencontre Zoom est prête'))).toHaveLength(1);
  });
});

describe('keys rotate', () => {
  it('gives a secret that signs at once, beside the former one for a day; an unknown or revoked key gets none', async () => {
    const { here } = await start();
    const old = await here.person('approver', { name: 'Marc Pelletier' });
    const rotated = await callCommand(here, ['keys', 'rotate', old.id]);
    const [, id, secret = ''] = /^(p-\w+):(whsec_\S+)$/mu.exec(rotated.output) ?? [];
    expect([rotated.status, id, secret === old.secret]).toEqual([0, old.id, false]);
    const fresh = clientOf(() => here.companion.url, here.clock, { id: old.id, secret });
    expect((await fresh.get<MeAnswer>('/v1/me')).body).toMatchObject({ keyId: old.id, name: 'Marc Pelletier' });
    expect((await old.get('/v1/me')).status).toBe(200);
    here.clock.advanceTo(Math.max(here.clock.now(), Date.now()) + DAY + HOUR);
    expect((await old.get<Problem>('/v1/me')).body.code).toBe('signature');
    expect((await fresh.get('/v1/me')).status).toBe(200);
    expect(await callCommand(here, ['keys', 'rotate', 'p-nobody'])).toMatchObject({ status: 1, output: '', errors: expect.stringContaining('Aucune clé en vigueur') });
    await callCommand(here, ['keys', 'revoke', old.id]);
    expect(await callCommand(here, ['keys', 'rotate', old.id])).toMatchObject({ status: 1, output: '' });
  });
});

describe('keys enrol', () => {
  it('gives a code, not a secret: the key of whoever uses it is Ed25519 alone, until somebody asks for another', async () => {
    const { here } = await start();
    const invited = await callCommand(here, ['keys', 'enrol', '--name', 'Nadia Roy', '--role', 'representative', '--email', 'nadia.roy@exemple.test']);
    const code = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/mu.exec(invited.output)?.[0] ?? '';
    expect([invited.status, invited.output.includes('whsec_')]).toEqual([0, false]);
    const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    const publicKey = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64');
    // The command's clock is the machine's; a code holds for two days by it.
    const taken = await fetch(`${here.companion.url}/v1/enrolments`, { method: 'POST', body: JSON.stringify({ code, publicKey }) });
    const { keyId } = (await taken.json()) as { keyId: string };
    const ledger = await here.openLedger();
    expect(await ledger.database.db.selectFrom('key_secrets').select(['kind', 'material', 'expires_at']).where('key_id', '=', keyId).execute()).toEqual([{ kind: 'v1a', material: publicKey, expires_at: null }]);
    await ledger.close();
  });
});
