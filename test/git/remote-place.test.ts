import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderNameOf, readRemotePlace, withoutSecret } from '../../src/git/remote-place.ts';

test.each([
  'https://example.org/owner/decks.git',
  'https://user:token@example.org:8443/decks',
  'ssh://git@example.org:22/decks',
  'ssh://git@[::1]/decks',
  'git@example.org:owner/decks.git',
])('%s is an address', (url) => {
  expect(readRemotePlace(url)).toEqual({ kind: 'remote', url });
});

test.each(['/srv/decks', './decks', '../decks', '.'])('%s is a path', (path) => {
  expect(readRemotePlace(path)).toEqual({ kind: 'local', path });
});

test('nothing that Git would take for an option, a helper or another scheme gets through', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('-', '--', 'ext::', 'file://', 'fd::', 'http://', 'ssh://-', 'a@-'), fc.string())
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const place = readRemotePlace(text);
      if (place === undefined) return;
      const spelled = place.kind === 'remote' ? place.url : place.path;
      expect(spelled).not.toMatch(/^-|\p{Cc}/u);
      if (place.kind === 'remote') expect(spelled).toMatch(/^(?:https|ssh):\/\/[^-]|^[\w.-]+@[^-]/iu);
      else expect(spelled).toMatch(/^(?:\.{0,2}\/|\.{1,2}$|[a-z]:)/iu);
    }),
    { numRuns: 2000 },
  );
});

test('a folder is named for the repository', () => {
  expect(folderNameOf('git@example.org:owner/My Decks.git')).toBe('my-decks');
  expect(folderNameOf('https://example.org/decks/')).toBe('decks');
  expect(folderNameOf('/..')).toBeUndefined();
});

test('a token in a URL is not shown', () => {
  expect(withoutSecret('https://user:token@example.org/decks')).toBe('https://example.org/decks');
});
