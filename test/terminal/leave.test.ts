import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn as spawnPty } from '@lydell/node-pty';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kartei-leave-'));
  program = join(folder, 'program.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../fixtures/terminal-program.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program in a terminal of its own. */
class Session {
  output = '';
  readonly exit: Promise<number>;
  private readonly terminal: IPty;
  private check: () => void = () => {};

  constructor(file: string, args: readonly string[]) {
    this.terminal = spawnPty(file, [...args], {
      cols: 40,
      rows: 10,
      env: { ...process.env, PS1: 'prompt> ' },
    });
    this.terminal.onData((text) => {
      this.output += text;
      this.check();
    });
    this.exit = new Promise((resolve) => {
      this.terminal.onExit(({ exitCode }) => resolve(exitCode));
    });
  }

  /** Waits until the output since the last look holds a text, and takes it. */
  async until(text: string): Promise<string> {
    await new Promise<void>((resolve) => {
      this.check = () => {
        if (this.output.includes(text)) resolve();
      };
      this.check();
    });
    const seen = this.output;
    this.output = '';
    return seen;
  }

  type(bytes: string): void {
    this.terminal.write(bytes);
  }

  kill(signal: string): void {
    this.terminal.kill(signal);
  }
}

const started = async (): Promise<Session> => {
  const session = new Session(process.execPath, [program]);
  await session.until('ready');
  return session;
};

const givenBack = '\u001b[?25h\u001b[?1049l';

describe('leaving', () => {
  test.each([
    ['a key', (session: Session) => session.type('q'), 0, ''],
    ['SIGINT', (session: Session) => session.kill('SIGINT'), 130, ''],
    ['SIGTERM', (session: Session) => session.kill('SIGTERM'), 143, ''],
    ['SIGHUP', (session: Session) => session.kill('SIGHUP'), 129, ''],
    ['our own error', (session: Session) => session.type('x'), 70, 'report: Error: our own'],
    ['a rejection', (session: Session) => session.type('r'), 70, 'report: Error: rejected'],
  ])('by %s gives the terminal back, then reports', async (_, end, code, report) => {
    const session = await started();
    end(session);
    expect(await session.exit).toBe(code);
    expect(session.output).toContain(givenBack);
    expect(session.output.indexOf(report)).toBeGreaterThanOrEqual(
      report ? session.output.indexOf(givenBack) : 0,
    );
  });

  test('Ctrl-Z gives the terminal to the shell, and fg brings the frame back', async () => {
    const session = new Session('bash', ['--norc', '--noprofile', '-i']);
    await session.until('prompt>');
    session.type(`${process.execPath} ${program}\r`);
    await session.until('ready');
    session.type('\u001a');
    expect(await session.until('Stopped')).toContain(givenBack);
    session.type('fg\r');
    expect(await session.until('pressed C-z')).toContain('\u001b[?1049h');
    session.type('j');
    await session.until('j');
    session.type('q');
    await session.until('prompt>');
    session.type('exit\r');
    await session.exit;
  });

  test('a reader that has gone ends the program quietly', async () => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
    const errors: string[] = [];
    child.stderr.on('data', (text) => errors.push(String(text)));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    // A key may still be on its way when the program has ended.
    child.stdin.on('error', () => {});
    const interval = setInterval(() => child.stdin.write('j'), 20);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearInterval(interval);
    expect(code).toBe(0);
    expect(errors.join('')).toBe('');
  });

  test('a keyboard that has gone ends the program', async () => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdin.end();
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(129);
  });
});
