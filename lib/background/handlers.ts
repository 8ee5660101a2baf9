/** What each message sets going (lib/messages says what they are). */
import type { CompanionCheck, PingAnswer, RefreshAnswer, ShownAnswer } from '../messages/answers.ts';
import { versionOf } from '../portal/layer.ts';
import { signsOf } from '../portal/signs.ts';
import { healthStore } from '../state/health-store.ts';
import type { KeySafe } from '../state/key-safe.ts';
import { forgetKey, keyInfoStore, loadKey } from '../state/keys.ts';
import { emptyLedger, ledgerStore } from '../state/ledger-store.ts';
import { overlayReadings } from '../state/merge.ts';
import { toOverlaySettings } from '../state/overlay.ts';
import { pastStore } from '../state/past-store.ts';
import { withReport } from '../state/portal-health.ts';
import { readPortalDiagnostic } from '../state/read-diagnostic.ts';
import { loadSettings } from '../state/settings-store.ts';
import { waitsStore } from '../state/waits-store.ts';
import { calibrationContent, calibrationPage } from './calibration.ts';
import type { CompanionPorts } from './companion.ts';
import { endConference, enterLink, readDay, readHistory, readLicence, readUsage, startConference } from './day.ts';
import { enrolWithCode, renewKey } from './enrolment.ts';
import type { ContentHandlers, PageHandlers } from './messages.ts';
import { refreshLedger } from './ledger.ts';
import { awaitNumber, takeNumbered } from './numbered.ts';
import { dismiss, retryNow, undo } from './outbox.ts';
import { runInPage } from './portals.ts';
import { profileOf } from './profiles.ts';
import { answerSlot, askForRoom, askForSlot, decideRoom, readRoomRequests, readSlots, readStays, revealHostKey } from './rooms.ts';
import { requestBooking } from './saved.ts';
import { cancelBooking, sendBookings } from './send.ts';
import { loadSources } from './sources.ts';
import { readStructure, structureIn } from './structure.ts';
import { makeUsagePage, readUsageBookings } from './usage.ts';
import { takeKey, verifyCompanion } from './verify.ts';
import { seeForWaits, takeWait } from './waits.ts';
import { takeOverlayReading } from './watch.ts';

/** What the worker lends to a message. */
export interface Work {
  ports: { now(): number; browserLanguage(): string; styles: string; version: string; openTab(address: string): Promise<unknown> };
  companion: CompanionPorts;
  safe: KeySafe;
  /** Lets work run on without anybody waiting for it. */
  started(work: Promise<unknown>): void;
  /** Sends what is due, and sees to what is not. */
  deliver(): Promise<void>;
  readSoon(): void;
  /** Reads the portals and the companion, and tries what waits. */
  refresh(): Promise<void>;
  /** Looks at the companion again while it is at work. */
  follow(): Promise<void>;
  /** Shows a notification; false when the browser does not allow it. */
  showExample(): Promise<boolean>;
}

/** From the overlays: they report and ask, and nothing that they say is an order. */
export const contentHandlers = ({ ports, safe, started, deliver, readSoon }: Work): ContentHandlers => ({
  'overlay.start': async (_message, { portal }) => {
    const { settings, readings, ledger } = await loadSources(ports.now());
    const more = { past: (await pastStore.load()).meetings, waits: await waitsStore.load() };
    return toOverlaySettings(
      settings,
      portal.id,
      await profileOf(portal),
      overlayReadings(portal.id, readings, ledger),
      ports.browserLanguage(),
      ports.styles,
      more,
    );
  },
  'overlay.signs': async (_message, { portal }) => signsOf(await profileOf(portal)),
  'overlay.parts': ({ files }, { tabId }) => runInPage(tabId, files),
  'overlay.reading': async ({ reading, shown = [] }, { portal, address, isPrivate }) => {
    const settings = await loadSettings();
    // What a private window shows is kept nowhere; what a person saves there is sent, as anywhere, and its number looked for.
    if (!isPrivate) {
      await takeOverlayReading(reading, portal, address, settings, ports.now());
      await seeForWaits(portal.id, reading, shown, settings, ports.now());
    }
    const numbered = await takeNumbered(reading.bookings.map((booking) => ({ ...booking, portal: portal.id })));
    for (const booking of numbered) await requestBooking(booking, settings, ports.browserLanguage(), ports.now());
    if (numbered.length > 0) started(deliver());
    readSoon();
  },
  'overlay.health': async ({ page: kind, anchors, failures }, { portal }) => {
    const profile = versionOf(await profileOf(portal));
    await healthStore.update((health) => withReport(health, portal.id, { page: kind, anchors, failures }, profile, ports.now()));
  },
  'overlay.diagnostic': async (_message, { portal, tabId }) => (await readPortalDiagnostic(portal, ports.version, () => structureIn(tabId))).text,
  'overlay.saved': async ({ booking }, { portal }) => {
    if ((await loadKey(safe)) !== null) {
      const saved = { ...booking, portal: portal.id };
      await requestBooking(saved, await loadSettings(), ports.browserLanguage(), ports.now());
      await awaitNumber(saved, ports.now());
      started(deliver());
    }
    readSoon();
    // The page tells it again otherwise.
    return true;
  },
  'overlay.wait': async (slot, { portal }) => {
    await takeWait(portal.id, slot, ports.now());
  },
  ...calibrationContent({ ports, readSoon }),
});

/** From our own pages: a person's clicks. */
export function pageHandlers({ ports, companion, safe, started, deliver, readSoon, refresh, follow, showExample }: Work): PageHandlers {
  /** The click is on the disk: now it may be waited for, and sent. */
  const afterClick = <T>(answer: T): T => {
    started(deliver());
    return answer;
  };

  /** Another person's key reads other bookings: what the one before had read goes. */
  const withNewKey = async (take: () => Promise<CompanionCheck>): Promise<CompanionCheck> => {
    const before = await keyInfoStore.load();
    const check = await take();
    if ((await keyInfoStore.load())?.id !== before?.id) await ledgerStore.update(emptyLedger);
    started(refresh());
    return check;
  };

  return {
    refresh: async (): Promise<RefreshAnswer> => {
      started(refresh());
      return { started: true };
    },
    send: async ({ keys }) => afterClick(await sendBookings(keys, await loadSources(ports.now()))),
    cancel: async ({ key, cancellation }) => afterClick(await cancelBooking(key, cancellation, await loadSources(ports.now()))),
    undo: async ({ keys }) => afterClick({ accepted: await undo(keys, ports.now()), refused: [] }),
    retry: async ({ keys }) => afterClick({ accepted: await retryNow(keys, ports.now()), refused: [] }),
    dismiss: async ({ keys }) => afterClick({ accepted: await dismiss(keys), refused: [] }),
    'companion.verify': () => verifyCompanion(companion),
    'companion.key': ({ key }) => withNewKey(() => takeKey(key, companion, safe)),
    'companion.enrol': ({ code }) => withNewKey(() => enrolWithCode(code, companion, safe)),
    'companion.renew': () => renewKey(companion, safe),
    'companion.forgetKey': async () => {
      await forgetKey(safe);
      // What was read with the key goes with it.
      await ledgerStore.update(emptyLedger);
      return { started: true };
    },
    'portal.structure': ({ portal }) => readStructure(portal),
    'worker.ping': async (): Promise<PingAnswer> => ({ alive: true, version: ports.version }),
    'alerts.example': async (): Promise<ShownAnswer> => ({ shown: await showExample() }),
    'day.start': async ({ key }) => startConference(companion, key, await loadSources(ports.now()), ports.openTab),
    'day.end': async ({ key }) => {
      const answer = await endConference(companion, key, await loadSources(ports.now()));
      if (answer.ok) started(follow());
      return answer;
    },
    'day.link': async ({ key, link }) => enterLink(companion, key, link, await loadSources(ports.now())),
    history: async ({ key }) => readHistory(companion, key, await loadSources(ports.now())),
    usage: (period) => readUsage(companion, period),
    'usage.bookings': (period) => readUsageBookings(companion, period),
    'usage.page': ({ request }) => makeUsagePage(companion, request),
    'day.read': async ({ key }) => readDay(companion, key, await loadSources(ports.now())),
    'licence.now': ({ service }) => readLicence(companion, service),
    'hostKey.reveal': async ({ key, despite }) => {
      const answer = await revealHostKey(companion, key, despite, await loadSources(ports.now()));
      // The booking's history says that it was shown, not what it is.
      if (answer.ok) started(refreshLedger(companion));
      return answer;
    },
    'stays.read': async ({ key }) => readStays(companion, key, await loadSources(ports.now())),
    'slots.read': () => readSlots(companion),
    'slots.ask': ({ request }) => askForSlot(companion, request),
    'slots.answer': ({ id, answer }) => answerSlot(companion, id, answer),
    'rooms.read': () => readRoomRequests(companion),
    'rooms.ask': ({ request }) => askForRoom(companion, request),
    'rooms.decide': ({ id, decision }) => decideRoom(companion, id, decision),
    ...calibrationPage({ ports, readSoon }),
  };
}
