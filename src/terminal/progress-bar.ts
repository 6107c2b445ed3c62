import type { Instant } from '../core/schedule/time.ts';
import { type Shown, shown } from '../core/text/shown.ts';

export interface ProgressBar {
  show(done: number, total: number): void;
  /** Leaves the line empty for good: a screen may have the terminal from now on. */
  end(): void;
}

/** What is over sooner needs no bar. */
const patience = 400;
const pause = 100;
const mostCells = 30;
const fewestCells = 5;

/** A bar on a line of its own that appears when something takes long; nothing where there is no terminal. */
export function progressBar(stream: NodeJS.WriteStream, now: () => Instant, label: Shown): ProgressBar {
  const started = now();
  let drawn: Instant | undefined;
  let isOver = false;
  return {
    show(done, total) {
      if (isOver || !stream.isTTY) return;
      const at = now();
      if (at - started < patience || (drawn !== undefined && at - drawn < pause)) return;
      drawn = at;
      const beside = `${label} [] ${total}/${total}`.length + 1;
      const room = (stream.columns ?? 80) - beside;
      const cells = Math.max(fewestCells, Math.min(mostCells, room));
      const full = Math.round((cells * done) / Math.max(1, total));
      const bar = '#'.repeat(full) + '-'.repeat(cells - full);
      stream.write(`\r\u001b[K${shown`${label} [${bar as Shown}] ${done}/${total}`}`);
    },
    end() {
      if (drawn !== undefined) stream.write('\r\u001b[K');
      drawn = undefined;
      isOver = true;
    },
  };
}
