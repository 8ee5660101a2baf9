/** Steps 5 to 7: Marc, approver of the CCT, sees the request, approves it in the portal, and sends it to the companion. */
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled } from '../setup/world.ts';
import { check, checkEqual, meeting, type Scene } from './scene.ts';

/** The width of a popup. */
const POPUP = { width: 420, height: 640 };

export async function openPopup(scene: Scene): Promise<Page> {
  const page = await scene.marc.openOwn('popup.html');
  await page.setViewportSize(POPUP);
  scene.shown = page;
  return page;
}

/** Lets the worker's own alarm come now instead of in five minutes. */
async function letAlarmCome(scene: Scene, name: 'watch' | 'outbox'): Promise<void> {
  const worker = await scene.marc.worker();
  await worker.evaluate((alarm) => chrome.alarms.create(alarm, { when: Date.now() + 50, ...(alarm === 'watch' ? { periodInMinutes: 5 } : {}) }), name);
}
declare const chrome: Browser;

/** Waits until the badge is this, 20 s at most. @returns the badge as it is then */
async function waitForBadge(scene: Scene, expected: string): Promise<string> {
  const page = await scene.marc.openOwn('options.html');
  // Asked in the page: a predicate that answers a promise would always hold for Playwright.
  const shown = await page.evaluate(async (text) => {
    for (let look = 0; look < 200; look += 1) {
      if ((await chrome.action.getBadgeText({})) === text) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return chrome.action.getBadgeText({});
  }, expected);
  await page.close();
  return shown;
}

export async function seeRequest(scene: Scene): Promise<void> {
  // He signed in this morning and closed the tab since: only the session's cookie is left.
  const morning = await scene.marc.context.newPage();
  await scene.marc.signIn(morning);
  await morning.close();
  await letAlarmCome(scene, 'watch');
  // A page that is drawn by a program cannot be read by the worker: then the companion's request alone counts, « au moins 1 ».
  const expected = scene.look === 'react' ? '1+' : '1';
  checkEqual(scene, `without opening the portal, the badge shows ${expected}`, await waitForBadge(scene, expected), expected);
  const popup = await openPopup(scene);
  const request = popup.getByRole('listitem').filter({ hasText: meeting.name });
  await request.waitFor();
  const text = (await request.innerText()).replace(/\s+/gu, ' ');
  for (const [what, expected] of [
    ['the name', meeting.name],
    ['the participants', '1 200'],
    ['the presenter', meeting.presenter],
    ['the establishment', 'CISSS de la Côte-Nord'],
    ['the requester', 'Julie Gagnon'],
  ] as const) {
    check(scene, `the popup shows ${what}`, text.includes(expected));
  }
}

export async function approveInPortal(scene: Scene): Promise<void> {
  const popup = scene.shown;
  checkEqual(scene, 'nothing was approved on his behalf', scene.world.portal.find(scene.number)?.status, 'pending');
  const opening = scene.marc.context.waitForEvent('page');
  await popup.getByRole('link', { name: new RegExp(meeting.name.slice(0, 14), 'u') }).first().click();
  const page = await opening;
  await page.getByRole('button', { name: 'Approuver' }).waitFor();
  await settled(page);
  check(scene, 'a click opens the request in the portal', page.url().startsWith(PORTAL_ORIGIN) && page.url().includes(scene.number));
  scene.shown = page;
  await page.getByRole('button', { name: 'Approuver' }).click();
  await page.getByText('Approuvée').first().waitFor();
  checkEqual(scene, 'he approves there, as always', scene.world.portal.find(scene.number)?.status, 'approved');
  await popup.close();
}

/** Turns the popup to « À créer » once the approval of the story was read. */
export async function showToCreate(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Actualiser' }).click();
  await popup.getByRole('tab', { name: /À créer/u }).click();
  await popup.getByRole('button', { name: new RegExp(`Créer la rencontre Zoom «.${meeting.name.slice(0, 14)}`, 'u') }).waitFor();
}

const item = (popup: Page) => popup.getByRole('listitem').filter({ hasText: meeting.name }).first();

export async function undoSending(scene: Scene): Promise<void> {
  const popup = await openPopup(scene);
  await showToCreate(popup);
  await item(popup).getByRole('button', { name: /Créer la rencontre Zoom/u }).click();
  await popup.getByRole('button', { name: /Annuler l’envoi/u }).first().click();
  await popup.getByText('L’envoi est annulé. Rien n’a été créé.').first().waitFor();
  checkEqual(scene, 'sending can be undone for a few seconds', scene.world.zoom.created().length, 0);
}

export async function sendThroughTrouble(scene: Scene): Promise<void> {
  const popup = scene.shown;
  await scene.world.stopCompanion();
  await item(popup).getByRole('checkbox').check();
  await popup.getByRole('button', { name: 'Créer la rencontre Zoom', exact: true }).last().click();
  await popup.getByText(/Envoi dans/u).first().waitFor();
  await popup.getByRole('tab', { name: /Planifiées/u }).click();
  await popup.getByText(/compagnon injoignable/u).first().waitFor({ timeout: 20_000 });
  scene.checked('with the companion down, the booking is queued, visible, and says when it will be tried again');
  // A browser stops a worker when it pleases; here it is stopped at the worst moment.
  await scene.marc.stopWorker();
  await scene.world.startCompanion();
  // The queue may have tried again by itself before the click; a click that met the worker as it was stopped is lost, and the alarm of half a minute sends it.
  await popup.getByRole('button', { name: /Réessayer/u }).first().click({ timeout: 3_000 }).catch(() => undefined);
  await item(popup).getByText('Planifiée', { exact: true }).waitFor({ timeout: 60_000 });
  scene.checked('after the worker was killed and the companion came back, it is sent and the conference exists');
  const made = scene.world.zoom.created().filter((one) => one.topic === meeting.name);
  checkEqual(scene, 'exactly one conference exists, its topic is the name, verbatim', made.length, 1);
  const [conference] = made;
  checkEqual(scene, 'it is a webinar, as the licence at Zoom says', conference?.kind, 'webinar');
  check(scene, 'it has a passcode', (conference?.passcode.length ?? 0) > 0);
  checkEqual(scene, 'the presenter is a panelist', conference?.panelists.map(({ email }) => email), [meeting.presenterEmail]);
}

export async function passOnInvitation(scene: Scene): Promise<void> {
  const popup = scene.shown;
  const [conference] = scene.world.zoom.created().filter((one) => one.topic === meeting.name);
  const link = await item(popup).getByRole('link', { name: /\/j\//u }).getAttribute('href');
  checkEqual(scene, 'the popup shows the join link', link, conference?.joinLink);
  await scene.marc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await item(popup).getByRole('button', { name: /Copier l’invitation/u }).click();
  await popup.getByText(/Invitation copiée/u).first().waitFor();
  const copied = await popup.evaluate(async () => {
    const [entry] = await navigator.clipboard.read();
    return { types: entry?.types ?? [], text: (await (await entry?.getType('text/plain'))?.text()) ?? '' };
  });
  check(scene, '« Copier l’invitation » gives text and HTML', copied.types.includes('text/plain') && copied.types.includes('text/html'));
  check(scene, 'with the name and the link', copied.text.includes(meeting.name) && copied.text.includes(link ?? '—'));
  const mail = await scene.world.mailbox.waitFor((one) => one.from?.address === 'cct@exemple.test' && one.envelope.to.includes('julie.gagnon@exemple.test'), { timeoutMs: 20_000 });
  check(scene, 'the requester’s mail holds the link', mail.text.includes(link ?? '—') && mail.html.length > 0);
  check(scene, 'an .ics', mail.attachments.some((one) => /\.ics$/u.test(one.filename ?? '')));
  check(scene, 'and an invitation ready to forward', mail.text.includes(copied.text.split('\n')[0] ?? '—'));
  const ours = scene.world.mailbox.messages().filter((one) => one.from?.address === 'cct@exemple.test');
  const written = new Set(ours.flatMap((one) => one.envelope.to));
  const letter = await scene.marc.context.newPage();
  await letter.goto(`${scene.world.mailbox.url}/messages/${mail.number}`);
  scene.shown = letter;
  check(scene, 'nobody but the requester and the presenter is written to', [...written].every((address) => [ 'julie.gagnon@exemple.test', meeting.presenterEmail ].includes(address)));
}
