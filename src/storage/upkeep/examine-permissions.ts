import * as fs from 'node:fs';
import { join } from 'node:path';
import { raw } from '../../core/text/shown.ts';
import { errorCode } from '../file-system.ts';
import type { Watermark } from '../watermark.ts';
import type { Finding, Severity } from './finding.ts';

/** Folders that must take new files, and journal files that strangers could change. */
export function examinePermissions(folders: readonly string[], watermark: Watermark): readonly Finding[] {
  const [progress = ''] = folders;
  const below = watermark.map(({ folder }) => join(progress, folder));
  const refused = [...new Set([...folders, ...below])].filter((folder) => !takesFiles(folder));
  const files = watermark.flatMap(({ folder, files: marks }) =>
    marks.map(({ file }) => join(progress, folder, file)),
  );
  const open = files.filter((path) => (modeOf(path) & 0o002) !== 0);
  return [...refused.map((path) => finding('error', path)), ...open.map((path) => finding('warning', path))];
}

const finding = (severity: Severity, where: string): Finding => ({
  kind: 'permissions',
  severity,
  where: raw(where),
  line: 0,
  count: 1,
});

/** A folder that is not there yet is made when it is needed. The mode counts for the superuser too. */
function takesFiles(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    return process.platform === 'win32' || (modeOf(folder) & 0o300) === 0o300;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return errorCode(error) === 'ENOENT';
  }
}

/** Windows knows no such modes. */
const modeOf = (path: string): number =>
  process.platform === 'win32' ? 0o700 : (fs.lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0o700);
