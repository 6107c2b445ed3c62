import { sentence } from '../../text/sentence.ts';
import type { Deck } from '../deck.ts';
import { quoted } from '../format-rules.ts';
import type { LintReport } from './lint-rules.ts';

/** Facts that cards cite must stand in the collection's list. */
export function lintFacts(deck: Deck, facts: ReadonlySet<string> | undefined, report: LintReport): void {
  if (facts === undefined) return;
  for (const { attributes, line } of deck.cards)
    for (const fact of attributes.facts)
      if (!facts.has(fact))
        report(
          'fact-unknown',
          line,
          sentence`There is no fact ${quoted(fact)}.`,
          sentence('Cite one of the file that `.kartei.yaml` names under `facts`.'),
        );
}
