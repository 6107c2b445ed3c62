import { type Raw, raw } from '../../core/text/shown.ts';
import { graphemes } from '../../core/text/width.ts';

/** What a piece of input is: the bytes of one key, or a paste. */
export type InputPiece =
  | { readonly kind: 'key'; readonly bytes: string }
  | { readonly kind: 'paste'; readonly text: Raw };

export interface SplitInput {
  readonly pieces: readonly InputPiece[];
  /** The start of a sequence or of a paste whose end has not come yet. */
  readonly rest: string;
}

export const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';
/** Nobody types this many characters at once: a paste by a terminal that does not say so. */
const unmarkedPaste = 64;

const plainRun = /[^\u0000-\u001f\u007f]+/uy;
const complete = /\u001b(?:\[\[[A-E]|\[(?!\[)[0-?]*[ -/]*[@-~]|O[\d;]*[@-~])/uy;
const incomplete = /\u001b(?:\[\[?[0-?]*[ -/]*|O[\d;]*)?$/uy;
const begun = /\u001b(?:\[[\d;]*|O)?/uy;
const withAlt = /\u001b(?:[^\u001b\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])/y;

/** Splits input into single keys, by what a reader takes for one character. */
export function splitKeys(input: string): SplitInput {
  if (input.length >= unmarkedPaste && !input.includes('\u001b')) return { pieces: [paste(input)], rest: '' };
  const pieces: InputPiece[] = [];
  let at = 0;
  while (at < input.length) {
    const run = matchAt(plainRun, input, at);
    if (run !== undefined) {
      pieces.push(...graphemes(run).map(key));
      at += run.length;
    } else if (input.startsWith(pasteStart, at)) {
      const end = input.indexOf(pasteEnd, at);
      if (end < 0) return { pieces, rest: input.slice(at) };
      pieces.push(paste(input.slice(at + pasteStart.length, end)));
      at = end + pasteEnd.length;
    } else {
      const bytes = nextSequence(input, at);
      if (bytes === undefined) return { pieces, rest: input.slice(at) };
      pieces.push(key(bytes));
      at += bytes.length;
    }
  }
  return { pieces, rest: '' };
}

function nextSequence(input: string, at: number): string | undefined {
  if (input[at] !== '\u001b') return input[at] ?? '';
  const sequence = matchAt(complete, input, at);
  if (sequence !== undefined) return sequence;
  if (matchAt(incomplete, input, at) !== undefined) return undefined;
  return matchAt(withAlt, input, at) ?? '\u001b';
}

/**
 * What is text behind a sequence whose start was given up before the rest of it came, and the sequence itself while it
 * is still unfinished. A paste is none the less one.
 */
export function splitLate(input: string): { readonly late: string; readonly text: string } {
  if (input.startsWith(pasteStart)) return { late: '', text: input };
  const sequence = matchAt(complete, input, 0);
  if (sequence === undefined && matchAt(incomplete, input, 0) !== undefined) return { late: input, text: '' };
  return { late: '', text: input.slice((sequence ?? matchAt(begun, input, 0) ?? '').length) };
}

/** Whether a paste that came to a halt goes on in a text; `undefined` when it was none. */
export const endsPaste = (late: string, text: string): boolean | undefined =>
  late === pasteStart ? text.includes(pasteEnd) && !text.includes(pasteStart) : undefined;

/** What to make of a rest when nothing has come after it for a while. */
export function settleRest(rest: string): InputPiece | undefined {
  if (rest.startsWith(pasteStart)) return paste(rest.slice(pasteStart.length));
  return rest.length > 0 && rest.length <= 2 ? key(rest) : undefined;
}

export const isUnfinishedPaste = (rest: string): boolean => rest.startsWith(pasteStart);

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const key = (bytes: string): InputPiece => ({ kind: 'key', bytes });
const paste = (text: string): InputPiece => ({ kind: 'paste', text: raw(text) });
