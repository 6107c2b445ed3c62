import { answerText, keptCharacters, keyDigest } from '../decks/answer-text.ts';
import type { Card } from '../decks/card.ts';
import type { Happening } from '../history/entry.ts';
import type { CardRecord } from '../history/journal.ts';
import { type Progress, progressOf, recordOf } from '../history/progress.ts';
import type { Instant } from '../schedule/time.ts';
import type { StudyItem } from './library.ts';

/** What the journal keeps of a card. */
export const looksOf = (card: Card) => ({
  hash: card.hash,
  prompt: card.prompt.slice(0, keptCharacters),
  answer: answerText(card).slice(0, keptCharacters),
});

/** The entry that tells the journal what a card looks like, unless the journal has it so. */
export function cardRecord(item: StudyItem, progress: Progress): Happening | undefined {
  const { collection, deck, card } = item.ref;
  const known = recordOf(progress, item.ref);
  const now = looksOf(item.card);
  const isKnown = known?.hash === now.hash && known.prompt === now.prompt && known.answer === now.answer;
  return isKnown ? undefined : { kind: 'card', collection, deck, card, ...now };
}

/**
 * Whether the key of a card was corrected since the journal last saw it. Words of a basic answer are no key, and a
 * right option that was only reworded is the same option.
 */
export function isKeyChanged(card: Card, before: string): boolean {
  const { content } = card;
  if (content.kind === 'basic') return false;
  const now = answerText(card).slice(0, keptCharacters);
  if (content.kind !== 'choice' || now === before) return now !== before;
  const right = before.split('\n');
  const isNowWrong = content.options.some((option) => !option.right && right.includes(option.text));
  return isNowWrong || right.length !== now.split('\n').length;
}

/** What the journal last saw of a learned card whose key reads otherwise now; the card itself is not looked at. */
export function otherAnswer(item: StudyItem, progress: Progress): CardRecord | undefined {
  if (item.answer === undefined || progress.cards.get(item.key)?.memory === undefined) return undefined;
  const known = recordOf(progress, item.ref);
  return known === undefined || item.answer === keyDigest(known.answer) ? undefined : known;
}

/**
 * The entries for cards whose key was corrected since they were learned: due today, once. The card's new looks go
 * with them, so the same correction is found only once.
 */
export function correctionsOf(
  items: Iterable<StudyItem>,
  progress: Progress,
  now: Instant,
): readonly Happening[] {
  const happenings: Happening[] = [];
  for (const item of items) {
    const known = otherAnswer(item, progress);
    if (known === undefined || !isKeyChanged(item.card, known.answer)) continue;
    const record = cardRecord(item, progress);
    happenings.push({ kind: 'due', ...item.ref, due: now, why: 'corrected' });
    if (record !== undefined) happenings.push(record);
  }
  return happenings;
}

/** Whether a card is to be asked because its key was corrected. */
export const isCorrected = (item: StudyItem, progress: Progress): boolean =>
  progressOf(progress, item.ref)?.dueOverride?.why === 'corrected';
