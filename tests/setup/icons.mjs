/**
 * Draws `public/icon/*.png` from the two SVG sources in a real browser: `node tests/setup/icons.mjs`.
 * Run it after changing a source, and commit both; a test compares the sizes, not the pixels.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';

const folder = new URL('../../public/icon/', import.meta.url);
/** The toolbar's sizes have their own drawing with fewer strokes. */
const sources = { 16: 'passerelle-small.svg', 32: 'passerelle-small.svg', 48: 'passerelle.svg', 96: 'passerelle.svg', 128: 'passerelle.svg' };

const executablePath = await findBrowser(
  () => Promise.reject(new Error('Install Chromium first.')),
  (sentence) => {
    throw new Error(sentence);
  },
);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const [text, source] of Object.entries(sources)) {
    const size = Number(text);
    const drawing = await readFile(new URL(source, folder), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    const picture = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${size}.png`, folder), picture);
    await page.close();
    console.log(`${fileURLToPath(new URL(`${size}.png`, folder))} drawn`);
  }
} finally {
  await browser.close();
}
