import { effectiveTags } from '../decks/effective-attributes.ts';
import { missedItems, type SittingRecord } from '../exam/collect-sittings.ts';
import type { CardProgress } from '../history/card-progress.ts';
import type { Progress } from '../history/progress.ts';
import type { StudyItem } from './library.ts';
import { deckKey } from './overview.ts';
import type { CardFilter, CardState } from './session.ts';

/** Keys of what the last exams missed, where a filter asks for them. */
export const missedBy = (
  { missedInExams }: CardFilter,
  sittings: () => readonly SittingRecord[],
): ReadonlySet<string> | undefined =>
  missedInExams === undefined ? undefined : missedItems(sittings(), missedInExams);

/** Whether a filter takes an item; an empty list does not restrict. `missed` is what `missedBy` gives. */
export function matches(
  item: StudyItem,
  filter: CardFilter,
  progress: Progress,
  missed: ReadonlySet<string> | undefined,
): boolean {
  const { decks, tags, objectives, only } = filter;
  if (missed !== undefined && !missed.has(item.key)) return false;
  if (decks.length > 0 && !decks.includes(deckKey(item))) return false;
  if (objectives.length > 0 && !item.objectives.some((code) => objectives.includes(code))) return false;
  if (tags.length > 0) {
    const own = effectiveTags(item.deck.base.deck, item.card);
    if (!own.some((tag) => tags.includes(tag))) return false;
  }
  return only.every((state) => isInState(state, progress.cards.get(item.key)));
}

export function isInState(state: CardState, standing: CardProgress | undefined): boolean {
  switch (state) {
    case 'flagged':
      return standing?.flag !== undefined;
    case 'suspended':
      return standing?.suspended === true;
    case 'unseen':
      return (standing?.tally.answers ?? 0) === 0;
    case 'missed':
      return standing?.tally.lastRating === 1;
  }
}
