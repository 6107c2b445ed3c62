import { sentence } from '../../text/sentence.ts';
import type { Card, Option } from '../card.ts';
import type { Deck } from '../deck.ts';
import { quoted } from '../format-rules.ts';
import type { LintReport } from './lint-rules.ts';

/** In a deck that explains at least half of its options, the others are forgotten ones. */
export function lintReasons(deck: Deck, report: LintReport): void {
  const options = deck.cards.flatMap(optionsOf);
  const bare = options.filter(isBare);
  if (bare.length * 2 > options.length) return;
  for (const card of bare.length === 0 ? [] : deck.cards)
    for (const { text } of optionsOf(card).filter(isBare))
      report(
        'reason-missing',
        card.line,
        sentence`The option ${quoted(text)} is not explained, as the others of this deck are.`,
        sentence('Put a quote below it that says why it is right or wrong: `  > …`.'),
      );
}

const isBare = ({ reason }: Option): boolean => reason === undefined;

const optionsOf = ({ content }: Card): readonly Option[] =>
  content.kind === 'choice' ? content.options : [];
