import { fieldText, type TextField } from '../../core/session/draft.ts';
import { findCards } from '../../core/session/find-cards.ts';
import type { Library, StudyItem } from '../../core/session/library.ts';
import { clean, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { keysLine } from '../app/bindings.ts';
import { type Frame, fitLine, headWidth, layOut } from '../output/layout.ts';
import { type Look, marginOf } from '../output/look.ts';
import { fieldLine, promptText, sentenceLines } from './question-lines.ts';
import type { Page } from './reading-frames.ts';

export interface Search {
  readonly field: TextField;
  /** Which of the found cards Enter opens, from 0. */
  readonly selected: number;
}

/** The line that is searched for stays at the top; the cards found scroll below it. */
export function searchFrame({ field, selected }: Search, library: Library, at: Page, look: Look): Frame {
  const { search } = look.messages;
  const query = fieldText(field);
  const isEmpty = query.trim() === '';
  const found = findCards(query, library);
  const { line, column } = fieldLine(field, shown`${look.glyphs.cursor} `, look);
  const rows = found.map((item, i) =>
    Math.abs(i - selected) < look.size.rows ? foundLine(item, i === selected, look) : blank(1),
  );
  const frame = layOut(
    {
      head: { left: at.title, right: isEmpty ? shown`` : countText(found.length, look) },
      banner: [line],
      body: isEmpty ? sentenceLines(search.prompt, look) : rows,
      focus: { row: selected, last: selected, column: undefined },
      keys: keysLine(at.bindings, look),
      scroll: undefined,
    },
    look,
  );
  return { ...frame, cursor: { row: bannerRow, column } };
}

/** A card by its question; where there is room, with the deck it is of. */
function foundLine(item: StudyItem, isSelected: boolean, look: Look): StyledLine {
  const { file } = item.languages.get(look.language) ?? { file: item.deck.base };
  const deck = shown`${look.glyphs.separator}${clean(file.deck.head.title)}`;
  return fitLine(
    [
      ...blank(Math.max(0, marginOf(look) - 2)),
      span(isSelected ? look.glyphs.cursor : shown` `, 'accent'),
      ...blank(1),
      span(promptText(item, look), ...(isSelected ? (['strong'] as const) : [])),
      span(deck, 'dim'),
    ],
    look,
    headWidth(look) + 1,
  );
}

/** Below the head and its rule. */
const bannerRow = 2;

const countText = (count: number, { messages: { search } }: Look) =>
  count === 0 ? search.nothing : search.found(count);
