/** From the form to the mail: Julie books, Marc approves where the card wants it, and what the card says is made at Zoom. */
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { PORTAL_ORIGIN } from '../../setup/launch.ts';
import { settled, people } from '../../setup/world.ts';
import { check, checkEqual } from '../scene.ts';
import { fillForm, saveForm } from './form.ts';
import type { Life } from './cards.ts';
import { bookedOf, isToJulie, itemOf, openPopupAt, readMail, refreshUntil, show, type LifeScene } from './scene.ts';

declare const chrome: Browser;

export async function fillIn(scene: LifeScene, life: Life): Promise<void> {
  await show(scene, scene.julieTab);
  await fillForm(scene.world, scene.julieTab, life, scene.date, scene.checked);
}

export async function save(scene: LifeScene, life: Life): Promise<void> {
  scene.booked.set(life.id, await saveForm(scene.world, scene.julieTab, life, scene.checked));
}

async function approveInPortal(scene: LifeScene, life: Life): Promise<void> {
  const { world, marc } = scene;
  // What a program draws is read in a tab only: the popup says so, and he opens his list there.
  if (scene.look === 'react') {
    const list = await show(scene, await marc.context.newPage());
    await list.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=liste&date=${scene.date}&periode=mois`);
    await settled(list);
    await list.getByText(life.meeting.name).first().waitFor();
  }
  const popup = await openPopupAt(scene, marc, /À approuver/u);
  // By its name: until the portal was read, its card has the way to the portal's home only.
  const link = itemOf(popup, life).getByRole('heading').getByRole('link');
  await refreshUntil(popup, link);
  scene.checked('the request waits in Marc’s popup');
  const [page] = await Promise.all([marc.context.waitForEvent('page'), link.click()]);
  await page.getByRole('button', { name: 'Approuver' }).waitFor();
  await settled(page);
  await page.getByRole('button', { name: 'Approuver' }).click();
  await page.getByText('Approuvée').first().waitFor();
  await show(scene, page);
  checkEqual(scene, 'he approves it in the portal, as always', world.portal.find(bookedOf(scene, life).number)?.status, 'approved');
}

export async function approve(scene: LifeScene, life: Life): Promise<void> {
  if (life.approval === 'marc') return approveInPortal(scene, life);
  const popup = await openPopupAt(scene, scene.julie, /Vos demandes/u);
  await refreshUntil(popup, itemOf(popup, life).getByText(life.conference === 'room' ? 'Planifiée' : 'Approuvée', { exact: true }));
  scene.checked(life.conference === 'room' ? 'nobody approves a slot of the room: Julie’s popup shows it « Planifiée »' : 'nobody approves it: Julie’s popup shows it « Approuvée »');
}

/** Marc's worker has read the portal since: what the popup leaves out then, it leaves out for good. @param since milliseconds since 1970 UTC */
async function waitForReading(popup: Page, since: number): Promise<void> {
  await popup.getByRole('button', { name: 'Actualiser', exact: true }).click();
  await popup.waitForFunction(
    async (from) => {
      const { readings = '{}' } = (await chrome.storage.session.get('readings')) as { readings?: string };
      return Object.values(JSON.parse(readings) as Record<string, { checked: number | null }>).some(({ checked }) => (checked ?? 0) >= from);
    },
    since,
    { polling: 500 },
  );
}

async function makeConference(scene: LifeScene, life: Life): Promise<void> {
  const { world, marc } = scene;
  const popup = await openPopupAt(scene, marc, /À créer/u);
  const button = itemOf(popup, life).getByRole('button', { name: /Créer la rencontre Zoom/u });
  await refreshUntil(popup, button);
  await button.click();
  await popup.getByText(/Envoi dans/u).first().waitFor();
  await popup.getByRole('tab', { name: /Planifiées/u }).click();
  await refreshUntil(popup, itemOf(popup, life).getByText('Planifiée', { exact: true }));
  const made = world.zoom.created().filter(({ topic }) => topic === life.meeting.name);
  checkEqual(scene, 'sent from the popup, it exists once at Zoom, on its own licence', made.map(({ host }) => host), [life.host]);
  const settings = Object.fromEntries(Object.keys(life.settings).map((name) => [name, made[0]?.settings[name]]));
  checkEqual(scene, `with the card’s own rules: ${JSON.stringify(life.settings)}`, settings, life.settings);
  checkEqual(scene, 'it is a webinar where the licence is one, else a meeting', made[0]?.kind, life.id === 'web5000' ? 'webinar' : 'meeting');
}

/** What the card makes of a booking: a conference at a click, a slot of the room that stands, or nothing (S1-30, S3-16). */
export async function makeReady(scene: LifeScene, life: Life): Promise<void> {
  const { world, marc } = scene;
  if (life.conference === 'made') return makeConference(scene, life);
  const before = world.zoom.created().length;
  const popup = await openPopupAt(scene, marc, life.conference === 'room' ? /Planifiées/u : /À créer/u);
  await waitForReading(popup, scene.clock.now());
  if (life.conference === 'room') {
    await refreshUntil(popup, itemOf(popup, life).getByText('Planifiée', { exact: true }));
    scene.checked('Marc has nothing to do: the slot of the room is « Planifiée » by itself');
  } else {
    await popup.getByRole('heading', { level: 2, name: 'À créer' }).waitFor();
    checkEqual(scene, 'Marc is asked for nothing: this service makes no conference at Zoom', await itemOf(popup, life).count(), 0);
  }
  checkEqual(scene, 'nothing more was made at Zoom', world.zoom.created().length, before);
}

/** Julie has what she passes on (S0-25, S0-26); of a service that makes nothing at Zoom, the portal alone writes. */
export async function readLink(scene: LifeScene, life: Life): Promise<void> {
  const { world } = scene;
  if (life.conference === 'none') {
    const { number } = bookedOf(scene, life);
    const mail = await world.mailbox.waitFor((one) => one.subject.includes(number), { timeoutMs: 20_000 });
    const letter = await show(scene, await scene.julie.context.newPage());
    await letter.goto(`${world.mailbox.url}/messages/${mail.number}`);
    checkEqual(scene, 'the portal confirms it; the companion, which has no link to give, writes nothing', world.mailbox.messages().filter(isToJulie(life)), []);
    return;
  }
  const mail = await readMail(scene, life, /est prête/u);
  check(scene, 'Julie’s mail has the calendar entry', mail.attachments.some(({ filename }) => /\.ics$/u.test(filename ?? '')));
  if (life.conference === 'room') {
    check(scene, 'it says that no meeting is made and that the room opens a quarter of an hour before', /ne crée pas de rencontre/u.test(mail.text) && /15 minutes avant/u.test(mail.text));
    const room = world.zoom.created().find(({ id }) => id === world.room?.id);
    check(scene, 'and gives neither the room’s own link nor its passcode', room !== undefined && !mail.text.includes(room.joinLink) && !mail.text.includes(room.passcode));
  } else {
    const made = world.zoom.created().find(({ topic }) => topic === life.meeting.name);
    check(scene, 'it has the link, and an invitation to pass on', made !== undefined && mail.text.includes(made.joinLink) && /Transmettez l’invitation/u.test(mail.text));
  }
  const strangers = world.mailbox.messages()
    .filter(({ subject }) => subject.includes(life.meeting.name))
    .flatMap(({ envelope }) => envelope.to)
    .filter((address) => address !== people.julie.email);
  checkEqual(scene, 'nobody else is written to', strangers, []);
}

/** The day before (S0-31, S0-32): silence keeps it. */
export async function beReminded(scene: LifeScene, life: Life): Promise<void> {
  const { world } = scene;
  await world.moveTo(bookedOf(scene, life).start - 86_400_000 + 1000);
  if (life.conference === 'none') {
    const list = await show(scene, await scene.julie.context.newPage());
    await list.goto(world.mailbox.url);
    checkEqual(scene, 'of what the companion does not hold, it reminds nobody', world.mailbox.messages().filter(isToJulie(life)), []);
    return;
  }
  const mail = await readMail(scene, life, /^Rappel/u);
  check(scene, 'the day before, Julie is reminded; it says first that there is nothing to do', mail.text.indexOf('vous n’avez rien à faire') < mail.text.indexOf('a lieu demain'));
  check(scene, 'with a page of the companion on which to call it off', mail.text.includes(`${world.companion.url}/c/`));
  checkEqual(scene, 'once', world.mailbox.messages().filter((one) => isToJulie(life)(one) && one.subject.startsWith('Rappel')).length, 1);
}
