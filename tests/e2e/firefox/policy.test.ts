/** What an organisation fixes, in Firefox with a real policies.json (U13). */
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { needPolicyRights, writeFirefoxPolicy } from '../../setup/policy.ts';
import { GECKO_ID, launchFirefox } from './launch.ts';

const extension = join(import.meta.dirname, '../../../.output/firefox-mv3');
const clean: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0).reverse()) await one();
});

const options = { extension, portalPort: 9, fingerprint: 'none', headless: true };

it('works without a policy: nothing is fixed', async () => {
  const person = await launchFirefox(options);
  clean.push(person.close);
  const page = await person.openOwn('options.html#person');
  await page.getByLabel(/Rôle|Role/u).waitFor();
  expect(await page.getByText(/Géré par votre organisation|Managed by your organisation/u).count()).toBe(0);
});

it('U13 fixes what it names, with a padlock, and reports what is of a wrong type', async () => {
  await needPolicyRights();
  const policy = { language: 'fr', role: 'approver', everyMinutes: 'souvent', couleur: 'bleu', skipWelcome: true, roster: [{ id: 'a', name: 'Établissement A' }] };
  clean.push(await writeFirefoxPolicy(process.env['FIREFOX_PATH'] || '/usr/bin/firefox-esr', GECKO_ID, policy));
  const person = await launchFirefox(options);
  clean.push(person.close);
  const page = await person.openOwn('options.html#person');
  await page.getByText('Géré par votre organisation').first().waitFor();
  await expect.poll(() => page.getByLabel('Rôle').inputValue()).toBe('approver');
  expect(await page.getByLabel('Rôle').evaluate((element) => element.matches(':disabled'))).toBe(true);
  await page.getByText('Une partie de la stratégie de votre organisation est ignorée').waitFor();
  const sentence = await page.getByText(/ne sont pas connues/u).innerText();
  expect(sentence).toContain('everyMinutes, couleur');
  await page.getByRole('link', { name: 'Établissements', exact: true }).click();
  await page.getByText('Établissement A').first().waitFor();
});
