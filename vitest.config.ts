import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const BROWSER_TESTS = 'tests/browser/**/*.test.ts'
const WORKERD_TESTS = 'tests/workerd/**/*.test.ts'
/** More than processors: many tests wait, for a model that is slow or a store that is locked. */
const WORKERS = 4
/** Packages of many modules, which workerd would load one by one. None that shares a module with another one of ours. */
const BUNDLED = [
  '@modelcontextprotocol/sdk/server/index.js',
  '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js',
  '@modelcontextprotocol/sdk/validation/ajv',
  'drizzle-orm',
  'drizzle-orm/d1',
  'drizzle-orm/sqlite-core',
  'jose',
  'openai',
  'openid-client',
]

export default defineConfig({
  test: {
    globalSetup: 'tests/browser/build-web.ts',
    projects: [
      {
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: [BROWSER_TESTS, WORKERD_TESTS],
          // The files of a worker share what they import: most of the time went into loading it again.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: WORKERS,
        },
      },
      {
        // It warns of source maps that packages leave out.
        logLevel: 'error',
        plugins: [
          cloudflareTest(async () => ({
            main: './server/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                // Whatever a developer has in .dev.vars.
                OPENAI_MODEL: '',
                LOG_LEVEL: 'silent',
                MIGRATIONS: await readD1Migrations('server/store/migrations'),
              },
              cf: false,
            },
          })),
        ],
        test: {
          name: 'workerd',
          include: [WORKERD_TESTS],
          setupFiles: ['tests/workerd/set-up.ts'],
          deps: { optimizer: { ssr: { enabled: true, include: BUNDLED } } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          name: 'browser',
          include: [BROWSER_TESTS],
          globalSetup: 'tests/browser/set-up.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          // After the others and one file at a time: a browser takes two processors by itself.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
