import { fakeBrowser, resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readStructure } from '../../../lib/background/structure.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { settings } from '../samples.ts';

/** What the script in each tab gives back; a tab that is not here takes no script. */
let given: Record<number, unknown>;
const tab = (id: number, url: string, more: object = {}) => ({ id, url, active: false, lastAccessed: id, ...more });

beforeEach(async () => {
  resetBrowser();
  given = {};
  Object.assign(fakeBrowser.scripting, {
    executeScript: vi.fn(({ target: { tabId } }: { target: { tabId: number } }) => (tabId in given ? Promise.resolve([{ result: given[tabId] }]) : Promise.reject(new Error('Cannot access contents of the page')))),
  });
  await saveSettings(settings());
});

describe('C4 the structure that a diagnostic gives', () => {
  it('is asked of the page of that portal which was looked at last', async () => {
    state.tabs = [tab(1, 'https://www.irisreservation.ca/a'), tab(2, 'https://www.irisreservation.ca/b'), tab(3, 'https://www.irisreservation.ca/c', { active: true, lastAccessed: 0 }), tab(9, 'https://autre.exemple.test/', { active: true })];
    given = { 1: 'un', 2: 'deux', 3: 'trois', 9: 'autre' };
    expect(await readStructure('iris')).toEqual({ structure: 'trois' });
    expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 3 }, files: ['/structure.js'] });
  });

  it('comes from the next one when a page takes no script, sleeps, or gives nothing', async () => {
    state.tabs = [tab(1, 'https://www.irisreservation.ca/a'), tab(2, 'https://www.irisreservation.ca/b'), tab(3, 'https://www.irisreservation.ca/c', { discarded: true }), tab(4, 'https://www.irisreservation.ca/d')];
    given = { 1: 'un', 2: { not: 'a text' }, 3: 'trois' };
    expect(await readStructure('iris')).toEqual({ structure: 'un' });
  });

  it('is bounded, whatever a page gives', async () => {
    state.tabs = [tab(1, 'https://www.irisreservation.ca/a')];
    given = { 1: 'x'.repeat(1_000_000) };
    expect((await readStructure('iris')).structure).toHaveLength(60_000);
  });

  it('is none where no page is open, where the browser does not let us, or for a portal that is not ours', async () => {
    expect(await readStructure('iris')).toEqual({ structure: null });
    state.tabs = [tab(1, 'https://www.irisreservation.ca/a')];
    given = { 1: 'un' };
    expect(await readStructure('inconnu')).toEqual({ structure: null });
    state.granted.clear();
    expect(await readStructure('iris')).toEqual({ structure: null });
    expect(fakeBrowser.scripting.executeScript).not.toHaveBeenCalled();
  });
});
