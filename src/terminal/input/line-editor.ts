import { clean, joinShown, type Raw, raw, type Shown } from '../../core/text/shown.ts';
import { displayWidth, graphemes } from '../../core/text/width.ts';
import type { NamedKey } from './key-name.ts';

/** A line of text being written. */
export interface LineEditor {
  readonly graphemes: readonly Raw[];
  /** How many of them stand before the cursor. */
  readonly cursor: number;
}

export const emptyLine: LineEditor = { graphemes: [], cursor: 0 };

/** A line that holds a text already, with the cursor at its end. */
export const lineOf = (text: Raw): LineEditor => insertText(emptyLine, text);

export const lineText = ({ graphemes: all }: LineEditor): Raw => raw(all.join(''));

/** Writes a text, such as a paste, at the cursor; line breaks become spaces, and one at its end goes. */
export function insertText({ graphemes: all, cursor }: LineEditor, text: Raw): LineEditor {
  const line = text
    .replace(/[\r\n]+$/u, '')
    .replace(/[\r\n\t]+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '');
  const before = all.slice(0, cursor).join('') + line;
  const after = all.slice(cursor).join('');
  // What was written may join the character before it, as an accent does.
  return { graphemes: graphemes(raw(before + after)), cursor: graphemes(before).length };
}

const edits: Readonly<Record<string, (editor: LineEditor) => LineEditor>> = {
  left: (editor) => moveTo(editor, editor.cursor - 1),
  right: (editor) => moveTo(editor, editor.cursor + 1),
  home: (editor) => moveTo(editor, 0),
  end: (editor) => moveTo(editor, editor.graphemes.length),
  'C-a': (editor) => moveTo(editor, 0),
  'C-e': (editor) => moveTo(editor, editor.graphemes.length),
  'C-left': (editor) => moveTo(editor, wordStart(editor)),
  'C-right': (editor) => moveTo(editor, wordEnd(editor)),
  backspace: (editor) => remove(editor, editor.cursor - 1, editor.cursor),
  delete: (editor) => remove(editor, editor.cursor, editor.cursor + 1),
  'C-d': (editor) => remove(editor, editor.cursor, editor.cursor + 1),
  'C-w': (editor) => remove(editor, wordStart(editor), editor.cursor),
  'C-u': (editor) => remove(editor, 0, editor.cursor),
  'C-k': (editor) => remove(editor, editor.cursor, editor.graphemes.length),
};

/**
 * The line after a key; `undefined` when the key is none of the line's: a C-d on an empty line, Enter, and all that
 * neither writes nor edits.
 */
export function editLine(editor: LineEditor, { name, text }: NamedKey): LineEditor | undefined {
  if (text !== '') return insertText(editor, text);
  if (name === 'C-d' && editor.graphemes.length === 0) return undefined;
  return Object.hasOwn(edits, name) ? edits[name]?.(editor) : undefined;
}

function moveTo(editor: LineEditor, cursor: number): LineEditor {
  const place = Math.min(Math.max(0, cursor), editor.graphemes.length);
  return place === editor.cursor ? editor : { ...editor, cursor: place };
}

function remove(editor: LineEditor, from: number, to: number): LineEditor {
  const start = Math.max(0, from);
  if (start >= to || start >= editor.graphemes.length) return editor;
  return { graphemes: editor.graphemes.toSpliced(start, to - start), cursor: start };
}

function wordStart({ graphemes: all, cursor }: LineEditor): number {
  let place = cursor;
  while (place > 0 && isSpace(all[place - 1])) place -= 1;
  while (place > 0 && !isSpace(all[place - 1])) place -= 1;
  return place;
}

function wordEnd({ graphemes: all, cursor }: LineEditor): number {
  let place = cursor;
  while (place < all.length && isSpace(all[place])) place += 1;
  while (place < all.length && !isSpace(all[place])) place += 1;
  return place;
}

const isSpace = (grapheme: string | undefined): boolean => grapheme?.trim() === '';

/** The part of a line that a field of some width shows. The parts joined are never wider than the field. */
export interface LineView {
  readonly before: Shown;
  /** What the cursor stands on; a space at the end of the line. */
  readonly under: Shown;
  readonly after: Shown;
  /** Columns before the cursor, from the left edge of the field. */
  readonly cursorColumn: number;
}

/** Scrolls by half a field at once, so that most letters change one cell only. */
export function viewLine({ graphemes: all, cursor }: LineEditor, width: number): LineView {
  const cells = all.map((grapheme) => clean(grapheme));
  const under = cells[cursor] ?? (' ' as Shown);
  const room = Math.max(1, width) - displayWidth(under);
  const left = cells.slice(0, cursor);
  const start = firstShown(left, room, Math.max(1, Math.floor(width / 2)));
  const before = joinShown(left.slice(start), '');
  const cursorColumn = displayWidth(before);
  return { before, under, after: fitting(cells.slice(cursor + 1), room - cursorColumn), cursorColumn };
}

/** The first grapheme to show so that all that follow it up to the cursor fit; the same for many cursors in a row. */
function firstShown(left: readonly Shown[], room: number, step: number): number {
  const total = left.reduce((sum, cell) => sum + displayWidth(cell), 0);
  let hidden = total <= room ? 0 : Math.ceil((total - room) / step) * step;
  let start = 0;
  while (hidden > 0 && start < left.length) {
    hidden -= displayWidth(left[start] ?? '');
    start += 1;
  }
  return start;
}

function fitting(cells: readonly Shown[], room: number): Shown {
  let free = room;
  const shown = cells.findIndex((cell) => {
    free -= displayWidth(cell);
    return free < 0;
  });
  return joinShown(shown < 0 ? cells : cells.slice(0, shown), '');
}
