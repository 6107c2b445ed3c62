import { type Damage, type Decoded, decodeEntry } from '../core/history/decode-entry.ts';
import { journalFormat } from '../core/history/encode-entry.ts';
import type { Entry, Stamp } from '../core/history/entry.ts';

/** What reading a journal can find; each costs at most the line it stands on. */
const journalFlaws = [
  'torn-tail',
  'no-crc',
  'bad-crc',
  'bad-json',
  'bad-shape',
  'dup-id',
  'seq-gap',
  'unknown-kind',
  'newer-version',
  'watermark-short',
  'unreadable',
] as const;
export type JournalFlaw = (typeof journalFlaws)[number];

/** Entries that one process wrote. Its name is the same in every copy of the file, so it serves for ordering. */
export interface Segment {
  readonly device: string;
  /** `<device>-<8 hex>`. */
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** How far a file was read: what a later reading needs to go on. */
export interface SegmentPlace {
  readonly device: string;
  readonly name: string;
  /** The place that the next entry should have. */
  readonly nextN: number;
  /** A newer program writes this segment. */
  readonly newer: boolean;
}

export type OnFlaw = (flaw: JournalFlaw, line: number) => void;

interface Reading {
  place: SegmentPlace;
  segments: { device: string; name: string; entries: Entry[] }[];
  ids: Set<string>;
  /** Damaged lines since the last sound one: they explain a gap. */
  lost: number;
  /** A damaged line whose successor says whether it was the torn tail of a file that was joined with others. */
  damage: { readonly flaw: JournalFlaw; readonly line: number } | undefined;
  onFlaw: OnFlaw;
}

/**
 * Reads the lines of one journal file from a place on. `torn`: the last line is neither sound nor ended, so it may
 * still be growing.
 */
export function readSegments(
  text: string,
  from: SegmentPlace,
  onFlaw: OnFlaw,
): { segments: readonly Segment[]; place: SegmentPlace; torn: boolean } {
  const reading: Reading = { place: from, segments: [], ids: new Set(), lost: 0, damage: undefined, onFlaw };
  let start = 0;
  let torn = false;
  for (let number = 1; start < text.length; number++) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    torn = !readLine(reading, line, number, found === -1) && found === -1;
    start = end + 1;
  }
  tellDamage(reading, false);
  return { segments: reading.segments, place: reading.place, torn };
}

/** Whether the line was sound. */
function readLine(reading: Reading, line: string, number: number, torn: boolean): boolean {
  tellDamage(reading, line === '');
  if (line === '') return true;
  const decoded = decodeEntry(line);
  if (decoded.kind !== 'damaged') {
    take(reading, decoded, number);
    return true;
  }
  const parts = splitMerged(line).map(decodeEntry);
  const sound = parts.filter((part) => part.kind !== 'damaged');
  if (sound.length < Math.max(parts.length, 2)) {
    reading.lost++;
    reading.damage = { flaw: flawOf(reading, decoded.why, torn), line: number };
  }
  for (const part of sound) take(reading, part, number);
  return false;
}

/** Sealing puts an empty line after a torn tail (`sealMonths`); nobody else writes one. */
function tellDamage(reading: Reading, isTail: boolean): void {
  const { damage } = reading;
  reading.damage = undefined;
  if (damage === undefined) return;
  const isTorn = isTail && damage.flaw !== 'newer-version';
  reading.onFlaw(isTorn ? 'torn-tail' : damage.flaw, damage.line);
}

/** Two records run together when the line end between them was damaged; each is still whole. */
const splitMerged = (line: string): readonly string[] =>
  line.split(/(?<=,"crc":"[0-9a-f]{8}"\}).(?=\{"id":)/s);

function flawOf(reading: Reading, why: Damage, torn: boolean): JournalFlaw {
  if (torn && why !== 'bad-shape') return 'torn-tail';
  return reading.place.newer ? 'newer-version' : why;
}

function take(reading: Reading, decoded: Exclude<Decoded, { kind: 'damaged' }>, number: number): void {
  const stamp = decoded.kind === 'entry' ? decoded.entry : decoded.stamp;
  if (decoded.kind === 'newer') {
    reading.onFlaw('newer-version', number);
    begin(reading, stamp, reading.place.device, decoded.format);
  } else if (decoded.kind === 'entry' && decoded.entry.kind === 'segment') {
    begin(reading, stamp, decoded.entry.device, decoded.entry.format);
  } else if (stamp.n < reading.place.nextN || stamp.n > reading.place.nextN + reading.lost) {
    reading.onFlaw('seq-gap', number);
  }
  reading.place = { ...reading.place, nextN: stamp.n + 1 };
  reading.lost = 0;
  if (decoded.kind === 'unknown') reading.onFlaw('unknown-kind', number);
  if (decoded.kind === 'entry') keep(reading, decoded.entry, number);
}

function keep(reading: Reading, entry: Entry, number: number): void {
  if (reading.ids.has(entry.id)) {
    reading.onFlaw('dup-id', number);
    return;
  }
  reading.ids.add(entry.id);
  const { device, name } = reading.place;
  const last = reading.segments.at(-1);
  if (last?.name === name) last.entries.push(entry);
  else reading.segments.push({ device, name, entries: [entry] });
}

function begin(reading: Reading, stamp: Stamp, device: string, format: number): void {
  const name = stamp.id.slice(0, Math.max(stamp.id.lastIndexOf('-'), 0));
  reading.place = { device, name, nextN: 0, newer: format > journalFormat };
}
