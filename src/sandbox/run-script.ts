import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TranscriptEnd } from '../core/decks/transcript.ts';
import { clean, type Raw, raw, type Shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { insideHome, insidePath, type Limits, type Sandbox } from './sandbox.ts';

export interface ScriptOutcome {
  readonly output: Raw;
  /** What came on standard error: complaints of the sandbox itself, when the script joins its own with the output. */
  readonly complaint: Shown;
  readonly status: number;
  readonly end: TranscriptEnd;
}

/**
 * Runs a script for `sh` with all its limits, from standard input that is empty. When it ends, whatever it has
 * started and left behind is ended too.
 */
export async function runScript(script: string, sandbox: Sandbox, limits: Limits): Promise<ScriptOutcome> {
  if (sandbox.kind !== 'none') return await start(script, sandbox, insideHome, limits);
  const home = mkdtempSync(join(tmpdir(), 'kartei-verify-'));
  try {
    if (sandbox.user !== undefined) chownSync(home, sandbox.user, sandbox.user);
    return await start(script, sandbox, home, limits);
  } finally {
    removeFolder(home);
  }
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Folders that may not be entered stay; the system empties its temporary folder.
  }
}

function start(script: string, sandbox: Sandbox, home: string, limits: Limits): Promise<ScriptOutcome> {
  const [program, ...words] = sandbox.words;
  const child = spawn(program, [...words, script, 'sh'], {
    cwd: sandbox.kind === 'none' ? home : '/',
    env: { PATH: insidePath, HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A session of its own: no terminal to write to, and all of it can be ended at once.
    detached: true,
    ...(sandbox.user === undefined ? {} : { uid: sandbox.user, gid: sandbox.user }),
  });
  return outcomeOf(child, limits);
}

function outcomeOf(child: ChildProcess, limits: Limits): Promise<ScriptOutcome> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let taken = 0;
    let complaint = '';
    let end: TranscriptEnd = 'finished';
    const stop = (why: TranscriptEnd): void => {
      if (end === 'finished') end = why;
      endAll(child);
    };
    const timer = setTimeout(() => stop('time'), limits.time);
    const onExit = (): void => endAll(child);
    process.once('exit', onExit);
    child.stdout?.on('data', (piece: Buffer) => {
      if (taken < limits.output) pieces.push(piece.subarray(0, limits.output - taken));
      taken += piece.length;
      if (taken > limits.output) stop('output');
    });
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      complaint = (complaint + piece).slice(-4096);
    });
    const settle = (): void => {
      clearTimeout(timer);
      process.off('exit', onExit);
    };
    child.on('error', (error) => {
      settle();
      reject(new UserError(clean(raw(error.message))));
    });
    child.on('exit', () => endAll(child));
    child.on('close', (status) => {
      settle();
      const output = raw(Buffer.concat(pieces).toString('utf8'));
      resolve({ output, complaint: clean(raw(complaint.trim())), status: status ?? 137, end });
    });
  });
}

/** Ends the sandbox and what runs in it; without one, what stayed in the session. */
function endAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
