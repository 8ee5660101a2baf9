/** B.8 « replay of a failed effect »: of every kind that can fail for good, and only while there is something left to try. */
import { describe, expect, it } from 'vitest';
import type { CompanionOptions } from '../../companion/server.ts';
import { listFailed, replay, type FailedEffect } from '../../companion/ledger/replay.ts';
import { addWebhook, stopWebhook } from '../../companion/ledger/webhooks.ts';
import { createSecrets } from '../../companion/secrets.ts';
import type { WebhookAnswer, WebhookRequest } from '../../companion/webhook-sender.ts';
import { signEvent } from '../standins/zoom/standin.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { APPROVERS } from './support/world.ts';
import type { World } from './support/world.ts';

const MINUTE = 60_000;
const SECRET = 'zoom-secret-token-example';
const refusal = { kind: 'refuse', code: 550, at: 'recipient', times: 1 } as const;

const failedIn = async (here: World): Promise<FailedEffect[]> => {
  const ledger = await here.openLedger();
  const failed = await listFailed(ledger.database);
  await ledger.close();
  return failed;
};

/** Another process's command, and the minute after which the worker looks for it. */
async function replayIn(here: World, id: string): Promise<boolean> {
  const ledger = await here.openLedger();
  const done = await replay(ledger.database, id, here.clock.now(), 'system');
  await ledger.close();
  await here.pass(MINUTE);
  return done;
}

describe('what failed for good', () => {
  it('S0-12 a welcome that the mail server refused is listed without its person, and sent again with all it said', async () => {
    const here = await startOwnWorld();
    here.mailbox.fail(refusal);
    await (await here.person('admin')).post('/v1/welcome', { name: 'Nadia Roy', email: 'nadia.roy@exemple.test', establishment: 'CISSS des Îles', language: 'fr' });
    await here.companion.idle();
    const [failed] = await failedIn(here);
    expect(failed).toMatchObject({ kind: 'serviceMail', about: expect.stringMatching(/^welcome:[0-9a-f-]{36}$/u) });
    expect(await replayIn(here, failed?.id ?? '')).toBe(true);
    expect(here.mailbox.messages().map(({ to, text }) => [to[0]?.address, text.includes('CISSS des Îles')])).toEqual([['nadia.roy@exemple.test', true]]);
    expect(await failedIn(here)).toEqual([]);
  });

  it('F09 an alert that the mail server refused is sent again at a person’s word, however late, and says when it began', async () => {
    const here = await startOwnWorld({ variables: { ZOOM_WEBHOOK_SECRET: SECRET } });
    here.mailbox.fail(refusal);
    const at = String(here.clock.now() / 1000);
    const body = JSON.stringify({ event: 'meeting.started', event_ts: here.clock.now(), payload: { account_id: here.zoom.accountId, object: { id: '99900011122', uuid: 'u==', host_id: here.variables['ZOOM_HOST_USER_ID'], topic: 'Sans réservation' } } });
    await fetch(`${here.companion.url}/zoom/events`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-zm-request-timestamp': at, 'x-zm-signature': signEvent(SECRET, at, body) } });
    await here.companion.idle();
    const [failed] = await failedIn(here);
    expect(failed).toMatchObject({ kind: 'alert', about: 'conference:99900011122' });
    await here.pass(2 * 60 * MINUTE);
    expect(here.mailbox.messages()).toEqual([]);
    expect(await replayIn(here, failed?.id ?? '')).toBe(true);
    expect(here.mailbox.messages().map(({ to, text }) => [to[0]?.address, /9\s?h\s?00/u.test(text)])).toEqual([[APPROVERS, true]]);
  });

  async function refused(): Promise<{ here: World; sent: WebhookRequest[]; answers: WebhookAnswer[]; webhookId: string }> {
    const sent: WebhookRequest[] = [];
    const answers: WebhookAnswer[] = Array.from({ length: 10 }, () => ({ status: 500, retryAfter: null }));
    const answerNext: CompanionOptions['sendWebhook'] = async (wanted) => (sent.push(wanted), answers.shift() ?? { status: 204, retryAfter: null });
    const here = await startOwnWorld({ companion: { sendWebhook: answerNext } });
    const ledger = await here.openLedger();
    const { id: webhookId } = await addWebhook(ledger.database.db, createSecrets(here.variables['PASSERELLE_SECRET'] ?? ''), 'https://hooks.example.com/passerelle', MONDAY);
    await ledger.close();
    await (await here.person('approver')).send(eventOf('booking.requested', bookingAt(MONDAY + 20 * DAY), { at: MONDAY }));
    for (let tries = 0; tries < 10; tries += 1) await here.pass(1.2 * DAY);
    expect(sent).toHaveLength(10);
    return { here, sent, answers, webhookId };
  }

  it('S1-57 a call that a program refused for days is listed by its booking, and made again under the same identifier', async () => {
    const { here, sent } = await refused();
    const [failed] = await failedIn(here);
    expect(failed).toMatchObject({ kind: 'webhook', about: 'iris:2026-0012', problem: 'http500' });
    expect(await replayIn(here, failed?.id ?? '')).toBe(true);
    expect(sent).toHaveLength(11);
    expect(new Set(sent.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    expect(await failedIn(here)).toEqual([]);
  });

  it('S1-57 a call to a program that nobody tells any more is neither listed nor made', async () => {
    const { here, sent, webhookId } = await refused();
    const [failed] = await failedIn(here);
    const ledger = await here.openLedger();
    await stopWebhook(ledger.database.db, webhookId, 'system', here.clock.now());
    await ledger.close();
    expect(await failedIn(here)).toEqual([]);
    expect(await replayIn(here, failed?.id ?? '')).toBe(false);
    expect(sent).toHaveLength(10);
  });
});
