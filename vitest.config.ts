import { defineConfig } from 'vitest/config'

const BROWSER_TESTS = 'tests/browser/**/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: 'tests/browser/build-web.ts',
    projects: [
      {
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: [BROWSER_TESTS],
          testTimeout: 60_000,
          // Vitest would leave one of two processors idle.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: [BROWSER_TESTS],
          globalSetup: 'tests/browser/set-up.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After the others and one file at a time: a browser takes two processors by itself.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
