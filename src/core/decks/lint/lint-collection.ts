import { sentence } from '../../text/sentence.ts';
import type { Raw } from '../../text/shown.ts';
import type { DeckFile, LoadedDeck } from '../collection.ts';
import type { Problem } from '../problem.ts';
import { lintAnswerForm } from './lint-answer-form.ts';
import { lintAnswerInPrompt } from './lint-answer-in-prompt.ts';
import { lintFacts } from './lint-facts.ts';
import { lintKeys } from './lint-keys.ts';
import { lintReasons } from './lint-reasons.ts';
import { type LintReport, lintReportTo } from './lint-rules.ts';
import { questionIndex } from './lint-same-question.ts';
import { lintTranslationCode } from './lint-translation-code.ts';

export interface LintOptions {
  /** Every fact that cards may cite; `undefined` when the collection names none. */
  readonly facts: ReadonlySet<string> | undefined;
  /** How a path below the root is named in problems. */
  readonly nameOf: (path: string) => Raw;
}

export interface CollectionLint {
  /** What was found so far. */
  readonly problems: readonly Problem[];
  /** Looks at a deck, by itself and beside those before it. Linear in its cards. */
  add(deck: Pick<LoadedDeck, 'base' | 'translations'>): void;
}

/** Checks what makes good decks, file by file and across them. */
export function lintCollection({ facts, nameOf }: LintOptions): CollectionLint {
  const problems: Problem[] = [];
  const reportOn = ({ path, deck }: DeckFile): LintReport =>
    lintReportTo(problems, nameOf(path), deck.head.lintOff);
  const questions = questionIndex(nameOf);
  return {
    problems,
    add({ base, translations }) {
      const report = reportOn(base);
      lintDeckId(base, report);
      lintFacts(base.deck, facts, report);
      for (const file of [base, ...translations.values()]) {
        const reportHere = reportOn(file);
        lintAnswerForm(file.deck, reportHere);
        lintAnswerInPrompt(file.deck, reportHere);
        lintReasons(file.deck, reportHere);
        lintKeys(file.deck, reportHere, file === base);
        questions.add(file, reportHere);
      }
      for (const translation of translations.values())
        lintTranslationCode(base.deck, translation.deck, reportOn(translation));
    },
  };
}

function lintDeckId({ deck }: DeckFile, report: LintReport): void {
  if (/^["']?id["']?[ \t]*:/mu.test(deck.frontMatter)) return;
  report(
    'deck-id-missing',
    1,
    sentence('The deck has no id of its own: renamed or moved, it would be another deck.'),
    sentence`Write \`id: ${deck.head.id}\` into the front matter.`,
  );
}
