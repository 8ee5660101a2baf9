import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { asking } from '../../../lib/detector/ask.ts';
import { openGate } from '../../../lib/detector/gate.ts';
import { offerLink, takeLink } from '../../../lib/detector/link.ts';
import { startDetector } from '../../../lib/detector/start.ts';
import type { ContentMessage } from '../../../lib/messages/content.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { signsOf } from '../../../lib/portal/signs.ts';
import { markup, show } from '../portal/pages.ts';

function start(page: string, answer: () => Promise<unknown>) {
  const shown = show(page);
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const sent: (ContentMessage['type'] | 'load')[] = [];
  const load = vi.fn(() => Promise.resolve());
  const heard: { tell: (message: unknown) => void } = { tell: () => undefined };
  startDetector(
    {
      document: shown, clock: () => 0, whenIdle: (work) => work(),
      ask(message) {
        sent.push(message.type);
        return answer();
      },
      load() {
        sent.push('load');
        return load();
      },
      onMessage: (callback) => void (heard.tell = callback),
    },
    end.signal,
  );
  return { shown, sent, heard, load };
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
    const { sent } = start(markup('classic/form'), () => Promise.resolve(null));
    await frame();
    await frame();
    expect(sent).toEqual(['overlay.signs']);
  });

  it('gets the overlay after all when the worker could not give it and the settings change later', async () => {
    const { sent, heard, load } = start(markup('classic/form'), () => Promise.resolve(signsOf(iris)));
    load.mockRejectedValueOnce(new Error('overlay.js did not come.'));
    await vi.waitFor(() => expect(sent).toEqual(['overlay.signs', 'load']));
    await frame();
    heard.tell({ type: 'settings.changed' });
    await vi.waitFor(() => expect(sent).toEqual(['overlay.signs', 'load', 'overlay.signs', 'load']));
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

describe('a question to the worker', () => {
  const question: ContentMessage = { type: 'overlay.signs' };
  function asked(...answers: (() => Promise<unknown>)[]) {
    const waits: number[] = [];
    const end = new AbortController();
    const send = vi.fn(() => (answers.shift() ?? (() => Promise.resolve(undefined)))());
    const ask = asking({ send, wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)) }, end.signal);
    return { ask, send, waits, end };
  }
  const gone = (): Promise<unknown> => Promise.reject(new Error('Receiving end does not exist.'));
  const silent = (): Promise<unknown> => Promise.resolve(undefined);

  it('is put again, later and later, to a worker that is gone for a moment', async () => {
    const { ask, waits } = asked(gone, silent, () => Promise.resolve([]));
    expect(await ask(question)).toEqual([]);
    expect(waits).toEqual([300, 1500]);
  });

  it('is given up in the end, and the page left as it is', async () => {
    const { ask, send } = asked(gone, gone);
    expect(await ask(question)).toBeNull();
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('is not put again once it is answered, were it with « this is no portal of yours », nor once the script was replaced', async () => {
    const answered = asked(() => Promise.resolve(null));
    expect(await answered.ask(question)).toBeNull();
    const replaced = asked(gone);
    replaced.end.abort();
    expect(await replaced.ask(question)).toBeNull();
    expect([answered.send.mock.calls.length, replaced.send.mock.calls.length]).toEqual([1, 1]);
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
    const link = { gate: () => undefined, signal: new AbortController().signal, ask: () => Promise.resolve(null), isOrphan: () => false };
    expect(takeLink()).toBeNull();
    offerLink(link);
    expect(takeLink()).toBe(link);
    expect(takeLink()).toBeNull();
  });
});
