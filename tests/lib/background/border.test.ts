import { resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { routeMessage, type ContentHandlers, type PageHandlers } from '../../../lib/background/messages.ts';
import { answerParseRequest } from '../../../lib/background/offscreen.ts';
import { toSender, type MessageSender } from '../../../lib/background/senders.ts';
import { booking, reading, settings } from '../samples.ts';

const own = { id: 'notre-extension', base: 'chrome-extension://notre-extension/' };
const portals = [
  ...settings().portals,
  { id: 'eteint', name: 'Éteint', origin: 'https://eteint.exemple.test', listPath: null, enabled: false },
];
const PORTAL = 'https://www.irisreservation.ca/reservations';

const senders: Record<string, MessageSender> = {
  popup: { id: own.id, url: `${own.base}popup.html`, origin: 'chrome-extension://notre-extension' },
  'options in a tab': { id: own.id, url: `${own.base}options.html`, frameId: 0, tab: { id: 3, url: `${own.base}options.html` } },
  'our page inside a site': { id: own.id, url: `${own.base}popup.html`, frameId: 4, tab: { id: 3, url: 'https://mechant.exemple.test/' } },
  'content script': { id: own.id, url: PORTAL, origin: 'https://www.irisreservation.ca', frameId: 0, tab: { id: 5, url: PORTAL } },
  'frame of the portal in the portal': { id: own.id, url: PORTAL, frameId: 7, tab: { id: 5, url: PORTAL } },
  'frame of the portal in a site': { id: own.id, url: PORTAL, frameId: 7, tab: { id: 5, url: 'https://mechant.exemple.test/' } },
  'frame of the portal in an unseen tab': { id: own.id, url: PORTAL, frameId: 7, tab: { id: 5 } },
  'content script of a site': { id: own.id, url: 'https://mechant.exemple.test/', frameId: 0, tab: { id: 5, url: 'https://mechant.exemple.test/' } },
  'content script of the wiki': { id: own.id, url: 'https://wiki.irisreservation.ca/', frameId: 0, tab: { id: 5 } },
  'content script of a portal that is switched off': { id: own.id, url: 'https://eteint.exemple.test/', frameId: 0, tab: { id: 5 } },
  'sandboxed frame': { id: own.id, url: PORTAL, origin: 'null', frameId: 0, tab: { id: 5, url: PORTAL } },
  'another extension': { id: 'une-autre', url: `${own.base}popup.html` },
  'a page whose address only begins like ours': { id: own.id, url: 'chrome-extension://notre-extension-2/popup.html' },
  nobody: {},
};

const content = {
  'overlay.start': { type: 'overlay.start' },
  'overlay.signs': { type: 'overlay.signs' },
  'overlay.parts': { type: 'overlay.parts', files: ['overlay.js', 'overlay-form.js'] },
  'overlay.reading': { type: 'overlay.reading', reading: reading([booking()]) },
  'overlay.health': { type: 'overlay.health', page: 'list', anchors: [], failures: [] },
  'overlay.diagnostic': { type: 'overlay.diagnostic' },
  'overlay.saved': { type: 'overlay.saved', booking: booking() },
} as const;
const page = {
  refresh: { type: 'refresh' },
  send: { type: 'send', keys: ['iris:1'] },
  undo: { type: 'undo', keys: ['iris:1'] },
  cancel: { type: 'cancel', key: 'iris:1', cancellation: 'cancelled' },
  'companion.verify': { type: 'companion.verify' },
  'companion.key': { type: 'companion.key', key: 'marc:whsec_x' },
  'companion.forgetKey': { type: 'companion.forgetKey' },
  retry: { type: 'retry', keys: ['iris:1'] },
  dismiss: { type: 'dismiss', keys: ['iris:1'] },
  'portal.structure': { type: 'portal.structure', portal: 'iris' },
  'worker.ping': { type: 'worker.ping' },
  'alerts.example': { type: 'alerts.example' },
  'companion.enrol': { type: 'companion.enrol', code: '1234-5678-9ABC' },
  'companion.renew': { type: 'companion.renew' },
  'day.start': { type: 'day.start', key: 'iris:1' },
  'day.end': { type: 'day.end', key: 'iris:1', confirmed: true },
  'day.link': { type: 'day.link', key: 'iris:1', link: { id: '98765432109', joinLink: 'https://zoom.exemple.test/j/98765432109', passcode: null } },
  history: { type: 'history', key: 'iris:1' },
  usage: { type: 'usage', service: 'web5000', from: '2026-04-01T04:00:00Z', to: '2027-04-01T04:00:00Z' },
  'usage.bookings': { type: 'usage.bookings', service: 'web5000', from: '2026-04-01T04:00:00Z', to: '2027-04-01T04:00:00Z' },
  'usage.page': { type: 'usage.page', request: { service: { id: 'web5000', name: 'Web5000', quota: { unit: 'hours', total: null } }, roster: null, from: '2026-04-01T04:00:00Z', to: '2027-04-01T04:00:00Z', language: 'fr' } },
  'day.read': { type: 'day.read', key: 'iris:1' },
  'licence.now': { type: 'licence.now', service: 'web5000' },
} as const;

const handled: string[] = [];
const handlersOf = (messages: object) =>
  Object.fromEntries(Object.keys(messages).map((type) => [type, () => Promise.resolve(handled.push(type))]));
const route = (message: unknown, sender: MessageSender) =>
  routeMessage(message, toSender(sender, own, portals), handlersOf(content) as unknown as ContentHandlers, handlersOf(page) as unknown as PageHandlers);

const pages = ['popup', 'options in a tab'];
const contents = ['content script', 'frame of the portal in the portal'];
const matrix = Object.keys(senders).flatMap((sender) => [
  ...Object.keys(content).map((type) => ({ sender, type, message: content[type as keyof typeof content] as unknown, allowed: contents.includes(sender) })),
  ...Object.keys(page).map((type) => ({ sender, type, message: page[type as keyof typeof page] as unknown, allowed: pages.includes(sender) })),
]);

beforeEach(() => {
  handled.length = 0;
  resetBrowser();
});

describe('C.2 every message against every sender', () => {
  it.each(matrix)('Z74 $type from $sender: $allowed', async ({ sender, type, message, allowed }) => {
    const answer = await route(message, senders[sender] ?? {});
    expect(handled).toEqual(allowed ? [type] : []);
    if (!allowed) expect(answer).toEqual(['overlay.start', 'overlay.signs'].includes(type) ? null : { refused: 'sender' });
  });

  it.each([
    null, 'send', 7, [], {}, { type: 'settings:set' }, { type: 'send' }, { type: 'send', keys: [] }, { type: 'send', keys: ['a'], url: 'https://mechant.exemple.test' },
    { type: 'send', keys: Array.from({ length: 101 }, () => 'a') }, { type: 'cancel', key: 'a', cancellation: 'parce que' },
    { type: 'day.end', key: 'a' }, { type: 'day.end', key: 'a', confirmed: false }, { type: 'day.start' },
    { type: 'day.link', key: 'a', link: { id: '1', joinLink: 'javascript:alert(1)', passcode: null } },
    { type: 'overlay.saved', booking: { ...booking(), page: 'javascript:alert(1)' } },
    { type: 'overlay.saved', booking: { ...booking(), facts: { ...booking().facts, name: 'deux\nlignes' } } },
    { type: 'overlay.reading', reading: { ...reading([]), at: -1 } },
    { type: 'overlay.parts', files: [] }, { type: 'overlay.parts', files: ['overlay.js', '../calibrate.js'] }, { type: 'overlay.parts', files: ['background.js'] }, { type: 'overlay.parts', files: ['https://mechant.exemple.test/overlay.js'] },
    { type: 'offscreen.parse', html: '', address: '' },
  ].map((message) => ({ message })))('what is no message of ours is refused: $message', async ({ message }) => {
    for (const sender of ['popup', 'content script']) expect(await route(message, senders[sender] ?? {})).toEqual({ refused: 'message' });
    expect(handled).toEqual([]);
  });

  it('the portal is the sender’s, whatever the message says', () => {
    expect(toSender(senders['content script'] ?? {}, own, portals)).toMatchObject({ kind: 'content', portal: { id: 'iris' }, address: PORTAL, tabId: 5, isPrivate: false });
  });

  it('U24 a tab of a private window is known as one', () => {
    const inPrivate = { ...senders['content script'], tab: { id: 5, url: PORTAL, incognito: true } };
    expect(toSender(inPrivate, own, portals)).toMatchObject({ kind: 'content', isPrivate: true });
  });
});

describe('C.2 the offscreen document', () => {
  const request = {
    type: 'offscreen.parse', html: '<p>Bonjour</p>', address: PORTAL, portal: 'iris', profile: undefined as unknown, cards: settings().cards, roster: settings().roster, now: 0,
  };

  it('parses for the worker and for nobody else', async () => {
    const { iris } = await import('../../../lib/portal/profiles/iris.ts');
    const whole = { ...request, profile: iris };
    expect(answerParseRequest(whole, { id: own.id, url: `${own.base}background.js` }, own.id)).toEqual({ kind: 'unknown' });
    expect(answerParseRequest(whole, senders['content script'] ?? {}, own.id)).toBeNull();
    expect(answerParseRequest(whole, { id: 'une-autre' }, own.id)).toBeNull();
    expect(answerParseRequest({ type: 'refresh' }, { id: own.id }, own.id)).toBeNull();
    expect(answerParseRequest(request, { id: own.id }, own.id)).toBeNull();
  });
});

