/**
 * The worker, put together: what each message and each alarm sets going. It keeps nothing in memory that
 * it could not lose; entrypoints/background.ts only wires it to the browser.
 */
import { eventAnswer } from '../contract/answer.ts';
import type { RefreshAnswer } from '../messages.ts';
import { healthStore } from '../state/health-store.ts';
import { keySafe, type KeySafe } from '../state/key-safe.ts';
import { forgetKey, loadKey } from '../state/keys.ts';
import { ledgerStore, withBooking } from '../state/ledger-store.ts';
import { overlayReadings } from '../state/merge.ts';
import { toOverlaySettings } from '../state/overlay.ts';
import { loadSettings } from '../state/settings-store.ts';
import { chooseLanguage } from '../i18n/translate.ts';
import { badgeOf, writeBadge } from './badge.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { askCompanion, type CompanionPorts } from './companion.ts';
import { deliverDue, type DeliveryPorts } from './delivery.ts';
import { followLedger, isAtWork, refreshLedger } from './ledger.ts';
import { routeMessage, type ContentHandlers, type PageHandlers } from './messages.ts';
import { dismiss, retryNow, undo } from './outbox.ts';
import { syncPortals, tellPortals } from './portals.ts';
import { profileOf } from './profiles.ts';
import { awaitNumber, takeNumbered } from './numbered.ts';
import { requestBooking } from './saved.ts';
import { OUTBOX_ALARM, scheduleOutbox } from './schedule.ts';
import { cancelBooking, sendBookings } from './send.ts';
import { toSender, type MessageSender } from './senders.ts';
import { situationOf } from './situation.ts';
import { loadSources } from './sources.ts';
import { takeKey, verifyCompanion } from './verify.ts';
import { readPortals, scheduleWatch, takeOverlayReading, WATCH_ALARM } from './watch.ts';

export interface WorkerPorts {
  fetch: typeof fetch;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  wait(milliseconds: number): Promise<void>;
  /** The extension's identifier and its pages' base address. */
  own: { id: string; base: string };
  /** `fr-CA`. */
  browserLanguage(): string;
  /** Where an error goes that nobody waits for; once each. */
  report(error: unknown): void;
  safe?: KeySafe;
}

export interface Worker {
  onMessage(message: unknown, sender: MessageSender): Promise<unknown>;
  onAlarm(name: string): Promise<void>;
  /** At each start of the worker, and whenever a permission or the settings changed. */
  settle(): Promise<void>;
  onSettingsChanged(): Promise<void>;
  /** Reads the portals and the companion, and tries what waits. */
  refresh(): Promise<void>;
  updateBadge(): Promise<void>;
}

/** A tab that reports reading after reading makes the worker read less often than it reports. */
const READ_PAUSE = 1_500;

export function createWorker(ports: WorkerPorts): Worker {
  const safe = ports.safe ?? keySafe;
  const companion: CompanionPorts = {
    fetch: ports.fetch,
    now: ports.now,
    address: async () => (await loadSettings()).companion.address,
    key: () => loadKey(safe),
  };
  const delivery: DeliveryPorts = {
    now: ports.now,
    random: ports.random,
    post: (id, body) => askCompanion(companion, { method: 'POST', path: 'v1/events', id, body }, eventAnswer),
    delivered: async (booking) => {
      const cache = await ledgerStore.update((known) => withBooking(known, booking));
      if (isAtWork(cache)) started(followLedger(companion, ports.wait));
    },
  };

  /** Lets work run on without anybody waiting for it. */
  const started = (work: Promise<unknown>): void => void work.catch(ports.report);

  const deliver = async (): Promise<void> => {
    await deliverDue(delivery);
    await scheduleOutbox(() => started(deliver()), ports.now());
  };

  const read = oneAfterAnother(async () => {
    const settings = await loadSettings();
    await Promise.all([readPortals(ports, settings), refreshLedger(companion)]);
  });
  const readSoon = (): void => started(ports.wait(READ_PAUSE).then(read));

  const updateBadge = async (): Promise<void> => {
    const sources = await loadSources(ports.now());
    const language = chooseLanguage(sources.settings.language, ports.browserLanguage());
    await writeBadge(badgeOf(situationOf(sources, sources.health), sources.now, language));
  };

  const content: ContentHandlers = {
    'overlay.start': async (_message, { portal }) => {
      const { settings, readings, ledger } = await loadSources(ports.now());
      return toOverlaySettings(settings, portal.id, profileOf(portal), overlayReadings(portal.id, readings, ledger), ports.browserLanguage());
    },
    'overlay.reading': async ({ reading }, { portal, address }) => {
      const settings = await loadSettings();
      await takeOverlayReading(reading, portal, address, settings, ports.now());
      const numbered = await takeNumbered(reading.bookings.map((booking) => ({ ...booking, portal: portal.id })));
      for (const booking of numbered) await requestBooking(booking, settings, ports.browserLanguage(), ports.now());
      if (numbered.length > 0) started(deliver());
      readSoon();
    },
    'overlay.health': async ({ page: kind, anchors, failures }, { portal }) => {
      const report = { page: kind, anchors, failures, at: ports.now() };
      await healthStore.update((health) => ({ ...health, [portal.id]: { ...health[portal.id], [kind ?? 'unknown']: report } }));
    },
    'overlay.saved': async ({ booking }, { portal }) => {
      if ((await loadKey(safe)) !== null) {
        const saved = { ...booking, portal: portal.id };
        await requestBooking(saved, await loadSettings(), ports.browserLanguage(), ports.now());
        await awaitNumber(saved, ports.now());
        started(deliver());
      }
      readSoon();
    },
  };

  const refresh = async (): Promise<void> => {
    await Promise.all([retryNow(null, ports.now()).then(deliver), read()]);
  };

  const page: PageHandlers = {
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
    'companion.key': async ({ key }) => {
      const check = await takeKey(key, companion, safe);
      started(retryNow(null, ports.now()).then(deliver));
      return check;
    },
    'companion.forgetKey': async () => {
      await forgetKey(safe);
      return { started: true };
    },
  };

  /** The click is on the disk: now it may be waited for, and sent. */
  const afterClick = <T>(answer: T): T => {
    started(deliver());
    return answer;
  };

  const settle = async (): Promise<void> => {
    const settings = await loadSettings();
    await syncPortals(settings);
    await scheduleWatch(settings);
    await deliver();
    await updateBadge();
  };

  return {
    onMessage: async (message, sender) => {
      const { portals } = await loadSettings();
      return routeMessage(message, toSender(sender, ports.own, portals), content, page);
    },
    onAlarm: async (name) => {
      if (name === WATCH_ALARM) await read();
      if (name === OUTBOX_ALARM) await deliver();
      await updateBadge();
    },
    settle,
    refresh,
    onSettingsChanged: async () => {
      await settle();
      await tellPortals(await loadSettings());
      readSoon();
    },
    updateBadge,
  };
}
