import type { Card } from '../decks/card.ts';
import type { StoredAnswer } from '../exam/paper-question.ts';
import { longestTyped } from '../grading/grade-typed.ts';
import { type Raw, raw } from '../text/shown.ts';
import { graphemes } from '../text/width.ts';
import { type Draft, draftAnswer, emptyDraft } from './draft.ts';

/** Longer input is wrong unread; one character more than that keeps it so. */
const cut = (line: Raw): Raw => raw(line.slice(0, longestTyped + 1));

/**
 * What the journal keeps of a draft: card positions of the options chosen or of the lines put in place, or the typed
 * lines. Empty when nothing was answered.
 */
export function storeDraft(draft: Draft, order: readonly number[]): StoredAnswer {
  const answer = draftAnswer(draft, order);
  switch (answer.kind) {
    case 'choice':
      return answer.chosen;
    case 'order': {
      if (draft.kind !== 'order') return [];
      const { placed, arranged } = draft;
      // With all lines but one in place, the last one is, too.
      const isWhole = placed >= answer.lines.length - 1 || (placed === 0 && arranged);
      return isWhole ? answer.lines : answer.lines.slice(0, placed);
    }
    case 'typed':
      return answer.lines.every((line) => line.trim() === '') ? [] : answer.lines.map(cut);
    case 'blank':
      return [];
  }
}

/** The draft that `storeDraft` made this of, apart from where its cursor was. */
export function restoreDraft(card: Card, stored: StoredAnswer, order: readonly number[]): Draft {
  const draft = emptyDraft(card);
  if (stored.length === 0) return draft;
  const shown = stored.flatMap((position) => {
    const at = typeof position === 'number' ? order.indexOf(position) : -1;
    return at < 0 ? [] : [at];
  });
  switch (draft.kind) {
    case 'choice':
      return { ...draft, chosen: shown, cursor: shown[0] ?? 0 };
    case 'order': {
      const rest = draft.sequence.filter((position) => !shown.includes(position));
      return { ...draft, sequence: [...shown, ...rest], placed: shown.length };
    }
    case 'typed': {
      const fields = draft.fields.map((_, i) => {
        const text = graphemes(raw(String(stored[i] ?? '')));
        return { graphemes: text, cursor: text.length };
      });
      return { ...draft, fields };
    }
    case 'recall':
      return draft;
  }
}
