import type { Library, StudyItem } from '../core/session/library.ts';
import { deckKey } from '../core/session/overview.ts';
import { clean, raw, shown } from '../core/text/shown.ts';
import { blank, type StyledLine, span } from '../core/text/styled-line.ts';
import { displayWidth } from '../core/text/width.ts';
import { keysLine } from './bindings.ts';
import { type Frame, fitLine, layOut } from './layout.ts';
import { type Look, marginOf } from './look.ts';
import type { Page } from './reading-frames.ts';

export interface Search {
  readonly query: string;
  /** Graphemes before the terminal's cursor. */
  readonly cursor: number;
  /** Which of the found cards Enter opens, from 0. */
  readonly selected: number;
}

/** The line that is searched for stays at the top; the cards found scroll below it. */
export function searchFrame(
  { query, cursor, selected }: Search,
  library: Library,
  at: Page,
  look: Look,
): Frame {
  const { search } = look.messages;
  const found = findCards(query, library);
  const margin = marginOf(look);
  const prompt: StyledLine = [
    ...blank(margin),
    span(shown`${search.prompt} `, 'dim'),
    span(clean(raw(query))),
  ];
  const rows = found.map((item, i): StyledLine => {
    const isSelected = i === selected;
    const sign = span(isSelected ? look.glyphs.cursor : shown` `, 'accent');
    const { card, file } = item.languages.get(look.language) ?? { card: item.card, file: item.deck.base };
    const deck = span(shown` ${clean(file.deck.head.title)} · `, 'dim');
    return fitLine(
      [
        ...blank(Math.max(0, margin - 2)),
        sign,
        deck,
        span(clean(card.prompt), ...(isSelected ? (['strong'] as const) : [])),
      ],
      look,
    );
  });
  const frame = layOut(
    {
      head: { left: at.title, right: query.trim() === '' ? shown`` : countText(found.length, look) },
      banner: fitLine(prompt, look),
      body: rows,
      focus: { row: selected, last: selected, column: undefined },
      keys: keysLine(at.bindings, look),
      scroll: undefined,
    },
    look,
  );
  const column = Math.min(look.size.columns - 2, margin + displayWidth(search.prompt) + 1 + cursor);
  return { ...frame, cursor: { row: bannerRow, column } };
}

/** Below the head and its rule. */
const bannerRow = 2;

const countText = (count: number, { messages: { search } }: Look) =>
  count === 0 ? search.nothing : search.found(count);

/** Cards whose prompt, answer, tag or id holds a text; upper and lower case are the same. */
export function findCards(query: string, library: Library): readonly StudyItem[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const seen = new Set<string>();
  return [...library.items.values()].filter((item) => {
    const { card } = item;
    const id = `${deckKey(item)}\n${card.id}`;
    if (seen.has(id)) return false;
    const written = [...item.languages.values()].flatMap((one) => [one.card.prompt, one.card.body]);
    const texts = [card.id, ...written, ...card.attributes.tags];
    const isFound = texts.some((one) => one.toLowerCase().includes(wanted));
    if (isFound) seen.add(id);
    return isFound;
  });
}
