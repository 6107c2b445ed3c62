import { sentence } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { type GitOptions, gitFailed, runGit } from './run-git.ts';

/** A file of a commit. */
export interface TreeFile {
  readonly path: string;
  readonly blob: string;
}

/** Bytes; what a journal file may have and still be read. */
const largestFile = 400 * 1024 * 1024;

/** Beside the journals, what people and hosts put into a repository. */
const companions = /^(?:\.gitattributes|\.gitignore|\.gitkeep|README(?:\.\w+)?|LICEN[CS]E(?:\.\w+)?)$/u;
const journal = /^(?:[^/\p{Cc}\ufffd]+\/){0,12}[^/\p{Cc}\ufffd]+\.jsonl$/u;

/**
 * The journal files of a commit. A repository that holds anything else was made for another purpose: it is refused
 * with a `UserError`, as are links, submodules, names that are not UTF-8 and folders without end.
 */
export async function readProgressTree(commit: string, options: GitOptions): Promise<readonly TreeFile[]> {
  const listed = await runGit(['ls-tree', '-r', '-l', '-z', '--full-tree', commit], options);
  if (listed.status !== 0) throw gitFailed(listed);
  return listed.stdout
    .split('\0')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, mode, blob, size, path = ''] = /^(\d+) \S+ ([0-9a-f]+) +(\d+|-)\t([\s\S]*)$/u.exec(line) ?? [];
      const isSound = mode?.startsWith('100') && Number(size) <= largestFile;
      if (isSound && blob !== undefined && journal.test(path)) return [{ path, blob }];
      if (isSound && companions.test(path)) return [];
      throw foreign();
    });
}

const foreign = (): UserError =>
  new UserError(
    sentence('This repository holds other things than the progress of kartei.'),
    sentence('Make an empty repository for the progress alone.'),
  );

/** The content of a file of a commit, each byte a character (`latin1`): a torn line may end within one. */
export async function readBlob(blob: string, options: GitOptions): Promise<string> {
  const read = await runGit(['cat-file', 'blob', blob], {
    ...options,
    mostOutput: largestFile,
    encoding: 'latin1',
  });
  if (read.status !== 0) throw gitFailed(read);
  return read.stdout;
}

/** What becomes of a file when two sides are put together. No content is ever dropped. */
export type MergeStep =
  | { readonly kind: 'take'; readonly path: string }
  /** Both hold what the other lacks: theirs stands beside ours under another name. */
  | { readonly kind: 'beside'; readonly path: string; readonly blob: string; readonly copy: string };

export interface MergePlan {
  readonly steps: readonly MergeStep[];
  /** The result is just what they have. */
  readonly isTheirs: boolean;
}

/**
 * Puts two commits of progress together, file by file: files of one side are kept, of two versions the one that
 * goes on where the other ends, and where neither does, both. Whatever either side deleted comes back.
 */
export async function planMerge(
  ours: readonly TreeFile[],
  theirs: readonly TreeFile[],
  read: (blob: string) => Promise<string>,
): Promise<MergePlan> {
  const own = new Map(ours.map(({ path, blob }) => [path, blob]));
  const steps: MergeStep[] = [];
  /** What they have under any name: of a conflict that they settled, the copy is there already. */
  const known = new Set(theirs.map(({ blob }) => blob));
  let isTheirs = ours.length <= theirs.length;
  for (const { path, blob } of theirs) {
    const mine = own.get(path);
    if (mine === blob) continue;
    if (mine === undefined) {
      steps.push({ kind: 'take', path });
      continue;
    }
    const [here, there] = await Promise.all([read(mine), read(blob)]);
    if (there.startsWith(here) || known.has(mine)) steps.push({ kind: 'take', path });
    else {
      isTheirs = false;
      if (!here.startsWith(there)) steps.push({ kind: 'beside', path, blob, copy: copyPath(path, blob) });
    }
  }
  const others = new Set(theirs.map(({ path }) => path));
  return { steps, isTheirs: isTheirs && ours.every(({ path }) => others.has(path)) };
}

/** The same on every machine, so that two machines that find the same conflict make one copy. */
export const copyPath = (path: string, blob: string): string =>
  path.replace(/(?:\.conflict-[0-9a-f]{8})?\.jsonl$/u, `.conflict-${blob.slice(0, 8)}.jsonl`);
