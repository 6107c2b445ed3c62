import { expect, test } from 'vitest';
import { recoveries, recoverThroughFaults } from '../support/faulty-recovery.ts';

test.each(recoveries.map((recovery) => [recovery.name, recovery] as const))(
  'nothing is lost or doubled when something goes wrong while %s',
  async (_, recovery) => {
    const { tried, wrong } = await recoverThroughFaults(recovery, Number.MAX_SAFE_INTEGER);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(1);
  },
  3_600_000,
);
