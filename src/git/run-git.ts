import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { type Milliseconds, minute } from '../core/schedule/time.ts';
import { type Sentence, sentence } from '../core/text/sentence.ts';
import { clean, type Raw, raw, type Shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { refusePipes } from './refuse-pipes.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** An existing repository, always named in full, so that Git never looks for one by itself. */
export interface Repository {
  /** The `.git` folder, or the file of that name in a worktree. Absolute. */
  readonly gitFolder: string;
  readonly workTree: string;
}

export const repositoryAt = (folder: string): Repository => ({
  gitFolder: join(folder, '.git'),
  workTree: folder,
});

/** `remote`: https and ssh. `local`: also the file system, for a path that the learner spelled out. */
export type Transport = 'none' | 'remote' | 'local';

export interface GitOptions {
  readonly env: Environment;
  /** Where Git is started when there is no repository yet. Absolute. */
  readonly folder?: string;
  readonly repository?: Repository;
  readonly transport?: Transport;
  readonly timeout?: Milliseconds;
  /** Bytes of standard output that are taken; more is an error. */
  readonly mostOutput?: number;
  /** How standard output becomes text; `latin1` keeps every byte. UTF-8 by default. */
  readonly encoding?: 'utf8' | 'latin1';
}

export interface GitOutcome {
  readonly status: number;
  /** In UTF-8, bytes that are none became U+FFFD. */
  readonly stdout: Raw;
  /** The last lines of what Git complained about, ready to be shown. */
  readonly complaint: Shown;
}

export const gitFailed = ({ complaint }: GitOutcome): UserError =>
  new UserError(sentence('Git failed.'), complaint);

/** What no configuration of a repository, hostile or not, may change. Options of the command line win over files. */
const hardening = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.alternateRefsCommand=:',
  'core.symlinks=false',
  'core.quotePath=false',
  'core.pager=cat',
  'core.attributesFile=/dev/null',
  'safe.bareRepository=explicit',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'fetch.fsckObjects=true',
  'commit.gpgSign=false',
  'push.gpgSign=false',
  'gc.autoDetach=false',
  'maintenance.autoDetach=false',
  'advice.detachedHead=false',
  'protocol.allow=never',
];

const transports: Readonly<Record<Transport, readonly string[]>> = {
  none: [],
  remote: ['protocol.https.allow=always', 'protocol.ssh.allow=always'],
  local: ['protocol.https.allow=always', 'protocol.ssh.allow=always', 'protocol.file.allow=always'],
};

const defaultTimeout: Milliseconds = 2 * minute;
const defaultMostOutput = 64 * 1024 * 1024;
const mostComplaint = 8 * 1024;

/**
 * Runs Git: no shell, no standard input, no terminal to ask on, nothing started that a repository names. A status
 * other than 0 is an outcome and not an error; a missing Git, a time-out and too much output are `UserError`s.
 */
export async function runGit(words: readonly string[], options: GitOptions): Promise<GitOutcome> {
  const { env, repository, transport = 'none', timeout = defaultTimeout } = options;
  const git = findGit(env);
  if (git === undefined) {
    throw new UserError(
      sentence('Git is not installed, or not on the PATH.'),
      sentence('Install it: apt install git'),
    );
  }
  if (repository !== undefined) refusePipes(repository.gitFolder);
  const settings = [...hardening, ...transports[transport]].flatMap((setting) => ['-c', setting]);
  const place =
    repository === undefined
      ? []
      : [`--git-dir=${repository.gitFolder}`, `--work-tree=${repository.workTree}`];
  const child = spawn(git, ['--no-pager', ...settings, ...place, ...words], {
    cwd: repository?.workTree ?? options.folder,
    env: gitEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A session of its own: ssh and password helpers find no terminal to ask on, and all of it can be ended at once.
    detached: true,
    windowsHide: true,
  });
  return await outcomeOf(child, {
    ...options,
    timeout,
    command: words.find((word) => !word.startsWith('-')) ?? '',
  });
}

/** The first `git` in an absolute folder of the PATH. */
export function findGit(env: Environment): string | undefined {
  return (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter(isAbsolute)
    .flatMap((folder) => [join(folder, 'git'), join(folder, 'git.exe')])
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there or not ours to start: the next folder may have it.
    return false;
  }
}

/** The learner's environment without what would lead Git elsewhere; how to reach hosts stays. */
function gitEnvironment(env: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith('GIT_') || /^GIT_(?:SSL_|SSH$|SSH_COMMAND$|SSH_VARIANT$|CURL_)/u.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C.UTF-8',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_EDITOR: 'true',
    // All commits that kartei makes are its own: nobody's name is needed.
    GIT_AUTHOR_NAME: 'kartei',
    GIT_AUTHOR_EMAIL: 'kartei@localhost',
    GIT_COMMITTER_NAME: 'kartei',
    GIT_COMMITTER_EMAIL: 'kartei@localhost',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_OPTIONAL_LOCKS: '0',
  };
}

interface Bounds extends Pick<GitOptions, 'encoding' | 'mostOutput'> {
  readonly command: string;
  readonly timeout: Milliseconds;
}

function outcomeOf(child: ChildProcess, bounds: Bounds): Promise<GitOutcome> {
  const { command, timeout, mostOutput = defaultMostOutput, encoding = 'utf8' } = bounds;
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let taken = 0;
    let complaint = '';
    const end = (why: Sentence, hint?: Sentence): void => {
      endAll(child);
      reject(new UserError(why, hint));
    };
    const name = clean(raw(command));
    const timer = setTimeout(
      () =>
        end(
          sentence`git ${name} took too long and was ended.`,
          sentence('Check the network, then try again.'),
        ),
      timeout,
    );
    const onExit = (): void => endAll(child);
    process.once('exit', onExit);
    child.stdout?.on('data', (piece: Buffer) => {
      taken += piece.length;
      if (taken <= mostOutput) pieces.push(piece);
      else end(sentence`git ${name} printed more than is sound; it was ended.`);
    });
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      complaint = (complaint + piece).slice(-mostComplaint);
    });
    child.on('error', (error) => end(sentence`git ${name} could not be started: ${error.message}`));
    child.on('close', (status) => {
      clearTimeout(timer);
      process.off('exit', onExit);
      const stdout = raw(Buffer.concat(pieces).toString(encoding));
      resolve({ status: status ?? 1, stdout, complaint: clean(raw(lastLines(complaint))) });
    });
  });
}

/** Ends Git and what it started. */
function endAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Without progress meters and advice, at most twelve lines. */
const lastLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\r') + 1).trim())
    .filter((line) => line !== '' && !line.startsWith('hint:'))
    .slice(-12)
    .join('\n');
