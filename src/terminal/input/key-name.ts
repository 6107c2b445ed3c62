import { type Raw, raw } from '../../core/text/shown.ts';

/** A key as its bytes tell it. */
export interface NamedKey {
  /**
   * A letter or sign stands for itself (`a`, `?`, `ä`); others are `space`, `enter`, `escape`, `tab`, `backspace`,
   * `delete`, `insert`, `up`, `down`, `left`, `right`, `home`, `end`, `pageup`, `pagedown`, `f1`–`f12`. Before the
   * name stand `C-`, `M-` and `S-` in this order: `C-a`, `M-m`, `S-tab`. Shifted letters are just capitals.
   */
  readonly name: string;
  /** What the key writes into a text field; empty for all others. */
  readonly text: Raw;
  /** Alt with a key has the bytes of Esc and then the key; these are the two. */
  readonly apart?: readonly NamedKey[] | undefined;
}

const letters: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  M: 'enter',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'S-tab',
};
const numbers: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};
const controls: Readonly<Record<string, string>> = {
  '\u0000': 'C-space',
  '\b': 'backspace',
  '\t': 'tab',
  '\n': 'enter',
  '\r': 'enter',
  '\u001b': 'escape',
  '\u007f': 'backspace',
};

const none = raw('');

/** Names the bytes of one key; `undefined` for what is none, such as a terminal's reply. */
export function nameKey(bytes: string): NamedKey | undefined {
  if (bytes.length > 1 && bytes.startsWith('\u001b')) return nameSequence(bytes);
  if (bytes === ' ') return { name: 'space', text: raw(' ') };
  const name = controls[bytes] ?? controlLetter(bytes);
  return name === undefined ? { name: bytes, text: raw(bytes) } : { name, text: none };
}

function controlLetter(bytes: string): string | undefined {
  const code = bytes.charCodeAt(0);
  return code < 0x20 ? `C-${String.fromCharCode(code + 0x60)}` : undefined;
}

function nameSequence(bytes: string): NamedKey | undefined {
  const parts = /^\u001b(?:\[|O)(\d*)(?:;(\d+))?([A-Za-z~])$/u.exec(bytes);
  if (!parts) return nameOther(bytes);
  const [, number = '', modifier = '', final = ''] = parts;
  const keypad = bytes.startsWith('\u001bO') ? keypadDigit(final) : undefined;
  if (keypad) return keypad;
  const name = final === '~' ? numbers[number] : letters[final];
  // A report of the cursor's place ends in R too and has a row before it.
  if (!name || (final !== '~' && number !== '' && number !== '1')) return undefined;
  return { name: modifiers(Number(modifier || '1') - 1) + name, text: none };
}

/** The Linux console's function keys, and Alt with any other key. */
function nameOther(bytes: string): NamedKey | undefined {
  const console = /^\u001b\[\[([A-E])$/u.exec(bytes);
  if (console) return { name: `f${'ABCDE'.indexOf(console[1] ?? '') + 1}`, text: none };
  if (/^\u001b\[./u.test(bytes)) return undefined;
  const key = nameKey(bytes.slice(1));
  return key && { name: `M-${key.name}`, text: none, apart: [{ name: 'escape', text: none }, key] };
}

function keypadDigit(final: string): NamedKey | undefined {
  const digit = 'pqrstuvwxy'.indexOf(final);
  return digit < 0 ? undefined : { name: String(digit), text: raw(String(digit)) };
}

const modifiers = (bits: number): string =>
  (bits & 4 ? 'C-' : '') + (bits & 2 ? 'M-' : '') + (bits & 1 ? 'S-' : '');
