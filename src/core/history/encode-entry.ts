import { crc32Hex } from '../text/hash.ts';
import type { Entry } from './entry.ts';

/** The format of the journal that this program writes and the newest one that it reads. */
export const journalFormat = 1;

/** One journal line without its newline: who and when first, for the reader's eye, and the check sum last. */
export function encodeEntry(entry: Entry): string {
  const { id, n, t, wall, kind, tz, ...rest } = entry;
  const { memory, ...happening } = rest as { readonly memory?: unknown };
  const head = wall === undefined ? { id, n, t, kind } : { id, n, t, wall, kind };
  const tail = memory === undefined ? { tz } : { tz, memory };
  const body = JSON.stringify({ ...head, ...happening, ...tail }).slice(0, -1);
  return `${body},"crc":"${crc32Hex(body)}"}`;
}
