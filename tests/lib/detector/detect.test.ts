import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { detect } from '../../../lib/detector/detect.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { signsOf } from '../../../lib/portal/signs.ts';
import { markup, show } from '../portal/pages.ts';

const families = ['classic', 'roles', 'boxes'] as const;
const ours = ['calendar', 'list', 'form', 'detail', 'signIn'] as const;

/** Watches the test's own document; `idle` runs what waits for the page to have nothing better to do. */
function watch(html: string, { signs = signsOf(iris), clock = () => 0 }: { signs?: ReturnType<typeof signsOf>; clock?: () => number } = {}) {
  const shown = show(html);
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const waiting: (() => void)[] = [];
  const found = vi.fn();
  detect(signs, { document: shown, clock, whenIdle: (work) => void waiting.push(work) }, found, end.signal);
  const idle = (): boolean => {
    const work = waiting.shift();
    work?.();
    return work !== undefined;
  };
  return { shown, found, idle, end };
}

const button = (shown: Document): HTMLElement => Object.assign(shown.createElement('button'), { textContent: 'Appliquer le filtre' });

const frames = (count: number): Promise<void> => new Promise((resolve) => {
  const next = (left: number): unknown => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
  next(count);
});

describe('a page of the portal that concerns us', () => {
  for (const family of families) {
    for (const page of ours) {
      it(`is noticed: ${family} ${page}`, async () => {
        const { found } = watch(markup(`${family}/${page}`));
        await vi.waitFor(() => expect(found).toHaveBeenCalledOnce());
      });
    }
  }
  for (const family of ['classic', 'roles']) {
    it(`is not any other page: ${family}`, async () => {
      const { found, idle } = watch(markup(`${family}/other`));
      await frames(3);
      while (idle()) await frames(1);
      expect(found).not.toHaveBeenCalled();
    });
  }

  it('T12 is noticed when its form is drawn long after the page, once', async () => {
    const { shown, found } = watch('<body><main><h1>Accueil</h1></main></body>');
    await frames(3);
    expect(found).not.toHaveBeenCalled();
    const form = shown.createElement('form');
    for (const words of ['Titre de la rencontre', 'Heure de début']) form.append(Object.assign(shown.createElement('label'), { textContent: words }));
    shown.querySelector('main')?.append(form);
    await vi.waitFor(() => expect(found).toHaveBeenCalledOnce());
    shown.querySelector('main')?.append(form.cloneNode(true));
    await frames(3);
    expect(found).toHaveBeenCalledOnce();
  });

  it('T10 is noticed in an open shadow root', async () => {
    const { shown, found } = watch('<body><main></main></body>');
    const host = shown.createElement('portal-panel');
    host.attachShadow({ mode: 'open' }).append(button(shown));
    shown.querySelector('main')?.append(host);
    await vi.waitFor(() => expect(found).toHaveBeenCalledOnce());
  });

  it('is noticed by its hours, whatever its words', async () => {
    const { found } = watch('<body><table><tr><th>Zaal</th><th>08:00</th><th>9 h</th><th>10h00</th><th>11:00</th></tr></table></body>');
    await vi.waitFor(() => expect(found).toHaveBeenCalledOnce());
  });

  it('is noticed by words that stand in several pieces or are only spoken', async () => {
    const { found } = watch('<body><button>Enregistrer <b>et</b> Fermer</button><input aria-label="TITRE DE LA RENCONTRE *"></body>');
    await vi.waitFor(() => expect(found).toHaveBeenCalledOnce());
  });

  it('is noticed by a selector that was taught, and a selector that cannot be read is no fault', async () => {
    const signs = [{ anchor: 'save' as const, weight: 2, labels: [], beginnings: [], selectors: ['::::', '.bouton-7'] }];
    const { found } = watch('<body><div class="bouton-7">Go</div></body>', { signs });
    await vi.waitFor(() => expect(found).toHaveBeenCalledOnce());
  });

  it('is not a page with one of the words alone', async () => {
    const { found } = watch('<body><label>Titre</label><p>Titre</p></body>');
    await frames(3);
    expect(found).not.toHaveBeenCalled();
  });
});

describe('looking at a large page', () => {
  it('stops each 4 ms to give the page its turn, and goes on where it was', async () => {
    let now = 0;
    const cells = '<td>abc</td>'.repeat(2000);
    const { found, idle } = watch(`<body><table><tr>${cells}</tr></table><button>Appliquer le filtre</button></body>`, { clock: () => (now += 2) });
    await frames(3);
    expect(found).not.toHaveBeenCalled();
    let slices = 0;
    while (idle()) slices += 1;
    expect(found).toHaveBeenCalledOnce();
    expect(slices).toBeGreaterThan(5);
  });

  it('ends with its signal', async () => {
    const { found, end, shown } = watch('<body></body>');
    end.abort();
    shown.body.append(button(shown));
    await frames(3);
    expect(found).not.toHaveBeenCalled();
  });
});
