import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32Hex, hash12, sha256Hex } from '../../../src/core/text/hash.ts';

describe('hashes', () => {
  test('the SHA-256 is that of the UTF-8 bytes, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });

  test('a lone surrogate is hashed as the replacement character', () => {
    expect(sha256Hex('a\ud800b')).toBe(sha256Hex('a\ufffdb'));
  });

  test('hash12 is the beginning of the SHA-256', () => {
    expect(hash12('')).toBe('e3b0c44298fc');
  });

  test('the CRC-32 is the one that everybody computes', () => {
    expect(crc32Hex('123456789')).toBe('cbf43926');
    expect(crc32Hex('')).toBe('00000000');
    expect(crc32Hex('Übung €😀')).toMatch(/^[0-9a-f]{8}$/u);
    if (typeof crc32 !== 'function') return;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(crc32Hex(text)).toBe(crc32(text).toString(16).padStart(8, '0'));
      }),
    );
  });
});
