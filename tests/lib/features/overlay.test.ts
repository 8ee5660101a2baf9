import { beforeEach, describe, expect, it, vi, onTestFinished } from 'vitest';
import { createDrafts, noChoices } from '../../../lib/features/drafts.ts';
import type { Feature } from '../../../lib/features/feature.ts';
import { parts, type Parts } from '../../../lib/features/index.ts';
import { startOverlay } from '../../../lib/features/overlay.ts';
import { PACE_MILLISECONDS } from '../../../lib/features/pace.ts';
import { requiredFacts } from '../../../lib/features/required-facts.tsx';
import type { ContentMessage } from '../../../lib/messages/content.ts';
import { pageKinds } from '../../../lib/portal/page.ts';
import { place } from '../../../lib/portal/place.ts';
import { MissingAnchor } from '../../../lib/portal/view.ts';
import type { OverlaySettings } from '../../../lib/state/overlay.ts';
import { markup, NOW, show } from '../portal/pages.ts';
import { allFeatures } from './features.ts';
import { booking, NINE } from './fixtures.ts';
import { FORM_ADDRESS, overlaySettings, startOn } from './page.ts';

beforeEach(() => sessionStorage.clear());

/** A feature that writes down what happens to it. */
function recorder(id: string, pages: Feature['pages'], act: (context: Parameters<Feature['start']>[0]) => void | Promise<void> = () => undefined) {
  const events: string[] = [];
  const feature: Feature = {
    id,
    pages,
    start(context, signal) {
      events.push(`start ${context.kind ?? 'unknown'} ${context.language}`);
      signal.addEventListener('abort', () => events.push('stop'));
      context.onRedraw(() => void events.push('redraw'), signal);
      return act(context);
    },
  };
  return { feature, events };
}

/** The features of every page, whether they run there or not, as if they had long come. */
const partsOf = (list: readonly Feature[]): Parts => Object.fromEntries([...pageKinds, 'unknown' as const].map((kind) => [kind, () => Promise.resolve({ features: list })])) as unknown as Parts;

async function begin(page: string, list: readonly Feature[] | Parts, answer: unknown = overlaySettings()) {
  const shown = show(markup(page));
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const worker = { answer, sent: [] as ContentMessage[] };
  const heard: { settings: () => void; route: () => void } = { settings: () => undefined, route: () => undefined };
  const idle: (() => void)[] = [];
  await startOverlay(
    {
      document: shown, url: () => 'https://www.irisreservation.ca/', storage: () => sessionStorage, now: () => NOW, clock: () => 0, whenIdle: (work) => void idle.push(work),
      send(message) {
        worker.sent.push(message);
        if (message.type !== 'overlay.start') return Promise.resolve(null);
        return worker.answer instanceof Error ? Promise.reject(worker.answer) : Promise.resolve(worker.answer);
      },
      onSettingsChanged: (callback) => void (heard.settings = callback),
      onRoute: (callback) => void (heard.route = callback),
    },
    Array.isArray(list) ? partsOf(list) : (list as Parts),
    end.signal,
  );
  const change = async (settings: Partial<OverlaySettings>): Promise<void> => {
    worker.answer = overlaySettings(settings);
    const asked = worker.sent.length;
    heard.settings();
    await vi.waitFor(() => expect(worker.sent.length).toBeGreaterThan(asked));
    await Promise.resolve();
  };
  /** The page has nothing better to do. */
  const rest = (): void => idle.splice(0).forEach((work) => work());
  return { shown, worker, heard, change, end, rest };
}

const swap = (shown: Document, page: string): void => {
  const next = new DOMParser().parseFromString(markup(page), 'text/html');
  shown.body.replaceChildren(...next.body.childNodes);
};

describe('the overlay on a page', () => {
  it('U16 starts the features of this kind of page, and none that is switched off', async () => {
    const [form, calendar, off] = [recorder('a', ['form']), recorder('b', ['calendar']), recorder('c', ['form'])];
    await begin('classic/form', [form.feature, calendar.feature, off.feature], overlaySettings({ disabledFeatures: ['c'] }));
    expect([form.events[0], calendar.events, off.events]).toEqual(['start form fr', [], []]);
  });

  it('U20 starts anew when the page becomes one of another kind without a load, and asks the worker what it knows by now', async () => {
    const [form, calendar] = [recorder('a', ['form']), recorder('b', ['calendar'])];
    const { shown, worker, heard } = await begin('classic/form', [form.feature, calendar.feature]);
    swap(shown, 'classic/calendar');
    heard.route();
    await vi.waitFor(() => expect(calendar.events).toContain('start calendar fr'));
    expect(form.events.at(-1)).toBe('stop');
    expect(worker.sent.filter(({ type }) => type === 'overlay.start')).toHaveLength(2);
  });

  it('stays while the portal is only drawing itself anew, and starts as unknown when that lasts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const [form, unknown] = [recorder('a', ['form']), recorder('b', ['unknown'])];
    const { shown, heard } = await begin('classic/form', [form.feature, unknown.feature]);
    swap(shown, 'classic/other');
    heard.route();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    vi.advanceTimersByTime(900);
    expect([form.events.filter((event) => event === 'redraw').length > 1, form.events.includes('stop')]).toEqual([true, false]);
    vi.advanceTimersByTime(200);
    await vi.waitFor(() => expect(unknown.events[0]).toBe('start unknown fr'));
    expect(form.events.at(-1)).toBe('stop');
  });

  it('U20 keeps what was typed when the portal had signed the person out: a save that led to its sign-in took nothing', async () => {
    const typed = { name: 'Forum des cadres', participants: '1 200', presenterName: 'Anne Roy', presenterEmail: '' };
    const { pathname, search } = new URL(FORM_ADDRESS);
    createDrafts(() => sessionStorage).write(`iris|${pathname}${search}`, { ...noChoices, typed, establishmentId: '', submitted: true });
    (await begin('classic/signIn', [])).end.abort();
    const { block } = startOn([requiredFacts], markup('classic/form'), { prepare: (page) => { page.querySelector<HTMLInputElement>('#a2')!.value = ''; } });
    expect(Object.keys(typed).map((field) => block('facts')!.querySelector<HTMLInputElement>(`#passerelle-${field}`)!.value)).toEqual(Object.values(typed));
  });

  it('takes changed settings over at once, without a reload', async () => {
    const form = recorder('a', ['form']);
    const { change } = await begin('classic/form', [form.feature]);
    await change({ language: 'en' });
    await vi.waitFor(() => expect(form.events).toContain('start form en'));
    await change({ language: 'en', disabledFeatures: ['a'] });
    await vi.waitFor(() => expect(form.events.at(-1)).toBe('stop'));
  });

  it('U20 asks the worker what it knows by now when « Back » shows the page as it was', async () => {
    const { feature, events } = recorder('a', ['form']);
    const { shown, worker } = await begin('classic/form', [feature]);
    const comeBack = (persisted: boolean) => shown.defaultView!.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    worker.answer = overlaySettings({ language: 'en' });
    const asked = worker.sent.length;
    comeBack(false);
    expect(worker.sent).toHaveLength(asked);
    comeBack(true);
    await vi.waitFor(() => expect(events).toContain('start form en'));
  });

  it('does not start anew for new figures alone: nobody loses their place', async () => {
    const seen: number[] = [];
    const form = recorder('a', ['form'], ({ known }) => void known.subscribe((readings) => void seen.push(readings.length)));
    const { change } = await begin('classic/form', [form.feature]);
    await change({ readings: [{ bookings: [booking()], complete: true, from: null, to: null, at: NINE, source: 'list' }] });
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    expect(form.events.filter((event) => event.startsWith('start'))).toHaveLength(1);
  });

  /** Two frames: one for the records, one for what follows from them. */
  const frames = async (): Promise<void> => {
    for (let count = 0; count < 2; count += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const looks = (events: readonly string[]): number => events.filter((event) => event === 'redraw').length;

  it('G2 looks once at a page that it comes to', async () => {
    const form = recorder('a', ['form']);
    await begin('classic/form', [form.feature]);
    await frames();
    await frames();
    expect(looks(form.events)).toBe(1);
  });

  it('G1 looks at a page whose small things change without end once in a while, when it has nothing better to do', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const calendar = recorder('a', ['calendar']);
    const { shown, rest } = await begin('classic/calendar', [calendar.feature]);
    await frames();
    const before = looks(calendar.events);
    const tick = async (): Promise<void> => {
      shown.body.append(Object.assign(shown.createElement('span'), { textContent: 'Il est tard' }));
      await frames();
    };
    for (let count = 0; count < 10; count += 1) await tick();
    expect(looks(calendar.events)).toBe(before);
    vi.advanceTimersByTime(PACE_MILLISECONDS);
    rest();
    expect(looks(calendar.events)).toBe(before + 1);
    rest();
    expect(looks(calendar.events)).toBe(before + 1);
  });

  it.each([
    ['a field comes', (shown: Document) => shown.body.append(shown.createElement('input'))],
    ['a row of the grid comes', (shown: Document) => void shown.querySelector('tbody, table')!.append(shown.createElement('tr'))],
    ['a block of ours is thrown away', (shown: Document) => shown.querySelector('passerelle-probe')!.replaceWith(shown.createElement('span'))],
  ])('looks at once when %s', async (_, act) => {
    const probe = recorder('probe', ['calendar'], (context) => {
      const until = new AbortController();
      const host = context.portal.document.createElement('passerelle-probe');
      place(host, { inside: context.portal.document.body }, until.signal);
      context.onPlace(host, until.signal);
    });
    const { shown } = await begin('classic/calendar', [probe.feature]);
    await frames();
    const before = looks(probe.events);
    act(shown);
    await frames();
    expect(looks(probe.events)).toBe(before + 1);
  });

  it.each([[null], [{ refused: 'sender' }], [new Error('Could not establish connection')]])('withdraws without a word when the worker answers %s', async (answer) => {
    const form = recorder('a', ['form', 'unknown']);
    const { shown } = await begin('classic/form', [form.feature], answer);
    expect([form.events, shown.querySelector('[data-passerelle]')]).toEqual([[], null]);
  });

  it('a feature that misses its anchor stops alone and is named', async () => {
    const failures: string[] = [];
    const broken = recorder('broken', ['form'], () => {
      throw new MissingAnchor('title');
    });
    const late = recorder('late', ['form'], () => Promise.reject(new Error('a reason')));
    const sound = recorder('sound', ['form'], (context) => void context.failures.subscribe((all) => void failures.push(...all.map(({ feature, anchor }) => `${feature}: ${anchor}`))));
    await begin('classic/form', [sound.feature, broken.feature, late.feature]);
    await vi.waitFor(() => expect(failures).toContain('late: error: a reason'));
    expect(failures).toContain('broken: title');
    expect([broken.events.at(-1), late.events.at(-1), sound.events.includes('stop')]).toEqual(['stop', 'stop', false]);
  });

  it('U18 takes everything of ours out when the script is no longer valid', async () => {
    const { shown, end } = await begin('classic/calendar', parts);
    await vi.waitFor(() => expect(shown.querySelectorAll('[data-passerelle]').length).toBeGreaterThan(2));
    end.abort();
    expect(shown.querySelectorAll('[data-passerelle]')).toHaveLength(0);
  });
});

describe('the list of features', () => {
  it('has each once, with the pages where it runs', async () => {
    const features = await allFeatures();
    const ids = features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(['show-licence', 'mark-licence', 'usage-panel', 'not-understood', 'report', 'required-facts']);
    expect(features.every(({ pages }) => pages.length > 0)).toBe(true);
  });

  it('G2 gives each kind of page every feature that runs there', async () => {
    const features = await allFeatures();
    for (const kind of [...pageKinds, 'unknown'] as const) {
      const part = await parts[kind]();
      const wanted = features.filter(({ pages }) => pages.includes(kind)).map(({ id }) => id);
      expect([kind, part.features.filter(({ pages }) => pages.includes(kind)).map(({ id }) => id).sort()]).toEqual([kind, wanted.sort()]);
    }
  });
});
