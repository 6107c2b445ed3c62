import type { Instant, Milliseconds } from '../../core/schedule/time.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import { displayWidth, truncate } from '../../core/text/width.ts';
import { isDumb } from './print-line.ts';

export interface ProgressBar {
  show(done: number, total: number): void;
  /** Leaves the line empty for good: a screen may have the terminal from now on. */
  end(): void;
}

/** What is over sooner needs no bar. */
const patience: Milliseconds = 400;
/** Between two drawings. */
const pause: Milliseconds = 250;
/** Columns. */
const widest = 30;

/** The screen that has the terminal when a bar begins. */
export interface BarGround {
  /** Called as often as the bar hears of the work. */
  listen(): void;
  /** Called when it is time for the bar. */
  giveWay(): void;
}

export interface BarSystem {
  readonly stderr: NodeJS.WriteStream;
  readonly now: () => Instant;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A bar on a line of its own that appears when something takes long; nothing where it could not be taken back. */
export function progressBar(system: BarSystem, label: Shown, ground?: BarGround): ProgressBar {
  const { now, env } = system;
  const started = now();
  let drawn: Instant | undefined;
  let isOver = false;
  return {
    show(done, total) {
      if (isOver || isDumb(env)) return;
      ground?.listen();
      const at = now();
      if (at - started < patience || (drawn !== undefined && at - drawn < pause)) return;
      if (drawn === undefined) ground?.giveWay();
      drawn = at;
      const { stderr: stream } = system;
      if (!stream.isTTY) return;
      const count = shown` ${done}/${total}`;
      // A line that wrapped could not be taken back.
      const room = (stream.columns || 80) - displayWidth(label) - displayWidth(count) - 4;
      const cells = Math.max(0, Math.min(widest, room));
      const full = Math.round((cells * done) / Math.max(1, total));
      const bar = cells === 0 ? '' : ` [${'#'.repeat(full)}${'-'.repeat(cells - full)}]`;
      stream.write(
        `\r\u001b[K${truncate(shown`${label}${bar as Shown}${count}`, (stream.columns || 80) - 1)}`,
      );
    },
    end() {
      if (drawn !== undefined && system.stderr.isTTY) system.stderr.write('\r\u001b[K');
      drawn = undefined;
      isOver = true;
    },
  };
}
