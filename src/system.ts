import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Instant, Milliseconds, Minutes } from './core/schedule/time.ts';
import { UserError } from './core/user-error.ts';
import { chooseLanguage, messagesIn } from './terminal/messages/messages.ts';
import { Output } from './terminal/output/output.ts';

/** What the program takes from the machine, read once and passed down, so that tests can give their own. */
export interface System {
  /** Names the build, for what must not outlive it. */
  readonly build: string;
  readonly now: () => Instant;
  /** Time that has passed since the program began, in whole milliseconds; nobody sets it. */
  readonly uptime: () => Milliseconds;
  /** Minutes east of UTC at an instant. */
  readonly tz: (at: Instant) => Minutes;
  /** Eight hex digits, for shuffles that differ from session to session. */
  readonly seed: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly cwd: string;
  /** The folder of the decks that come with the program. */
  readonly shippedDecks: string;
  readonly stdin: NodeJS.ReadStream;
  /** Asking for one of these two loads Node's streams; `OwnSystem` prints without. */
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** The machine itself, with the two outputs on which the program prints outside of its screens. */
export interface OwnSystem extends System {
  readonly out: Output;
  readonly err: Output;
}

/** A folder that was removed while one stood in it has no path; only what needs one fails. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    const { folderGone, folderGoneHint } = messagesIn(chooseLanguage(undefined, process.env)).errors;
    throw new UserError(folderGone, folderGoneHint);
  }
}

export function readSystem(build: string): OwnSystem {
  const out = new Output(1, () => process.stdout);
  const err = new Output(2, () => process.stderr);
  return {
    out,
    err,
    build,
    now: () => Date.now(),
    uptime: () => Math.round(performance.now()),
    tz: (at) => -new Date(at).getTimezoneOffset(),
    // Not from node:crypto, whose loading takes a sixth of bare Node's start; nothing secret hangs on it.
    seed: Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
    env: process.env,
    platform: process.platform,
    home: homedir(),
    get cwd() {
      return workingFolder();
    },
    shippedDecks: join(import.meta.dirname, '../decks'),
    // Node opens a stream when it is first asked for; most commands ask for one of the three.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return out.stream;
    },
    get stderr() {
      return err.stream;
    },
  };
}
