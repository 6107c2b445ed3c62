import { clean, raw, type Shown, shown } from '../../core/text/shown.ts';
import { truncate } from '../../core/text/width.ts';
import { letterOf } from '../frames/question-lines.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import type { LineLook } from './line-look.ts';

/** Why a line was not taken. Nothing has changed; the learner may write another one. */
export type LineRefusal =
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'no-such-action' | 'takes-nothing'; readonly word: string }
  | { readonly kind: 'guess-wants' | 'guess-not-here' | 'guess-last' | 'empty-answer' | 'unsaved' }
  | { readonly kind: 'no-option'; readonly text: string; readonly count: number }
  | { readonly kind: 'too-few' | 'too-many'; readonly chosen: number; readonly wanted: number }
  | { readonly kind: 'no-order'; readonly text: string; readonly count: number }
  | { readonly kind: 'not-all-placed'; readonly placed: number; readonly wanted: number }
  | { readonly kind: 'no-rating' | 'no-filter'; readonly text: string }
  | { readonly kind: 'no-item'; readonly text: string; readonly count: number };

/** The sentence that explains it. */
export function refusalText(refusal: LineRefusal, look: LineLook): Shown {
  const { study } = look.messages;
  const { lines } = look;
  const exam = examMessagesIn(look.language).lines;
  switch (refusal.kind) {
    case 'too-long':
      return lines.tooLong(refusal.most);
    case 'no-such-action':
      return lines.noSuchAction(shown`:${quoted(refusal.word)}`);
    case 'takes-nothing':
      return lines.takesNothing(shown`:${quoted(refusal.word)}`);
    case 'guess-wants':
      return lines.guessWants;
    case 'guess-not-here':
      return lines.guessNotHere;
    case 'guess-last':
      return lines.guessLast;
    case 'empty-answer':
      return lines.emptyAnswer;
    case 'unsaved':
      return lines.unsaved;
    case 'no-option':
      return lines.noOption(quoted(refusal.text), letterOf(refusal.count - 1));
    case 'too-few':
      return study.tooFew(refusal.chosen, refusal.wanted);
    case 'too-many':
      return lines.tooMany(refusal.chosen, refusal.wanted);
    case 'no-order':
      return lines.noOrder(quoted(refusal.text), refusal.count);
    case 'not-all-placed':
      return study.notAllPlaced(refusal.placed, refusal.wanted);
    case 'no-filter':
      return exam.noFilter(quoted(refusal.text));
    case 'no-item':
      return exam.noItem(quoted(refusal.text), refusal.count);
    case 'no-rating':
      return lines.noRating(quoted(refusal.text));
  }
}

/** Enough of what was written to see what is meant. */
const quoted = (text: string): Shown => truncate(clean(raw(text.slice(0, 200))), 30);
