import { type Rating, ratings } from '../../core/schedule/memory.ts';
import { day, hour, type Milliseconds, minute } from '../../core/schedule/time.ts';
import type { Drill, Notice, Revealed } from '../../core/session/drill.ts';
import type { Pace } from '../../core/session/pace.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, plainText, type StyledLine, span, withStyle } from '../../core/text/styled-line.ts';
import type { Screen } from '../app/app.ts';
import type { Binding } from '../app/bindings.ts';
import { keysLine } from '../app/bindings.ts';
import { sayNow } from '../messages/say.ts';
import { bannerLines, bodyRoom, type Frame, fitLine, layOut } from '../output/layout.ts';
import { type Look, marginOf } from '../output/look.ts';
import { answerBody, pinnedVerdict } from './answer-lines.ts';
import { type Body, questionBody, sentenceLines } from './question-lines.ts';

/** So many answers of a session come with a word on how to answer. */
const explained = 3;

type Study = Extract<Screen, { kind: 'study' }>;

export interface StudyView {
  readonly study: Study;
  readonly pace: Pace;
  readonly scroll: number | undefined;
  readonly bindings: readonly Binding[];
  readonly notice: Shown | undefined;
}

/** The screen of a session: a question, or its answer with the rating keys. */
export function studyFrame(view: StudyView, look: Look): Frame {
  const { study, pace, scroll, bindings } = view;
  const { drill } = study;
  const { phase } = drill;
  if (phase.phase === 'finished') {
    const banner = bannerOf(drill, look);
    return layOut({ ...emptyLayout, banner, keys: keysLine(bindings, look), scroll: undefined }, look);
  }
  const isRevealed = phase.phase === 'revealed';
  const banner = bannerOf(drill, look);
  const fixed = [...noticeLines(drill, view.notice, look), ...(isRevealed ? [ratingLine(phase, look)] : [])];
  const { body, hasMore } = isRevealed
    ? revealedBody(phase, bodyRoom({ banner, fixed }, look), look)
    : {
        body: questionBody(phase.question, phase.draft, look, drill.answered.length >= explained),
        hasMore: true,
      };
  const offered = bindings.filter(({ action }) => hasMore || action !== 'reasons');
  return layOut(
    {
      head: { left: headOf(phase.question, look), right: paceText(pace, look) },
      progress: { done: pace.seen - pace.again, total: pace.total },
      body: body.lines,
      focus: body.focus,
      fixed,
      pinned: isRevealed ? pinnedVerdict(phase, look) : [],
      banner,
      keys: keysLine(offered, look),
      scroll,
    },
    look,
  );
}

const emptyLayout = { head: { left: shown``, right: shown`` }, body: [] };

/** The deck, and the group of cards within it. */
function headOf({ file, card }: Revealed['question'], { glyphs }: Look): Shown {
  const title = clean(file.deck.head.title);
  return card.group === undefined ? title : shown`${title}${glyphs.separator}${clean(card.group)}`;
}

function paceText({ seen, total, again, minutes }: Pace, look: Look): Shown {
  const { study } = look.messages;
  const place = study.progress(seen, total);
  const isWide = look.size.columns >= 60;
  const parts = [
    place,
    ...(again > 0 ? [study.again(again)] : []),
    ...(minutes > 0 ? [study.minutes(minutes)] : []),
  ];
  if (isWide) return joinShown(parts, look.glyphs.separator);
  return again > 0 ? shown`${place} +${again}` : place;
}

/** All reasons where they fit, for reading them costs no key then; and whether some are left to be asked for. */
function revealedBody(phase: Revealed, room: number, look: Look): { body: Body; hasMore: boolean } {
  const whole = answerBody({ ...phase, allReasons: true }, look);
  const chosen = answerBody(phase, look);
  const isWhole = whole.lines.length <= room || whole.lines.length === chosen.lines.length;
  return isWhole ? { body: whole, hasMore: false } : { body: chosen, hasMore: true };
}

function bannerOf(drill: Drill, look: Look): readonly StyledLine[] {
  const { study } = look.messages;
  if (drill.unsaved !== undefined)
    return bannerLines([span(sayNow(drill.unsaved.why, look.messages), 'wrong', 'strong')], look, 4);
  if (drill.phase.phase !== 'finished' && drill.phase.question.corrected) {
    return bannerLines([span(study.corrected, 'accent')], look);
  }
  return [];
}

function noticeLines(drill: Drill, notice: Shown | undefined, look: Look): readonly StyledLine[] {
  const { study } = look.messages;
  const text = drill.unsaved !== undefined ? study.savedNotHint : (notice ?? noticeText(drill.notice, look));
  return text === undefined ? [] : sentenceLines(text, look).map((line) => withStyle(line, 'accent'));
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
    'no-editor': study.noEditor,
  };
  return texts[notice.kind];
}

/** How the rating keys are drawn, from the roomiest to the closest. */
const ratingStyles = [
  { hasWord: true, isShort: false, afterSign: 1, gap: 3 },
  { hasWord: true, isShort: false, afterSign: 1, gap: 1 },
  { hasWord: false, isShort: true, afterSign: 1, gap: 1 },
  { hasWord: false, isShort: true, afterSign: 0, gap: 1 },
  { hasWord: false, isShort: true, afterSign: 0, gap: 0 },
] as const;

/** The rating keys, each with the time until the card comes again. */
function ratingLine(phase: Revealed, look: Look): StyledLine {
  const drawn = ratingStyles.map(({ hasWord, isShort, afterSign, gap }) => {
    const spans = isShort ? look.messages.shortSpan : look.messages.span;
    const pieces = ratings
      .filter((rating) => phase.allowed.includes(rating))
      .flatMap((rating): StyledLine => {
        const isSuggested = rating === phase.suggested;
        const interval = intervalOf(phase, rating, look, spans);
        const label = ratingLabel(rating, interval, hasWord, look);
        const suggested = joinShown([look.glyphs.cursor, label], ' '.repeat(afterSign));
        return isSuggested
          ? [span(suggested, 'strong'), ...blank(gap)]
          : [...blank(1 + afterSign), span(label), ...blank(gap)];
      });
    return [...blank(Math.max(0, marginOf(look) - 2)), ...pieces];
  });
  const fitting = drawn.find((line) => plainText(line).trimEnd().length < look.size.columns);
  return fitting ?? fitLine(drawn.at(-1) ?? [], look);
}

/** The time until a rated card comes again; undefined in a drill without schedule. */
export function intervalOf(
  { outcomes, shownAt }: Revealed,
  rating: Rating,
  look: Look,
  spans: Look['messages']['span'] = look.messages.span,
): Shown | undefined {
  const outcome = outcomes?.[rating];
  return outcome === undefined ? undefined : spanText(outcome.due - shownAt, look, spans);
}

export function ratingLabel(
  rating: Rating,
  interval: Shown | undefined,
  hasWord: boolean,
  { messages }: Look,
): Shown {
  const word = hasWord || interval === undefined ? shown` ${messages.ratings[rating]}` : shown``;
  return interval === undefined ? shown`${rating}${word}` : shown`${rating}${word} ${interval}`;
}

/** A span in its largest sensible unit: `10m`, `3h`, `12d`, `4.5mo`, `1.2y`. */
export function spanText(length: Milliseconds, { messages }: Look, units = messages.span): Shown {
  const oneDigit = (value: number) => messages.decimal(clean(raw(String(Math.round(value * 10) / 10))));
  if (length < hour) return units.minutes(Math.max(1, Math.round(length / minute)));
  if (length < day) return units.hours(Math.round(length / hour));
  const days = Math.round(length / day);
  if (days < 60) return units.days(days);
  return days < 365 ? units.months(oneDigit(days / 30.44)) : units.years(oneDigit(days / 365.25));
}
