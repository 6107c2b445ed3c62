import { expect, test } from 'vitest';
import { thinOut } from '../../../src/storage/upkeep/thin-out.ts';

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1, 8);
const daily = (number: number, why: 'daily' | 'reset' = 'daily') => ({
  name: `day ${number} ${why}`,
  at: start + number * day + (why === 'daily' ? 0 : 1000),
  why,
  files: [{ path: 'a.jsonl', size: 100 + number }],
});

/** What is left after so many days with a snapshot each, thinned out every day. */
function after(days: number): readonly ReturnType<typeof daily>[] {
  let kept: ReturnType<typeof daily>[] = [];
  for (let i = 0; i < days; i++) {
    kept.push(daily(i));
    const names = thinOut(kept, start + i * day);
    kept = kept.filter(({ name }) => names.has(name));
  }
  return kept;
}

test('a year of days leaves 12 days, 10 weeks and 9 months', () => {
  const kept = after(365);
  const ages = kept.map(({ at }) => Math.round((start + 364 * day - at) / day)).reverse();
  expect(ages.slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  // Two of the ten weeks end within the twelve days.
  expect(ages.filter((age) => age > 11 && age <= 68).length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...ages)).toBeGreaterThan(8 * 28);
  expect(kept.length).toBeLessThanOrEqual(12 + 10 + 9);
});

test('two weeks of days lose nothing of the last twelve', () => {
  expect(after(12)).toHaveLength(12);
});

test('what was taken before a reset stays for twelve days beside the newest of its day', () => {
  const both = [daily(0, 'reset'), { ...daily(0), at: start + 2000 }];
  expect(thinOut(both, start + 5 * day).size).toBe(2);
  expect(thinOut(both, start + 13 * day)).toEqual(new Set([both[1]?.name]));
});

test.each([
  ['has lost a file', []],
  ['has a file that was cut', [{ path: 'a.jsonl', size: 99 }]],
])('what was backed up stays for twelve days when the newest of its day %s', (_, files) => {
  const damaged = { ...daily(0), name: 'later', at: start + 5000, files };
  expect(thinOut([daily(0), damaged], start + 5 * day).size).toBe(2);
  expect(thinOut([daily(0), damaged], start + 13 * day).size).toBe(1);
});
