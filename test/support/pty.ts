import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const root = join(import.meta.dirname, '../..');

/** The built program. Tests find it up to date: `.build/build-if-stale.mjs` runs before them. */
export const program = join(root, 'dist/kartei.cjs');

/** Another Node can be named to run the program, not the test (`npm run test:matrix`). */
const node = process.env.KARTEI_NODE ?? process.execPath;

export type PtyOptions = {
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** Beside PATH, HOME, TERM, LANG and TZ, which are set; nothing else is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** The learner's home. Without one, an empty folder that goes away with `close`. */
  readonly home?: string;
  readonly cwd?: string;
  /** What to start in place of the built program, `[file, ...arguments]`. */
  readonly command?: readonly [string, ...string[]];
};

/** What was written at once, and when: `process.hrtime.bigint()`, in nanoseconds. */
export type Output = { readonly at: bigint; readonly bytes: Buffer };

export type PtyExit = { readonly code: number; readonly signal: number | undefined };

export type PtySession = {
  readonly pid: number;
  readonly home: string;
  readonly startedAt: bigint;
  /** Everything that was written so far. */
  readonly outputs: readonly Output[];
  /** Settles when the program has ended and its last output is on the screen. */
  readonly exit: Promise<PtyExit>;
  /** The window's lines as a learner sees them, without trailing blanks. */
  screen(): string[];
  /** What was written so far, escape sequences included. */
  raw(): string;
  press(keys: string): void;
  /**
   * Waits until the screen is as wanted, looking after each output. Gives the instant of the output that made it so;
   * after `timeout` milliseconds, or when the program ends first, it throws an error that shows the screen.
   */
  waitFor(wanted: (screen: string[]) => boolean, timeout?: number): Promise<bigint>;
  resize(columns: number, rows: number): void;
  kill(signal: string): void;
  /** Takes the terminal away, as a closed window or a broken connection does. */
  hangUp(): void;
  /** Ends the program if it still runs, and removes the home that was made for it. */
  close(): Promise<void>;
};

/** Starts the built program in a pseudo-terminal of its own, with a home of its own. */
export async function startKartei(options: PtyOptions = {}): Promise<PtySession> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'kartei-home-')));
  const { columns = 80, rows = 24 } = options;
  const [file, ...args] = options.command ?? [node, program, ...(options.args ?? [])];
  const startedAt = process.hrtime.bigint();
  const pty = spawn(file, args, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: options.cwd ?? home,
    env: { ...isolatedEnvironment(home), ...options.env },
    encoding: null,
  });
  const session = watch(pty, { home, startedAt, columns, rows });
  return {
    ...session,
    async close() {
      session.kill('SIGKILL');
      await session.exit;
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A learner with an empty home, whatever the machine's own settings are. */
export function isolatedEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
  };
}

type Start = { home: string; startedAt: bigint; columns: number; rows: number };

function watch(pty: IPty, { home, startedAt, columns, rows }: Start): Omit<PtySession, 'close'> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const outputs: Output[] = [];
  const watchers = new Set<(at: bigint) => void>();
  let ended: PtyExit | undefined;

  terminal.onData((reply) => pty.write(reply));
  // The declared type is a string; with `encoding: null` it is a buffer.
  (pty.onData as unknown as (listener: (bytes: Buffer) => void) => void)((bytes) => {
    const at = process.hrtime.bigint();
    outputs.push({ at, bytes });
    terminal.write(bytes, () => notify(at));
  });
  const exit = new Promise<PtyExit>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      // An empty write returns after everything before it was drawn.
      terminal.write('', () => {
        ended = { code: exitCode, signal: signal || undefined };
        notify(process.hrtime.bigint());
        resolve(ended);
      });
    });
  });

  function notify(at: bigint): void {
    for (const watcher of [...watchers]) watcher(at);
  }

  function screen(): string[] {
    const buffer = terminal.buffer.active;
    return Array.from(
      { length: terminal.rows },
      (_, row) => buffer.getLine(buffer.baseY + row)?.translateToString(true) ?? '',
    );
  }

  function waitFor(wanted: (screen: string[]) => boolean, timeout = 30_000): Promise<bigint> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) =>
        finish(() => reject(new Error(`${why}. The screen:\n${screen().join('\n')}`)));
      const timer = setTimeout(() => fail(`Not seen in ${timeout} ms`), timeout);
      const watcher = (at: bigint) => {
        if (wanted(screen())) finish(() => resolve(at));
        else if (ended !== undefined) fail(`The program ended with code ${ended.code} before it was seen`);
      };
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        watchers.delete(watcher);
        settle();
      };
      watchers.add(watcher);
      watcher(outputs.at(-1)?.at ?? startedAt);
    });
  }

  return {
    pid: pty.pid,
    home,
    startedAt,
    outputs,
    exit,
    screen,
    waitFor,
    raw: () => Buffer.concat(outputs.map(({ bytes }) => bytes)).toString('utf8'),
    press: (keys) => pty.write(keys),
    resize(toColumns, toRows) {
      terminal.resize(toColumns, toRows);
      pty.resize(toColumns, toRows);
    },
    kill(signal) {
      if (ended === undefined) pty.kill(signal);
    },
    // Missing in the declared type.
    hangUp: () => (pty as unknown as { destroy(): void }).destroy(),
  };
}
