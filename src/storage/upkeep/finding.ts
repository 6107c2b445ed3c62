import type { Raw } from '../../core/text/shown.ts';

/** What `kartei doctor` can find. */
export const findingKinds = [
  'torn-tail',
  'bad-crc',
  'seq-gap',
  'dup-id',
  'unknown-kind',
  'newer-version',
  'future-time',
  'clock-back',
  'orphan-card',
  'state-drift',
  'state-stale',
  'watermark-short',
  'permissions',
  'backup-age',
  'git-dirty',
  'conflict-copies',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A note is worth knowing, a warning worth a look; an error has cost a record, or will. */
export const severities = ['note', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** A path, a deck or an entry, whichever names it best. */
  readonly where: Raw;
  /** Where in the file it was found first; 0 when it is no matter of lines. */
  readonly line: number;
  readonly count: number;
}

/** Exit status of `kartei doctor`: 0 all well, 1 worth a look, 2 something is damaged. */
export const examinationStatus = (findings: readonly Finding[]): 0 | 1 | 2 => {
  if (findings.some(({ severity }) => severity === 'error')) return 2;
  return findings.some(({ severity }) => severity === 'warning') ? 1 : 0;
};
