import { expect, test } from 'vitest';
import { matchGlob } from '../../src/storage/match-glob.ts';

test('a pattern without a slash is matched against every name of a path', () => {
  expect(matchGlob('drafts', 'a/drafts/b.md')).toBe(true);
  expect(matchGlob('*.tmp.md', 'a/b.tmp.md')).toBe(true);
  expect(matchGlob('?.md', 'a/bc.md')).toBe(false);
});

test('with a slash it begins at the root, a star stays within a name, two span folders', () => {
  expect(matchGlob('a/*.md', 'a/b.md')).toBe(true);
  expect(matchGlob('a/*.md', 'a/c/b.md')).toBe(false);
  expect(matchGlob('a/**/b.md', 'a/b.md')).toBe(true);
  expect(matchGlob('a/**/b.md', 'a/c/d/b.md')).toBe(true);
  expect(matchGlob('/a', 'b/a')).toBe(false);
  expect(matchGlob('a/', 'a/b.md')).toBe(true);
});

test('a hostile pattern ends', () => {
  expect(matchGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(2000))).toBe(false);
  expect(matchGlob('**/'.repeat(500) + 'x', 'a/'.repeat(500) + 'y')).toBe(false);
  expect(matchGlob('', 'a')).toBe(false);
});
