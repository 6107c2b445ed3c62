import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedDiff } from '../../../src/core/grading/typed-diff.ts';
import { raw } from '../../../src/core/text/shown.ts';

const marks = (typed: string, expected: string): string => typedDiff(raw(typed), raw(expected)).marks;

test('a caret stands under what should have been typed', () => {
  expect(marks('ssh-keygen -a', 'ssh-keygen -A')).toBe('            ^');
  expect(marks('chrot', 'chroot')).toBe('    ^');
  expect(marks('docker run -it alpine', 'docker run -it --rm alpine')).toMatch(/^ {15}\^{5}$/u);
});

test('a caret stands where something is too much', () => {
  expect(marks('/etc/machine-id/', '/etc/machine-id')).toBe(`${' '.repeat(15)}^`);
  expect(marks('lss -l', 'ls -l')).toBe('  ^');
});

test('two places that differ are marked apart', () => {
  expect(marks('tar -xzf a.tar', 'tar -czf b.tar')).toBe('     ^   ^');
});

test('equal texts have no mark', () => expect(marks('ls', 'ls')).toBe(''));

test('wide characters are marked in both of their cells', () => {
  expect(marks('容', '容器')).toBe('  ^^');
  expect(marks('ä', 'a\u0308b')).toContain('^');
});

test('what has no width is named, and the marks still fit', () => {
  const diff = typedDiff(raw('l\u200bs'), raw('ls'));
  expect(diff).toEqual({ typed: 'l‹U+200B›s', expected: 'ls', marks: ' ^' });
});

test('texts that differ have a mark, whatever they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const diff = typedDiff(raw(a), raw(b));
      expect(diff.marks === '').toBe(diff.typed === diff.expected);
    }),
  );
  expect(marks('a'.repeat(999), 'b'.repeat(999))).toBe('^'.repeat(999));
});
