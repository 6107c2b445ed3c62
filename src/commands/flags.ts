import type { Flag } from './command.ts';

/**
 * A flag and what it does. `spelled` is its name with what it takes, as the help prints them: `ids`, `cards N`, and
 * `tag TAG…` for one that may be given several times.
 */
export function flag(spelled: string, en: string, de: string): Flag {
  const [name = '', value] = spelled.split(' ');
  const summary = { en, de };
  if (value === undefined) return { name, summary };
  return value.endsWith('…')
    ? { name, value: value.slice(0, -1), several: true, summary }
    : { name, value, summary };
}

/** What several commands choose cards by. */
export const deckFilter = flag('deck DECK…', 'only this deck', 'nur dieser Stapel');
export const tagFilter = flag('tag TAG…', 'only cards with this tag', 'nur Karten mit diesem Schlagwort');
export const objectiveFilter = flag(
  'objective CODE…',
  'only cards of this objective',
  'nur Karten dieses Lernziels',
);
export const unseenFilter = flag('unseen', 'only cards never seen', 'nur nie gesehene Karten');
export const cardLimit = flag('cards N', 'stop after N cards', 'nach N Karten aufhören');
export const minuteLimit = flag('minutes N', 'stop after N minutes', 'nach N Minuten aufhören');

/** `--json`; each text is some of the members that it prints, by name (`kartei` beside them is on all). */
export const json = (...shape: readonly string[]): Flag => ({
  ...flag('json', 'print JSON with a version', 'als JSON mit Versionsangabe ausgeben'),
  shape,
});
