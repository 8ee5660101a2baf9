/** A person's hand: does what it is told in a page, and counts it. */
import type { Locator, Page } from 'playwright-core';

/** Seconds of the keystroke-level model (Card, Moran and Newell): a key, pointing and pressing, making up one's mind. */
const SECONDS = { key: 0.28, press: 1.3, mind: 1.35 };

export interface Effort {
  interactions: number;
  keys: number;
  /** Of a practised person, without the waits. */
  estimated: number;
  /** From the first to the last, as the driver took: waits only. */
  waited: number;
}

export interface Hand {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  choose(target: Locator, value: string): Promise<void>;
  /** What is done where the driver is not: a click on the browser's own button. */
  elsewhere(): void;
  effort(): Effort;
}

export function makeHand(): Hand {
  const began = performance.now();
  let [interactions, keys] = [0, 0];
  const count = (typed = 0): void => {
    interactions += 1;
    keys += typed;
  };
  return {
    press: async (target) => {
      count();
      await target.click();
    },
    write: async (target, text) => {
      count(text.length);
      await target.fill(text);
    },
    choose: async (target, value) => {
      count();
      if ((await target.evaluate((element) => element.tagName)) === 'SELECT') await target.selectOption(value);
      else await target.fill(value);
      await target.blur();
    },
    elsewhere: () => count(),
    effort: () => ({
      interactions, keys,
      estimated: interactions * (SECONDS.press + SECONDS.mind) + keys * SECONDS.key,
      waited: (performance.now() - began) / 1000,
    }),
  };
}

/** The same model for what no stand-in shows: the steps are written down, not driven. */
export function onPaper(steps: readonly string[], keys: number): Effort {
  return { interactions: steps.length, keys, estimated: steps.length * (SECONDS.press + SECONDS.mind) + keys * SECONDS.key, waited: 0 };
}

/** To the calendar of a day, from wherever the portal's menu is. */
export async function openDay(hand: Hand, page: Page, address: string): Promise<void> {
  // One press in the menu, one day chosen, one press to show it: the same with and without us.
  await hand.press(page.locator('a[href*="/reservations/ressources"]').first());
  hand.elsewhere();
  hand.elsewhere();
  await page.goto(address);
}
