import { hour, type Instant } from '../../core/schedule/time.ts';
import { raw } from '../../core/text/shown.ts';
import type { FileSystem } from '../file-system.ts';
import type { Finding } from './finding.ts';
import { journalFiles } from './journal-files.ts';
import { readSnapshot, snapshotNames } from './snapshot.ts';
import { brokenCopies } from './take-snapshot.ts';

/** A day without study needs no backup; this long after something was recorded it has had its chance. */
const oldest = 7 * 24 * hour;

/** What was recorded and is in no sound snapshot a week later. */
export function examineBackups(
  fileSystem: FileSystem,
  { progress, backups, now }: { readonly progress: string; readonly backups: string; readonly now: Instant },
): readonly Finding[] {
  const names = snapshotNames(fileSystem, backups);
  const newest = readSnapshot(fileSystem, backups, names.at(-1) ?? '');
  const broken = newest === undefined ? [] : brokenCopies(fileSystem, backups, newest);
  if ((names.length > 0 && newest === undefined) || broken.length > 0) {
    return [
      { kind: 'backup-age', severity: 'error', where: raw(backups), line: 0, count: broken.length || 1 },
    ];
  }
  const kept = new Map((newest?.files ?? []).map(({ path, size }) => [path, size]));
  const waiting = journalFiles(fileSystem, progress).filter(
    ({ path, status }) => kept.get(path) !== status.size && now - status.modified > oldest,
  );
  if (waiting.length === 0) return [];
  return [{ kind: 'backup-age', severity: 'warning', where: raw(backups), line: 0, count: waiting.length }];
}
