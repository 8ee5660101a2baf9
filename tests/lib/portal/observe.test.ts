import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ADDED_MAXIMUM, observePage, STORM_BATCHES, STORM_MILLISECONDS, type PageChange } from '../../../lib/portal/observe.ts';
import { OWN_MARK } from '../../../lib/portal/roots.ts';
import { waitFor } from '../../../lib/portal/wait.ts';
import { show } from './pages.ts';

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
/** Records of mutations are told in a microtask; what a great change brought is looked through with the frame after. */
const settle = async (): Promise<void> => {
  await frame();
  await frame();
};

/** Watches a page; `now` is the clock that storms are measured by. */
async function watching(html = '<main></main>') {
  const page = show(`<!doctype html><body>${html}</body>`);
  const changes: PageChange['added'][] = [];
  const end = new AbortController();
  const clock = { now: 0, storms: 0 };
  onTestFinished(() => end.abort());
  const observer = observePage({
    document: page, signal: end.signal, clock: () => clock.now,
    onChange: ({ added }) => changes.push(added),
    onStorm: () => (clock.storms += 1),
  });
  await settle();
  return { page, changes, end, clock, observer, main: page.querySelector('main')! };
}

const add = (parent: Element, name = 'div'): Element => parent.appendChild(parent.ownerDocument.createElement(name));

describe('the observer', () => {
  it('first looks at the whole page', async () => {
    expect((await watching()).changes).toEqual(['all']);
  });

  it('looks without waiting for a frame at first, and misses nothing after', async () => {
    const page = show('<!doctype html><body></body>');
    const [end, changes] = [new AbortController(), [] as PageChange['added'][]];
    onTestFinished(() => end.abort());
    observePage({ document: page, signal: end.signal, clock: () => 0, onStorm: () => undefined, onChange: ({ added }) => changes.push(added) });
    const later = add(page.body);
    expect(changes).toEqual(['all']);
    await settle();
    expect(changes).toEqual(['all', [later]]);
  });

  it('tells what is added in a frame of the same origin, in one that comes later, and in a frame of a frame', async () => {
    const { page, changes, main } = await watching();
    const frameIn = async (parent: Element): Promise<Document> => {
      const box = parent.ownerDocument.createElement('iframe');
      const loaded = new Promise((resolve) => box.addEventListener('load', resolve, { once: true }));
      box.srcdoc = '<!doctype html><body><main></main></body>';
      parent.append(box);
      await loaded;
      await settle();
      return box.contentDocument!;
    };
    const outer = await frameIn(main);
    const inner = await frameIn(outer.querySelector('main')!);
    for (const place of [outer, inner]) {
      const before = changes.length;
      const added = add(place.querySelector('main')!);
      await settle();
      expect(changes.slice(before).flat()).toContain(added);
    }
    const before = changes.length;
    page.querySelector('iframe')!.remove();
    add(main);
    await settle();
    expect(changes.length).toBe(before + 1);
  });

  it('G1 tells what a script of the page has added as soon as that has done, without waiting for a frame, and asks for none', async () => {
    const { changes, main, page } = await watching();
    const asked = vi.spyOn(page.defaultView!, 'requestAnimationFrame');
    onTestFinished(() => void asked.mockRestore());
    const added = [add(main), add(main)];
    await vi.waitFor(() => expect(changes).toHaveLength(2), { interval: 0 });
    add(added[0]!).remove();
    const later = add(main);
    await vi.waitFor(() => expect(changes).toHaveLength(3), { interval: 0 });
    expect([changes.slice(1), asked.mock.calls]).toEqual([[added, [later]], []]);
  });

  it('G1 tells each thing once that comes and is moved about', async () => {
    const { changes, main } = await watching();
    const added = add(main);
    main.ownerDocument.body.append(added);
    await settle();
    expect(changes.slice(1)).toEqual([[added]]);
  });

  it('tells nothing of removed nodes, attributes, texts and nodes of ours', async () => {
    const { changes, main } = await watching('<main><p>x</p></main>');
    main.querySelector('p')!.setAttribute('class', 'y');
    main.querySelector('p')!.firstChild!.nodeValue = 'z';
    add(main).remove();
    const own = main.ownerDocument.createElement('passerelle-panel');
    own.setAttribute(OWN_MARK, '');
    main.append(own);
    add(own);
    await settle();
    expect(changes.slice(1).flat()).toEqual([]);
  });

  it('asks for one look at everything when more was added than is worth walking', async () => {
    const { changes, main } = await watching();
    for (let count = 0; count <= ADDED_MAXIMUM; count += 1) add(main);
    await settle();
    expect(changes.slice(1)).toEqual(['all']);
  });

  it('stops and says so when the page changes without end, and looks again at the next click', async () => {
    const { page, changes, clock, main } = await watching();
    for (let batch = 0; batch < STORM_BATCHES; batch += 1) {
      add(main);
      clock.now += 1;
      await Promise.resolve();
    }
    await settle();
    expect(clock.storms).toBe(1);
    const told = changes.length;
    add(main);
    await settle();
    expect(changes.length).toBe(told);
    page.defaultView!.dispatchEvent(new Event('pointerdown'));
    await settle();
    expect(changes[told]).toBe('all');
    add(main);
    await settle();
    expect(changes.length).toBe(told + 2);
  });

  it('takes as many changes for no storm when they come slowly', async () => {
    const { clock, main } = await watching();
    for (let batch = 0; batch < STORM_BATCHES * 2; batch += 1) {
      add(main);
      clock.now += STORM_MILLISECONDS / (STORM_BATCHES / 2);
      await Promise.resolve();
    }
    expect(clock.storms).toBe(0);
  });

  it('T3 survives a body that is swapped', async () => {
    const { page, changes } = await watching();
    const body = page.createElement('body');
    add(body);
    page.documentElement.replaceChild(body, page.body);
    await settle();
    expect(changes.slice(1)).toEqual([[body]]);
    const later = add(page.body);
    await settle();
    expect(changes[2]).toEqual([later]);
  });

  it('looks at everything when the address changes without a load', async () => {
    const { changes, observer } = await watching();
    observer.routeChanged();
    await settle();
    expect(changes).toEqual(['all', 'all']);
  });

  it('sees what is added inside an open shadow root, also a new one', async () => {
    const { page, changes, main } = await watching('<main><app-a></app-a></main>');
    const host = page.createElement('app-b');
    const root = host.attachShadow({ mode: 'open' });
    main.append(host);
    await settle();
    const inside = page.createElement('p');
    root.append(inside);
    await settle();
    expect(changes.at(-1)).toEqual([inside]);
  });

  it.each([
    ['class', (form: HTMLElement) => form.classList.remove('caché')],
    ['hidden', (form: HTMLElement) => form.parentElement!.removeAttribute('hidden')],
    ['style', (form: HTMLElement) => form.removeAttribute('style')],
  ])('T12 tells when a form that stood hidden is shown by its %s', async (_, reveal) => {
    const { page, changes } = await watching('<style>.caché { display: none }</style><div><form></form></div>');
    expect(changes).toHaveLength(1);
    const form = page.createElement('form');
    const box = page.createElement('div');
    if (_ === 'class') form.className = 'caché';
    if (_ === 'hidden') box.hidden = true;
    if (_ === 'style') form.style.display = 'none';
    box.append(form);
    page.body.append(box);
    await settle();
    const told = changes.length;
    reveal(form);
    await settle();
    expect(changes.slice(told)).toEqual([[form]]);
  });

  it('T12 tells when the fields of a page without forms are shown', async () => {
    const { page, changes } = await watching('<main></main>');
    const box = page.createElement('div');
    box.style.display = 'none';
    box.append(page.createElement('input'));
    page.body.append(box);
    await settle();
    const told = changes.length;
    box.style.display = '';
    await settle();
    expect(changes.slice(told)).toEqual([[box]]);
  });

  it('T12 tells it each time: a dialog is hidden and shown again and again, also one that stood there shown', async () => {
    const { page, changes } = await watching('<dialog open></dialog><form hidden></form>');
    const told: PageChange['added'][] = [];
    for (const part of [page.querySelector('dialog')!, page.querySelector('form')!]) {
      for (let turn = 0; turn < 2; turn += 1) {
        part.hidden = true;
        await settle();
        const before = changes.length;
        part.hidden = false;
        await settle();
        told.push(...changes.slice(before));
      }
    }
    expect(told.flat()).toEqual([page.querySelector('dialog'), page.querySelector('dialog'), page.querySelector('form'), page.querySelector('form')]);
  });

  it('T12 keeps room for a form that comes hidden to a page of many fields', async () => {
    const { page, changes, main } = await watching(`<main>${'<input>'.repeat(300)}</main>`);
    const form = add(main, 'form') as HTMLElement;
    form.hidden = true;
    await settle();
    const told = changes.length;
    form.hidden = false;
    await settle();
    expect(changes.slice(told)).toEqual([[form]]);
    expect(page.querySelectorAll('input')).toHaveLength(300);
  });

  it('G1 looks at what was added, and not at the page, once the first look is done', async () => {
    const { page, changes, main } = await watching(`<main>${'<form hidden><input></form><p>x</p>'.repeat(50)}</main>`);
    const asked = [vi.spyOn(page, 'querySelectorAll'), vi.spyOn(main, 'querySelectorAll'), vi.spyOn(page, 'querySelector')];
    add(main);
    await settle();
    expect(changes).toHaveLength(2);
    for (const spy of asked) expect(spy).not.toHaveBeenCalled();
  });

  it('T10 tells all once more when what was not watched has come with a great change: an open shadow root, a frame', async () => {
    const { page, changes, main } = await watching();
    const host = page.createElement('div');
    const inside = host.attachShadow({ mode: 'open' }).appendChild(page.createElement('p'));
    const box = page.createElement('div');
    box.append(host);
    for (let count = 0; count <= ADDED_MAXIMUM; count += 1) add(main);
    main.append(box);
    await settle();
    expect(changes.slice(1)).toEqual(['all', 'all']);
    const later = add(inside);
    await settle();
    expect(changes.slice(3)).toEqual([[later]]);
  });

  it('ends with its signal', async () => {
    const { changes, end, main, observer } = await watching();
    end.abort();
    add(main);
    observer.routeChanged();
    await settle();
    expect(changes).toHaveLength(1);
  });
});

describe('waiting', () => {
  const signal = new AbortController().signal;

  it('answers at once when it is already so', async () => {
    expect(await waitFor(show('<p>x</p>'), () => 1, { timeout: 1, signal })).toBe(1);
  });

  it('answers as soon as the page changes: nodes, classes, ticks', async () => {
    const page = show('<!doctype html><body><input type="checkbox"></body>');
    const box = page.querySelector('input')!;
    const nodes = waitFor(page, () => page.querySelector('p'), { timeout: 1000, signal });
    add(page.body, 'p');
    expect(await nodes).not.toBeNull();
    const classes = waitFor(page, () => page.querySelector('.x'), { timeout: 1000, signal });
    page.body.className = 'x';
    expect(await classes).not.toBeNull();
    const ticks = waitFor(page, () => (box.checked ? true : null), { timeout: 1000, signal });
    box.checked = true;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    expect(await ticks).toBe(true);
  });

  it('gives up in time, and with the signal', async () => {
    const end = new AbortController();
    expect(await waitFor(show('<p>x</p>'), () => null, { timeout: 5, signal })).toBeNull();
    const stopped = waitFor(document, () => null, { timeout: 60_000, signal: end.signal });
    end.abort();
    expect(await stopped).toBeNull();
  });
});
