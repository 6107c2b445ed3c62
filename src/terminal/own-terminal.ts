import type { Instant } from '../core/schedule/time.ts';
import { KeyStream } from './input/key-stream.ts';
import { hangUp, type TerminalModes } from './leave.ts';
import { CellWriter } from './output/cell-writer.ts';
import type { TerminalSystem } from './output/look.ts';

/** The terminal while it shows screens: what is drawn, what is typed, and the modes in which both happen. */
export class OwnTerminal {
  readonly writer: CellWriter;
  readonly keys: KeyStream;
  readonly modes: TerminalModes;
  /** Whether frames are drawn in colour. */
  colour = (): boolean => true;
  /** Called when a frame has been handed to the terminal. */
  onFrame = (): void => {};
  /** Called when the window has another size. */
  onResize = (): void => {};

  constructor(system: TerminalSystem, now: () => Instant) {
    this.writer = new CellWriter(system.stdout, {
      colour: () => this.colour(),
      onFrame: () => this.onFrame(),
      onResize: () => this.onResize(),
    });
    this.keys = new KeyStream(system.stdin, now);
    this.keys.on('end', hangUp);
    this.keys.on('key', ({ name }) => {
      if (name === 'C-l') this.writer.repaint();
    });
    this.modes = {
      listen: () => this.keys.takeTyped(),
      take: () => {
        this.keys.start();
        this.writer.enter();
      },
      giveBack: () => {
        this.writer.leave();
        this.keys.stop();
      },
    };
  }
}
