import { type Memory, type Rating, ratings } from '../core/schedule/memory.ts';
import { day, hour, type Milliseconds, minute } from '../core/schedule/time.ts';
import type { Drill, Notice, Revealed } from '../core/session/drill.ts';
import { clean, raw, type Shown, shown } from '../core/text/shown.ts';
import { blank, type StyledLine, span } from '../core/text/styled-line.ts';
import { answerBody, verdictHead } from './answer-lines.ts';
import type { Screen } from './app.ts';
import type { Binding } from './bindings.ts';
import { keysLine } from './bindings.ts';
import { type Frame, fitLine, layOut } from './layout.ts';
import { type Look, marginOf } from './look.ts';
import { type Body, indented, questionBody } from './question-lines.ts';

/** How far a session is: questions behind it, all it will have, and the minutes that are left. */
export interface Pace {
  readonly done: number;
  readonly total: number;
  readonly minutes: number;
}

type Study = Extract<Screen, { kind: 'study' }>;

export interface StudyView {
  readonly study: Study;
  readonly pace: Pace;
  readonly scroll: number;
  readonly bindings: readonly Binding[];
  readonly notice: Shown | undefined;
}

/** The screen of a session: a question, or its answer with the rating keys. */
export function studyFrame(view: StudyView, look: Look): Frame {
  const { study, pace, scroll, bindings } = view;
  const { drill } = study;
  const { phase } = drill;
  if (phase.phase === 'finished') return layOut({ ...emptyLayout, keys: [], scroll: 0 }, look);
  const body: Body =
    phase.phase === 'asking'
      ? questionBody(phase.question, phase.draft, look)
      : { lines: revealedBody(phase, look), focus: undefined };
  const fixed = [...noticeLines(drill, view.notice, look)];
  if (phase.phase === 'revealed') {
    const isTall = body.lines.length > look.size.rows - 6;
    if (isTall) fixed.push(...verdictHead(phase, look));
    fixed.push(ratingLine(phase, look));
  }
  return layOut(
    {
      head: { left: headOf(phase.question), right: paceText(pace, look) },
      progress: pace,
      body: body.lines,
      focus: body.focus,
      fixed,
      banner: bannerOf(drill, look),
      keys: keysLine(bindings, look),
      scroll,
    },
    look,
  );
}

const emptyLayout = { head: { left: shown``, right: shown`` }, body: [] };

/** The deck, and the group of cards within it. */
function headOf({ file, card }: Revealed['question']): Shown {
  const title = clean(file.deck.head.title);
  return card.group === undefined ? title : shown`${title} · ${clean(card.group)}`;
}

function paceText({ done, total, minutes }: Pace, look: Look): Shown {
  const { study } = look.messages;
  const isWide = look.size.columns >= 60 && minutes > 0;
  return isWide ? study.progressMinutes(done, total, minutes) : study.progress(done, total);
}

/** All reasons where they fit, for reading them costs no key then. */
function revealedBody(phase: Revealed, look: Look): readonly StyledLine[] {
  const whole = answerBody({ ...phase, allReasons: true }, look);
  return phase.allReasons || whole.length <= look.size.rows - 8 ? whole : answerBody(phase, look);
}

function bannerOf(drill: Drill, look: Look): StyledLine | undefined {
  const { study } = look.messages;
  if (drill.unsaved !== undefined)
    return fitLine([...blank(1), span(drill.unsaved.why, 'wrong', 'strong')], look);
  if (drill.phase.phase !== 'finished' && drill.phase.question.corrected) {
    return fitLine([...blank(1), span(study.corrected, 'accent')], look);
  }
  return undefined;
}

function noticeLines(drill: Drill, notice: Shown | undefined, look: Look): readonly StyledLine[] {
  const { study } = look.messages;
  const text = drill.unsaved !== undefined ? study.savedNotHint : (notice ?? noticeText(drill.notice, look));
  return text === undefined ? [] : indented([fitLine([span(text, 'accent')], look)], look);
}

/** A notice as a sentence; line mode says the same. */
export function noticeText(notice: Notice | undefined, { messages: { study } }: Look): Shown | undefined {
  if (notice === undefined) return undefined;
  if (notice.kind === 'refused') {
    const { refusal } = notice;
    switch (refusal.kind) {
      case 'none-chosen':
        return study.noneChosen;
      case 'too-few':
        return study.tooFew(refusal.chosen, refusal.wanted);
      case 'too-many':
        return study.tooMany(refusal.wanted);
      case 'not-all-placed':
        return study.notAllPlaced(refusal.placed, refusal.wanted);
      case 'empty-once':
        return study.emptyOnce;
    }
  }
  const texts: Readonly<Record<Exclude<Notice['kind'], 'refused'>, Shown>> = {
    'no-tip': study.noTip,
    'one-language': study.otherLanguageMissing,
    undone: study.undone,
    'nothing-to-undo': study.nothingToUndo,
    suspended: study.suspended,
    buried: study.buried,
    flagged: study.flagged,
    unflagged: study.unflagged,
    'nothing-to-override': study.nothingToOverride,
    'not-after-override': study.notAfterOverride,
    'show-first': study.waitForAnswer,
    'already-shown': study.alreadyShown,
    'other-window': study.otherWindow,
    edited: study.edited,
    'card-gone': study.cardGone,
    'read-only-deck': study.readOnlyDeck,
    'no-editor': study.noEditor,
  };
  return texts[notice.kind];
}

/** The rating keys, each with the time until the card comes again. */
function ratingLine(phase: Revealed, look: Look): StyledLine {
  const isWide = look.size.columns >= 60;
  const pieces = ratings
    .filter((rating) => phase.allowed.includes(rating))
    .flatMap((rating): StyledLine => {
      const isSuggested = rating === phase.suggested;
      const label = ratingLabel(rating, phase.outcomes?.[rating], phase.shownAt, isWide, look);
      const sign = isSuggested ? look.glyphs.cursor : shown` `;
      return [
        span(sign, 'accent'),
        span(isWide ? shown` ${label}` : label, ...(isSuggested ? (['strong'] as const) : [])),
        ...blank(isWide ? 3 : 1),
      ];
    });
  return [...blank(Math.max(0, marginOf(look) - 2)), ...pieces];
}

export function ratingLabel(
  rating: Rating,
  outcome: Memory | undefined,
  shownAt: number,
  hasWord: boolean,
  look: Look,
): Shown {
  const interval = outcome === undefined ? undefined : spanText(outcome.due - shownAt, look);
  const word = hasWord || interval === undefined ? shown` ${look.messages.ratings[rating]}` : shown``;
  return interval === undefined ? shown`${rating}${word}` : shown`${rating}${word} ${interval}`;
}

/** A span in its largest sensible unit: `10m`, `3h`, `12d`, `4.5mo`, `1.2y`. */
export function spanText(length: Milliseconds, { messages }: Look): Shown {
  const { span: units, decimal } = messages;
  const oneDigit = (value: number) => decimal(clean(raw(String(Math.round(value * 10) / 10))));
  if (length < hour) return units.minutes(Math.max(1, Math.round(length / minute)));
  if (length < day) return units.hours(Math.round(length / hour));
  const days = Math.round(length / day);
  if (days < 60) return units.days(days);
  return days < 365 ? units.months(oneDigit(days / 30.44)) : units.years(oneDigit(days / 365.25));
}
