import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { checklistStore, initialsOf, readChecklists, withTick, type Checklists } from '../../../lib/state/checklist-store.ts';
import { habitsStore, readHabits } from '../../../lib/state/habits-store.ts';
import { DAY, NOW } from '../samples.ts';

beforeEach(resetBrowser);

const list = { key: 'iris:1', end: NOW };

describe('F06 the ticks', () => {
  it('F06 keep their hour and initials on the disk, and are taken back one by one', async () => {
    await checklistStore.update((known) => withTick(known, list, 'micros', { at: NOW, initials: 'ÉC' }, NOW));
    await checklistStore.update((known) => withTick(known, list, 'fin', { at: NOW + 1, initials: 'MP' }, NOW));
    expect((await fakeBrowser.storage.local.get('checklists'))['checklists']).toEqual({ 'iris:1': { end: NOW, ticks: { micros: { at: NOW, initials: 'ÉC' }, fin: { at: NOW + 1, initials: 'MP' } } } });
    await checklistStore.update((known) => withTick(known, list, 'micros', null, NOW));
    expect((await checklistStore.load())['iris:1']?.ticks).toEqual({ fin: { at: NOW + 1, initials: 'MP' } });
  });

  it('F06 two clicks at the same moment lose nothing', async () => {
    await Promise.all(['a', 'b', 'c'].map((item) => checklistStore.update((known) => withTick(known, list, item, { at: NOW, initials: 'X' }, NOW))));
    expect(Object.keys((await checklistStore.load())['iris:1']?.ticks ?? {}).sort()).toEqual(['a', 'b', 'c']);
  });

  it('are forgotten thirty days after the event', () => {
    const known: Checklists = { old: { end: NOW - 31 * DAY, ticks: {} }, recent: { end: NOW - 29 * DAY, ticks: {} } };
    expect(Object.keys(withTick(known, list, 'a', { at: NOW, initials: '' }, NOW))).toEqual(['recent', 'iris:1']);
  });

  it('a damaged list takes no other with it', () => {
    const good = { end: NOW, ticks: { a: { at: NOW, initials: 'MP' } } };
    expect(readChecklists({ good, bad: { end: 'x' }, worse: null })).toEqual({ good });
    for (const raw of [undefined, null, 3, 'x', []]) expect(readChecklists(raw)).toEqual({});
  });
});

describe('the initials', () => {
  it.each([['Marc Pelletier', 'MP'], ['Marie-Ève Roy', 'MÈR'], ['élodie d’Amours', 'ÉD'], ['', ''], ['李', '李'], ['a b c d e f g', 'ABCDE']])('F06 of « %s » are « %s »', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('F06 of nobody are empty', () => {
    expect(initialsOf(null)).toBe('');
  });
});

describe('the habits', () => {
  it('are kept, and a damaged store is the usual ones', async () => {
    await habitsStore.update((habits) => ({ ...habits, singleKeys: false, initials: 'MP' }));
    expect(await habitsStore.load()).toEqual({ singleKeys: false, initials: 'MP' });
    for (const raw of [undefined, null, 'x', { initials: 'beaucoup trop', singleKeys: 1 }]) expect(readHabits(raw)).toEqual({ initials: null, singleKeys: true });
  });
});
