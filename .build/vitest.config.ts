import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// `npm run test:faults` and `npm run test:fuzz` name the folder of theirs. `npm test` leaves the faults out, and fuzzes with
// fewer inputs.
const suite = process.env.KARTEI_SUITE;
const report = process.env.KARTEI_REPORT;

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    globalSetup: ['.build/build-if-stale.mjs'],
    include: [`test/${suite ?? ''}/**/*.test.{ts,tsx}`],
    exclude: suite === undefined ? ['test/bench/**', 'test/faults/**'] : [],
    // .ci/run counts the tests in this file.
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    testTimeout: suite === undefined ? 60_000 : 600_000,
    // A home with a million reviews is not removed in ten seconds.
    hookTimeout: suite === undefined ? 10_000 : 600_000,
    pool: 'threads',
    // A fault waits for the one program that it hits; as many files at once as there are processors keep them busy.
    ...(suite === 'faults' ? { maxWorkers: availableParallelism() } : {}),
    env: { CI: '', FORCE_COLOR: '0' },
  },
});
