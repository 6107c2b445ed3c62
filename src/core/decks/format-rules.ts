import { type Raw, raw } from '../text/shown.ts';
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
export type Report = (rule: FormatRule, at: Position, message: string, hint?: string) => void;

/** A report that collects for one file. */
export function reportTo(problems: Problem[], path: Raw): Report {
  return (rule, at, message, hint) => {
    problems.push({
      severity: formatRules[rule],
      rule,
      path,
      line: at.line,
      column: at.column,
      message: raw(message),
      hint: hint === undefined ? undefined : raw(hint),
    });
  };
}

/** A piece of the user's text for a message: one line of at most 60 characters. */
export function quoted(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  const cut = Array.from(line.slice(0, 120));
  return '`' + (cut.length > 60 ? cut.slice(0, 59).join('') + '…' : cut.join('')) + '`';
}

/** The nearest of some known words, for a hint; `undefined` when none is likely meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase().slice(0, 40);
  const allowed = lower.length > 4 ? 2 : 1;
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of known) {
    const distance = editDistance(lower, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Letters to insert, delete, replace or swap with a neighbour. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
