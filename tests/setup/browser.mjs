/** Finds a browser of the Chromium family that takes `--load-extension`, or installs Debian's. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Google's own Chrome ignores `--load-extension` since 137, so it is not among them. */
const names = ['chromium', 'chromium-browser', 'ungoogled-chromium'];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env.LOCALAPPDATA ?? '', 'Chromium', 'Application', 'chrome.exe'),
];

const firefoxNames = ['firefox-esr', 'firefox'];
const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(process.env.PROGRAMFILES ?? '', 'Mozilla Firefox', 'firefox.exe'),
];

function onPath(wanted = names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return wanted.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/mu.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function aptInstall(run, packages) {
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], environment);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], environment);
}

/**
 * @param run runs a program and gives its exit status
 * @param fail says a sentence and ends
 * @returns the path of the browser
 */
export async function findBrowser(run, fail) {
  const chosen = process.env.BROWSER_PATH;
  if (chosen) return existsSync(chosen) ? chosen : fail(`BROWSER_PATH names ${chosen}, which does not exist: correct it or leave it out.`);
  const found = onPath() ?? places.find((path) => existsSync(path));
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('No Chromium here: installing the package `chromium` with apt (about a minute) …');
    await aptInstall(run, ['chromium', 'fonts-dejavu-core']);
    const installed = onPath();
    if (installed) return installed;
  }
  return fail('A browser of the Chromium family is needed: install Chromium, or set BROWSER_PATH to one.');
}

/**
 * Finds Firefox (140 or newer), or installs Debian's.
 * @returns its path; empty where it is not and cannot be installed
 */
export async function findFirefox(run) {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) return existsSync(chosen) ? chosen : '';
  const found = onPath(firefoxNames) ?? firefoxPlaces.find((path) => existsSync(path));
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('No Firefox here: installing the package `firefox-esr` with apt (about a minute) …');
    await aptInstall(run, ['firefox-esr']);
  }
  return onPath(firefoxNames) ?? '';
}
