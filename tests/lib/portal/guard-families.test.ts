import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardSaves } from '../../../lib/portal/guard.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { allFamilies, markup, portalOn, show, type Family } from './pages.ts';

let end = new AbortController();
beforeEach(() => { end = new AbortController(); });
afterEach(() => end.abort());

/** The page's own script: it saves on a click without any submit event (T1) and puts the button out of use (T2). */
function guarded(page: Document, allow: boolean, profile = iris) {
  const portal = portalOn(page, { profile });
  const save = portal.find('save')!;
  const done = { saved: 0, asked: 0 };
  save.addEventListener('click', () => {
    done.saved += 1;
    for (const button of save.ownerDocument.querySelectorAll('button,input[type=button]')) (button as HTMLButtonElement).disabled = true;
  });
  guardSaves(portal, () => { done.asked += 1; return { allow }; }, end.signal);
  return { portal, save, done };
}

const click = (element: Element, detail = 1): void => {
  const { MouseEvent: InnerMouse } = (element.ownerDocument.defaultView ?? globalThis) as typeof globalThis;
  element.dispatchEvent(new InnerMouse('click', { bubbles: true, cancelable: true, composed: true, detail }));
};

/** The form as the family draws it; that of the framesets stands in a frame, which has a window of its own. */
async function shownForm(family: Family): Promise<Document> {
  if (family !== 'frames') return show(markup(`${family}/form`));
  const page = show('<!doctype html><body></body>');
  const frame = page.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = markup('frames/form.frame');
  page.body.append(frame);
  await loaded;
  return page;
}

/** @returns whether the page may do what it does at this key */
const enter = (element: Element, options: KeyboardEventInit = {}): boolean => {
  const { KeyboardEvent: InnerKeyboard } = (element.ownerDocument.defaultView ?? globalThis) as typeof globalThis;
  return element.dispatchEvent(new InnerKeyboard('keydown', { key: 'Enter', bubbles: true, cancelable: true, composed: true, ...options }));
};

describe.each(allFamilies)('the guard of the form in the family %s', (family) => {
  it('T1 T2 blocks a save without a submit event, in the frame’s own window too, and leaves every button in use', async () => {
    const { save, done } = guarded(await shownForm(family), false);
    click(save);
    click(save, 2);
    expect(done.saved).toBe(0);
    expect(done.asked).toBeGreaterThan(0);
    expect((save as HTMLButtonElement).disabled ?? false).toBe(false);
  });

  it('blocks Enter in a field of one line, and lets it make a line in the free text', async () => {
    const { portal, done } = guarded(await shownForm(family), false);
    expect(enter(portal.find('title')!)).toBe(false);
    expect(done.asked).toBe(1);
    expect(enter(portal.find('freeText')!)).toBe(true);
    expect(done.asked).toBe(1);
  });

  it('blocks Ctrl+Enter and Cmd+Enter in the free text', async () => {
    const { portal, done } = guarded(await shownForm(family), false);
    expect([{ ctrlKey: true }, { metaKey: true }].map((keys) => enter(portal.find('freeText')!, keys))).toEqual([false, false]);
    expect(done.asked).toBe(2);
  });

  it('leaves Enter alone while a word is composed', async () => {
    const { portal, done } = guarded(await shownForm(family), false);
    expect([{ isComposing: true }, { keyCode: 229 }].map((keys) => enter(portal.find('title')!, keys))).toEqual([true, true]);
    expect(done.asked).toBe(0);
  });

  it('lets a double click save once', async () => {
    const { save, done } = guarded(await shownForm(family), true);
    click(save);
    const { asked } = done;
    (save as HTMLButtonElement).disabled = false;
    click(save, 2);
    expect(done).toEqual({ saved: 1, asked });
  });

  it('lets everything else of the page pass', async () => {
    const { portal, done } = guarded(await shownForm(family), false);
    for (const element of [...portal.findAll('account'), portal.find('title')!, portal.find('freeText')!]) click(element);
    expect(done.asked).toBe(0);
  });
});

describe('the ways of saving', () => {
  it('are the profile’s: Enter is left alone where a portal does not save by it', () => {
    const page = show(markup('classic/form'));
    const profile = { ...iris, saves: iris.saves.filter(({ way }) => way !== 'enter') };
    const { portal, save, done } = guarded(page, false, profile);
    portal.find('title')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(done.asked).toBe(0);
    click(save);
    expect(done.asked).toBe(1);
  });
});
