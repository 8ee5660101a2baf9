/** One element of a page in Firefox, by the words that people see; waits for it as the story expects. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle } from 'puppeteer-core';
import type { Look, Tools, Words } from './in-page.ts';

declare const passerelleLook: Tools;

/** What a page lends to its locators. */
export interface Driver {
  url(): string;
  /** The element that is meant, when there is exactly one. */
  find(looks: Look[]): Promise<{ count: number; element: ElementHandle<Element> | null }>;
  evaluateFound<T>(looks: Look[], run: (elements: Element[]) => T): Promise<Awaited<T>>;
  isVisible(element: ElementHandle<Element>): Promise<boolean>;
  /** Visible and not disabled. */
  isReady(element: ElementHandle<Element>): Promise<boolean>;
  /** @returns whether it was the element that was met */
  press(element: ElementHandle<Element>): Promise<boolean>;
  act(what: 'fill' | 'choose', element: ElementHandle<Element>, value: string): Promise<void>;
  /** The beginning of what the page says, for the story of a failure. */
  words(): Promise<string>;
  /** Whether an error only says that the page is changing. */
  isMoving(error: unknown): boolean;
}

/** How long something may take to appear, in milliseconds: three Firefox and all the rest share two cores. */
export const PATIENCE = 60_000;
const BETWEEN_LOOKS = 50;

type Text = string | RegExp;
export const toWords = (text: Text): Words => (typeof text === 'string' ? text : { source: text.source, flags: text.flags });

/** The two errors of a node that the page threw away between the look and the act. */
const isGone = (error: unknown): boolean => error instanceof Error && /detached|not connected|stale|no such (?:node|element)|cross-compartment|unknown (?:node|handle)|not clickable|Node is either/iu.test(error.message);

export class FirefoxLocator {
  readonly page: Driver;
  readonly looks: Look[];

  constructor(page: Driver, looks: Look[]) {
    this.page = page;
    this.looks = looks;
  }

  #with(look: Look): FirefoxLocator {
    return new FirefoxLocator(this.page, [...this.looks, look]);
  }

  getByRole(role: string, { name, exact, level }: { name?: Text; exact?: boolean; level?: number } = {}): FirefoxLocator {
    return this.#with({ by: 'role', role, ...(name === undefined ? {} : { name: toWords(name) }), ...(exact === undefined ? {} : { exact }), ...(level === undefined ? {} : { level }) });
  }
  getByLabel(text: Text, { exact = false } = {}): FirefoxLocator {
    return this.#with({ by: 'label', words: toWords(text), exact });
  }
  getByText(text: Text, { exact = false } = {}): FirefoxLocator {
    return this.#with({ by: 'text', words: toWords(text), exact });
  }
  locator(selector: string): FirefoxLocator {
    return this.#with({ by: 'css', selector });
  }
  filter({ hasText }: { hasText: Text }): FirefoxLocator {
    return this.#with({ by: 'has', words: toWords(hasText) });
  }
  or(other: FirefoxLocator): FirefoxLocator {
    return this.#with({ by: 'or', looks: other.looks });
  }
  first(): FirefoxLocator {
    return this.#with({ by: 'place', index: 0 });
  }
  last(): FirefoxLocator {
    return this.#with({ by: 'place', index: -1 });
  }

  #sentence(): string {
    return JSON.stringify(this.looks);
  }

  /** Looks again and again until `act` gives something else than null. @throws when it never does, or when two elements are meant */
  async #until<T>(what: string, act: (element: ElementHandle<Element>) => Promise<{ value: T } | null>, timeout = PATIENCE): Promise<T> {
    const end = performance.now() + timeout;
    let seen = 0;
    for (;;) {
      const since = performance.now();
      try {
        const { count, element } = await this.page.find(this.looks);
        seen = count;
        if (count > 1) throw new Error(`${count} elements are meant by ${this.#sentence()}.`);
        const done = element === null ? null : await act(element);
        if (done !== null) return done.value;
      } catch (error) {
        if (!isGone(error) && !this.page.isMoving(error)) throw error;
      }
      const now = performance.now();
      if (now > end) throw new Error(`${what}: ${this.#sentence()} — ${seen === 0 ? 'nothing found' : 'found, but not ready'} on ${this.page.url()}, which says: ${await this.page.words()}`);
      // A look holds the page up: it has as long for its own work in between.
      await pause(Math.max(BETWEEN_LOOKS, now - since));
    }
  }

  #whenReady<T>(what: string, act: (element: ElementHandle<Element>) => Promise<T>, timeout?: number): Promise<T> {
    return this.#until(what, async (element) => ((await this.page.isReady(element)) ? { value: await act(element) } : null), timeout);
  }

  waitFor({ timeout }: { timeout?: number } = {}): Promise<void> {
    return this.#until('waiting', async (element) => ((await this.page.isVisible(element)) ? { value: undefined } : null), timeout);
  }
  click({ timeout }: { timeout?: number } = {}): Promise<void> {
    return this.#until('click', async (element) => ((await this.page.isReady(element)) && (await this.page.press(element)) ? { value: undefined } : null), timeout);
  }
  fill(value: string): Promise<void> {
    return this.#whenReady('fill', (element) => this.page.act('fill', element, value));
  }
  async selectOption(value: string): Promise<void> {
    await this.#whenReady('select', (element) => this.page.act('choose', element, value));
  }
  async check(): Promise<void> {
    await this.#until('check', async (element) => {
      if (await element.evaluate((box) => (box as HTMLInputElement).checked)) return { value: undefined };
      return (await this.page.isReady(element)) && (await this.page.press(element)) ? { value: undefined } : null;
    });
  }
  press(key: string): Promise<void> {
    return this.#whenReady('press', (element) => element.press(key as 'Enter'));
  }
  blur(): Promise<void> {
    return this.evaluate((element) => (element as HTMLElement).blur());
  }
  evaluate<T>(run: (element: Element) => T): Promise<Awaited<T>> {
    return this.#until('reading', async (element) => ({ value: (await element.evaluate(run)) as Awaited<T> }));
  }
  inputValue(): Promise<string> {
    return this.evaluate((element) => (element as HTMLInputElement).value);
  }
  getAttribute(name: string): Promise<string | null> {
    return this.#until('reading', async (element) => ({ value: await element.evaluate((found, attribute) => found.getAttribute(attribute), name) }));
  }
  innerText(): Promise<string> {
    return this.evaluate((element) => (element as HTMLElement).innerText);
  }
  evaluateAll<T>(run: (elements: Element[]) => T): Promise<Awaited<T>> {
    return this.page.evaluateFound(this.looks, run);
  }
  count(): Promise<number> {
    return this.evaluateAll((elements) => elements.length);
  }
  /** Asked in one breath: a page that is drawn anew may throw the node away between two. */
  isVisible(): Promise<boolean> {
    return this.page.evaluateFound(this.looks, (elements) => elements.some((element) => passerelleLook.isVisible(element)));
  }
  async isEnabled(): Promise<boolean> {
    return this.evaluate((element) => !element.matches(':disabled'));
  }
}
