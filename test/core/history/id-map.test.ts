import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdMap } from '../../../src/core/history/id-map.ts';

const id = fc.oneof(
  fc
    .tuple(fc.constantFrom('a1b2c3d4-00000001', 'a1b2c3d4-00000002', 'x', ''), fc.nat(80))
    .map(([segment, n]) => `${segment}-${n}`),
  fc.constantFrom(
    '',
    '-',
    'a-007',
    'a--1',
    'a-1e3',
    'a-',
    '12',
    'x-999999999',
    'x-1000000000',
    'x-4294967296',
  ),
  fc.string(),
);
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id, value: fc.option(fc.nat(), { nil: undefined }) }) },
  fc.record({ id, value: fc.constant(undefined) }),
);

describe('a map by entry id', () => {
  it('holds what a map by text holds, whatever the ids', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const expected = new Map<string, number>();
        const found = new IdMap<number>();
        for (const { id, value } of changes) {
          if (value === undefined) expect(found.delete(id)).toBe(expected.delete(id));
          else found.set(id, value);
          if (value !== undefined) expected.set(id, value);
          expect(found.get(id)).toBe(expected.get(id));
          expect(found.has(id)).toBe(expected.has(id));
          expect(found.size).toBe(expected.size);
        }
        expect(new Map(found)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
