/**
 * The worker, put together: what each message and each alarm sets going. It keeps nothing in memory that
 * it could not lose; entrypoints/background.ts only wires it to the browser.
 */
import { eventAnswer } from '../contract/answer.ts';
import { chooseLanguage, type Language } from '../i18n/translate.ts';
import { keySafe, type KeySafe } from '../state/key-safe.ts';
import { loadKey } from '../state/keys.ts';
import { ledgerStore, withBooking } from '../state/ledger-store.ts';
import { pastStore } from '../state/past-store.ts';
import { CHECKED_KEY } from '../state/settings-checked.ts';
import { loadSettings } from '../state/settings-store.ts';
import type { Settings } from '../state/settings.ts';
import { loadTogether } from '../state/stored.ts';
import { badgeUpdates } from './badge-updates.ts';
import { shownStore } from './badge.ts';
import { askCompanion, type CompanionPorts } from './companion.ts';
import { tellDecisions } from './decisions.ts';
import { deliverDue, type DeliveryPorts } from './delivery.ts';
import { contentHandlers, pageHandlers, type Work } from './handlers.ts';
import { FOLLOW_ALARM, followLedger, isAtWork, refreshLedger, scheduleFollow } from './ledger.ts';
import { routeMessage } from './messages.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { goTo, writeMenu } from './menu.ts';
import { showExample } from './notify.ts';
import { retryNow } from './outbox.ts';
import { refreshPast } from './past-meetings.ts';
import { openNotified } from './places.ts';
import { tellPortals } from './portals.ts';
import { OUTBOX_ALARM, scheduleOutbox } from './schedule.ts';
import { toSender, type MessageSender } from './senders.ts';
import { settledStore } from './settled.ts';
import { loadSources } from './sources.ts';
import { starts } from './start.ts';
import { readPortals, storesOfReading, WATCH_ALARM } from './watch.ts';

export interface WorkerPorts {
  fetch: typeof fetch;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  wait(milliseconds: number): Promise<void>;
  /** The extension's identifier and its pages' base address. */
  own: { id: string; base: string };
  /** The extension's version, from its manifest. */
  version: string;
  /** Opens an address in a tab of its own, in front. */
  openTab(address: string): Promise<unknown>;
  /** `fr-CA`. */
  browserLanguage(): string;
  /** Of what the overlay draws: said with its words, so that no page's script carries them. */
  styles: string;
  /** Where an error goes that nobody waits for; once each. */
  report(error: unknown): void;
  safe?: KeySafe;
}

export interface Worker {
  onMessage(message: unknown, sender: MessageSender): Promise<unknown>;
  onAlarm(name: string): Promise<void>;
  /** At each start of the worker: what the one before it may have left behind. */
  start(): Promise<void>;
  /** Puts all right that outlives the worker: once a browser's session, and whenever a permission or the settings changed. */
  settle(): Promise<void>;
  onSettingsChanged(): Promise<void>;
  /** Reads the portals and the companion, and tries what waits. */
  refresh(): Promise<void>;
  updateBadge(): Promise<void>;
  /** A store says something else: so may the badge. @param keys of what changed */
  onStoreChanged(keys: readonly string[]): Promise<void>;
  /** Writes the icon's menu in the language of the settings. */
  writeMenu(): Promise<void>;
  /** An item of the icon's menu, or a shortcut of the manifest. */
  onMenu(name: string): Promise<void>;
  onNotificationClick(id: string): Promise<void>;
}

/** A tab that reports reading after reading makes the worker read less often than it reports. */
const READ_PAUSE = 1_500;
/** Notes of the worker to itself, of which the badge says nothing. */
const notes: readonly string[] = [settledStore.key, shownStore.key, CHECKED_KEY];

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
    post: (id, body, restamp) => askCompanion(companion, { method: 'POST', path: 'v1/events', id, body, restamp }, eventAnswer),
    delivered: async (booking) => {
      const cache = await ledgerStore.update((known) => withBooking(known, booking));
      await scheduleFollow();
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
    const [settings, { past, ...known }] = await Promise.all([loadSettings(), loadTogether({ ...storesOfReading, past: pastStore })]);
    // One reading of the settings for the whole look.
    const own: CompanionPorts = { ...companion, address: () => Promise.resolve(settings.companion.address) };
    const [ledger] = await Promise.all([refreshLedger(own), readPortals(ports, settings, known), refreshPast(own, settings, past)]);
    await tellDecisions(delivery, settings, ledger);
  });
  const readSoon = (): void => started(ports.wait(READ_PAUSE).then(read));

  const languageOf = ({ language }: Settings): Language => chooseLanguage(language, ports.browserLanguage());
  const { updateBadge, updateBadgeSoon } = badgeUpdates({ ...ports, languageOf });

  const refresh = async (): Promise<void> => {
    await Promise.all([retryNow(null, ports.now()).then(deliver), read()]);
  };

  const follow = (): Promise<void> => followLedger(companion, ports.wait);

  const work: Work = {
    ports,
    companion,
    safe,
    started,
    deliver,
    readSoon,
    refresh,
    follow,
    showExample: async () => showExample(languageOf(await loadSettings())),
  };

  const { start, settle } = starts({ now: ports.now, companion, safe, updateBadge, deliver });

  return {
    onMessage: async (message, sender) => {
      const { portals } = await loadSettings();
      return routeMessage(message, toSender(sender, ports.own, portals), contentHandlers(work), pageHandlers(work));
    },
    onAlarm: async (name) => {
      if (name === WATCH_ALARM) await read();
      if (name === OUTBOX_ALARM) await deliver();
      if (name === FOLLOW_ALARM) {
        await refreshLedger(companion);
        await scheduleFollow();
      }
      await updateBadgeSoon();
    },
    start,
    settle,
    refresh,
    onSettingsChanged: async () => {
      await settle();
      const settings = await loadSettings();
      await writeMenu(languageOf(settings));
      await tellPortals(settings);
      readSoon();
    },
    updateBadge,
    onStoreChanged: async (keys) => {
      if (!keys.every((key) => notes.includes(key))) await updateBadgeSoon();
    },
    writeMenu: async () => writeMenu(languageOf(await loadSettings())),
    onMenu: async (name) => goTo(name, await loadSources(ports.now())),
    onNotificationClick: async (id) => openNotified(id, await loadSources(ports.now())),
  };
}
