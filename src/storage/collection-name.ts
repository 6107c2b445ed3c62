import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { readRegularFile } from './read-regular-file.ts';

/** At the root of a collection. */
export const settingsFile = '.kartei.yaml';

const longestConfig = 1024 * 1024;

/**
 * The root of the collection that a file or folder belongs to: the nearest folder upwards with `.kartei.yaml`, else
 * the top of the Git work tree, else the folder itself (for a file, its folder). An absolute, real path.
 */
export function findCollectionRoot(path: string): string {
  const real = realOf(resolve(path));
  const start = isFolder(real) ? real : dirname(real);
  const folders = foldersUp(start);
  return (
    folders.find((folder) => exists(join(folder, settingsFile))) ??
    folders.find((folder) => exists(join(folder, '.git'))) ??
    start
  );
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Whatever is wrong with it is said when it is read.
    return path;
  }
}

function foldersUp(start: string): readonly string[] {
  const folders = [start];
  for (let folder = dirname(start); folder !== folders.at(-1); folder = dirname(folder)) folders.push(folder);
  return folders;
}

const statOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** What cannot be looked at is not there, as for every other program of this learner. */
function exists(path: string): boolean {
  try {
    return statOf(path) !== undefined;
  } catch {
    return false;
  }
}

/** No folder, or none that can be looked at: whoever reads it says which. */
function isFolder(path: string): boolean {
  try {
    return statOf(path)?.isDirectory() === true;
  } catch {
    return false;
  }
}

/** The name of a collection whose settings give none: `host/owner/name` of its Git remote, else `local/FOLDER`. */
export function defaultCollectionName(root: string): string {
  const remote = readRemote(root)?.url;
  return (remote && normalizeRemote(remote)) ?? `local/${basename(root) || 'root'}`;
}

/** Where the Git work tree around a folder comes from. */
export interface Remote {
  /** The top of the work tree. */
  readonly top: string;
  readonly url: string;
  /** The branch that is checked out. */
  readonly branch: string | undefined;
}

/** The top of the Git work tree around a folder, if it is in one. */
export const findWorkTree = (folder: string): string | undefined =>
  foldersUp(folder).find((one) => exists(join(one, '.git')));

/** Reads it from Git's files without starting Git; `undefined` outside of a work tree and without a remote. */
export function readRemote(root: string): Remote | undefined {
  const top = findWorkTree(root);
  const config = top === undefined ? undefined : readGitConfig(join(top, '.git'));
  const url = config === undefined ? undefined : remoteOf(config);
  if (top === undefined || url === undefined) return undefined;
  const branch = /^ref: refs\/heads\/(.+)$/mu.exec(readText(join(top, '.git/HEAD')) ?? '')?.[1];
  return { top, url, branch };
}

/** `.git` is a folder, or in worktrees and submodules a file that names one. */
function readGitConfig(git: string): string | undefined {
  const pointer = readText(git);
  const named = pointer === undefined ? undefined : /^gitdir: (.+)$/mu.exec(pointer)?.[1];
  const folder = named === undefined ? git : below(dirname(git), named.trim());
  const common = readText(join(folder, 'commondir'))?.trim();
  return readText(join(common === undefined ? folder : below(folder, common), 'config'));
}

const below = (folder: string, path: string): string => (isAbsolute(path) ? path : join(folder, path));

function readText(path: string): string | undefined {
  const reading = readRegularFile(path, longestConfig);
  return reading.kind === 'read' ? reading.content.toString('utf8') : undefined;
}

/** The URL of `origin`, else of the first remote, in the text of a Git configuration. */
function remoteOf(config: string): string | undefined {
  const urls = new Map<string, string>();
  let remote: string | undefined;
  for (const line of config.split('\n')) {
    const text = line.trim();
    if (text.startsWith('[')) remote = /^\[remote "([^"]*)"\]/iu.exec(text)?.[1];
    const url = remote === undefined ? undefined : /^url\s*=\s*"?([^"]*)"?$/iu.exec(text)?.[1];
    if (remote !== undefined && url && !urls.has(remote)) urls.set(remote, url.trim());
  }
  return urls.get('origin') ?? urls.values().next().value;
}

/**
 * `host/owner/name` in lower case, the same for https, ssh and `git@host:` URLs. A remote on this machine gives
 * nothing: no path of a machine is ever part of a key.
 */
function normalizeRemote(url: string): string | undefined {
  const found =
    /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:@]+)(?::\d+)?\/(.+)$/iu.exec(url) ??
    /^(?:[^/@:]+@)?([^/:@]{2,}):(?!\/\/)(.+)$/u.exec(url);
  const path = found?.[2]
    ?.replace(/^\/+/u, '')
    .replace(/\/+$/u, '')
    .replace(/\.git$/u, '');
  const name = `${found?.[1]}/${path}`.toLowerCase();
  return found && path && /^[^\s\u0000-\u001f]{3,300}$/u.test(name) ? name : undefined;
}
