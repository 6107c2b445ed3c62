import type { Instant, Milliseconds } from '../../core/schedule/time.ts';
import type { Sitting, SittingItem, SittingNotice, SittingPhase } from '../../core/session/sitting.ts';
import { timeLeft } from '../../core/session/sitting.ts';
import { readClock } from '../../core/session/sitting-clock.ts';
import { countItems, filteredItems, stateOf } from '../../core/session/sitting-grid.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type Style, type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import type { Screen } from '../app/app.ts';
import { type Binding, keysLine } from '../app/bindings.ts';
import { gridCellWidth, gridColumns } from '../app/exam-bindings.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { sayNow } from '../messages/say.ts';
import { bannerLines, type Frame, layOut } from '../output/layout.ts';
import { type Look, textWidth } from '../output/look.ts';
import { type Body, indented, questionBody, sentenceLines } from './question-lines.ts';
import { noticeText } from './study-frame.ts';

export interface SittingView {
  readonly screen: Extract<Screen, { kind: 'sitting' }>;
  readonly now: Instant;
  readonly bindings: readonly Binding[];
  readonly scroll: number | undefined;
  /** A word that is not the sitting's own. */
  readonly notice: Shown | undefined;
}

/** An exam as it stands: an item, the review grid, or a question before handing in. */
export function sittingFrame({ screen, now, bindings, scroll, notice }: SittingView, look: Look): Frame {
  const { sitting, digits } = screen;
  const text = examMessagesIn(look.language);
  const { phase } = sitting;
  const body = bodyOf(sitting, digits, look);
  const isGrid = phase.phase === 'grid';
  const title = clean(sitting.title);
  return layOut(
    {
      head: {
        left: isGrid ? shown`${text.review}${look.glyphs.separator}${title}` : title,
        right: headRight(sitting, now, look),
      },
      ...(phase.phase === 'answering'
        ? { progress: { done: phase.item + 1, total: sitting.items.length } }
        : {}),
      banner: bannerOf(sitting, look),
      body: body.lines,
      focus: body.focus,
      fixed: [...(notice === undefined ? [] : said(notice, 'accent', look)), ...noticeLines(sitting, look)],
      keys: keysLine(bindings, look),
      scroll,
    },
    look,
  );
}

/** Which item it is and the time left; narrow windows keep only the figures. */
export function headRight(sitting: Sitting, now: Instant, look: Look): Shown {
  const text = examMessagesIn(look.language);
  const { phase, items } = sitting;
  const clock = clockText(timeLeft(sitting, now), look);
  const isWide = look.size.columns >= 60;
  const { marked } = countItems(sitting);
  const place = (item: number) => {
    const words = isWide ? text.item : look.messages.study.progress;
    const mark = items[item]?.marked ? shown` !` : shown``;
    return shown`${words(item + 1, items.length)}${mark}`;
  };
  const pieces = [
    ...(phase.phase === 'answering' ? [place(phase.item)] : []),
    text.left(clock),
    ...(isWide && marked > 0 ? [text.markedCount(marked)] : []),
  ];
  return joinShown(pieces, look.glyphs.separator);
}

/** Minutes until five are left, then seconds. */
export function clockText(left: Milliseconds, look: Pick<Look, 'language'>): Shown {
  const text = examMessagesIn(look.language);
  const reading = readClock(left);
  if (reading.kind === 'minutes') return text.minutesLeft(reading.minutes);
  return text.clock(reading.minutes, clean(raw(String(reading.seconds).padStart(2, '0'))));
}

const bannerOf = ({ unsaved }: Sitting, look: Look): readonly StyledLine[] =>
  unsaved === undefined
    ? []
    : bannerLines([span(sayNow(unsaved.why, look.messages), 'wrong', 'strong')], look, 4);

function bodyOf(sitting: Sitting, digits: string, look: Look): Body {
  const text = examMessagesIn(look.language);
  const { phase } = sitting;
  switch (phase.phase) {
    case 'answering': {
      const item = sitting.items[phase.item];
      return item === undefined ? empty : itemBody(item, look);
    }
    case 'grid':
      return gridBody(sitting, phase, digits, look);
    case 'asking-hand-in':
      return { lines: said(handInQuestion(phase, sitting, look), 'strong', look), focus: undefined };
    case 'asking-leave':
      return { lines: said(text.askLeave, 'strong', look), focus: undefined };
    default:
      return empty;
  }
}

/** What has no whole answer yet, before the paper is handed in. */
export function handInQuestion(
  { open, incomplete }: Extract<SittingPhase, { phase: 'asking-hand-in' }>,
  { items }: Sitting,
  look: Pick<Look, 'language'>,
): Shown {
  const text = examMessagesIn(look.language);
  const lacking = [
    ...(open > 0 ? [text.unanswered(open, items.length)] : []),
    ...(incomplete > 0 ? [text.halfAnswered(incomplete)] : []),
  ];
  return text.askHandIn(text.joined(lacking));
}

/** A sentence of ours, wrapped to the text column. */
const said = (words: Shown, style: Style, look: Look): StyledLine[] =>
  indented(wrapSpans([span(words, style)], textWidth(look)), look);

const empty: Body = { lines: [], focus: undefined };

function itemBody({ question, draft, paper }: SittingItem, look: Look): Body {
  if (question === undefined) {
    return { lines: said(examMessagesIn(look.language).gone, 'wrong', look), focus: undefined };
  }
  const asked = { card: question.card, order: question.order, item: { ref: paper }, tips: 0 };
  return questionBody(asked, draft, look);
}

function gridBody(
  sitting: Sitting,
  phase: Extract<Sitting['phase'], { phase: 'grid' }>,
  digits: string,
  look: Look,
): Body {
  const text = examMessagesIn(look.language);
  const shownItems = filteredItems(sitting, phase.filter);
  const columns = gridColumns(look.size.columns);
  const cells = shownItems.map((index) => gridCell(sitting, index, index === phase.item, look));
  const rows: StyledLine[] = [];
  for (let i = 0; i < cells.length; i += columns) rows.push(cells.slice(i, i + columns).flat());
  const counts = countItems(sitting);
  const { glyphs } = look;
  const sums = joinShown(
    [
      shown`${counts.answered} ${text.answered} ${glyphs.chosen}`,
      shown`${counts.incomplete} ${text.incomplete} ${glyphs.half}`,
      shown`${counts.open} ${text.open} ${glyphs.open}`,
      shown`${text.markedCount(counts.marked)} !`,
    ],
    glyphs.separator,
  );
  const typed = digits === '' ? shown`` : shown`   ${clean(raw(digits))}`;
  const filter = shown`${text.showing(text.filter[phase.filter])}${typed}`;
  const row = Math.floor(Math.max(0, shownItems.indexOf(phase.item)) / columns);
  return {
    lines: [
      ...indented(rows.length === 0 ? [[span(text.none, 'dim')]] : rows, look),
      [],
      ...sentenceLines(sums, look),
      ...said(filter, 'dim', look),
    ],
    focus: { row, last: row, column: undefined },
  };
}

function gridCell(sitting: Sitting, index: number, isCursor: boolean, look: Look): StyledLine {
  const item = sitting.items[index];
  const { glyphs } = look;
  const marks = { answered: glyphs.chosen, incomplete: glyphs.half, open: glyphs.open };
  const mark = item === undefined ? glyphs.open : marks[stateOf(item)];
  const number = clean(raw(String(index + 1).padStart(2)));
  const flag = item?.marked ? shown` !` : shown``;
  const text = shown`${isCursor ? glyphs.cursor : shown` `}${number} ${mark}${flag}`;
  return [
    span(text, ...(isCursor ? (['accent', 'strong'] as const) : [])),
    ...blank(Math.max(0, gridCellWidth - displayWidth(text))),
  ];
}

function noticeLines({ notice, unsaved }: Sitting, look: Look): readonly StyledLine[] {
  if (unsaved !== undefined) return said(look.messages.study.savedNotHint, 'accent', look);
  return notice === undefined ? [] : said(sittingNotice(notice, look), 'accent', look);
}

/** A notice as a sentence; line mode says the same. */
export function sittingNotice(notice: SittingNotice, look: Look): Shown {
  const text = examMessagesIn(look.language);
  const sentences = {
    'not-in-exam': text.notInExam,
    linear: text.linear,
    'first-item': text.firstItem,
    marked: text.marked,
    unmarked: text.unmarked,
  };
  if (notice.kind === 'warning') return text.warning(notice.minutes);
  if (notice.kind === 'unanswered') return text.skipped(notice.item + 1, notice.isFinal);
  return notice.kind === 'refused' ? (noticeText(notice, look) ?? shown``) : sentences[notice.kind];
}
