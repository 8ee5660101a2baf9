/** A person at the calibration assistant: reads its question, and shows what it asks for. */
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { calibrationFr } from '../../lib/i18n/calibration.fr.ts';

/** What to show, by the name of the anchor. An anchor that is not there is said to be absent. */
export type Answers = Readonly<Record<string, (page: Page) => Locator>>;

export const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: calibrationFr.panel });
export const titleOf = (page: Page): Locator => panelOf(page).getByRole('heading', { level: 2 });

/** Points in the middle of what is seen: at the clear ground over it, which the page's own elements lie under. @returns where */
export async function pointAt(page: Page, target: Locator): Promise<[x: number, y: number]> {
  await target.waitFor();
  // At once: a portal that draws its rows anew may take this one away while it is waited for until it rests.
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await target.boundingBox();
  if (box === null) throw new Error('What is to be shown is not on the page.');
  const place: [number, number] = [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
  await page.mouse.move(...place);
  await expectFramed(page, target);
  return place;
}

export async function point(page: Page, target: Locator): Promise<void> {
  await page.mouse.click(...(await pointAt(page, target)));
}

const questions = new Map(Object.entries(calibrationFr).flatMap(([key, text]) => (key.startsWith('ask_') ? [[String(text), key.slice(4)] as const] : [])));

/** Waits until the frame of the assistant stands around an element: around its middle, and no farther than its line. */
export async function expectFramed(page: Page, target: Locator): Promise<void> {
  await expect.poll(async () => {
    const [frame, box] = [await page.locator('passerelle-calibration .pc-frame').boundingBox(), await target.boundingBox()];
    if (frame === null || box === null) return 'no frame';
    const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
    return x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height ? 'framed' : `the frame is at ${JSON.stringify(frame)}, the element at ${JSON.stringify(box)}`;
  }, { timeout: 20_000 }).toBe('framed');
}

/** At most three ways, each with how many elements it finds, and the one that is chosen finds what was shown. */
export async function expectWays(page: Page): Promise<void> {
  await titleOf(page).getByText(calibrationFr.howToFind).waitFor();
  const ways = panelOf(page).getByRole('radiogroup').locator('label');
  const said = await ways.allInnerTexts();
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThanOrEqual(3);
  for (const text of said) expect(text).toMatch(/^Par [\s\S]*\d+ éléments? trouvés? ·/u);
  expect(await panelOf(page).getByRole('radio', { checked: true }).count()).toBe(1);
}

/** Answers every question of a round, by mouse, and keeps the way that is proposed first. @returns the anchors that were shown */
export async function answerAll(page: Page, answers: Answers): Promise<string[]> {
  const shown: string[] = [];
  for (;;) {
    const anchor = questions.get((await titleOf(page).innerText()).trim());
    if (anchor === undefined) return shown;
    const answer = answers[anchor];
    if (answer === undefined) {
      await panelOf(page).getByRole('button', { name: calibrationFr.absent }).click();
    } else {
      await point(page, answer(page));
      await expectWays(page);
      await panelOf(page).getByRole('button', { name: calibrationFr.accept }).click();
      shown.push(anchor);
    }
    await page.waitForFunction(
      (before) => {
        const title = document.querySelector('passerelle-calibration')?.shadowRoot?.querySelector('[data-title]')?.textContent?.trim();
        return title !== undefined && title !== before;
      },
      Object.entries(calibrationFr).find(([key]) => key === `ask_${anchor}`)?.[1] as string,
    );
  }
}

export const press = (page: Page, name: keyof typeof calibrationFr): Promise<void> => panelOf(page).getByRole('button', { name: calibrationFr[name] as string, exact: true }).click();
