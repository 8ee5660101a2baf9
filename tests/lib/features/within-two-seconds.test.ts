/** Issue C, 4: however late each idle moment comes, a change is told to the worker within the two seconds. The clock is the test's own. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { parts } from '../../../lib/features/index.ts';
import { startOverlay } from '../../../lib/features/overlay.ts';
import type { ContentMessage } from '../../../lib/messages/content.ts';
import { drawnAnew, markup, NOW, show } from '../portal/pages.ts';
import { overlaySettings } from './page.ts';

/** What is promised, and the latest that an idle moment comes (entrypoints/portal.content/overlay.ts), in milliseconds. */
const PROMISED = 2_000;
const IDLE = 500;
/** How finely the clock is moved. */
const STEP = 10;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function start() {
  const shown = show(markup('classic/form'));
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const sent: ContentMessage[] = [];
  const begun = startOverlay(
    {
      document: shown, url: () => 'https://www.irisreservation.ca/', storage: () => sessionStorage, now: () => NOW, clock: () => Date.now(), whenIdle: (work) => void setTimeout(work, IDLE),
      send: (message) => {
        sent.push(message);
        return Promise.resolve(message.type === 'overlay.start' ? overlaySettings() : null);
      },
      onSettingsChanged: () => undefined,
      onRoute: () => undefined,
    },
    parts,
    end.signal,
  );
  await begun;
  const pass = async (milliseconds: number): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += STEP) await vi.advanceTimersByTimeAsync(STEP);
  };
  await vi.dynamicImportSettled();
  await pass(5_000);
  const missing = (): string[] => sent.flatMap((message) => (message.type === 'overlay.health' ? [message] : [])).at(-1)?.anchors.flatMap(({ anchor, health }) => (health === 'missing' ? [anchor] : [])) ?? ['nothing was told'];
  /** How long until the worker has heard it. */
  const untilTold = async (anchors: string[]): Promise<number> => {
    for (let passed = 0; ; passed += STEP) {
      if (JSON.stringify(missing()) === JSON.stringify(anchors)) return passed;
      if (passed > 3 * PROMISED) return Infinity;
      await vi.advanceTimersByTimeAsync(STEP);
    }
  };
  const rename = (from: string, to: string): void => {
    const label = [...shown.querySelectorAll('label')].find((one) => one.textContent === from)!;
    label.replaceChildren(Object.assign(shown.createElement('span'), { textContent: to }));
  };
  /** As a portal that draws its whole form again: fields have come, which is looked at at once and diagnosed after. */
  const redraw = (from: string, to: string): void => {
    rename(from, to);
    const form = shown.querySelector('form')!;
    form.replaceWith(drawnAnew(form));
  };
  return { shown, missing, pass, untilTold, rename, redraw };
}

describe('C4 within two seconds of a change', () => {
  // At once after the look before, in its rest, and long after it.
  it.each((['rename', 'redraw'] as const).flatMap((how) => [0, 100, 250, 490, 600, 3_000].map((since) => ({ how, since }))))('the worker is told which anchor is lost, and when it is found again: $how, $since ms after another change', async ({ how, since }) => {
    const { shown, missing, pass, untilTold, [how]: change } = await start();
    expect(missing()).toEqual([]);
    shown.body.append(shown.createElement('p'));
    await pass(since);
    change('Commentaires', 'Zone libre');
    expect(await untilTold(['freeText'])).toBeLessThan(PROMISED);
    change('Zone libre', 'Commentaires');
    expect(await untilTold([])).toBeLessThan(PROMISED);
  });

  it('though the page never rests', async () => {
    const { shown, untilTold, rename } = await start();
    const clock = shown.body.appendChild(shown.createElement('p'));
    const ticking = setInterval(() => clock.replaceChildren(shown.createElement('i')), 200);
    onTestFinished(() => clearInterval(ticking));
    rename('Commentaires', 'Zone libre');
    expect(await untilTold(['freeText'])).toBeLessThan(PROMISED);
  });
});
