import { cardKinds } from '../../core/decks/card.ts';
import type { Progress } from '../../core/history/progress.ts';
import { progressOf } from '../../core/history/progress.ts';
import type { Instant } from '../../core/schedule/time.ts';
import type { Drill } from '../../core/session/drill.ts';
import type { Library, StudyItem } from '../../core/session/library.ts';
import type { Overview } from '../../core/session/overview.ts';
import type { Question } from '../../core/session/question.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth } from '../../core/text/width.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { actionLabel, type Binding, keysLine } from '../app/bindings.ts';
import { sayNow } from '../messages/say.ts';
import { separated } from '../output/glyphs.ts';
import { type Frame, layOut, type Progressed } from '../output/layout.ts';
import { type Look, textWidth } from '../output/look.ts';
import { indented, markdown, promptText, sentenceLines } from './question-lines.ts';
import { sourceLines } from './source-lines.ts';

/** What every page to read needs besides its text. */
export interface Page {
  readonly title: Shown;
  /** The right end of the head. */
  readonly right?: Shown;
  /** How much of the rule is filled; nothing without it. */
  readonly progress?: Progressed;
  readonly bindings: readonly Binding[];
  readonly scroll: number | undefined;
}

const page = (
  body: readonly StyledLine[],
  { title, right = shown``, progress, bindings, scroll }: Page,
  look: Look,
): Frame =>
  layOut({ head: { left: title, right }, progress, body, keys: keysLine(bindings, look), scroll }, look);

/** Every key of a screen with what it does. */
export function keysFrame(all: readonly Binding[], at: Omit<Page, 'title'>, look: Look): Frame {
  const rows = all.map((binding) => ({
    keys: joinShown(
      [
        ...new Set(
          binding.keys.length > 4
            ? [binding.shownAs(look)]
            : binding.keys.map((key) => shownKey(key, binding, look)),
        ),
      ],
      ' ',
    ),
    label: actionLabel(binding, look),
  }));
  const width = Math.max(...rows.map((row) => displayWidth(row.keys))) + 3;
  const lines = rows.map(
    (row): StyledLine => [
      span(row.keys, 'accent'),
      ...blank(width - displayWidth(row.keys)),
      span(row.label),
    ],
  );
  return page(indented(lines, look), { ...at, title: look.messages.help.title }, look);
}

function shownKey(key: string, binding: Binding, look: Look): Shown {
  const { keyNames } = look.messages;
  const names: Readonly<Record<string, Shown>> = {
    enter: keyNames.enter,
    space: keyNames.space,
    escape: keyNames.escape,
    tab: keyNames.tab,
    backspace: keyNames.backspace,
    up: keyNames.arrows,
    down: keyNames.arrows,
    pageup: keyNames.pages,
    pagedown: keyNames.pages,
  };
  if (key.startsWith('M-')) return shown`Alt-${clean(raw(key.slice(2)))}`;
  if (key.startsWith('C-')) return shown`Ctrl-${clean(raw(key.slice(2)))}`;
  return names[key] ?? (key.length === 1 ? clean(raw(key)) : binding.shownAs(look));
}

/** Sources, explanation and history of the card before the learner. */
export function sourceFrame(
  question: Question,
  progress: Progress,
  now: Instant,
  at: Omit<Page, 'title'>,
  look: Look,
): Frame {
  const lines = sourceLines(question, progress, now, look);
  return page(lines, { ...at, title: look.messages.titles.source }, look);
}

/** The end of a session: what was done, what was hardest, what comes. */
export function summaryFrame(drill: Drill, overview: Overview, at: Omit<Page, 'title'>, look: Look): Frame {
  return page(
    indented(summaryLines(drill, overview, look), look),
    // Full, as the last answer of a whole session leaves it: then nothing has to be sent for it.
    { ...at, title: look.messages.summary.title, progress: { done: 1, total: 1 } },
    look,
  );
}

/** The end of a session as rows without a margin. */
export function summaryLines(drill: Drill, overview: Overview, look: Look): readonly StyledLine[] {
  const { summary } = look.messages;
  const { answered } = drill;
  const unsaved = drill.unsaved && sayNow(drill.unsaved.why, look.messages);
  const said = (texts: readonly Shown[], margin: StyledLine = []) =>
    texts.flatMap((text) => wrapSpans([span(text)], textWidth(look), { indent: margin, hanging: margin }));
  if (answered.length === 0) return said([summary.nothing, ...(unsaved === undefined ? [] : [unsaved])]);
  const total = answered.reduce((sum, { ms }) => sum + ms, 0);
  const right = answered.filter((answer) => answer.right).length;
  const cards = new Set(answered.map(({ item }) => item.key)).size;
  const hardest = hardestOf(drill).map((item) => promptText(item, look));
  return [
    ...said([
      summary.asked(cards, Math.max(1, Math.round(total / 60_000))),
      summary.accuracy(right, answered.length),
      summary.perAnswer(Math.round(total / answered.length / 1000)),
    ]),
    ...(hardest.length === 0 ? [] : [[], ...said([summary.hardest]), ...said(hardest, blank(2))]),
    [],
    ...said([
      summary.left(overview.due + overview.learning + overview.fresh),
      summary.tomorrow(overview.forecast[0] ?? 0),
      unsaved ?? summary.saved,
    ]),
  ];
}

const hardestCount = 3;

/** Those missed most often, then those that took longest. */
function hardestOf({ answered }: Drill): readonly StudyItem[] {
  const byKey = new Map<string, { item: StudyItem; misses: number; ms: number }>();
  for (const { item, rating, ms } of answered) {
    const before = byKey.get(item.key) ?? { item, misses: 0, ms: 0 };
    byKey.set(item.key, { item, misses: before.misses + Number(rating === 1), ms: before.ms + ms });
  }
  return [...byKey.values()]
    .filter(({ misses }) => misses > 0)
    .sort((a, b) => b.misses - a.misses || b.ms - a.ms)
    .slice(0, hardestCount)
    .map(({ item }) => item);
}

/** A deck's page: what it says of itself and how far the learner is. */
export function deckFrame(
  key: string,
  library: Library,
  progress: Progress,
  at: Omit<Page, 'title'>,
  look: Look,
): Frame {
  const items = [...(library.decks.get(key)?.items.values() ?? [])];
  const deck = items[0]?.deck;
  if (deck === undefined) return page([], { ...at, title: shown`` }, look);
  const { head } = deck.base.deck;
  const written = deck.translations.get(look.language) ?? deck.base;
  const { title, description = head.description } = written.deck.head;
  const { deckPage, kinds } = look.messages;
  const states = items.map((item) => progressOf(progress, item.ref)?.memory?.state);
  const known = states.filter((state) => state === 'review').length;
  const learning = states.filter((state) => state === 'learning' || state === 'relearning').length;
  const perKind = cardKinds
    .map((kind) => ({
      kind,
      count: deck.base.deck.cards.filter((card) => card.content.kind === kind).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => shown`${kinds[kind]} ${count}`);
  const sentences: Shown[] = [
    deckPage.cards(new Set(items.map(({ ref }) => ref.card)).size, items.length),
    separated(deckPage.states(known, learning, items.length - known - learning), look.glyphs),
    shown`${deckPage.kinds}: ${joinShown(perKind, ', ')}`,
    deckPage.languages(
      joinShown(
        [clean(raw(head.lang)), ...[...deck.translations.keys()].map((lang) => clean(raw(lang)))],
        ', ',
      ),
    ),
    ...(head.tags.length === 0 ? [] : [deckPage.tags(joinShown(head.tags.map(clean), ', '))]),
    ...(head.author === undefined ? [] : [deckPage.author(clean(head.author))]),
    ...(head.license === undefined ? [] : [deckPage.license(clean(head.license))]),
    deckPage.path(clean(raw(written.absolutePath))),
  ];
  const body = [
    ...(description === undefined ? [] : [...markdown(description, look), []]),
    ...sentences.flatMap((sentence) => sentenceLines(sentence, look)),
  ];
  return page(body, { ...at, title: clean(title) }, look);
}
