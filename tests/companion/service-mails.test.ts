/** The welcome mail (S0-12) and other programs (S1-57). */
import { describe, expect, it } from 'vitest';
import type { CompanionOptions } from '../../companion/server.ts';
import { Webhook } from 'standardwebhooks';
import type { Problem } from '../../lib/contract/answer.ts';
import { addWebhook, listWebhooks } from '../../companion/ledger/webhooks.ts';
import { createSecrets } from '../../companion/secrets.ts';
import { faultOfAddress, isPublicAddress, publicLookup, sendWebhook, type WebhookAnswer, type WebhookRequest } from '../../companion/webhook-sender.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import type { World } from './support/world.ts';

describe('the welcome mail', () => {
  const person = { name: 'Nadia Roy', email: 'nadia.roy@exemple.test', establishment: 'CISSS des Îles', language: 'fr' };

  it('S0-12 S0-36 sends the procedure with its date, at an admin’s word, and forgets the address once it is sent', async () => {
    const here = await startOwnWorld();
    expect((await (await here.person('admin')).post('/v1/welcome', person)).status).toBe(202);
    await here.companion.idle();
    const [mail] = here.mailbox.messages();
    expect(mail?.to.map(({ address }) => address)).toEqual(['nadia.roy@exemple.test']);
    for (const words of ['CISSS des Îles', '«\u00a0Solution logicielle\u00a0»', '«\u00a0Appliquer le filtre\u00a0»', 'aucun mot de passe', '17 avril 2020']) expect(mail?.text).toContain(words);
    const ledger = await here.openLedger();
    expect((await ledger.database.db.selectFrom('service_mails').select(['state', 'payload']).execute())).toEqual([{ state: 'sent', payload: null }]);
    await ledger.close();
  });

  it('S0-12 is for admins only, and refuses what is no address', async () => {
    const here = await startOwnWorld();
    const admin = await here.person('admin');
    expect((await (await here.person('approver')).post<Problem>('/v1/welcome', person)).body.code).toBe('forbidden');
    expect((await admin.post<Problem>('/v1/welcome', { ...person, email: 'a@b\r\nBcc: c@d.ca' })).body.code).toBe('invalid');
  });
});

describe('programs that are told', () => {
  const ADDRESS = 'https://hooks.example.com/passerelle';

  async function listening(answers: WebhookAnswer[]): Promise<{ here: World; sent: WebhookRequest[]; secret: string }> {
    const sent: WebhookRequest[] = [];
    const answerNext: CompanionOptions['sendWebhook'] = async (wanted) => (sent.push(wanted), answers.shift() ?? { status: 204, retryAfter: null });
    const here = await startOwnWorld({ companion: { sendWebhook: answerNext } });
    const ledger = await here.openLedger();
    const { secret } = await addWebhook(ledger.database.db, createSecrets(here.variables['PASSERELLE_SECRET'] ?? ''), ADDRESS, MONDAY);
    await ledger.close();
    return { here, sent, secret };
  }

  it('S1-57 S2-11 hear that it is booked, approved and cancelled, signed after Standard Webhooks, and of nobody’s name or address', async () => {
    const { here, sent, secret } = await listening([]);
    const approver = await here.person('approver');
    for (const [index, type] of (['booking.requested', 'booking.approved', 'booking.cancelled'] as const).entries()) {
      await approver.send(eventOf(type, bookingAt(MONDAY + 2 * DAY), { at: MONDAY + index }));
      await here.companion.idle();
    }
    const bodies = sent.map(({ body }) => JSON.parse(body) as { type: string });
    expect(bodies.map(({ type }) => type)).toEqual(['booking.booked', 'booking.approved', 'booking.cancelled']);
    expect(JSON.stringify(bodies)).not.toMatch(/Gagné|elise|Côté|\/j\//u);
    // The library judges by the clock of today: our own verification is against its signature of the same text.
    for (const { headers, body } of sent) {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body));
    }
    expect(await here.databaseBytes()).not.toContain(secret.slice(6));
  });

  it('S1-57 Z72 hear nothing of a decision that came too late to change anything', async () => {
    const { here, sent } = await listening([]);
    const approver = await here.person('approver');
    const booking = bookingAt(MONDAY + 2 * DAY);
    here.clock.advance(60_000);
    await approver.send(eventOf('booking.approved', booking, { at: here.clock.now() }));
    await approver.send(eventOf('booking.cancelled', booking, { at: MONDAY }));
    await here.companion.idle();
    expect(sent.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['booking.approved']);
  });

  it('S1-57 are told again under the same identifier until they answer, and never again after 410', async () => {
    const { here, sent } = await listening([{ status: null, problem: 'ECONNREFUSED' }, { status: 503, retryAfter: '600' }, { status: 200, retryAfter: null }, { status: 410, retryAfter: null }]);
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.requested', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));
    await here.pass(6000);
    expect(sent).toHaveLength(2);
    await here.pass(599_000);
    expect(sent).toHaveLength(2);
    await here.pass(60_000);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY + 1 }));
    await here.companion.idle();
    await approver.send(eventOf('booking.cancelled', bookingAt(MONDAY + 2 * DAY), { at: MONDAY + 2 }));
    await here.companion.idle();
    expect(sent).toHaveLength(4);
    const ledger = await here.openLedger();
    expect((await listWebhooks(ledger.database.db))[0]?.stopped_at).not.toBeNull();
    await ledger.close();
  });

  it.each(['http://hooks.example.com/', 'https://127.0.0.1/', 'https://[::1]/', 'https://10.0.0.8/', 'https://169.254.169.254/latest', 'https://[::ffff:192.168.1.1]/', 'https://2130706433/', 'https://localhost/', 'https://intranet/', 'https://a.internal/', 'https://user:pass@hooks.example.com/', 'ftp://hooks.example.com/'])('S1-57 are not at %s, where only this machine or its network could be', async (address) => {
    expect(faultOfAddress(address)).not.toBeNull();
    expect(await sendWebhook({ url: address, headers: {}, body: '{}' }, AbortSignal.timeout(5000))).toMatchObject({ status: null });
  });

  it('S1-57 are connected to at the public address that was checked, or not at all', async () => {
    const lookUp = (addresses: string[]) => new Promise((resolve) => publicLookup((_host, _options, done) => done(null, addresses.map((address) => ({ address, family: 4 }))))('hooks.example.com', {}, (error, address) => resolve(error === null ? address : error.code)));
    expect(await lookUp(['93.184.215.14'])).toBe('93.184.215.14');
    expect(await lookUp(['93.184.215.14', '10.0.0.8'])).toBe('EPRIVATE');
    expect(await lookUp([])).toBe('EPRIVATE');
    expect(['100.64.0.1', '0.0.0.0', 'fe80::1', 'fc00::1', '224.0.0.1', 'x'].map(isPublicAddress)).toEqual([false, false, false, false, false, false]);
  });
});
