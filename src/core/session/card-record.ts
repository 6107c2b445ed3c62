import type { Card } from '../decks/card.ts';
import type { Happening } from '../history/entry.ts';
import { type Progress, progressOf, recordOf } from '../history/progress.ts';
import type { Instant } from '../schedule/time.ts';
import type { StudyItem } from './library.ts';

/** Characters of prompt and of answer that the journal keeps of a card. */
const kept = 300;

/**
 * What counts as a card's answer: its first accepted one, the right options, the gaps, the order. Added alternatives
 * do not change it.
 */
export function answerText(card: Card): string {
  const { content } = card;
  switch (content.kind) {
    case 'basic':
      return content.answer;
    case 'choice':
      return content.options.flatMap((option) => (option.right ? [option.text] : [])).join('\n');
    case 'typed':
      return content.all ? content.answers.join('\n') : (content.answers[0] ?? '');
    case 'order':
      return content.lines.join('\n');
    case 'cloze':
      return [...content.heading, ...content.text]
        .flatMap((segment) => (segment.kind === 'gap' ? [segment.text] : []))
        .join('\n');
  }
}

/** What the journal keeps of a card. */
export const looksOf = (card: Card) => ({
  hash: card.hash,
  prompt: card.prompt.slice(0, kept),
  answer: answerText(card).slice(0, kept),
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
  const now = answerText(card).slice(0, kept);
  if (content.kind !== 'choice' || now === before) return now !== before;
  const right = before.split('\n');
  const isNowWrong = content.options.some((option) => !option.right && right.includes(option.text));
  return isNowWrong || right.length !== now.split('\n').length;
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
    if (progressOf(progress, item.ref)?.memory === undefined) continue;
    const known = recordOf(progress, item.ref);
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
