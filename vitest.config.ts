import { defineConfig } from 'vitest/config'

/** Most of a story is waiting for sockets, devices and timers, so more of them than cores run side by side. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    maxWorkers: 3,
  },
})
