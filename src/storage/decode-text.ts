import { isUtf8 } from 'node:buffer';
import { type Raw, raw } from '../core/text/shown.ts';

export type Decoded =
  | { readonly kind: 'text'; readonly text: Raw }
  /** `text` has a replacement for what could not be read; line and column of the first, 1-based. */
  | {
      readonly kind: 'broken';
      readonly text: Raw;
      readonly line: number;
      readonly column: number;
      readonly utf16: boolean;
    };

/** Reads bytes as UTF-8, with or without BOM. */
export function decodeText(bytes: Buffer): Decoded {
  if (isUtf8(bytes)) return { kind: 'text', text: raw(bytes.toString('utf8')) };
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (little || big) {
    const text = new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
    return { kind: 'broken', text: raw(text), line: 1, column: 1, utf16: true };
  }
  const text = raw(bytes.toString('utf8'));
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!isUtf8(part))
      return {
        kind: 'broken',
        text,
        line,
        column: part.toString('utf8').indexOf('\ufffd') + 1,
        utf16: false,
      };
    start = end < 0 ? bytes.length : end + 1;
  }
  return { kind: 'broken', text, line: 1, column: 1, utf16: false };
}
