/** Policies as an organisation gives them, for the length of one test: a file in the place where each browser looks. */
import { generateKeyPairSync } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { idOf } from './own-pages.ts';

/** Debian's Chromium; other builds look elsewhere. */
const CHROMIUM_FOLDER = '/etc/chromium/policies/managed';

/**
 * A browser believes only what stands where an administrator alone may write.
 * @throws with a sentence: a policy that nobody could give proves nothing, and must not pass for proved
 */
export async function needPolicyRights(): Promise<void> {
  const may = process.platform === 'linux' && (await access('/etc', constants.W_OK).then(() => true, () => false));
  if (!may) throw new Error('The tests of policies (U13) write where browsers look for them, below /etc and beside Firefox: run them on Linux as root, as the continuous integration does.');
}

/**
 * A copy of the build under an identifier of its own: a policy names an extension, and other tests on this machine
 * use the one that ships.
 */
export async function copyUnderOtherKey(build: string): Promise<{ extension: string; id: string; forget(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-policy-'));
  const extension = join(folder, 'extension');
  await cp(build, extension, { recursive: true });
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as object;
  await writeFile(join(extension, 'manifest.json'), JSON.stringify({ ...manifest, key }));
  return { extension, id: idOf(key), forget: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

async function put(path: string, content: object): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(content));
  return () => rm(path, { force: true });
}

/** @returns how to take the policy away again */
export const writeChromiumPolicy = (id: string, policy: object): Promise<() => Promise<void>> =>
  put(join(CHROMIUM_FOLDER, `${id}.json`), { '3rdparty': { extensions: { [id]: policy } } });

/** Beside the program itself, as its own guide for administrators says. */
export async function writeFirefoxPolicy(program: string, id: string, policy: object): Promise<() => Promise<void>> {
  const path = join(dirname(await realpath(program)), 'distribution', 'policies.json');
  return put(path, { policies: { '3rdparty': { Extensions: { [id]: policy } } } });
}
