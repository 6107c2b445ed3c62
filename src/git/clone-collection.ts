import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, minute } from '../core/schedule/time.ts';
import { sentence } from '../core/text/sentence.ts';
import { type Raw, raw, type Shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { putFile } from './put-file.ts';
import { refuseOwnPrograms } from './refuse-own-programs.ts';
import type { RemotePlace } from './remote-place.ts';
import { removeStaleLocks } from './remove-stale-locks.ts';
import {
  type Environment,
  type GitOutcome,
  gitFailed,
  type Repository,
  repositoryAt,
  runGit,
  type Transport,
} from './run-git.ts';

/** What a repository of decks may amount to before anything of it is written to the disk. */
const mostFiles = 20_000;
const defaultMostBytes = 256 * 1024 * 1024;
/** In one another. What goes deeper can neither be named nor removed on every system. */
const mostFolders = 100;

const networkTimeout = 10 * minute;

export interface CloneOptions {
  readonly env: Environment;
  readonly place: RemotePlace;
  readonly branch: string | undefined;
  /** A folder that does not exist; its parent does. */
  readonly target: string;
  readonly parent: string;
  /** Of all files together. */
  readonly mostBytes?: number;
}

/** Clones the newest state of one branch, looks at its size, and writes its files. Throws a `UserError`. */
export async function cloneCollection(options: CloneOptions): Promise<void> {
  const { env, place, branch, target, parent } = options;
  const isLocal = place.kind === 'local';
  const words = [
    ...['clone', '--quiet', '--depth=1', '--no-tags', '--single-branch', '--no-recurse-submodules'],
    ...['--no-checkout', '--no-local', '--template='],
    ...(branch === undefined ? [] : [`--branch=${branch}`, `--config=${chosenBranch}=${branch}`]),
    ...['--', isLocal ? place.path : place.url, target],
  ];
  const transport: Transport = isLocal ? 'local' : 'remote';
  const cloned = await runGit(words, { env, folder: parent, transport, timeout: networkTimeout });
  if (cloned.status !== 0) throw new UserError(sentence('It could not be fetched.'), cloned.complaint);
  const repository = repositoryAt(target);
  ignoreAttributes(repository);
  const head = await runGit(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], { env, repository });
  if (head.status !== 0) throw new UserError(sentence('The repository is empty.'));
  await checkOut({ env, repository }, 'HEAD', options.mostBytes);
}

/** The key of a repository's configuration that says which branch the learner asked for. */
const chosenBranch = 'kartei.branch';

export interface Place {
  readonly env: Environment;
  readonly repository: Repository;
}

/** No filter and no conversion that a repository asks for: what stands here goes before its own attributes. */
export function ignoreAttributes({ gitFolder }: Repository): void {
  const info = join(gitFolder, 'info');
  if (!existsSync(info)) mkdirSync(info);
  const line = '* -filter -text -eol -ident -working-tree-encoding -merge -diff\n';
  putFile(join(info, 'attributes'), line);
}

/** Makes the files those of a commit, after a look at how many, how large and how deep they are. */
async function checkOut(
  { env, repository }: Place,
  commit: string,
  mostBytes: number = defaultMostBytes,
): Promise<void> {
  const listed = await runGit(['ls-tree', '-r', '-l', '-z', '--full-tree', commit], { env, repository });
  if (listed.status !== 0) throw gitFailed(listed);
  const lines = listed.stdout.split('\0');
  const sizes = lines.flatMap((line) => /^100\d+ blob \S+ +(\d+)\t/u.exec(line)?.[1] ?? []);
  const bytes = sizes.reduce((sum, size) => sum + Number(size), 0);
  if (sizes.length > mostFiles || bytes > mostBytes) {
    throw new UserError(
      sentence`The repository holds ${sizes.length} files of ${Math.round(bytes / 1024 / 1024)} MiB, too much for decks.`,
      sentence`At most ${mostFiles} files and ${Math.round(mostBytes / 1024 / 1024)} MiB are taken.`,
    );
  }
  if (lines.some((line) => line.split('/').length - 1 > mostFolders)) {
    throw new UserError(sentence`The repository has more than ${mostFolders} folders in one another.`);
  }
  const written = await runGit(['reset', '--quiet', '--hard', commit], { env, repository });
  if (written.status !== 0) throw gitFailed(written);
}

export type UpdateOutcome =
  | { readonly kind: 'same' | 'updated' }
  /** The remote or its branch cannot be reached, for the moment or for ever; what is here stays. */
  | { readonly kind: 'unreachable'; readonly why: Shown };

/**
 * Fetches the newest state of the branch and makes the files equal to it, also after a force-push. What the learner
 * changed in them is kept as a Git stash. Throws a `UserError`.
 */
export async function updateCollection(
  place: Place,
  transport: Transport,
  now: Instant,
): Promise<UpdateOutcome> {
  const { repository } = place;
  removeStaleLocks(repository.gitFolder, now);
  await refuseOwnPrograms(place.env, repository);
  const before = await read(place, 'rev-parse', 'HEAD');
  const fetched = await fetchBranch(place, transport);
  if ('why' in fetched) return { kind: 'unreachable', why: fetched.why };
  ignoreAttributes(repository);
  const after = await read(place, 'rev-parse', `refs/remotes/origin/${fetched.branch}`);
  const changes = await read(place, 'status', '--porcelain', '--untracked-files=all', '--no-renames');
  if (before === after && changes === '') return { kind: 'same' };
  if (changes !== '') await keepChanges(place);
  await checkOut(place, after);
  if (fetched.isOther) await follow(place, fetched.branch, after);
  return { kind: before === after ? 'same' : 'updated' };
}

const read = async ({ env, repository }: Place, ...words: string[]): Promise<Raw> =>
  raw((await runGit(words, { env, repository })).stdout.trim());

/** The branch that is here; when it is gone there and nobody asked for it, the one that took its place. */
async function fetchBranch(
  place: Place,
  transport: Transport,
): Promise<{ readonly branch: string; readonly isOther: boolean } | { readonly why: Shown }> {
  const fetchIt = (branch: string): Promise<GitOutcome> =>
    runGit(
      [
        ...['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--update-shallow'],
        ...['origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`],
      ],
      { ...place, transport, timeout: networkTimeout },
    );
  const branch = await read(place, 'symbolic-ref', '--short', '--quiet', 'HEAD');
  const first = await fetchIt(branch);
  if (first.status === 0) return { branch, isOther: false };
  const other = await defaultBranch(place, transport);
  const isChosen = (await read(place, 'config', '--local', '--get', chosenBranch)) !== '';
  if (other === undefined || other === branch || isChosen) return { why: first.complaint };
  const second = await fetchIt(other);
  return second.status === 0 ? { branch: other, isOther: true } : { why: second.complaint };
}

async function defaultBranch(place: Place, transport: Transport): Promise<string | undefined> {
  const words = ['ls-remote', '--quiet', '--symref', 'origin', 'HEAD'];
  const { status, stdout } = await runGit(words, { ...place, transport, timeout: networkTimeout });
  return status === 0 ? /^ref: refs\/heads\/([^-\s]\S*)\tHEAD$/mu.exec(stdout)?.[1] : undefined;
}

/** Lets HEAD name the branch; at each moment it names one that exists. */
async function follow({ env, repository }: Place, branch: string, commit: string): Promise<void> {
  const head = `refs/heads/${branch}`;
  for (const words of [
    ['update-ref', head, commit],
    ['symbolic-ref', 'HEAD', head],
  ]) {
    const outcome = await runGit(words, { env, repository });
    if (outcome.status !== 0) throw gitFailed(outcome);
  }
}

async function keepChanges({ env, repository }: Place): Promise<void> {
  const words = ['stash', 'push', '--quiet', '--include-untracked', '--message=before kartei update'];
  const kept = await runGit(words, { env, repository });
  if (kept.status !== 0) throw gitFailed(kept);
}

/** The URL that a repository is fetched from. */
export async function remoteUrl({ env, repository }: Place): Promise<Raw> {
  const { stdout } = await runGit(['config', '--local', '--get', 'remote.origin.url'], { env, repository });
  return raw(stdout.trim());
}
