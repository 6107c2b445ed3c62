import { encodeEntry } from '../../core/history/encode-entry.ts';
import type { Entry } from '../../core/history/entry.ts';
import type { Instant } from '../../core/schedule/time.ts';
import { type Raw, raw } from '../../core/text/shown.ts';
import type { FileSystem } from '../file-system.ts';
import { type JournalProblem, type JournalReading, readJournal } from '../read-journal.ts';
import type { JournalFlaw } from '../read-segments.ts';
import type { Finding, FindingKind, Severity } from './finding.ts';

export interface ExaminedJournal {
  readonly findings: readonly Finding[];
  readonly reading: JournalReading;
}

const findingOf: Readonly<Record<JournalFlaw, readonly [FindingKind, Severity]>> = {
  'torn-tail': ['torn-tail', 'warning'],
  'no-crc': ['bad-crc', 'error'],
  'bad-crc': ['bad-crc', 'error'],
  'bad-json': ['bad-crc', 'error'],
  'bad-shape': ['bad-crc', 'error'],
  'dup-id': ['dup-id', 'warning'],
  'seq-gap': ['seq-gap', 'error'],
  'unknown-kind': ['unknown-kind', 'warning'],
  'newer-version': ['newer-version', 'warning'],
  'watermark-short': ['watermark-short', 'warning'],
  unreadable: ['permissions', 'error'],
};

/** Names that synchronizers give to the copy that lost: Syncthing, Dropbox, Nextcloud, Google Drive, Seafile. */
const conflictName = /sync-conflict|conflicted copy|\(case conflict|_conf\(|\(SFConflict| \(\d+\)\.jsonl$/u;

/** Reads every file of every device from its beginning and says what is wrong. */
export function examineJournal(fileSystem: FileSystem, progress: string, now: Instant): ExaminedJournal {
  const reading = readJournal({ fileSystem, progress, now });
  const conflicts = reading.watermark.flatMap(({ folder, files }) =>
    files.filter(({ file }) => conflictName.test(file)).map(({ file }) => raw(`${folder}/${file}`)),
  );
  const findings = [
    ...merged(reading.problems),
    ...duplicates(reading),
    ...clockSteps(reading),
    ...conflicts.map((where) => finding('conflict-copies', 'warning', where, 1)),
  ];
  return { findings, reading };
}

const finding = (kind: FindingKind, severity: Severity, where: Raw, count: number, line = 0): Finding => ({
  kind,
  severity,
  where,
  line,
  count,
});

/** One finding for each kind and file. */
function merged(problems: readonly JournalProblem[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const { flaw, file, line, count } of problems) {
    const [kind, severity] = findingOf[flaw];
    const key = `${kind}\n${file}`;
    const known = byPlace.get(key);
    const first = known === undefined ? line : Math.min(known.line, line);
    byPlace.set(key, finding(kind, severity, file, count + (known?.count ?? 0), first));
  }
  return [...byPlace.values()];
}

/** One id in two files: a copy says the same and is harmless, two machines that write as one do not. */
function duplicates({ segments }: JournalReading): readonly Finding[] {
  const first = new Map<string, Entry>();
  const copies = new Map<Raw, number>();
  const clashes = new Map<Raw, number>();
  for (const { file, entries } of segments) {
    for (const entry of entries) {
      const known = first.get(entry.id);
      if (known === undefined) first.set(entry.id, entry);
      else {
        const tally = isCopy(known, entry) ? copies : clashes;
        tally.set(file, (tally.get(file) ?? 0) + 1);
      }
    }
  }
  return [
    ...[...clashes].map(([file, count]) => finding('dup-id', 'error', file, count)),
    ...[...copies].map(([file, count]) => finding('dup-id', 'note', file, count)),
  ];
}

/** A retry has the same id and another place in its file. */
const isCopy = (a: Entry, b: Entry): boolean => encodeEntry({ ...a, n: 0 }) === encodeEntry({ ...b, n: 0 });

/** Entries that had to be dated after their wall clock. */
function clockSteps({ segments }: JournalReading): readonly Finding[] {
  return segments.flatMap(({ file, entries }) => {
    const stepped = entries.filter(({ wall, t }) => wall !== undefined && wall < t).length;
    return stepped === 0 ? [] : [finding('clock-back', 'note', file, stepped)];
  });
}
