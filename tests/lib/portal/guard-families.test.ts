import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardSaves } from '../../../lib/portal/guard.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { markup, portalOn, show } from './pages.ts';

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

describe.each(['ext', 'components'])('the guard of the form in the family %s', (family) => {
  it('T1 T2 blocks a save without a submit event, and leaves every button in use', () => {
    const { save, done } = guarded(show(markup(`${family}/form`)), false);
    click(save);
    click(save, 2);
    expect(done.saved).toBe(0);
    expect(done.asked).toBeGreaterThan(0);
    expect((save as HTMLButtonElement).disabled ?? false).toBe(false);
  });

  it('lets a double click save once', () => {
    const { save, done } = guarded(show(markup(`${family}/form`)), true);
    click(save);
    (save as HTMLButtonElement).disabled = false;
    click(save, 2);
    expect(done).toEqual({ saved: 1, asked: 1 });
  });

  it('lets everything else of the page pass', () => {
    const page = show(markup(`${family}/form`));
    const { portal, done } = guarded(page, false);
    for (const element of [...portal.findAll('account'), portal.find('title')!, portal.find('freeText')!]) click(element);
    expect(done.asked).toBe(0);
  });
});

describe('the guard of a form in a frame', () => {
  it('T1 stands in the frame’s own window', async () => {
    const page = show('<!doctype html><body></body>');
    const frame = page.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = markup('frames/form.frame');
    page.body.append(frame);
    await loaded;
    const { save, done } = guarded(page, false);
    click(save);
    expect(done).toEqual({ saved: 0, asked: 1 });
    expect((save as HTMLInputElement).disabled).toBe(false);
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
