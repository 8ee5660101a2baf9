/** axe-core on a page of the real browser: what it finds, one line each, so that a failing test says what and where. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.1 A and AA, what costs little of 2.2, and what is good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * @param within a selector; the whole page without it
 * @returns « rule: what is wrong · element », empty when axe finds nothing
 */
export async function violationsOf(page: Page, within?: string): Promise<string[]> {
  // Evaluated by the debugger, hence past the page's own content security policy.
  await page.evaluate(await source);
  const { violations } = await page.evaluate(
    ([selector, options]) =>
      (globalThis as unknown as { axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> } }).axe.run(selector ?? document, options),
    [within ?? null, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] } satisfies RunOptions] as [string | null, RunOptions],
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} · ${target.join(' ')} · ${(failureSummary ?? '').replace(/\s+/gu, ' ')}`));
}
