import { hash12 } from '../text/hash.ts';
import type { Raw } from '../text/shown.ts';
import type { Card } from './card.ts';

/** Characters of prompt and of answer that the journal keeps of a card. */
export const keptCharacters = 300;

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

/** More would push the explanation out of view. */
const mostOthers = 3;

/** What else would have been right: the first few, for authors write the likely ones first, and how many are left out. */
export function otherAnswers(
  answers: readonly Raw[],
  shown: Raw,
): { readonly others: readonly Raw[]; readonly more: number } {
  const all = answers.filter((text) => text !== shown);
  // One line that says "one more" takes as much room as the one.
  const kept = all.length === mostOthers + 1 ? all : all.slice(0, mostOthers);
  return { others: kept, more: all.length - kept.length };
}

/** Of a card's answer as the journal keeps it. */
export const keyDigest = (answer: string): string => hash12(answer.slice(0, keptCharacters));
