import { deckKeyOf } from '../../core/history/entry.ts';
import type { Progress } from '../../core/history/progress.ts';
import type { Library } from '../../core/session/library.ts';
import { raw } from '../../core/text/shown.ts';
import type { Finding } from './finding.ts';

/** Cards with a past that no deck has any more, by deck. A deck that is not open now is only worth a note. */
export function examineCards(progress: Progress, library: Library): readonly Finding[] {
  const open = new Set([...library.items.values()].map(({ ref }) => deckKeyOf(ref)));
  const orphans = new Map<string, number>();
  for (const [key, { ref, memory }] of progress.cards.entries()) {
    if (memory === undefined || library.items.has(key)) continue;
    orphans.set(deckKeyOf(ref), (orphans.get(deckKeyOf(ref)) ?? 0) + 1);
  }
  return [...orphans].map(([deck, count]) => ({
    kind: 'orphan-card',
    severity: open.has(deck) ? 'warning' : 'note',
    where: raw(deck.replace('\n', ': ')),
    line: 0,
    count,
  }));
}
