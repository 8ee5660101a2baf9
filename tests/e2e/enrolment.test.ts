/** A person enrols this browser with a code that the administrator's command gave, as people do: by the options page alone. */
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../companion/support/world.ts';
import { launchPerson, type PersonBrowser } from '../setup/launch.ts';
import { EXTENSION } from '../setup/world.ts';

declare const chrome: Browser;

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

let world: World;
let browser: PersonBrowser;
let stranger: Server;
let page: Page;

/** `npm run companion -- keys …`, beside the companion that serves. */
async function keys(...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['companion/cli.ts', 'keys', ...words], { cwd: root, env: { ...process.env, ...world.variables } as NodeJS.ProcessEnv });
  return stdout;
}
const codeFor = async (name: string): Promise<string> => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(await keys('enrol', '--name', name, '--role', 'approver'))?.[0] ?? '';
const said = (sentence: string): Promise<void> => page.locator('main').getByText(sentence).first().waitFor();
const enrol = async (code: string): Promise<void> => {
  await page.getByLabel('Code d’inscription').fill(code);
  await page.getByLabel('Code d’inscription').press('Enter');
};
const writeAddress = async (address: string): Promise<void> => {
  await page.getByLabel('Adresse du compagnon').fill(address);
  await page.getByLabel('Adresse du compagnon').press('Tab');
};
const verify = (): Promise<void> => page.getByRole('button', { name: 'Vérifier', exact: true }).click();

/** What the browser holds of the key, as a thief with a script in our page would look for it. */
const stolen = (): Promise<{ extractable: boolean; algorithm: string; exported: string }> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('passerelle');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
    const kept = await new Promise<{ key: CryptoKey }>((resolve) => {
      const request = database.transaction('keys').objectStore('keys').get('person') as IDBRequest<{ key: CryptoKey }>;
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const exported = await crypto.subtle.exportKey('pkcs8', kept.key).then(() => 'yes', (error: unknown) => (error as Error).name);
    return { extractable: kept.key.extractable, algorithm: kept.key.algorithm.name, exported };
  });

beforeAll(async () => {
  world = await startWorld({ start: Date.now() });
  stranger = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<h1>Bienvenue sur l’intranet</h1>'));
  await new Promise<void>((resolve) => void stranger.listen(0, '127.0.0.1', resolve));
  // No portal here: its port leads nowhere.
  browser = await launchPerson({ extension: EXTENSION, portalPort: 9, fingerprint: '', headless: true });
  page = await browser.openOwn('options.html#companion');
});
afterAll(async () => {
  await browser?.close();
  stranger?.close();
  await world?.close();
});

// One story, told in its order: each step starts where the one before ended.
describe('B 3 a browser is enrolled', { shuffle: false }, () => {
  it('not by an address where no companion answers', async () => {
    await writeAddress(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}`);
    await enrol('ABCD-EFGH-JKMN');
    await said('Cette adresse répond, mais ce n’est pas un compagnon');
  });

  it('not by a code that nobody gave', async () => {
    await writeAddress(world.companion.url);
    await enrol('ABCD-EFGH-JKMN');
    await said('Le compagnon ne connaît pas ce code');
  });

  let code: string;
  it('by the code of `companion keys enrol`, typed in small letters', async () => {
    code = await codeFor('Marc Pelletier');
    await enrol(code.toLowerCase());
    await said('Ce navigateur est inscrit');
    await said('La clé de Marc Pelletier est en place, rôle : Approbateur du CCT.');
  });

  it('with a key that no script can read out', async () => {
    expect(await stolen()).toEqual({ extractable: false, algorithm: 'Ed25519', exported: 'InvalidAccessError' });
  });

  it('for good: the worker dies, and the next one signs with the same key', async () => {
    const debugging = await browser.context.newCDPSession(page);
    await debugging.send('ServiceWorker.enable');
    await debugging.send('ServiceWorker.stopAllWorkers');
    await verify();
    await said('Tout fonctionne');
  });

  it('and its key is renewed without a code', async () => {
    await page.getByRole('button', { name: 'Renouveler ma clé' }).click();
    await said('La clé est renouvelée');
    await verify();
    await said('Tout fonctionne');
  });

  it('once only with each code', async () => {
    await page.getByText('Inscrire de nouveau avec un code').click();
    await enrol(code);
    await said('Ce code a déjà servi');
    await verify();
    await said('Tout fonctionne');
  });

  it('until the administrator revokes the key: the options and the icon say what to do', async () => {
    const id = /«\s(\S+)\s»/u.exec((await page.locator('.pa-badge').first().textContent()) ?? '')?.[1] ?? '';
    expect(await keys('revoke', id)).toContain('La clé est retirée.');
    await verify();
    await said('Cette clé a été révoquée');
    await said('Demandez un nouveau code à l’administrateur');
    const popup = await browser.openOwn('popup.html');
    await expect.poll(async () => (await browser.worker()).evaluate(() => chrome.action.getTitle({})), { timeout: 20_000 }).toContain('Clé du compagnon refusée');
    await popup.close();
  });

  it('and again with a new code', async () => {
    await enrol(await codeFor('Marc Pelletier'));
    await said('Ce navigateur est inscrit');
    await expect.poll(async () => (await browser.worker()).evaluate(() => chrome.action.getTitle({})), { timeout: 20_000 }).not.toContain('Clé du compagnon');
  });
});
