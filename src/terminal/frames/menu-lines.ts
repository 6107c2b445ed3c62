import { type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import type { App } from '../app/app.ts';
import { type Binding, keysLine } from '../app/bindings.ts';
import { type MenuRow, rowIndex } from '../app/menu.ts';
import { fitLine, headLine, type Layout, ruleLine } from '../output/layout.ts';
import { type Look, marginOf, textWidth } from '../output/look.ts';
import type { MenuView } from './menu-view.ts';
import { indented } from './question-lines.ts';

export interface MenuTexts {
  readonly head: Layout['head'];
  readonly hint: Shown;
  readonly rows: readonly MenuRow[];
  readonly bindings: readonly Binding[];
}

/** A menu with its head above, and below it a hint or the word of the moment with the keys. */
export function menuLines({ head, hint, rows, bindings }: MenuTexts, app: App, look: Look): MenuView {
  const top = [headLine(head, look), ruleLine(undefined, look), ...(look.size.rows >= 14 ? [[]] : [])];
  const bottom = [
    ...indented(wrapSpans([span(app.notice ?? hint, 'dim')], textWidth(look)), look),
    keysLine(bindings, look),
  ];
  const row = (index: number, isCursor: boolean) => menuLine(rows[index], isCursor, look);
  return { top, bottom, list: { length: rows.length, cursor: rowIndex(app, rows), row } };
}

function menuLine(row: MenuRow | undefined, isCursor: boolean, look: Look): StyledLine {
  if (row === undefined) return [];
  const sign = isCursor ? look.glyphs.cursor : shown` `;
  const letter: StyledLine = row.letter === undefined ? [] : [span(letterColumn(row.letter), 'accent')];
  const label = span(row.label, ...(isCursor ? (['strong'] as const) : []));
  return fitLine(
    [...blank(Math.max(0, marginOf(look) - 2)), span(sign, 'accent'), ...blank(1), ...letter, label],
    look,
  );
}

const letterColumn = (letter: Shown): Shown => shown`${letter.padEnd(4) as Shown}`;
