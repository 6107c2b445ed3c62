import { addDays, dayOf } from '../../core/schedule/day.ts';
import { day, type Instant, type Minutes, minute, usualAnswer } from '../../core/schedule/time.ts';
import { isBounded, type Overview } from '../../core/session/overview.ts';
import { joinShown, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span, withStyle } from '../../core/text/styled-line.ts';
import type { Binding } from '../app/bindings.ts';
import { keysLine } from '../app/bindings.ts';
import { separated } from '../output/glyphs.ts';
import { bannerLines, fitLine, headLine, headWidth, ruleLine } from '../output/layout.ts';
import type { Look } from '../output/look.ts';
import { indented, sentenceLines } from './question-lines.ts';

export interface HomeView {
  readonly overview: Overview;
  readonly now: Instant;
  readonly tz: Minutes;
  readonly dayStart: number;
  readonly notice: Shown | undefined;
  readonly bindings: readonly Binding[];
  /** A sentence from the exam's readiness, when there is one. */
  readonly readiness: Shown | undefined;
  readonly banner: Shown | undefined;
}

/** What stands above the list of decks, whose rows end at a column. */
export function homeTop(view: HomeView, rowEnd: number, look: Look): readonly StyledLine[] {
  const { overview, now, tz, dayStart } = view;
  const { home, weekdays, months, date } = look.messages;
  const today = dayOf(now, tz, dayStart);
  const weekday = weekdays[weekdayOf(today)] ?? shown``;
  const month = months[Number(today.slice(5, 7)) - 1] ?? shown``;
  const dateText = shown`${weekday} ${date(Number(today.slice(8)), month)}`;
  const width = Math.max(headWidth(look), rowEnd - 1);
  const lines: StyledLine[] = [
    headLine({ left: shown`kartei`, right: dateText }, look, width),
    ruleLine(undefined, look, width),
  ];
  if (view.banner !== undefined) lines.push(...bannerLines([span(view.banner, 'accent')], look));
  const isAiry = look.size.rows >= 14;
  if (isAiry) lines.push([]);
  lines.push(...indented([fitLine(countsLine(overview, look), look)], look));
  if (overview.due + overview.learning + overview.fresh === 0) {
    lines.push(...sentenceLines(doneText(overview, now, look), look));
    lines.push(...sentenceLines(home.instead, look).map((line) => withStyle(line, 'dim')));
  }
  if (isAiry) lines.push([]);
  return lines;
}

const weekdayOf = (day: string): number => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + date) % 7;
};

function countsLine(overview: Overview, look: Look): StyledLine {
  const { home } = look.messages;
  const cards = overview.due + overview.learning + overview.fresh;
  const minutes = Math.ceil((cards * usualAnswer) / minute);
  const isWide = look.size.columns >= 60;
  const fresh = isWide && isBounded(overview) ? home.freshInAll : home.fresh;
  const { due, learning } = overview;
  const counts = separated(home.counts(due + learning, learning, fresh(overview.fresh)), look.glyphs);
  if (minutes === 0 || !isWide) return [span(counts, 'strong')];
  return [span(counts, 'strong'), ...blank(6), span(home.about(minutes), 'dim')];
}

/** That nothing is left for today, and when something comes again. */
export function doneText(overview: Overview, now: Instant, look: Look): Shown {
  const { home, tomorrow, inDays } = look.messages;
  const { forecast, nextDue } = overview;
  if (nextDue === undefined) return home.doneForGood;
  const index = forecast.findIndex((count) => count > 0);
  if (index < 0) return home.doneUntil(inDays(Math.ceil((nextDue - now) / day)));
  return home.doneToday(index === 0 ? tomorrow : inDays(index + 1), forecast[index] ?? 0);
}

/** Without a deck, how to get one. */
export const noDecks = (look: Look): readonly StyledLine[] =>
  [look.messages.home.noDecks, look.messages.home.noDecksHint].flatMap((text) => sentenceLines(text, look));

/** What stands below the list: the next days, the readiness, a notice, the keys. */
export function homeBottom(view: HomeView, look: Look): readonly StyledLine[] {
  const { overview, now, tz, dayStart } = view;
  const { home, weekdaysShort } = look.messages;
  const lines: StyledLine[] = [];
  const isAiry = look.size.rows >= 14;
  if (isAiry) {
    lines.push([]);
    const today = dayOf(now, tz, dayStart);
    const days = overview.forecast.map((count, i) => {
      const weekday = weekdaysShort[weekdayOf(addDays(today, i + 1))] ?? shown``;
      return shown`${weekday} ${count}`;
    });
    const next = shown`${home.next}   ${joinShown(days, '   ')}`;
    // A learner who has planned nothing yet has more use for the rows of two decks.
    if (overview.forecast.some((count) => count > 0))
      lines.push(...indented([fitLine([span(next, 'dim')], look)], look));
    if (view.readiness !== undefined) lines.push(...sentenceLines(view.readiness, look));
  }
  if (view.notice !== undefined)
    lines.push(...sentenceLines(view.notice, look).map((line) => withStyle(line, 'accent')));
  lines.push(keysLine(view.bindings, look));
  return lines;
}
