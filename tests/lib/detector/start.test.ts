import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openGate } from '../../../lib/detector/gate.ts';
import { offerLink, takeLink } from '../../../lib/detector/link.ts';
import { startDetector } from '../../../lib/detector/start.ts';
import type { ContentMessage } from '../../../lib/messages.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { signsOf } from '../../../lib/portal/signs.ts';
import { markup, show } from '../portal/pages.ts';

function start(page: string, answer: () => Promise<unknown>) {
  const shown = show(page);
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const sent: (ContentMessage['type'] | 'load')[] = [];
  const heard: { tell: (message: unknown) => void } = { tell: () => undefined };
  startDetector(
    {
      document: shown, clock: () => 0, whenIdle: (work) => work(),
      send(message) {
        sent.push(message.type);
        return message.type === 'overlay.signs' ? answer() : Promise.resolve(null);
      },
      load: () => Promise.resolve(void sent.push('load')),
      onMessage: (callback) => void (heard.tell = callback),
    },
    end.signal,
  );
  return { shown, sent, heard };
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

describe('the detector', () => {
  it('asks what to look for, then for the overlay, once', async () => {
    const { sent, heard } = start(markup('classic/form'), () => Promise.resolve(signsOf(iris)));
    await vi.waitFor(() => expect(sent).toEqual(['overlay.signs', 'load']));
    heard.tell({ type: 'settings.changed' });
    await frame();
    expect(sent).toEqual(['overlay.signs', 'load']);
  });

  it('leaves the page alone when it is no portal of ours, or when the worker is gone', async () => {
    for (const answer of [() => Promise.resolve(null), () => Promise.reject(new Error('gone'))]) {
      const { sent } = start(markup('classic/form'), answer);
      await frame();
      await frame();
      expect(sent).toEqual(['overlay.signs']);
    }
  });

  it('C5 looks anew when the portal was taught while the page stood', async () => {
    let signs = [{ anchor: 'save', weight: 2, labels: ['sauver'], beginnings: [] as string[], selectors: [] as string[] }];
    const { sent, heard } = start('<body><button>Envoyer</button></body>', () => Promise.resolve(signs));
    await frame();
    await frame();
    expect(sent).toEqual(['overlay.signs']);
    signs = [{ anchor: 'save', weight: 2, labels: ['envoyer'], beginnings: [], selectors: [] }];
    heard.tell(null);
    heard.tell({ type: 'settings.changed' });
    await vi.waitFor(() => expect(sent).toEqual(['overlay.signs', 'overlay.signs', 'load']));
  });
});

describe('the gate', () => {
  it('T1 hears of a save before a listener of the page at the window, and can stop it', () => {
    const end = new AbortController();
    onTestFinished(() => end.abort());
    const gate = openGate(window, end.signal);
    const page = vi.fn();
    window.addEventListener('click', page, { capture: true, signal: end.signal });
    const shut = new AbortController();
    gate((event) => event.stopImmediatePropagation(), shut.signal);
    document.body.click();
    expect(page).not.toHaveBeenCalled();
    shut.abort();
    document.body.click();
    expect(page).toHaveBeenCalledOnce();
  });
});

describe('the link between the two scripts', () => {
  it('is taken by one overlay only', () => {
    const link = { gate: () => undefined, signal: new AbortController().signal, isOrphan: () => false };
    expect(takeLink()).toBeNull();
    offerLink(link);
    expect(takeLink()).toBe(link);
    expect(takeLink()).toBeNull();
  });
});
