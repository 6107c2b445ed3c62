import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isolatedEnvironment, program } from './pty.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;

/** What goes wrong in the program's changes to files. */
export interface Fault {
  /** Only of this kind: the name of Node's function. */
  readonly call?: 'fdatasyncSync';
  /** Of which changes: counted from 1, in the order in which they come. */
  readonly from: number;
  readonly to: number;
  /** The system's answer, or the program's end before the change. */
  readonly code: 'EIO' | 'ENOSPC' | 'EROFS' | 'SIGKILL';
}

export const noFault: Fault = { from: 0, to: 0, code: 'EIO' };

export interface FaultyRun {
  readonly stdout: string;
  readonly stderr: string;
  /** `null` when the program was killed. */
  readonly status: number | null;
  /** The changes that were made or tried: the call's name and the path below the home. */
  readonly changes: readonly string[];
}

/** Runs the built program on lines in a home in which changes go wrong. */
export function runFaulty(
  home: string,
  args: readonly string[],
  fault: Fault,
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): FaultyRun {
  const [file, ...words] = faultyCommand(args);
  const { stdout, stderr, status } = spawnSync(file, words, {
    cwd: home,
    env: { ...isolatedEnvironment(home), ...env, ...faultyEnvironment(home, fault) },
    input,
    encoding: 'utf8',
    timeout: 60_000,
  });
  const log = logIn(home);
  const changes = linesOf(log).map((line) => line.replace(`${home}/.local/`, ''));
  rmSync(log, { force: true });
  return { stdout, stderr, status, changes };
}

/** What starts the built program with a disk that fails. */
export const faultyCommand = (args: readonly string[]): [string, ...string[]] => [
  node,
  ...['--require', join(import.meta.dirname, 'faulty-disk.cjs'), program, ...args],
];

export const faultyEnvironment = (home: string, fault: Fault): Readonly<Record<string, string>> => ({
  KARTEI_FAULT: JSON.stringify({ below: join(home, '.local'), log: logIn(home), ...fault }),
});

const logIn = (home: string): string => join(home, 'changes');

/** No file when the program changed nothing. */
function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
}
