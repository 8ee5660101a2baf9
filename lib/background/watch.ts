/**
 * Reading the portals by the clock: which page, how it went, what is remembered of it. One reading at a
 * time in the whole browser; a signed-out portal is asked once a period and no more.
 */
import { browser } from 'wxt/browser';
import type { Booking, Reading } from '../domain/booking.ts';
import { addressesStore, type ListAddress } from '../state/addresses-store.ts';
import { inTurn } from '../state/lock.ts';
import { portalOfAddress } from '../state/portal-of.ts';
import { emptyPortalReading, forgetOld, readingsStore, type Details, type LastPage, type PortalReading } from '../state/readings-store.ts';
import type { PortalSetting, Settings } from '../state/settings.ts';
import { profilesStore, profileWith } from '../state/profiles-store.ts';
import { remember, sightingsStore } from '../state/sightings-store.ts';
import type { ValueOf } from '../state/stored.ts';
import { readsRequests } from '../state/view.ts';
import { candidatesOf, type Candidate } from './list-address.ts';
import { fetchDetails, withDetails } from './details-fetch.ts';
import { fetchList, type ListOutcome } from './list-fetch.ts';
import type { PagePorts } from './page-fetch.ts';
import { withParser } from './parser.ts';
import { hasPermission } from './portals.ts';
import { parserOf } from './same-page.ts';

export const WATCH_ALARM = 'watch';
/** Bookings that tabs have shown and that are kept besides the worker's own reading. */
const SEEN_MAXIMUM = 500;

/** What is to be known before a reading; loaded by whoever sets it going, with all else that it needs. */
export const storesOfReading = { readings: readingsStore, addresses: addressesStore, profiles: profilesStore, sightings: sightingsStore };
type Known = { [Name in keyof typeof storesOfReading]: ValueOf<(typeof storesOfReading)[Name]> };

/** The alarm, while it rings within its period and a minute: after a clock was set back, it would be silent for as long. */
async function alarmInTime(now: number): Promise<{ periodInMinutes?: number } | undefined> {
  const alarm = await browser.alarms.get(WATCH_ALARM);
  return alarm !== undefined && alarm.scheduledTime - now <= ((alarm.periodInMinutes ?? 0) + 1) * 60_000 ? alarm : undefined;
}

/** @param now milliseconds since 1970 UTC */
export const isScheduled = async (now: number): Promise<boolean> => (await alarmInTime(now)) !== undefined;

/** Puts the alarm where the settings want it, and back where a browser has lost it. @param now milliseconds since 1970 UTC */
export async function scheduleWatch({ alerts: { everyMinutes } }: Settings, now: number): Promise<void> {
  if ((await alarmInTime(now))?.periodInMinutes === everyMinutes) return;
  await browser.alarms.create(WATCH_ALARM, { periodInMinutes: everyMinutes, when: now + everyMinutes * 60_000 });
}

/** Only bookings of our services are kept: other resources are none of our business (S0-47). */
const ofOurs = (bookings: readonly Booking[]): Booking[] => bookings.filter(({ serviceId }) => serviceId !== null);

/** What is remembered after one reading. Pure. */
export function afterReading(before: PortalReading, outcome: ListOutcome, details: Details, now: number, page?: LastPage): PortalReading {
  if (outcome.state === 'signedOut') return { ...emptyPortalReading(), state: 'signedOut', checked: now };
  if (outcome.state !== 'ok') return { ...before, state: outcome.state, checked: now };
  const { reading } = outcome;
  const seen = reading.complete ? before.seen.filter(({ at }) => at > reading.at) : before.seen;
  return { state: 'ok', checked: now, reading, seen, details, page };
}

/** A reading brings its portal's profile. */
type ReadPorts = Omit<PagePorts, 'profile'>;

/** Tries the candidates until one is a list, or until the portal says that nobody is signed in. */
async function readCandidates(ports: PagePorts, portal: PortalSetting, candidates: Candidate[], settings: Settings) {
  let outcome: ListOutcome = { state: 'notUnderstood' };
  for (const candidate of candidates) {
    outcome = await fetchList(ports, portal, candidate, settings);
    if (outcome.state !== 'notUnderstood') return { outcome, candidate };
  }
  return { outcome, candidate: null };
}

const rememberAddress = (portal: string, change: Partial<ListAddress>): Promise<unknown> =>
  addressesStore.update((known) => ({ ...known, [portal]: { ...(known[portal] ?? { reported: null, working: null, calendar: null }), ...change } }));

/** The list with what the pages of its bookings say besides. */
async function readWhole(ports: PagePorts, portal: PortalSetting, settings: Settings, before: PortalReading, known: ListAddress | undefined) {
  const { outcome, candidate } = await readCandidates(ports, portal, candidatesOf(portal, known, ports.now()), settings);
  if (outcome.state !== 'ok') return { outcome, details: before.details };
  const working = candidate?.kind === 'guess' || candidate?.kind === 'reported' ? candidate.kind : null;
  if (working !== null && working !== known?.working) await rememberAddress(portal.id, { working });
  const listed = ofOurs(outcome.reading.bookings);
  const details = await fetchDetails(ports, listed, before.details, portal, settings);
  const whole: ListOutcome = { state: 'ok', reading: { ...outcome.reading, bookings: withDetails(listed, details) } };
  return { outcome: whole, details };
}

async function readPortal(
  ports: ReadPorts,
  portal: PortalSetting,
  settings: Settings,
  { readings: old, addresses, profiles, sightings: seen }: Known,
): Promise<void> {
  if (!(await hasPermission(portal))) return;
  const before = forgetOld(old, ports.now())[portal.id] ?? emptyPortalReading();
  const { parse, page } = parserOf(ports.parse, before.page);
  const { outcome, details } = await readWhole({ ...ports, parse, profile: profileWith(profiles, portal) }, portal, settings, before, addresses[portal.id]);
  const now = ports.now();
  // Most often there is nothing new to remember, hence nothing to change.
  if (outcome.state === 'ok' && remember(seen, outcome.reading.bookings, now) !== seen) await sightingsStore.update((sightings) => remember(sightings, outcome.reading.bookings, now));
  await readingsStore.update((readings) => ({
    ...forgetOld(readings, now),
    [portal.id]: afterReading(readings[portal.id] ?? emptyPortalReading(), outcome, details, now, page()),
  }));
}

/** Reads the list of every enabled portal, for those who approve. Never throws for a portal's sake. */
export const readPortals = (ports: Omit<ReadPorts, 'parse'>, settings: Settings, known: Known): Promise<void> =>
  inTurn('watch', async () => {
    const portals = settings.portals.filter(({ enabled }) => enabled);
    if (!readsRequests(settings.person.role) || portals.length === 0) return;
    await withParser(async (parse) => {
      for (const portal of portals) await readPortal({ ...ports, parse }, portal, settings, known);
    });
  });

/**
 * Takes over what a tab of the portal shows. The tab names no portal: the sender's address does.
 * @param reading parsed at the border
 */
export async function takeOverlayReading(reading: Reading, portal: PortalSetting, address: string, settings: Settings, now: number): Promise<void> {
  if (reading.source === 'list' && portalOfAddress(address, [portal]) !== null) await rememberAddress(portal.id, { reported: address });
  if (reading.source === 'grid' && portalOfAddress(address, [portal]) !== null) await rememberAddress(portal.id, { calendar: address.replace(/[?#].*$/u, '') });
  const cards = new Set(settings.cards.map(({ id }) => id));
  const at = Math.min(reading.at, now);
  const shown = reading.bookings
    .filter(({ serviceId }) => serviceId !== null && cards.has(serviceId))
    .map((booking) => ({ booking: { ...booking, portal: portal.id }, at }));
  await sightingsStore.update((sightings) => remember(sightings, shown.map(({ booking }) => booking), now));
  await readingsStore.update((readings) => {
    const known = forgetOld(readings, now)[portal.id] ?? emptyPortalReading();
    return { ...readings, [portal.id]: { ...known, seen: newest([...known.seen, ...shown]) } };
  });
}

/** The last sight of each booking, the newest first to be kept. */
function newest(seen: PortalReading['seen']): PortalReading['seen'] {
  const byKey = new Map<string, PortalReading['seen'][number]>();
  for (const sight of seen) {
    const key = `${sight.booking.number ?? ''} ${sight.booking.resource} ${sight.booking.start}`;
    byKey.delete(key);
    byKey.set(key, sight);
  }
  return [...byKey.values()].slice(-SEEN_MAXIMUM);
}
