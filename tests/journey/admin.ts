/** Step 8: Sylvie, admin, sets the portal, the cards, the establishments and the companion, without a reload. */
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { check, checkEqual, type Scene } from './scene.ts';

declare const chrome: Browser;

const section = async (options: Page, name: string): Promise<void> => {
  await options.getByRole('link', { name, exact: true }).click();
  await options.getByRole('heading', { level: 1, name }).waitFor();
};

async function verifyCompanion(scene: Scene, options: Page): Promise<void> {
  await section(options, 'Compagnon');
  const address = options.getByLabel('Adresse du compagnon');
  const right = await address.inputValue();
  await options.getByRole('button', { name: 'Vérifier' }).click();
  await options.getByText(/Sylvie Tremblay/u).first().waitFor();
  scene.checked('« Vérifier » says whose key it is');
  await address.fill('http://127.0.0.1:9');
  await address.blur();
  await options.getByText('Enregistré').first().waitFor();
  await options.getByRole('button', { name: 'Vérifier' }).click();
  await options.getByText(/injoignable|ne répond pas/u).first().waitFor();
  scene.checked('and what is wrong when the companion cannot be reached');
  await address.fill(right);
  await address.blur();
  await options.getByRole('button', { name: 'Vérifier' }).click();
  await options.getByText(/Sylvie Tremblay/u).first().waitFor();
  const secret = (await scene.world.keyOf('sylvie')).split('whsec_')[1] ?? '—';
  const stored = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
  check(scene, 'the key’s secret is stored nowhere as text', !stored.includes(secret));
}

export async function changeSettings(scene: Scene): Promise<void> {
  const { sylvie } = scene;
  const portal = await sylvie.context.newPage();
  await sylvie.signIn(portal);
  await portal.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${scene.date}`);
  await portal.getByRole('button', { name: 'Afficher la licence ZOOM' }).click();
  await portal.getByText(/5\s000\sparticipants/u).first().waitFor();

  const options = await sylvie.openOwn('options.html');
  scene.shown = options;
  await section(options, 'Portail');
  checkEqual(scene, 'the options hold the portal’s address', await options.getByLabel('Adresse', { exact: true }).inputValue(), PORTAL_ORIGIN);
  await section(options, 'Établissements');
  checkEqual(scene, 'the nine establishments with their shares', await options.getByRole('table').getByRole('rowheader').count(), 10);
  await verifyCompanion(scene, options);

  await section(options, 'Services');
  await options.getByRole('link', { name: /Licence ZOOM Web5000/u }).first().click();
  const capacity = options.getByLabel(/^Capacité/u);
  await capacity.fill('3000');
  await capacity.blur();
  await portal.getByText(/3\s000\sparticipants/u).first().waitFor();
  scene.checked('a change of the service card shows on the portal’s open page at once, without a reload');
  await capacity.fill('5000');
  await capacity.blur();
  await portal.getByText(/5\s000\sparticipants/u).first().waitFor();
}
