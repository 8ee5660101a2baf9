import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
/** What a portal's page draws with, in Preact's place (wxt.config.ts). */
const ownDrawing = [{ find: /^preact(?:\/hooks|\/jsx-runtime)?$/u, replacement: fileURLToPath(new URL('./components/overlay/drawing.ts', import.meta.url)) }];

export default defineConfig({
  test: {
    projects: [
      { oxc: jsx, test: { name: 'unit', environment: 'happy-dom', testTimeout: 30_000, include: ['tests/{lib,components}/**/*.test.{ts,tsx}'] } },
      // Once more as it ships: what the popup draws with and what a page draws with show the same.
      { oxc: { jsx: { ...jsx.jsx, development: false } }, resolve: { alias: ownDrawing }, test: { name: 'overlay', environment: 'happy-dom', testTimeout: 30_000, include: ['tests/{components/overlay,lib/features}/**/*.test.{ts,tsx}'], exclude: ['**/drawing.test.tsx'] } },
      { test: { name: 'companion', environment: 'node', testTimeout: 30_000, hookTimeout: 60_000, include: ['tests/{companion,standins,repository}/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/e2e/firefox/**'],
          fileParallelism: false,
          testTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'firefox',
          environment: 'node',
          include: ['tests/e2e/firefox/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
