import { crc32 } from '../text/hash.ts';
import { type Raw, raw } from '../text/shown.ts';
import { journalFormat } from './encode-entry.ts';
import type { Entry, Happening, Stamp } from './entry.ts';
import { hasMembersOf, isInstant, isStamp } from './entry-members.ts';

/** What can be wrong with a line: no check sum at its end, another check sum, no JSON object, members amiss. */
export const damages = ['no-crc', 'bad-crc', 'bad-json', 'bad-shape'] as const;
export type Damage = (typeof damages)[number];

export type Decoded =
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** Sound, but of a kind that this program does not know: kept, counted, ignored. */
  | { readonly kind: 'unknown'; readonly stamp: Stamp; readonly of: Raw }
  /** The first line of a segment that a newer program wrote. */
  | { readonly kind: 'newer'; readonly stamp: Stamp; readonly format: number }
  | { readonly kind: 'damaged'; readonly why: Damage };

/** `,"crc":"9f0e12ab"}` */
const sumLength = 18;
const sumPattern = /^,"crc":"([0-9a-f]{8})"\}$/;

const damaged = (why: Damage): Decoded => ({ kind: 'damaged', why });

/**
 * Reads one line (without newline). Members that this program does not know stay on the entry, so that nothing is
 * lost by reading; `undefined` stands for what the line leaves out.
 */
export function decodeEntry(line: string): Decoded {
  const sum = sumPattern.exec(line.slice(-sumLength))?.[1];
  if (sum === undefined) return damaged('no-crc');
  const body = line.slice(0, -sumLength);
  if (crc32(body) !== Number.parseInt(sum, 16)) return damaged('bad-crc');
  const value = parse(`${body}}`);
  if (value === undefined) return damaged('bad-json');
  return typeof value.kind === 'string' && isStamp(value)
    ? decodeHappening(value, value.kind, value)
    : damaged('bad-shape');
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    // No JSON: the line is damaged, and counted as such.
    return undefined;
  }
}

function decodeHappening(value: Readonly<Record<string, unknown>>, kind: string, stamp: Stamp): Decoded {
  if (kind === 'segment' && isInstant(value.format) && value.format > journalFormat) {
    return { kind: 'newer', stamp, format: value.format };
  }
  const sound = hasMembersOf(kind, value);
  if (sound === undefined) return { kind: 'unknown', stamp, of: raw(kind) };
  return sound ? { kind: 'entry', entry: value as unknown as Stamp & Happening } : damaged('bad-shape');
}
