/**
 * The worker, put together: what each message and each alarm sets going. It keeps nothing in memory that
 * it could not lose; entrypoints/background.ts only wires it to the browser.
 */
import { eventAnswer } from '../contract/answer.ts';
import { chooseLanguage, type Language } from '../i18n/translate.ts';
import { keySafe, type KeySafe } from '../state/key-safe.ts';
import { loadKey } from '../state/keys.ts';
import { ledgerStore, withBooking } from '../state/ledger-store.ts';
import { loadSettings } from '../state/settings-store.ts';
import type { Settings } from '../state/settings.ts';
import { badgeOf, writeBadge } from './badge.ts';
import { askCompanion, type CompanionPorts } from './companion.ts';
import { tellDecisions } from './decisions.ts';
import { deliverDue, type DeliveryPorts } from './delivery.ts';
import { finishRenewal } from './enrolment.ts';
import { contentHandlers, pageHandlers, type Work } from './handlers.ts';
import { FOLLOW_ALARM, followLedger, isAtWork, refreshLedger, scheduleFollow } from './ledger.ts';
import { routeMessage } from './messages.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { goTo, writeMenu } from './menu.ts';
import { showExample, tellNews } from './notify.ts';
import { retryNow } from './outbox.ts';
import { refreshPast } from './past-meetings.ts';
import { openNotified } from './places.ts';
import { syncPortals, tellPortals } from './portals.ts';
import { OUTBOX_ALARM, scheduleOutbox } from './schedule.ts';
import { toSender, type MessageSender } from './senders.ts';
import { situationOf } from './situation.ts';
import { loadSources } from './sources.ts';
import { readPortals, scheduleWatch, WATCH_ALARM } from './watch.ts';

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
  /** At each start of the worker, and whenever a permission or the settings changed. */
  settle(): Promise<void>;
  onSettingsChanged(): Promise<void>;
  /** Reads the portals and the companion, and tries what waits. */
  refresh(): Promise<void>;
  updateBadge(): Promise<void>;
  /** A store says something else: so may the badge. */
  onStoreChanged(): Promise<void>;
  /** Writes the icon's menu in the language of the settings. */
  writeMenu(): Promise<void>;
  /** An item of the icon's menu, or a shortcut of the manifest. */
  onMenu(name: string): Promise<void>;
  onNotificationClick(id: string): Promise<void>;
}

/** A tab that reports reading after reading makes the worker read less often than it reports. */
const READ_PAUSE = 1_500;
/** One look at a portal changes several stores, one after the other: the badge is made once, of all of them. Milliseconds. */
const BADGE_PAUSE = 100;

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
    const settings = await loadSettings();
    // One reading of the settings for the whole look.
    const own: CompanionPorts = { ...companion, address: () => Promise.resolve(settings.companion.address) };
    const [ledger] = await Promise.all([refreshLedger(own), readPortals(ports, settings), refreshPast(own, settings)]);
    await tellDecisions(delivery, settings, ledger);
  });
  const readSoon = (): void => started(ports.wait(READ_PAUSE).then(read));

  const languageOf = ({ language }: Settings): Language => chooseLanguage(language, ports.browserLanguage());

  // What is older must not be written last.
  const updateBadge = oneAfterAnother(async () => {
    const sources = await loadSources(ports.now());
    const language = languageOf(sources.settings);
    const situation = situationOf(sources, sources.health);
    await writeBadge(badgeOf(situation, sources.now, language));
    await tellNews(sources, situation.unknown === null, language);
  });

  /** The update that is waited for: whoever asks for it meanwhile has the same. */
  let soon: Promise<void> | null = null;
  const updateBadgeSoon = (): Promise<void> =>
    (soon ??= ports.wait(BADGE_PAUSE).then(() => {
      soon = null;
      return updateBadge();
    }));

  const refresh = async (): Promise<void> => {
    await Promise.all([retryNow(null, ports.now()).then(deliver), read()]);
  };

  const follow = (): Promise<void> => followLedger(companion, ports.wait);

  const work: Work = { ports, companion, safe, started, deliver, readSoon, refresh, follow, showExample: async () => showExample(languageOf(await loadSettings())) };

  const settle = async (): Promise<void> => {
    const settings = await loadSettings();
    await syncPortals(settings);
    await scheduleWatch(settings);
    await updateBadge();
    await finishRenewal(companion, safe);
    await deliver();
  };

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
    onStoreChanged: updateBadgeSoon,
    writeMenu: async () => writeMenu(languageOf(await loadSettings())),
    onMenu: async (name) => goTo(name, await loadSources(ports.now())),
    onNotificationClick: async (id) => openNotified(id, await loadSources(ports.now())),
  };
}
