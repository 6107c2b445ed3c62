import type { Sentence } from '../text/sentence.ts';
import type { Raw } from '../text/shown.ts';
import type { Position } from './front-matter.ts';
import type { Problem } from './problem.ts';

/** The rules of the deck format itself. An error costs the card (or the deck), a warning costs nothing. */
export const formatRules = {
  'alert-unknown': 'warning',
  'answer-empty': 'error',
  'answer-shape': 'error',
  'answer-twice': 'warning',
  'attributes-misplaced': 'warning',
  'attributes-near-miss': 'warning',
  'attributes-place': 'warning',
  'attributes-syntax': 'error',
  'attributes-twice': 'error',
  'attributes-unknown': 'error',
  'attributes-value': 'error',
  'cloze-braces': 'error',
  'cloze-cuts-code': 'error',
  'cloze-empty': 'error',
  'cloze-ipv6': 'error',
  'cloze-number': 'error',
  'comment-open': 'error',
  'conflict-marker': 'error',
  'deck-format': 'error',
  'deck-id': 'error',
  'deck-key': 'warning',
  'deck-title': 'error',
  'deck-value': 'error',
  'duplicate-deck': 'error',
  'duplicate-id': 'error',
  'duplicate-question': 'error',
  encoding: 'error',
  'fence-open': 'error',
  'front-matter': 'error',
  'heading-in-fence': 'warning',
  'heading-space': 'warning',
  'hint-empty': 'warning',
  limit: 'error',
  'mark-near-miss': 'error',
  'marks-mixed': 'error',
  'options-all-right': 'error',
  'options-count': 'error',
  'options-empty': 'error',
  'options-equal': 'error',
  'options-none-right': 'error',
  'options-paragraph': 'error',
  'order-count': 'error',
  'order-equal': 'warning',
  'prompt-empty': 'error',
  'reason-outside': 'warning',
  'setext-heading': 'error',
  'translation-base': 'error',
  'translation-card': 'warning',
  'translation-differs': 'error',
  'translation-id': 'warning',
} as const satisfies Record<string, Problem['severity']>;

export type FormatRule = keyof typeof formatRules;

/** Reports a breach of a rule: where, a sentence on what is wrong, a sentence with the mend. */
export type Report = (rule: FormatRule, at: Position, message: Sentence, hint?: Sentence) => void;

/** A report that collects for one file. */
export const reportTo = (problems: Problem[], path: Raw): Report => collector(formatRules, problems, path);

/** A report over any table of rules. */
export function collector<Rule extends string>(
  severities: Readonly<Record<Rule, Problem['severity']>>,
  problems: Problem[],
  path: Raw,
): (rule: Rule, at: Position, message: Sentence, hint?: Sentence) => void {
  return (rule, { line, column }, message, hint) => {
    problems.push({
      severity: severities[rule],
      rule,
      path,
      line,
      column,
      message,
      hint,
    });
  };
}

/** A piece of the user's text for a message: one line of at most 60 characters, in marks that it does not hold. */
export function quoted(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  const cut = Array.from(line.slice(0, 120));
  const shown = cut.length > 60 ? `${cut.slice(0, 59).join('')}…` : cut.join('');
  return shown.includes('`') ? `"${shown}"` : `\`${shown}\``;
}
