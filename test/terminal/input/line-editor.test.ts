import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raw } from '../../../src/core/text/shown.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { nameKey } from '../../../src/terminal/input/key-name.ts';
import {
  editLine,
  emptyLine,
  insertText,
  type LineEditor,
  lineOf,
  lineText,
  viewLine,
} from '../../../src/terminal/input/line-editor.ts';

const press = (editor: LineEditor, ...names: string[]): LineEditor =>
  names.reduce((line, name) => editLine(line, { name, text: raw('') }) ?? line, editor);
/** The line with a bar where the cursor is. */
const picture = ({ graphemes, cursor }: LineEditor): string =>
  `${graphemes.slice(0, cursor).join('')}|${graphemes.slice(cursor).join('')}`;

describe('editLine', () => {
  test.each([
    [['C-a'], '|ssh-keygen -A  x'],
    [['home', 'right', 'delete'], 's|h-keygen -A  x'],
    [['C-w'], 'ssh-keygen -A  |'],
    [['C-w', 'C-w'], 'ssh-keygen |'],
    [['C-u'], '|'],
    [['left', 'left', 'C-u'], '| x'],
    [['C-left', 'C-left', 'C-k'], 'ssh-keygen |'],
    [['C-a', 'C-right', 'C-d'], 'ssh-keygen|-A  x'],
    [['backspace', 'backspace'], 'ssh-keygen -A |'],
    [['C-a', 'backspace'], '|ssh-keygen -A  x'],
    [['C-e', 'delete', 'right'], 'ssh-keygen -A  x|'],
  ])('%j', (names, seen) => {
    expect(picture(press(lineOf(raw('ssh-keygen -A  x')), ...names))).toBe(seen);
  });

  test('a letter with its accent, a family or a syllable goes with one Backspace', () => {
    for (const one of ['é', '👩‍👩‍👧', '仮', '🇩🇪']) {
      expect(picture(press(lineOf(raw(`a${one}`)), 'backspace'))).toBe('a|');
    }
  });

  test('an accent typed after its letter joins it', () => {
    expect(picture(insertText(lineOf(raw('ae')), raw('\u0301')))).toBe('ae\u0301|');
    expect(picture(press(insertText(lineOf(raw('ae')), raw('\u0301')), 'backspace'))).toBe('a|');
  });

  test('a paste is one line without control characters', () => {
    expect(picture(insertText(lineOf(raw('a')), raw('b\r\nc\td\u001b[31m\u0007e\n')))).toBe('ab c d[31me|');
  });

  test.each(['enter', 'escape', 'up', 'M-m', 'C-c', 'tab', 'constructor'])(
    '%s is not for the line',
    (name) => {
      expect(editLine(lineOf(raw('a')), { name, text: raw('') })).toBeUndefined();
    },
  );

  test('C-d ends an empty line only', () => {
    expect(editLine(emptyLine, { name: 'C-d', text: raw('') })).toBeUndefined();
    expect(editLine(lineOf(raw('a')), { name: 'C-d', text: raw('') })).toEqual(lineOf(raw('a')));
  });
});

describe('viewLine', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '仮', '👩‍👧', 'é', '\u202e') });

  test('the field is never wider than asked for, and the cursor is in it', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 30 }), fc.nat(), (line, width, cursor) => {
        const whole = lineOf(raw(line));
        const editor = { ...whole, cursor: cursor % (whole.graphemes.length + 1) };
        const { before, under, after, cursorColumn } = viewLine(editor, width);
        expect(displayWidth(before + under + after)).toBeLessThanOrEqual(width);
        expect(displayWidth(before)).toBe(cursorColumn);
      }),
    );
  });

  test('a line that fits is shown whole', () => {
    expect(viewLine(lineOf(raw('chroot')), 7)).toEqual({
      before: 'chroot',
      under: ' ',
      after: '',
      cursorColumn: 6,
    });
  });

  test('typing at the edge scrolls once for half a field', () => {
    const starts = Array.from(
      { length: 12 },
      (_, i) => viewLine(lineOf(raw('x'.repeat(10 + i))), 11).cursorColumn,
    );
    expect(starts).toEqual([10, 6, 7, 8, 9, 10, 6, 7, 8, 9, 10, 6]);
  });

  test('what typing writes is what the line holds', () => {
    const typed = [...'für ä'].reduce(
      (line, letter) => editLine(line, nameKey(letter) ?? { name: '', text: raw('') }) ?? line,
      emptyLine,
    );
    expect(lineText(typed)).toBe('für ä');
  });
});
