/**
 * Calibration, as the worker sees it: opens the assistant in a tab of the portal, puts it back after each page of the
 * journey, keeps its progress, and puts the result in force. What the assistant says comes from a page: it is heard
 * only in the one tab that an administrator opened it in, and only as a profile that the schema allows.
 */
import { browser } from 'wxt/browser';
import { startProgress } from '../calibration/acts.ts';
import { emptyPatch } from '../calibration/patch.ts';
import type { CalibrationStart } from '../calibration/ports.ts';
import { sessionStore, type CalibrationSession } from '../calibration/session.ts';
import { chooseLanguage } from '../i18n/translate.ts';
import type { CalibrationAnswer } from '../messages/answers.ts';
import type { ContentMessage } from '../messages/content.ts';
import type { PageMessage } from '../messages/page.ts';
import { healthStore } from '../state/health-store.ts';
import { patternOf } from '../state/portal-of.ts';
import { baseOf, profilesStore } from '../state/profiles-store.ts';
import type { PortalSetting } from '../state/settings.ts';
import { loadSettings } from '../state/settings-store.ts';
import type { ContentHandlers, PageHandlers } from './messages.ts';
import { CALIBRATION_REGISTRATION, hasPermission, tellPortals } from './portals.ts';
import { tabsOf } from './tabs.ts';

const SCRIPT = 'calibrate.js';

/** What was seen by the words of another profile says nothing of this one: it is looked at anew. */
const forgetHealth = (portal: string): Promise<unknown> =>
  healthStore.update((health) => Object.fromEntries(Object.entries(health).filter(([id]) => id !== portal)));

interface Ports {
  ports: { now(): number; browserLanguage(): string };
  readSoon(): void;
}

/** The tab that the person means: the one they looked at last. A new one when the portal is open nowhere. */
async function tabOf(portal: PortalSetting): Promise<number | null> {
  const [tab] = await tabsOf(portal);
  if (tab?.id !== undefined) return tab.id;
  return (await browser.tabs.create({ url: portal.origin, active: true })).id ?? null;
}

async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Each page that the portal loads in the meantime gets the assistant again; the script asks whether its tab is meant. */
async function register(portal: PortalSetting): Promise<void> {
  await unregister();
  await browser.scripting.registerContentScripts([{ id: CALIBRATION_REGISTRATION, matches: [patternOf(portal)], js: [SCRIPT], runAt: 'document_idle', persistAcrossSessions: false }]);
}

const unregister = (): Promise<void> => browser.scripting.unregisterContentScripts({ ids: [CALIBRATION_REGISTRATION] }).catch(() => undefined);

async function open(portalId: string): Promise<CalibrationAnswer> {
  const { person, portals } = await loadSettings();
  if (person.role !== 'admin') return { ok: false, why: 'role' };
  const portal = portals.find(({ id, enabled }) => id === portalId && enabled);
  if (portal === undefined) return { ok: false, why: 'portal' };
  if (!(await hasPermission(portal))) return { ok: false, why: 'permission' };
  const taught = (await profilesStore.load())[portal.id]?.patch;
  const tabId = await tabOf(portal);
  if (tabId === null) return { ok: false, why: 'tab' };
  await sessionStore.update((before) => {
    const isSame = before?.portal === portal.id;
    return { portal: portal.id, tabId, progress: isSame ? before.progress : startProgress(taught ?? emptyPatch(baseOf(taught), portal)) };
  });
  await register(portal);
  await showTab(tabId);
  // A tab that is still loading gets it by its registration.
  await browser.scripting.executeScript({ target: { tabId }, files: [`/${SCRIPT}`] }).catch(() => undefined);
  return { ok: true };
}

type Sender = Parameters<ContentHandlers['calibration.start']>[1];
const isMeant = (session: CalibrationSession | null, { portal, tabId }: Sender): session is CalibrationSession =>
  session !== null && session.portal === portal.id && session.tabId === tabId;

type ContentPart = Pick<ContentHandlers, Extract<ContentMessage['type'], `calibration.${string}`>>;
type PagePart = Pick<PageHandlers, Extract<PageMessage['type'], `calibration.${string}` | `profile.${string}`>>;

export function calibrationContent({ ports, readSoon }: Ports): ContentPart {
  return {
    'calibration.start': async (_message, sender): Promise<CalibrationStart | null> => {
      const session = await sessionStore.load();
      if (!isMeant(session, sender)) return null;
      const { language, cards, roster } = await loadSettings();
      return {
        portal: { id: sender.portal.id, name: sender.portal.name },
        language: chooseLanguage(language, ports.browserLanguage()),
        base: baseOf(session.progress.patch),
        progress: session.progress,
        cards,
        roster: roster.map((establishment) => ({ ...establishment, representative: null, substitute: null })),
      };
    },
    'calibration.keep': async ({ progress }, sender) => {
      await sessionStore.update((session) => (isMeant(session, sender) ? { ...session, progress } : session));
    },
    'calibration.save': async ({ patch }, sender): Promise<CalibrationAnswer> => {
      if (!isMeant(await sessionStore.load(), sender)) return { ok: false, why: 'portal' };
      const { id, name } = sender.portal;
      const kept = await profilesStore.update((profiles) => {
        const version = (profiles[id]?.patch.version ?? 0) + 1;
        return { ...profiles, [id]: { patch: { ...patch, id, name, version }, at: ports.now() } };
      });
      await sessionStore.update((session) => session && { ...session, progress: { ...session.progress, patch: kept[id]?.patch ?? patch } });
      await forgetHealth(id);
      await tellPortals(await loadSettings());
      readSoon();
      return { ok: true };
    },
    'calibration.close': async (_message, sender) => {
      if (!isMeant(await sessionStore.load(), sender)) return;
      await sessionStore.update(() => null);
      await unregister();
    },
  };
}

export function calibrationPage({ ports, readSoon }: Ports): PagePart {
  return {
    'calibration.open': ({ portal }) => open(portal),
    /** A file that the person imported, or null: the profile as it ships. */
    'profile.set': async ({ portal, patch }): Promise<CalibrationAnswer> => {
      await profilesStore.update((profiles) => {
        const others = Object.fromEntries(Object.entries(profiles).filter(([id]) => id !== portal));
        return patch === null ? others : { ...others, [portal]: { patch: { ...patch, id: portal }, at: ports.now() } };
      });
      await sessionStore.update((session) => (session?.portal === portal ? null : session));
      await forgetHealth(portal);
      await tellPortals(await loadSettings());
      readSoon();
      return { ok: true };
    },
  };
}
