import { fakeBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { endConference, enterLink, readDay, readHistory, readLicence, readUsage, startConference } from '../../../lib/background/day.ts';
import { ledgerStore } from '../../../lib/state/ledger-store.ts';
import { booking, NOW, ofLedger, sources } from '../samples.ts';
import { answeringCompanion } from './answering-companion.ts';
import { problem } from './support.ts';

const companion = await answeringCompanion('marc-1');
const { ports } = companion;
const LINK = 'https://zoom.exemple.test/s/91234567890?zak=secret-of-two-hours';
const typed = { id: '98765432109', joinLink: 'https://zoom.exemple.test/j/98765432109', passcode: '1234' };
const period = { service: 'web5000', from: '2026-04-01T04:00:00.000Z', to: '2027-04-01T04:00:00.000Z' };

let opened: string[];
const open = (link: string): Promise<unknown> => Promise.resolve(opened.push(link));
const start = () => startConference(ports, 'iris:105163', sources(), open);

beforeEach(() => {
  opened = [];
});

describe('Z50 « Démarrer »', () => {
  it('opens the link at once and leaves it nowhere', async () => {
    companion.answer = () => Response.json({ link: LINK });
    expect(await start()).toEqual({ ok: true });
    expect(opened).toEqual([LINK]);
    const stores = JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);
    expect(stores).not.toContain('zak');
  });

  it('asks under the name that the companion knows a booking by, whatever it holds', async () => {
    companion.answer = () => Response.json({ link: LINK });
    const heard = ofLedger({ key: 'iris~0123/é' }, booking({ number: null }));
    await startConference(ports, 'iris:105163', { ...sources({ readings: { iris: { state: 'ok', checked: NOW, reading: { bookings: [booking()], complete: true, from: null, to: null, at: NOW, source: 'list' }, seen: [], details: {} } } }), ledger: { bookings: [heard], complete: true, at: NOW, checked: NOW, problem: null } }, open);
    expect(companion.asked[0]?.path).toBe('/v1/bookings/iris~0123%2F%C3%A9/start');
  });

  it.each([
    [409, 'licence_busy', 'licenceBusy'],
    [409, 'no_conference', 'noConference'],
    [409, 'repeated', 'repeated'],
    [403, 'forbidden', 'role'],
    [404, 'not_found', 'notFound'],
    [502, 'zoom_silent', 'zoomSilent'],
    [401, 'key_revoked', 'keyRevoked'],
    [503, 'unavailable', 'busy'],
  ])('says why not: %i %s is « %s »', async (status, code, expected) => {
    companion.answer = () => problem(status, code);
    expect(await start()).toEqual({ ok: false, code: expected, detail: `Phrase de ${code}.` });
    expect(opened).toEqual([]);
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    ['HTML', () => new Response('<h1>Bonjour</h1>', { headers: { 'content-type': 'text/html' } }), 'notCompanion'],
    ['nothing', () => new Response(null, { status: 204 }), 'notCompanion'],
    ['10 MB', () => new Response('x'.repeat(10_000_000)), 'tooLarge'],
    ['10 MB of error', () => new Response('x'.repeat(10_000_000), { status: 500 }), 'tooLarge'],
    ['another address than a web page’s', () => Response.json({ link: 'javascript:alert(1)' }), 'notCompanion'],
    ['too late', () => Promise.reject(new DOMException('The operation timed out.', 'TimeoutError')), 'unreachable'],
  ])('opens nothing when the companion answers %s', async (_what, how, expected) => {
    companion.answer = how;
    expect(await start()).toEqual({ ok: false, code: expected, detail: null });
    expect(opened).toEqual([]);
  });
});

describe('the other clicks of the day', () => {
  it('Z53 the end is asked with its confirmation', async () => {
    companion.answer = () => Response.json({ asked: true }, { status: 202 });
    expect(await endConference(ports, 'iris:105163', sources())).toEqual({ ok: true });
    expect(companion.asked).toEqual([{ method: 'POST', path: '/v1/bookings/iris%3A105163/end', body: { confirmed: true } }]);
  });

  it('Z90 a link entered by hand, and F13 the history, come back with the booking and into the ledger', async () => {
    const held = ofLedger({ state: 'scheduled', steps: ['requested', 'created', 'mailSent'].map((what) => ({ what, at: new Date(NOW).toISOString(), detail: null })) });
    companion.answer = () => Response.json(held);
    expect(await enterLink(ports, 'iris:105163', typed, sources())).toEqual({ ok: true, booking: held });
    expect(await readHistory(ports, 'iris:105163', sources())).toEqual({ ok: true, booking: held });
    expect(companion.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/bookings/iris%3A105163/link', 'GET /v1/bookings/iris%3A105163']);
    expect(companion.asked[0]?.body).toEqual(typed);
    expect((await ledgerStore.load()).bookings).toEqual([held]);
  });

  it('F02 the use, F06 the day and the licence are asked of the companion, and parsed', async () => {
    companion.answer = () => Response.json({ hello: 'world' });
    expect(await readUsage(ports, period)).toMatchObject({ ok: false, code: 'notCompanion' });
    const licence = { service: 'web5000', holders: [{ name: '<script>alert(1)</script> \u202e', key: null, establishment: null, until: null }], at: new Date(NOW).toISOString() };
    companion.answer = () => Response.json(licence);
    expect(await readLicence(ports, 'web5000')).toEqual({ ok: true, licence });
    companion.answer = () => Response.json({ key: 'iris:105163', state: 'scheduled', settings: null, holders: [], at: licence.at });
    expect(await readDay(ports, 'iris:105163', sources())).toMatchObject({ ok: true, day: { state: 'scheduled' } });
    expect(companion.asked.map(({ path }) => path)).toEqual(['/v1/usage?service=web5000&from=2026-04-01T04%3A00%3A00.000Z&to=2027-04-01T04%3A00%3A00.000Z', '/v1/licence?service=web5000', '/v1/bookings/iris%3A105163/day']);
  });
});
