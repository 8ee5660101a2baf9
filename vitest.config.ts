import { defineConfig } from 'vitest/config';

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** A test whose last word is in a loop or in an answer that never came has proved nothing, and fails. In a browser a step may prove by waiting. */
const assertive = { requireAssertions: true } as const;

export default defineConfig({
  test: {
    // The tests of a file run in another order each time, so that none can come to need another. A story that is told in its order
    // says `shuffle: false` and why. The seed is printed, and `--sequence.seed=N` gives the same order again.
    sequence: { shuffle: { files: false, tests: true } },
    projects: [
      { oxc: jsx, test: { name: 'unit', environment: 'happy-dom', testTimeout: 30_000, expect: assertive, include: ['tests/{lib,components}/**/*.test.{ts,tsx}'] } },
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
