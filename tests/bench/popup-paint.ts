/**
 * When a page of ours shows what a person waits for: from the start of its load to the frame that shows it.
 *
 * Until 22 November 2026 this measured too much, in three ways: it marked one frame too late; it waited through
 * Playwright's own `waitForFunction`, which puts 330 kB of its program into the page between the load and that frame; and
 * an opening began while the worker still read the portal for the one before it, in the same process. Now the page marks
 * the frame itself, what waits is one promise of the page, and each opening begins with everything at rest.
 */
import type { Page } from 'playwright-core';
import type { PersonBrowser } from '../setup/launch.ts';

interface Painted {
  /** Milliseconds from the start of the load. */
  painted: number;
  /** To the frame in which as many are drawn as are drawn at once. */
  whole: number;
}

/** Tells the frames in which the selector is there first and is there often enough; asked for before anything of the page runs. */
async function markPainted(page: Page, selector: string, count: number): Promise<void> {
  await page.addInitScript(([wanted, enough]) => {
    const { promise, resolve } = Promise.withResolvers<Painted>();
    Object.assign(globalThis, { painted: promise });
    let painted: number | null = null;
    const look = (): void => {
      const found = document.querySelectorAll(wanted).length;
      // The task after a frame's work begins when that frame is on its way to the screen.
      if (found > 0) setTimeout(() => (painted ??= performance.now()), 0);
      if (found >= enough) setTimeout(() => resolve({ painted: painted ?? Number.NaN, whole: performance.now() }), 0);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, [selector, count] as const);
}

/** @param count of what the selector names, in the list as it is drawn at once @returns milliseconds from the start of the load */
export async function timeToPaint(browser: PersonBrowser, path: string, selector: string, count = 1): Promise<{ painted: number; whole: number }> {
  const page = await browser.context.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await markPainted(page, selector, count);
    await session.send('Page.navigate', { url: `${browser.origin}/${path}` });
    const { result } = await session.send('Runtime.evaluate', { expression: 'painted', awaitPromise: true, returnByValue: true });
    return result.value as Painted;
  } finally {
    await page.close();
  }
}
