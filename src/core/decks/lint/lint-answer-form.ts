import { type Sentence, sentence } from '../../text/sentence.ts';
import type { AnswerShape, Card } from '../card.ts';
import type { Deck } from '../deck.ts';
import { quoted } from '../format-rules.ts';
import type { LintReport } from './lint-rules.ts';

interface Form {
  readonly pattern: RegExp;
  readonly wanted: Sentence;
}

/** What the learner is told to type, where a look at the answer tells whether it is that. */
const forms: Partial<Record<AnswerShape, Form>> = {
  'command-name': {
    pattern: /^[^\s/]+$/u,
    wanted: sentence('a command alone, without path or parameters'),
  },
  option: { pattern: /^\S+$/u, wanted: sentence('an option alone') },
};

/** Who does as the instruction says must be right. */
export function lintAnswerForm(deck: Deck, report: LintReport): void {
  for (const card of deck.cards) {
    for (const { answer, wanted } of unfitAnswers(card))
      report(
        'answer-form',
        card.line,
        sentence`The learner is asked for ${wanted}, and ${quoted(answer)} is more than that.`,
        sentence('Write that alone, or take the shape command, whose answers are whole command lines.'),
      );
  }
}

/** Of several answers that are all accepted, one in the right form is enough. */
function unfitAnswers({ content }: Card) {
  const form = content.kind === 'typed' ? forms[content.shape] : undefined;
  if (content.kind !== 'typed' || form === undefined) return [];
  const { pattern, wanted } = form;
  const unfit = content.answers.filter((answer) => !pattern.test(answer));
  const isAnswerable = !content.all && unfit.length < content.answers.length;
  return isAnswerable ? [] : unfit.map((answer) => ({ answer, wanted }));
}
