import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentSum } from '../../../src/core/text/content-sum.ts';

const bytes = fc.uint8Array({ maxLength: 60 });

test('a changed byte, a lost byte, two that changed places and another text before give another sum', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.string(), (content, at, by, before) => {
      const sum = contentSum(content, before);
      expect(sum).toMatch(/^[0-9a-f]{16}$/u);
      expect(contentSum(Uint8Array.from(content), before)).toBe(sum);
      expect(contentSum(content, `${before}.`)).not.toBe(sum);
      if (content.length === 0) return;
      const place = at % content.length;
      const changed = content.map((byte, i) => (i === place ? byte ^ by : byte));
      expect(contentSum(changed, before)).not.toBe(sum);
      expect(contentSum(content.subarray(1), before)).not.toBe(sum);
      const moved = Uint8Array.from([...content.subarray(1), content[0] ?? 0]);
      if (moved.some((byte, i) => byte !== content[i])) expect(contentSum(moved, before)).not.toBe(sum);
    }),
  );
});

test('of a hundred thousand contents that differ in a number no two have one sum', () => {
  const sums = Array.from({ length: 100_000 }, (_, i) =>
    contentSum(Buffer.from(`## Question ${i}?\n`), 'deck.md'),
  );
  expect(new Set(sums).size).toBe(sums.length);
});
