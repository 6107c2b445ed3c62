import { expect, test } from 'vitest';
import type { Entry } from '../../../src/core/history/entry.ts';
import { NewestEntries } from '../../../src/core/history/newest-entries.ts';

const stamp = (n: number) => ({ id: `d-0-${n}`, n, t: n, tz: 0 });
const note = (n: number): Entry => ({ ...stamp(n), kind: 'note', text: '' });
const visit = (n: number): Entry => ({ ...stamp(n), kind: 'exam-visit', sitting: 'x', item: 0, ms: 1 });

test('a long exam leaves within reach what came before it', () => {
  const newest = new NewestEntries(3);
  for (const n of [0, 1, 2, 3]) newest.add(note(n));
  for (let n = 4; n < 100; n += 1) newest.add(visit(n));
  expect(newest.entries().map(({ n }) => n)).toEqual([1, 2, 3]);
});
