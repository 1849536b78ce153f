import { defineConfig } from 'vitest/config'

// For the processes and threads that tests start, and those that vitest does.
const quickStart = `--import ${new URL('bin/quick-start.mjs', import.meta.url).href}`
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${quickStart}`

// Three projects so that `npm run test:unit` stays quick: pure rooms, HTTP through inject, and a real browser.
export default defineConfig({
  test: {
    // Two cores: more workers than that only make each other late.
    maxWorkers: 2,
    // A file keeps nothing in its modules that another would stumble on; so modules are loaded and compiled once a worker.
    isolate: false,
    // A busy machine is late, not wrong: only what hangs is to fail.
    testTimeout: 30_000,
    reporters: ['default', './test/support/programs-reporter.ts'],
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/web/**', 'test/browser/**', 'test/journeys/**'],
        },
      },
      { extends: true, test: { name: 'http', include: ['test/web/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
