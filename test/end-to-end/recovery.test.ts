import { expect, test } from 'vitest';
import { recoveries, recoverThroughFaults } from '../support/faulty-recovery.ts';

test.each(recoveries.map((recovery) => [recovery.name, recovery] as const))(
  'nothing is lost or doubled when something goes wrong while %s',
  async (_, recovery) => {
    const { tried, wrong } = await recoverThroughFaults(recovery, 2);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(1);
  },
  180_000,
);
