/** Out of the page: serves it, opens it in a browser of its own, and reads the browser's counters around each phase. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { bundle, bundlePeer } from './grid-bundle.ts';
import type { GridProgram, Phase, PhaseFigures } from './grid-page.ts';
import type { WatcherName } from './grid-watchers.ts';

const packages: readonly WatcherName[] = ['selector-observer', 'arrive', 'mutation-summary', 'insertion-query', 'sentinel-js'];
const style = `body { margin: 0 } main { height: 700px; overflow: auto; contain: strict }
.row { display: flex; height: 24px; contain: strict } .cell { flex: none; width: 48px; height: 24px; font: 10px/12px sans-serif }
.booking { position: relative; height: 12px; overflow: hidden; background: #cde } passerelle-mark { position: absolute; right: 0; bottom: 0; width: 24px; height: 10px; contain: strict; font-size: 8px }
aside { position: fixed; right: 0; bottom: 0; width: 200px; height: 200px; overflow: hidden; contain: strict }`;

declare const program: GridProgram;

export interface Counters {
  script: number;
  style: number;
  task: number;
}
/** Milliseconds since the page began; style with layout. */
async function countersOf(session: CDPSession): Promise<Counters & { heap: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { script: of('ScriptDuration') * 1000, style: (of('RecalcStyleDuration') + of('LayoutDuration')) * 1000, task: of('TaskDuration') * 1000, heap: of('JSHeapUsedSize') };
}

export interface GridPage {
  play(phase: Phase, count: number): Promise<PhaseFigures & Counters>;
  /** Bytes of the page's program, after the rubbish is gone. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

export interface GridBrowser {
  /** @param slower 4: as on a machine four times slower */
  open(watcher: WatcherName, slower: number): Promise<GridPage>;
  close(): Promise<void>;
}

async function serve(): Promise<{ url: string; close(): void }> {
  const scripts = new Map([['/program.js', await bundle(join(import.meta.dirname, 'grid-page.ts'))]]);
  for (const name of packages) scripts.set(`/${name}.js`, await bundlePeer(name));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const script = scripts.get(path);
    // Isolated from other origins: only then does the page's clock tell microseconds.
    response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp');
    if (script !== undefined) return void response.setHeader('content-type', 'text/javascript').end(script);
    const peer = packages.find((name) => path === `/page/${name}`);
    const tags = ['program', ...(peer === undefined ? [] : [peer])].map((name) => `<script src="/${name}.js"></script>`).join('');
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><title>Grid</title><style>${style}</style><main></main><aside></aside>${tags}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

async function openPage(page: Page, watcher: WatcherName, slower: number): Promise<GridPage> {
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what else the machine does meanwhile is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.evaluate((name) => program.watch(name), watcher);
  return {
    play: async (phase, count) => {
      const before = await countersOf(session);
      const figures = await page.evaluate(([name, times]) => program.play(name, times), [phase, count] as const);
      const after = await countersOf(session);
      return { ...figures, script: after.script - before.script, style: after.style - before.style, task: after.task - before.task };
    },
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await countersOf(session)).heap;
    },
    close: () => page.close(),
  };
}

export async function launchGrid(): Promise<GridBrowser> {
  const { url, close } = await serve();
  const browser = await chromium.launch({
    executablePath: process.env['BROWSER_PATH'] ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    open: async (watcher, slower) => {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
      page.on('pageerror', (error) => console.error(`${watcher}: ${error.message}`));
      await page.goto(`${url}/page/${encodeURIComponent(watcher)}`);
      return openPage(page, watcher, slower);
    },
    close: async () => {
      await browser.close();
      close();
    },
  };
}
