/** What the steps of a life share: a world whose clock a story sets forward, Julie who books, Marc of the CCT, and their pages. */
import type { Locator, Page } from 'playwright-core';
import type { Mail } from '../../standins/mailbox/mailbox.ts';
import { toLocal } from '../../../lib/domain/time.ts';
import { createMovingClock, type MovingClock } from '../../setup/moving-clock.ts';
import { within } from '../../setup/within.ts';
import { people, startWorld, type Person, type World } from '../../setup/world.ts';
import type { Look } from '../../standins/portal/options.ts';
import type { PortalBooking } from '../../standins/portal/data/types.ts';
import { defaultHosts } from '../../standins/zoom/hosts.ts';
import { PLAIN } from '../../standins/zoom/standin.ts';
import type { Life } from './cards.ts';

export interface LifeScene {
  world: World;
  look: Look;
  clock: MovingClock;
  julie: Person;
  julieTab: Page;
  marc: Person;
  /** Toronto's day on which all of it takes place, `YYYY-MM-DD`. */
  date: string;
  /** What Julie has booked. */
  booked: Map<Life['id'], PortalBooking>;
  /** The host key of the room as it was shown; null before. */
  hostKey: string | null;
  /** The page worth a picture after each step. */
  shown: Page;
  /** Notes that a sentence of the step holds. */
  checked(sentence: string): void;
}

const DAY = 86_400_000;
const WEBHOOK_SECRET = 'zoom-secret-token-of-the-demo';
/** The width of a popup. */
const POPUP = { width: 420, height: 640 };
export const PATIENCE = 20_000;

/** The first working day that leaves time for a reminder the day before. */
function dayOfStory(now: number): string {
  for (let days = 4; ; days += 1) {
    const { date } = toLocal(now + days * DAY);
    if (![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())) return date;
  }
}

/** @param onChecked hears each sentence that was found true */
export async function setLifeStage(options: {
  headless: boolean;
  look?: Look;
  onChecked: (sentence: string) => void;
}): Promise<{ scene: LifeScene; close(): Promise<void> }> {
  const clock = createMovingClock();
  const hosts = [...defaultHosts, { email: people.julie.email }];
  const world = await startWorld({
    headless: options.headless,
    clock,
    room: true,
    portal: { look: options.look ?? 'classic', traits: ['T7', 'T13'], bookings: 'none' },
    zoom: { hosts },
    variables: {
      ZOOM_HOSTS: JSON.stringify({ 'shared-room': PLAIN, 'nominative-300': 'demandeur', clinical: 'demandeur' }),
      ZOOM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    },
  });
  try {
    world.zoom.webhooks.set({ url: `${world.companion.url}/zoom/events`, secretToken: WEBHOOK_SECRET });
    const [julie, marc] = await Promise.all([world.open('julie'), world.open('marc')]);
    const [julieTab, marcTab] = await Promise.all([julie.context.newPage(), marc.context.newPage()]);
    await Promise.all([julie.signIn(julieTab), marc.signIn(marcTab)]);
    await marcTab.close();
    const scene: LifeScene = { world, look: options.look ?? 'classic', clock, julie, julieTab, marc, date: dayOfStory(clock.now()), booked: new Map(), hostKey: null, shown: julieTab, checked: options.onChecked };
    return { scene, close: () => world.close() };
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** A tab ends in a moment; twice in some hundred stories the browser never said that one of a read mail had. */
const END_MAXIMUM = 5_000;

/**
 * Brings a page to the fore of the story; the one before is closed, but for Julie's tab of the portal. One that does not end is
 * left behind: nothing is told of it.
 */
export async function show(scene: LifeScene, page: Page): Promise<Page> {
  const before = scene.shown;
  scene.shown = page;
  if (before !== page && before !== scene.julieTab) await within('the end of a page', before.close(), END_MAXIMUM).catch(() => undefined);
  return page;
}

/** A person opens the popup, at one of its tabs. */
export async function openPopupAt(scene: LifeScene, person: Person, tab: RegExp): Promise<Page> {
  const popup = await show(scene, await person.openOwn('popup.html'));
  await popup.setViewportSize(POPUP);
  await popup.getByRole('tab', { name: tab }).click();
  return popup;
}

/** The story's booking in a list of the popup. */
export const itemOf = (popup: Page, { meeting }: Life): Locator => popup.getByRole('listitem').filter({ hasText: meeting.name }).first();

/** Waits for what a popup must come to show; as a person does, it is refreshed when nothing comes. */
export async function refreshUntil(popup: Page, wanted: Locator): Promise<void> {
  for (let tries = 1; tries < 8; tries += 1) {
    try {
      return await wanted.waitFor({ timeout: 4000 });
    } catch {
      await popup.getByRole('button', { name: 'Actualiser', exact: true }).click();
    }
  }
  await wanted.waitFor();
}

export function bookedOf({ booked }: LifeScene, { id }: Life): PortalBooking {
  const booking = booked.get(id);
  if (booking === undefined) throw new Error(`« ${id} » was not booked.`);
  return booking;
}

/** The companion's mails to Julie on this life's meeting. */
export const isToJulie = ({ meeting }: Life) => (mail: Mail): boolean =>
  mail.from?.address === 'cct@exemple.test' && mail.envelope.to.includes(people.julie.email) && mail.subject.includes(meeting.name);

/** The mail that is due, wherever it stands in the queue; then shown as the mailbox shows it. */
export async function readMail(scene: LifeScene, life: Life, subject: RegExp): Promise<Mail> {
  const { world } = scene;
  const mail = await world.mailbox.waitFor((one) => isToJulie(life)(one) && subject.test(one.subject), { timeoutMs: PATIENCE });
  const letter = await show(scene, await scene.julie.context.newPage());
  await letter.goto(`${world.mailbox.url}/messages/${mail.number}`);
  await letter.getByRole('heading', { level: 1 }).waitFor();
  return mail;
}

/** Everything that Zoom has said is taken in, and all that follows from it is done. */
export async function settleZoom({ world }: LifeScene): Promise<void> {
  await within('Zoom’s word', world.zoom.webhooks.flush());
  await within('the companion’s rest', world.companion.idle());
}
