import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    globalSetup: ['.build/build-if-stale.mjs'],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**', 'test/faults/**'],
    testTimeout: 20_000,
    pool: 'threads',
    env: { CI: '', FORCE_COLOR: '0' },
  },
});
