/** When a page of ours shows what a person waits for: from the start of its load to the frame that shows it. */
import type { Page } from 'playwright-core';
import type { PersonBrowser } from '../setup/launch.ts';

const PAINTED = 'bench:painted';

/** Marks the first frame in which the selector is there; asked for before anything of the page runs. */
async function markPainted(page: Page, selector: string): Promise<void> {
  await page.addInitScript(([wanted, mark]) => {
    const look = (): void => {
      if (document.querySelector(wanted) === null) return void requestAnimationFrame(look);
      // The task after a frame's work begins when that frame is on its way to the screen.
      requestAnimationFrame(() => setTimeout(() => performance.mark(mark), 0));
    };
    requestAnimationFrame(look);
  }, [selector, PAINTED] as const);
}

/** @returns milliseconds from the start of the load, and of script among them */
export async function timeToPaint(browser: PersonBrowser, path: string, selector: string): Promise<{ painted: number; script: number }> {
  const page = await browser.context.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await markPainted(page, selector);
    await page.goto(`${browser.origin}/${path}`);
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, PAINTED);
    const painted = await page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN, PAINTED);
    const { metrics } = await session.send('Performance.getMetrics');
    return { painted, script: (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000 };
  } finally {
    await page.close();
  }
}
