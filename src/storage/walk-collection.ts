import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../core/decks/format-rules.ts';
import { limits } from '../core/decks/limits.ts';
import { sentence } from '../core/text/sentence.ts';
import { errorCode } from './file-system.ts';
import { matchGlob } from './match-glob.ts';

/** So that a home folder given by mistake ends soon. */
const mostEntries = 200_000;

interface Walk {
  readonly root: string;
  readonly ignore: readonly string[];
  /** A problem of a folder or of the whole; `path` is below the root. */
  readonly reportAt: (path: string) => Report;
  readonly files: string[];
  entries: number;
  full: boolean;
}

const start = { line: 1, column: 1 };

/**
 * The Markdown files of a collection, as sorted paths below its root. Symbolic links, hidden names and
 * `node_modules` are passed over; only regular files count.
 */
export function walkCollection(
  root: string,
  ignore: readonly string[],
  reportAt: (path: string) => Report,
): readonly string[] {
  const walk: Walk = { root, ignore, reportAt, files: [], entries: 0, full: false };
  walkFolder(walk, '', 1);
  return walk.files.sort((a, b) => (a < b ? -1 : 1));
}

function walkFolder(walk: Walk, folder: string, depth: number): void {
  const report = walk.reportAt(folder === '' ? '.' : folder);
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(join(walk.root, folder));
  } catch (error) {
    report('limit', start, sentence`This folder cannot be read (${errorCode(error)}).`);
    return;
  }
  for (const entry of entries) {
    if (walk.full) return;
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const wanted = entry.isDirectory() || (entry.isFile() && entry.name.endsWith('.md'));
    if (!wanted || walk.ignore.some((glob) => matchGlob(glob, path))) continue;
    if (++walk.entries > mostEntries || (entry.isFile() && walk.files.length >= limits.files))
      stop(walk, report);
    else if (entry.isFile()) walk.files.push(path);
    else if (depth < limits.folders) walkFolder(walk, path, depth + 1);
    else
      walk.reportAt(path)(
        'limit',
        start,
        sentence`This folder is more than ${limits.folders} folders deep and is not read.`,
        sentence('Move it up, or name it under `ignore` in `.kartei.yaml`.'),
      );
  }
}

const readEntries = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));

function stop(walk: Walk, report: Report): void {
  walk.full = true;
  report(
    'limit',
    start,
    sentence`This collection has more than ${limits.files} Markdown files; the rest is not read.`,
    sentence('Give a folder that holds decks only, or write `ignore` in `.kartei.yaml`.'),
  );
}
