/** A tab of Firefox with the part of Playwright's page that the story uses, over puppeteer and WebDriver BiDi. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Look, Tools } from './in-page.ts';
import { FirefoxLocator, PATIENCE, type Driver } from './locator.ts';

declare const passerelleLook: Tools;

const BETWEEN_LOOKS = 50;
const WORDS_MAXIMUM = 1500;

export class FirefoxPage implements Driver {
  readonly tab: Page;
  readonly #tools: string;

  constructor(tab: Page, tools: string) {
    this.tab = tab;
    this.#tools = tools;
  }

  get #whole(): FirefoxLocator {
    return new FirefoxLocator(this, []);
  }
  getByRole(...given: Parameters<FirefoxLocator['getByRole']>): FirefoxLocator {
    return this.#whole.getByRole(...given);
  }
  getByLabel(...given: Parameters<FirefoxLocator['getByLabel']>): FirefoxLocator {
    return this.#whole.getByLabel(...given);
  }
  getByText(...given: Parameters<FirefoxLocator['getByText']>): FirefoxLocator {
    return this.#whole.getByText(...given);
  }
  locator(selector: string): FirefoxLocator {
    return this.#whole.locator(selector);
  }

  /** A page that is changing answers to nobody: the next look will do. */
  isMoving(error: unknown): boolean {
    return error instanceof Error && /passerelleLook|context was destroyed|no such (?:frame|realm|window|script)|discarded|Execution context|AbortError|actor .*destroyed|Navigation|MessageHandlerFrame|cannot find realm/iu.test(error.message);
  }

  async #withTools<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('passerelleLook')) throw error;
      await this.tab.evaluate(this.#tools);
      return run();
    }
  }

  async find(looks: Look[]): Promise<{ count: number; element: ElementHandle<Element> | null }> {
    const handle = await this.#withTools(() => this.tab.evaluateHandle((wanted) => passerelleLook.find(wanted), looks));
    try {
      const count = await handle.evaluate((elements) => elements.length);
      if (count !== 1) return { count, element: null };
      const element = await handle.evaluateHandle((elements) => elements[0] as Element);
      return { count, element: element.asElement() as ElementHandle<Element> };
    } finally {
      await handle.dispose();
    }
  }

  /** Asked again while the page is on its way to another. */
  async evaluateFound<T>(looks: Look[], run: (elements: Element[]) => T): Promise<Awaited<T>> {
    const end = performance.now() + PATIENCE;
    for (;;) {
      try {
        const handle = await this.#withTools(() => this.tab.evaluateHandle((wanted) => passerelleLook.find(wanted), looks));
        return (await handle.evaluate(run)) as Awaited<T>;
      } catch (error) {
        if (!this.isMoving(error) || performance.now() > end) throw error;
      }
      await pause(BETWEEN_LOOKS);
    }
  }

  async words(): Promise<string> {
    return this.tab.evaluate((maximum) => document.body.innerText.replace(/\s+/gu, ' ').slice(0, maximum), WORDS_MAXIMUM).catch(String);
  }

  isVisible(element: ElementHandle<Element>): Promise<boolean> {
    return element.evaluate((found) => passerelleLook.isVisible(found));
  }
  async isReady(element: ElementHandle<Element>): Promise<boolean> {
    // People act on the tab in front of them; Firefox slows the others down.
    if (await this.tab.evaluate(() => document.visibilityState === 'hidden')) await this.tab.bringToFront();
    return element.evaluate((found) => passerelleLook.isReady(found));
  }
  /** @returns whether it was the element that was met */
  async press(element: ElementHandle<Element>): Promise<boolean> {
    await element.evaluate((found) => passerelleLook.expectPress(found));
    await element.click();
    return this.tab.evaluate(() => passerelleLook.wasPressed()).catch((error: unknown) => {
      // The page that is on its way to another was met.
      if (this.isMoving(error)) return true;
      throw error;
    });
  }
  async act(what: 'fill' | 'choose', element: ElementHandle<Element>, value: string): Promise<void> {
    await element.evaluate((found, name, text) => passerelleLook[name](found, text), what, value);
  }

  url(): string {
    return this.tab.url();
  }
  async goto(address: string): Promise<void> {
    await this.tab.goto(address, { waitUntil: 'load', timeout: PATIENCE });
  }
  /** Firefox reports no navigation to a page of an extension: the page itself is asked. */
  async gotoOwn(address: string): Promise<void> {
    const leave = new AbortController();
    const going = this.tab.goto(address, { signal: leave.signal, timeout: 0 }).catch((error: unknown) => {
      if (!leave.signal.aborted) throw error;
    });
    await Promise.race([going, this.#poll(address, () => this.tab.evaluate((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', address))]);
    leave.abort();
    await going;
  }
  evaluate<T, A>(run: (argument: A) => T, argument?: A): Promise<Awaited<T>> {
    return this.tab.evaluate(run as (given: unknown) => T, argument) as Promise<Awaited<T>>;
  }

  async #poll(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const isSo = await holds().catch((error: unknown) => {
        if (this.isMoving(error)) return false;
        throw error;
      });
      if (isSo) return;
      if (performance.now() > end) throw new Error(`${what} never came true on ${this.url()}.`);
      await pause(BETWEEN_LOOKS);
    }
  }
  waitForURL(isRight: (url: URL) => boolean): Promise<void> {
    return this.#poll('the address', async () => isRight(new URL(await this.tab.evaluate(() => location.href))));
  }
  waitForFunction(run: () => unknown): Promise<void> {
    return this.#poll('the condition', async () => Boolean(await this.tab.evaluate(run)));
  }
  setViewportSize(size: { width: number; height: number }): Promise<void> {
    return this.tab.setViewport(size);
  }
  async screenshot({ path }: { path: string }): Promise<void> {
    await this.tab.screenshot({ path: path as `${string}.png` });
  }
  close(): Promise<void> {
    return this.tab.close();
  }
}
