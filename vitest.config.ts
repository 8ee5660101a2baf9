import { defineConfig } from 'vitest/config';

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

export default defineConfig({
  test: {
    projects: [
      { oxc: jsx, test: { name: 'unit', environment: 'happy-dom', testTimeout: 30_000, include: ['tests/{lib,components}/**/*.test.{ts,tsx}'] } },
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
