import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Instant, minute } from '../core/schedule/time.ts';
import { sentence } from '../core/text/sentence.ts';
import type { Shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { ignoreAttributes } from './clone-collection.ts';
import { isFile, journalsBelow } from './journal-files.ts';
import {
  copyPath,
  type MergeStep,
  planMerge,
  readBlob,
  readProgressTree,
  type TreeFile,
} from './progress-tree.ts';
import { putFile } from './put-file.ts';
import { refuseOwnPrograms } from './refuse-own-programs.ts';
import { type RemotePlace, readRemotePlace } from './remote-place.ts';
import { removeStaleLocks } from './remove-stale-locks.ts';
import {
  type Environment,
  type GitOptions,
  type GitOutcome,
  gitFailed,
  type Repository,
  repositoryAt,
  runGit,
  type Transport,
} from './run-git.ts';
import { takeSyncLock, type Unlock, type Wait } from './sync-lock.ts';

const networkTimeout = 5 * minute;
const servedSafely =
  '-c core.hooksPath=/dev/null -c core.alternateRefsCommand=: -c receive.autoGC=false -c core.fsmonitor=false';

export interface RemoteFile extends TreeFile {
  /** The same file stands on this disk. */
  readonly isHere: boolean;
}

/** The remote's state. */
export interface Fetched {
  /** The commit that its branch points to; `undefined` when it is empty. */
  readonly tip: string | undefined;
  readonly files: readonly TreeFile[];
}

/** The progress folder as a Git work tree with a remote. Nothing in here deletes or shortens a file. */
export class ProgressRepository {
  private readonly options: GitOptions;
  private readonly folder: string;
  private readonly repository: Repository;
  private readonly makeFolders: (path: string) => void;

  /** `makeFolders` makes a folder and those above it that are missing. */
  constructor(folder: string, env: Environment, makeFolders: (path: string) => void) {
    this.folder = folder;
    this.repository = repositoryAt(folder);
    this.options = { env, repository: this.repository };
    this.makeFolders = makeFolders;
  }

  isThere(): boolean {
    return lstatSync(join(this.folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  }

  /** Makes the folder a work tree of this remote; a folder that is one of another remote stays as it is. */
  async init(place: RemotePlace): Promise<void> {
    const url = place.kind === 'local' ? place.path : place.url;
    if (this.isThere()) {
      const known = await this.remote();
      if (known === url) return;
      if (known !== '') {
        throw new UserError(sentence('The progress is already synchronized with another repository.'));
      }
    } else {
      this.makeFolders(this.folder);
      const { env } = this.options;
      const words = ['init', '--quiet', '--template=', '--initial-branch=main', '--', this.folder];
      const made = await runGit(words, { env, folder: this.folder });
      if (made.status !== 0) throw gitFailed(made);
    }
    await this.must('config', '--local', 'remote.origin.url', url);
    await this.must('config', '--local', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
  }

  /**
   * Keeps other syncs of this progress off until what it gives is called; `undefined` when one runs on and on. What a sync
   * that was killed left locked is free again after as long as Git may take.
   */
  async lock(now: () => Instant, wait: Wait): Promise<Unlock | undefined> {
    const unlock = await takeSyncLock(this.repository.gitFolder, now, wait);
    if (unlock) removeStaleLocks(this.repository.gitFolder, now(), networkTimeout);
    return unlock;
  }

  /** The remote's URL; empty when there is none. */
  async remote(): Promise<string> {
    return (await this.git('config', '--local', '--get', 'remote.origin.url')).stdout.trim();
  }

  /** Commits what is on the disk. Files that vanished come back; one that was cut keeps its longer form beside it. */
  async commit(): Promise<void> {
    await refuseOwnPrograms(this.options.env, this.repository);
    ignoreAttributes(this.repository);
    const isFirst = (await this.commitAt('HEAD')) === undefined;
    if (!isFirst) {
      await this.must('reset', '--quiet');
      await this.repair(await readProgressTree('HEAD', this.options));
    }
    const files = journalsBelow(this.folder);
    await this.withPaths(files, 'add', '--force', '--ignore-removal');
    const staged = await this.git('diff', '--cached', '--quiet', '--no-ext-diff', '--no-textconv');
    if (staged.status === 0 && !isFirst) return;
    await this.must('commit', '--quiet', '--no-verify', '--allow-empty', '--message=Progress');
  }

  private async repair(committed: readonly TreeFile[]): Promise<void> {
    const gone = committed.filter(({ path }) => !isFile(join(this.folder, path)));
    await this.withPaths(
      gone.map(({ path }) => path),
      'checkout',
      '--quiet',
      'HEAD',
    );
    const changed = (await this.must('diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', 'HEAD'))
      .stdout;
    const blobs = new Map(committed.map(({ path, blob }) => [path, blob]));
    for (const path of changed.split('\0')) {
      const blob = blobs.get(path);
      if (blob === undefined) continue;
      const before = await readBlob(blob, this.options);
      if (readFileSync(join(this.folder, path), 'latin1').startsWith(before)) continue;
      this.writeBeside(copyPath(path, blob), before);
    }
  }

  /** Fetches the remote's state. The remote is refused when it holds other things. */
  async fetch(): Promise<Fetched> {
    const flags = ['--no-tags', '--no-recurse-submodules', '--prune'];
    const refs = '+refs/heads/*:refs/remotes/origin/*';
    const fetched = await this.remotely('fetch', 'upload-pack', ...flags, 'origin', refs);
    if (fetched.status !== 0) throw unreachable(fetched.complaint);
    const branch = await this.branch();
    const tip = await this.commitAt(`refs/remotes/origin/${branch}`);
    return { tip, files: tip === undefined ? [] : await readProgressTree(tip, this.options) };
  }

  /** The commit that a name stands for; `undefined` when there is none. */
  async commitAt(name: string): Promise<string | undefined> {
    const { status, stdout } = await this.git('rev-parse', '--quiet', '--verify', name);
    return status === 0 ? stdout.trim() : undefined;
  }

  /** The branch that all machines share: the only one of the remote, `main` where there is none or a choice. */
  private async branch(): Promise<string> {
    const listed = await this.must('for-each-ref', '--format=%(refname:lstrip=3)', 'refs/remotes/origin/');
    const branches = listed.stdout.split('\n').filter((name) => name !== '' && name !== 'HEAD');
    const [only] = branches;
    return only !== undefined && branches.length === 1 ? only : 'main';
  }

  /** The files of the remote, with what of them is committed here too. */
  async compare(theirs: readonly TreeFile[]): Promise<readonly RemoteFile[]> {
    const ours = new Map(
      (await readProgressTree('HEAD', this.options)).map(({ path, blob }) => [path, blob]),
    );
    return theirs.map(({ path, blob }) => ({ path, blob, isHere: ours.get(path) === blob }));
  }

  read(blob: string): Promise<string> {
    return readBlob(blob, this.options);
  }

  /** Takes in what was fetched. */
  async merge({ tip, files: theirs }: Fetched): Promise<void> {
    if (tip === undefined) return;
    if ((await this.git('merge-base', '--is-ancestor', tip, 'HEAD')).status === 0) return;
    const ours = await readProgressTree('HEAD', this.options);
    const { steps, isTheirs } = await planMerge(ours, theirs, (blob) => readBlob(blob, this.options));
    const isBehind = (await this.git('merge-base', '--is-ancestor', 'HEAD', tip)).status === 0;
    if (isTheirs && isBehind) {
      await this.must('merge', '--quiet', '--ff-only', tip);
      return;
    }
    const flags = ['--quiet', '--strategy=ours', '--no-commit', '--no-ff', '--allow-unrelated-histories'];
    await this.must('merge', ...flags, tip);
    await this.takeSteps(steps, tip);
    await this.must('commit', '--quiet', '--no-verify', '--message=Progress of several machines');
  }

  private async takeSteps(steps: readonly MergeStep[], tip: string): Promise<void> {
    const taken = steps.flatMap((step) => (step.kind === 'take' ? [step.path] : []));
    await this.withPaths(taken, 'checkout', '--quiet', tip);
    const copies: string[] = [];
    for (const step of steps) {
      if (step.kind === 'take') continue;
      this.writeBeside(step.copy, await readBlob(step.blob, this.options));
      copies.push(step.copy);
    }
    await this.withPaths(copies, 'add', '--force');
  }

  /** Writes a conflict copy unless it is there already. */
  private writeBeside(path: string, content: string): void {
    const target = join(this.folder, path);
    this.makeFolders(dirname(target));
    if (!isFile(target)) writeFileSync(target, content, { flag: 'wx', mode: 0o600, encoding: 'latin1' });
  }

  /** Sends the branch. What Git says when that was refused, for whatever reason; otherwise nothing. */
  async push(): Promise<Shown | undefined> {
    const refs = `HEAD:refs/heads/${await this.branch()}`;
    const pushed = await this.remotely('push', 'receive-pack', '--no-verify', 'origin', refs);
    return pushed.status === 0 ? undefined : pushed.complaint;
  }

  private git(...words: string[]): Promise<GitOutcome> {
    return runGit(words, this.options);
  }

  private async must(...words: string[]): Promise<GitOutcome> {
    const outcome = await this.git(...words);
    if (outcome.status !== 0) throw gitFailed(outcome);
    return outcome;
  }

  /** A remote on this machine is served by this Git, which starts none of the hooks that lie there. */
  private async remotely(command: string, end: string, ...words: string[]): Promise<GitOutcome> {
    const place = readRemotePlace(await this.remote());
    if (place === undefined) throw new UserError(sentence('The progress has no remote that could be used.'));
    const isLocal = place.kind === 'local';
    const server = isLocal ? `git ${servedSafely} ${end}` : `git-${end}`;
    const transport: Transport = isLocal ? 'local' : 'remote';
    const all = [command, '--quiet', `--${end}=${server}`, ...words];
    return runGit(all, { ...this.options, transport, timeout: networkTimeout });
  }

  /** Runs a command on files by their exact names, however many they are. */
  private async withPaths(paths: readonly string[], ...words: string[]): Promise<void> {
    if (paths.length === 0) return;
    const list = join(this.folder, '.git/kartei-paths');
    putFile(list, paths.join('\0'));
    await this.must('--literal-pathspecs', ...words, `--pathspec-from-file=${list}`, '--pathspec-file-nul');
  }
}

const unreachable = (complaint: Shown): UserError =>
  new UserError(
    sentence('The repository of the progress cannot be reached; everything is kept here.'),
    complaint,
  );
