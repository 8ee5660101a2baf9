/**
 * Everything of the demo and of the end-to-end tests, on free loopback ports: the portal, Zoom and mailbox
 * stand-ins, the companion on its embedded database, and one real browser a person with the built extension.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import type { BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../lib/contract/answer.ts';
import { presets } from '../../lib/services/presets.ts';
import { establishments } from '../../lib/services/roster.ts';
import { defaultNotifications } from '../../lib/state/alert-settings.ts';
import type { Settings } from '../../lib/state/settings.ts';
import { readEnvironment, type Environment, type Variables } from '../../companion/environment.ts';
import { startCompanion, type Companion } from '../../companion/server.ts';
import { openDatabase } from '../../companion/ledger/open.ts';
import { saveRoom } from '../../companion/ledger/rooms.ts';
import { startMailbox, type Mailbox } from '../standins/mailbox/mailbox.ts';
import { startPortalStandin, type PortalStandin, type PortalStandinOptions } from '../standins/portal/index.ts';
import { makeByHand } from '../standins/zoom/by-hand.ts';
import { PLAIN, startZoomStandin, WEB5000, type ZoomStandin, type ZoomStandinOptions } from '../standins/zoom/standin.ts';
import { makeCertificate } from './certificate.ts';
import { launchPerson, launchPlain, PORTAL_HOST, PORTAL_ORIGIN, type LaunchOptions, type PersonBrowser } from './launch.ts';
import { setAhead, type MovingClock } from './moving-clock.ts';
import { within } from './within.ts';

/** The browser's own object, inside the extension's pages and worker. */
declare const chrome: Browser;

export const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3');

/** The people of the story: invented, with accounts on the portal stand-in. */
export const people = {
  julie: { account: 'representante', name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test', role: 'representative', establishmentId: 'cisss-cote-nord' },
  etienne: { account: 'representant2', name: 'Étienne Lavoie', email: 'etienne.lavoie@exemple.test', role: 'representative', establishmentId: 'cisss-bas-saint-laurent' },
  marc: { account: 'approbateur', name: 'Marc Pelletier', email: 'marc.pelletier@exemple.test', role: 'approver', establishmentId: 'chu-quebec' },
  sylvie: { account: 'admin', name: 'Sylvie Tremblay', email: 'sylvie.tremblay@exemple.test', role: 'admin', establishmentId: 'chu-quebec' },
} as const satisfies Record<string, { account: string; name: string; email: string; role: Role; establishmentId: string }>;
export type PersonName = keyof typeof people;

/** No document states a quota (S0 has none); the admin of the story set one: 12 hours a fiscal year for each of the nine. */
const DEMO_QUOTA = { unit: 'hours', period: 'fiscalYear', total: 108, at80: 'warn', at100: 'warn' } as const;

/** The password of every account of the stand-in. */
export const PASSWORD = 'iris2020';

export interface Person extends PersonBrowser {
  name: PersonName;
  signIn(page: Page): Promise<void>;
  badge(): Promise<string>;
}

export interface World {
  portal: PortalStandin;
  zoom: ZoomStandin;
  mailbox: Mailbox;
  /** The room at Zoom that the bookings of « Salle Zoom Opteos » share; null unless asked for. */
  room: { id: string; joinLink: string } | null;
  readonly companion: Companion;
  /** Stops the companion and starts it again on the same port and database. */
  stopCompanion(): Promise<void>;
  startCompanion(): Promise<void>;
  /** A browser without the extension. */
  openPlain(): Promise<BrowserContext>;
  /** A person's browser, with the extension configured unless `bare`. */
  open(name: PersonName, options?: { bare?: boolean } & Partial<Pick<LaunchOptions, 'colorScheme' | 'viewport'>>): Promise<Person>;
  /** A key of the companion, as the person pastes it. */
  keyOf(name: PersonName): Promise<string>;
  /**
   * Sets the clock of everybody forward, and lets everything happen that comes due. What is open keeps running; a page of ours is best opened anew.
   * @param instant milliseconds since 1970 UTC @throws when the world has no clock of its own
   */
  moveTo(instant: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  headless?: boolean;
  portal?: PortalStandinOptions;
  /** Sets a shared room up at the companion, on a licence that holds no other meeting. */
  room?: boolean;
  zoom?: ZoomStandinOptions;
  /** Further settings of the companion. */
  variables?: Variables;
  /** The machine's own when absent. */
  clock?: MovingClock;
  /** Chromium, unless another browser is given together with the build that it takes. */
  launch?: (options: LaunchOptions & { extension: string }) => Promise<PersonBrowser>;
  extension?: string;
}

/** @throws with a sentence when the extension is not built */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { launch = launchPerson, extension = EXTENSION } = options;
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error('The extension is not built: run `npm run build` first.');
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-world-'));
  const certificate = await makeCertificate(PORTAL_HOST);
  const { clock } = options;
  const timed = clock === undefined ? {} : { now: () => clock.now() };
  const mailbox = await startMailbox(timed);
  const zoom = await startZoomStandin({ ...timed, ...options.zoom });
  const portal = await startPortalStandin({ ...timed, ...options.portal, tls: certificate, mailbox: mailbox.smtp });
  const browsers: { close(): Promise<void> }[] = [];
  const persons: PersonBrowser[] = [];
  const port = await freePort();
  const environment = readEnvironment({
    PASSERELLE_PUBLIC_URL: `http://127.0.0.1:${port}`,
    PASSERELLE_SECRET: 'only-for-the-demo-and-the-tests-of-this-repository',
    PASSERELLE_PORT: String(port),
    PASSERELLE_DATABASE: join(folder, 'passerelle.sqlite'),
    ...zoom.environment,
    ZOOM_HOST_USER_ID: WEB5000,
    ZOOM_HOSTS: JSON.stringify({ 'shared-room': PLAIN }),
    SMTP_URL: `smtp://${mailbox.smtp.host}:${mailbox.smtp.port}`,
    MAIL_FROM: 'CCT du RUISSS <cct@exemple.test>',
    MAIL_APPROVER: people.marc.email,
    PASSERELLE_LOG: 'silent',
    ...options.variables,
  });
  const serve = (): Promise<Companion> => startCompanion(environment, clock === undefined ? {} : { clock });
  const room = options.room === true ? await makeByHand(zoom, { topic: 'Salle Zoom Opteos', agenda: '', start: Date.now(), host: PLAIN }) : null;
  if (room !== null) await saveRoomOf(environment, room);
  let companion = await serve();
  const keys = new Map<PersonName, string>();

  const keyOf = async (name: PersonName): Promise<string> => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    const { id, secret } = await companion.addKey({ ...people[name] });
    keys.set(name, `${id}:${secret}`);
    return `${id}:${secret}`;
  };

  const open: World['open'] = async (name, wanted = {}) => {
    const browser = await launch({ extension, portalPort: portal.port, fingerprint: certificate.fingerprint, headless: options.headless ?? true, ...wanted });
    browsers.push(browser);
    persons.push(browser);
    if (clock !== undefined) await setAhead(browser, clock.ahead());
    if (wanted.bare !== true) await configure(browser, name, companion.url, await keyOf(name));
    return {
      ...browser,
      name,
      signIn: (page) => signIn(page, name),
      badge: async () => (await browser.worker()).evaluate(() => chrome.action.getBadgeText({})),
    };
  };

  return {
    openPlain: async () => {
      const plain = await launchPlain({ portalPort: portal.port, fingerprint: certificate.fingerprint, headless: options.headless ?? true });
      browsers.push(plain);
      return plain.context;
    },
    portal,
    zoom,
    mailbox,
    room,
    get companion() {
      return companion;
    },
    stopCompanion: () => companion.close(),
    startCompanion: async () => {
      companion = await serve();
    },
    open,
    keyOf,
    moveTo: async (instant) => {
      if (clock === undefined) throw new Error('This world goes by the clock of the machine.');
      await within('the companion’s rest', companion.idle());
      clock.moveTo(instant);
      await Promise.all(persons.map((person) => setAhead(person, clock.ahead())));
      await within('the companion’s rest, once the clock had moved,', companion.idle());
    },
    close: async () => {
      await Promise.allSettled(browsers.map((browser) => browser.close()));
      await Promise.allSettled([companion.close(), portal.close(), zoom.close(), mailbox.close()]);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Before the companion serves: both would wait for the other's lock. */
async function saveRoomOf({ database: settings }: Environment, { id, joinLink }: NonNullable<World['room']>): Promise<void> {
  const database = await openDatabase(settings);
  await saveRoom(database.db, { service_id: 'shared-room', meeting_id: id, join_link: joinLink, passcode: 'Abc12345', needs_approval: 0, created_at: Date.now() });
  await database.close();
}

/** Waits until the react look has thrown its nodes away for the last time, as a person's hand does by being slower. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['renewals'] !== 'pending');
}

/** Longer than a portal takes to let a person in on a busy machine. */
const LET_IN = 20_000;

/**
 * Signs in to the portal stand-in as this person. An answer to the worker's own reading that was on its way meanwhile may
 * bring the session of before back, as it may at a real portal: a person who is asked again signs in again.
 */
export async function signIn(page: Page, name: PersonName): Promise<void> {
  const code = page.getByLabel(/Code d.utilisateur/u);
  const inside = page.getByRole('link', { name: 'Mes Réservations' }).first();
  for (let again = 2; ; again -= 1) {
    await page.goto(PORTAL_ORIGIN);
    await inside.or(code).first().waitFor();
    await settled(page);
    if ((await code.count()) > 0) {
      await code.fill(people[name].account);
      await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: /connexion|connecter/iu }).click();
    }
    try {
      await inside.waitFor({ timeout: LET_IN });
      break;
    } catch (error) {
      if (again === 0) throw error;
    }
  }
  await settled(page);
}

/** A port that is free now; the companion's public address must be known before it listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Writes who the person is and gives the key, as the options page does; the rest keeps its defaults. */
async function configure(browser: PersonBrowser, name: PersonName, address: string, key: string): Promise<void> {
  const { name: fullName, email, role, establishmentId } = people[name];
  const settings: Settings = {
    version: 1,
    language: 'fr',
    person: { name: fullName, email, role, establishmentId },
    portals: [{ id: 'iris', name: 'IRIS', origin: PORTAL_ORIGIN, listPath: null, enabled: true }],
    cards: presets.map((card) => (card.id === 'web5000' ? { ...card, quota: DEMO_QUOTA } : card)),
    roster: [...establishments],
    companion: { address },
    alerts: { everyMinutes: 5, notifications: defaultNotifications() },
    disabledFeatures: [],
  };
  const page = await browser.openOwn('popup.html');
  const answer = await page.evaluate(
    async ({ stored, key: text }) => {
      await chrome.storage.local.set({ settings: stored });
      return chrome.runtime.sendMessage({ type: 'companion.key', key: text });
    },
    { stored: settings, key },
  );
  if ((answer as { ok?: boolean } | undefined)?.ok !== true) throw new Error(`The companion refused the key of ${name}: ${JSON.stringify(answer)}`);
  await page.close();
}
