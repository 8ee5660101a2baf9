/** What a person without a mouse does: keys alone, and where they lead. No click, and no value put into a field by the driver. */
import type { Page } from 'playwright-core';

/** More stops than any page here has. */
const FAR = 400;

export interface Stop {
  /** What it is called, then where it leads. */
  name: string;
  /** Whether a person sees that the focus is there; always true of what is not ours. */
  visible: boolean;
  value: string;
}

/** Where the focus is, inside shadow roots too. */
export const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    let active = document.activeElement;
    let isOurs = location.protocol === 'chrome-extension:';
    while (active?.shadowRoot?.activeElement) {
      isOurs ||= active.hasAttribute('data-passerelle');
      active = active.shadowRoot.activeElement;
    }
    if (!(active instanceof HTMLElement) || active === document.body) return { name: '', visible: true, value: '' };
    const labels = active instanceof HTMLInputElement || active instanceof HTMLSelectElement || active instanceof HTMLTextAreaElement
      ? [...(active.labels ?? [])]
      : [];
    const words = active.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : (active.textContent ?? ''));
    const style = getComputedStyle(active);
    const box = active.getBoundingClientRect();
    const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
      name: `${words} ${active.getAttribute('title') ?? ''} ${active.getAttribute('href') ?? ''}`.replace(/\s+/gu, ' ').trim(),
      visible: !isOurs || (isMarked && isInView),
      value: active instanceof HTMLInputElement ? active.value : '',
    };
  });

/** Presses Tab until the focus is on this. @throws when it is not reached, or when a stop of ours on the way is not seen */
export async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < FAR; step += 1) {
    const stop = await stopOf(page);
    if (!stop.visible) throw new Error(`The focus is not seen on « ${stop.name} »`);
    if (wanted.test(stop.name)) return;
    passed.push(stop.name.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`${String(wanted)} was not reached by ${key}; the last stops: ${passed.slice(-25).join(' | ')}`);
}

export async function press(page: Page, wanted: RegExp): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Types over what stands there; a look that draws its fields anew gets it again, as from a person. */
export async function typeInto(page: Page, wanted: RegExp, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Control+A');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}
