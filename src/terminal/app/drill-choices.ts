import { type CardFilter, everyCard } from '../../core/session/session.ts';

const drillChoiceKeys = ['all', 'missed', 'unseen', 'flagged', 'examMissed', 'core'] as const;

/** How many papers "the last exams" are. */
const lastExams = 3;

/** The kinds of drill that the menu offers, over the selected decks or all. */
export function drillChoices(
  decks: readonly string[],
): readonly { readonly key: (typeof drillChoiceKeys)[number]; readonly filter: CardFilter }[] {
  const base = { ...everyCard, decks };
  return [
    { key: 'all', filter: base },
    { key: 'missed', filter: { ...base, only: ['missed'] } },
    { key: 'unseen', filter: { ...base, only: ['unseen'] } },
    { key: 'flagged', filter: { ...base, only: ['flagged'] } },
    { key: 'examMissed', filter: { ...base, missedInExams: lastExams } },
    { key: 'core', filter: { ...base, tags: ['core'] } },
  ];
}
