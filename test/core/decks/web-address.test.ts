import { expect, test } from 'vitest';
import { webAddress } from '../../../src/core/decks/web-address.ts';

const at = { branch: 'main', path: 'lpic/a b.md', line: 7 };

test.each([
  ['https://github.com/me/decks.git', 'https://github.com/me/decks/blob/main/lpic/a%20b.md?plain=1#L7'],
  ['git@github.com:me/decks.git', 'https://github.com/me/decks/blob/main/lpic/a%20b.md?plain=1#L7'],
  [
    'ssh://git@gitlab.example.org:22/a/b/c',
    'https://gitlab.example.org/a/b/c/-/blob/main/lpic/a%20b.md?plain=1#L7',
  ],
  [
    'https://user:token@codeberg.org/me/decks',
    'https://codeberg.org/me/decks/src/branch/main/lpic/a%20b.md?display=source#L7',
  ],
  [
    'https://gitea.example.org/me/decks.git/',
    'https://gitea.example.org/me/decks/src/branch/main/lpic/a%20b.md?display=source#L7',
  ],
  ['git@git.sr.ht:~me/decks', 'https://git.sr.ht/~me/decks/tree/main/item/lpic/a%20b.md#L7'],
])('a line of %s', (remote, address) => {
  expect(webAddress({ remote, ...at })).toBe(address);
});

test.each(['/srv/decks.git', 'https://example.org/me/decks', 'git@github.com:a b', 'ext::github.com/x/y'])(
  '%s has no address that is known',
  (remote) => {
    expect(webAddress({ remote, ...at })).toBeUndefined();
  },
);
