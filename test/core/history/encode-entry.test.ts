import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntry } from '../../../src/core/history/decode-entry.ts';
import { encodeEntry } from '../../../src/core/history/encode-entry.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { crc32Hex } from '../../../src/core/text/hash.ts';
import { entryArbitrary } from './entry-arbitrary.ts';

const review: Entry = {
  id: 'a1b2c3d4-46a721fc-17',
  n: 17,
  t: 1795218481509,
  kind: 'review',
  collection: 'kartei',
  deck: 'lpic-1/102.6/machine-id',
  card: 'mid-setup',
  part: '',
  rating: 3,
  ms: 4321,
  mode: 'study',
  verdict: 'equivalent',
  tz: 60,
  memory: [12.35, 5.43, 2, 1796255281509],
};

const signed = (body: string): string => `${body},"crc":"${crc32Hex(body)}"}`;

describe('a journal line', () => {
  it('reads as the format describes it', () => {
    expect(encodeEntry(review).slice(0, -10)).toBe(
      '{"id":"a1b2c3d4-46a721fc-17","n":17,"t":1795218481509,"kind":"review","collection":"kartei",' +
        '"deck":"lpic-1/102.6/machine-id","card":"mid-setup","part":"","rating":3,"ms":4321,"mode":"study",' +
        '"verdict":"equivalent","tz":60,"memory":[12.35,5.43,2,1796255281509],"crc":"',
    );
  });

  it('gives back every entry, whatever its ids and texts', () => {
    fc.assert(
      fc.property(entryArbitrary, (entry) => {
        const line = encodeEntry(entry);
        expect(line).not.toMatch(/[\n\r]/);
        expect(decodeEntry(line)).toEqual({ kind: 'entry', entry });
      }),
      { numRuns: 500 },
    );
  });

  it('survives being stored as UTF-8', () => {
    fc.assert(
      fc.property(entryArbitrary, (entry) => {
        const stored = new TextDecoder().decode(new TextEncoder().encode(encodeEntry(entry)));
        expect(decodeEntry(stored)).toEqual({ kind: 'entry', entry });
      }),
    );
  });

  it('is found damaged at each flipped bit', () => {
    const bytes = new TextEncoder().encode(encodeEntry({ ...review, typed: 'é🃏' }));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeEntry(new TextDecoder().decode(flipped)).kind).toBe('damaged');
    }
  });

  it('is found damaged at each cut', () => {
    const line = encodeEntry(review);
    for (let end = 0; end < line.length; end++) {
      expect(decodeEntry(line.slice(0, end))).toEqual({ kind: 'damaged', why: 'no-crc' });
    }
  });

  it('keeps members that this program does not know', () => {
    const line = signed(encodeEntry(review).slice(0, -18).replace('"n":17', '"n":17,"mood":{"__proto__":1}'));
    const decoded = decodeEntry(line);
    expect(decoded.kind === 'entry' && encodeEntry(decoded.entry)).toContain('"mood":{"__proto__":1}');
  });

  it('of an unknown kind is told apart from a damaged one', () => {
    for (const kind of ['hologram', '__proto__', 'constructor']) {
      const line = signed(`{"id":"a-b-1","n":1,"t":5,"kind":"${kind}","tz":0`);
      expect(decodeEntry(line)).toEqual({
        kind: 'unknown',
        stamp: { id: 'a-b-1', n: 1, t: 5, kind, tz: 0 },
        of: kind,
      });
    }
  });

  it('that opens a segment of a newer format says so', () => {
    const line = signed(
      '{"id":"a-b-0","n":0,"t":5,"kind":"segment","format":2,"app":"9","device":"a","tz":0',
    );
    expect(decodeEntry(line)).toMatchObject({ kind: 'newer', format: 2 });
  });

  it.each([
    ['no object', '[1', 'bad-json'],
    ['no JSON', '{"id":', 'bad-json'],
    ['no kind', '{"id":"a","n":1,"t":5,"tz":0', 'bad-shape'],
    ['no id', '{"n":1,"t":5,"kind":"note","text":"","tz":0', 'bad-shape'],
    ['a negative place', '{"id":"a","n":-1,"t":5,"kind":"note","text":"","tz":0', 'bad-shape'],
    ['an instant beyond time', '{"id":"a","n":1,"t":9e15,"kind":"note","text":"","tz":0', 'bad-shape'],
    ['a missing member', '{"id":"a","n":1,"t":5,"kind":"note","tz":0', 'bad-shape'],
    ['a line break in an id', '{"id":"a","n":1,"t":5,"kind":"undo","of":"x\\ny","tz":0', 'bad-shape'],
  ])('with a right check sum but %s is refused', (_, body, why) => {
    expect(decodeEntry(signed(body))).toEqual({ kind: 'damaged', why });
  });

  it('is never a reason to throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        decodeEntry(text);
        decodeEntry(signed(text.slice(0, -1)));
      }),
    );
  });
});
