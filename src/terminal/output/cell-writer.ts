import { Buffer } from 'node:buffer';
import { Writable } from 'node:stream';
import { blankGrid, type CellGrid, type KnownRows, readGrid } from './cell-grid.ts';
import { plainStyle } from './cell-style.ts';
import { drawDifference } from './draw-difference.ts';
import { type PenState, unknownPen } from './pen.ts';

/** The terminal's end of the line: `process.stdout`, or a stand-in. */
export interface TerminalOutput {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  readonly writableNeedDrain?: boolean;
  write(bytes: string): unknown;
  on(event: 'resize' | 'drain', listener: () => void): unknown;
  off(event: 'resize' | 'drain', listener: () => void): unknown;
}

export interface CellWriterOptions {
  /** When it says no, colours are left out; bold, inverse and the like stay. */
  readonly colour?: () => boolean;
  /** Called after each frame has been handed to the terminal, with the bytes it took (0 when nothing changed). */
  readonly onFrame?: (bytes: number) => void;
  /** Called when the window has another size, and a frame for it is wanted. */
  readonly onResize?: () => void;
}

/** Below this a frame arrives in one piece anyway. */
const worthSynchronizing = 1000;

const alternateScreen = '\u001b[?1049h\u001b[?2004h\u001b[?25l\u001b[m\u001b[H\u001b[2J';
const normalScreen = '\u001b[?2026l\u001b[m\u001b[?2004l\u001b[?25h\u001b[?1049l';

/**
 * What Ink takes for its `stdout`: each write is one whole frame, and the terminal gets only what differs from the
 * frame before, in one write. It owns the alternate screen, the cursor, bracketed paste and synchronized output.
 * While it is not entered, the newest frame is kept and nothing is written.
 */
export class CellWriter extends Writable {
  readonly isTTY = true;
  private readonly out: TerminalOutput;
  private readonly options: CellWriterOptions;
  private frame = '';
  /** The frame on the screen, unless the screen was forgotten. */
  private drawn: string | undefined;
  private isEntered = false;
  private isWaiting = false;
  private isCursorShown = false;
  private seen: CellGrid | undefined;
  private known: KnownRows = new Map();
  private wasColour: boolean | undefined;
  private pen: PenState = unknownPen;

  constructor(out: TerminalOutput, options: CellWriterOptions = {}) {
    super({ decodeStrings: false });
    this.out = out;
    this.options = options;
    out.on('resize', this.resized);
    out.on('drain', this.drained);
  }

  get columns(): number {
    return this.out.columns || 80;
  }

  get rows(): number {
    return this.out.rows || 24;
  }

  /** Takes the terminal over and draws the newest frame, if any. */
  enter(): void {
    if (this.isEntered) return;
    this.isEntered = true;
    this.isCursorShown = false;
    this.out.write(alternateScreen);
    this.drawn = undefined;
    this.seen = blankGrid(this.columns, this.drawnRows);
    this.pen = { at: { row: 0, column: 0 }, style: plainStyle, kept: undefined };
    this.draw();
  }

  /** Gives the terminal back as it was found; `enter` may follow, as after Ctrl-Z or an editor. */
  leave(): void {
    if (!this.isEntered) return;
    this.isEntered = false;
    this.out.write(normalScreen);
  }

  /** Draws everything anew, for a screen that something else wrote on. */
  repaint(): void {
    this.forget();
    this.draw();
  }

  /**
   * After word that the window changed. One that is as large as before may have been small in between, and no resize
   * is told, but what stood in it is lost.
   */
  refresh(): void {
    if (this.seen !== undefined) this.repaint();
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    if (chunk !== '') {
      this.frame = chunk;
      this.draw();
    }
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.out.off('resize', this.resized);
    this.out.off('drain', this.drained);
    done(error);
  }

  /** One row stays free, so that no terminal scrolls. */
  private get drawnRows(): number {
    return Math.max(1, this.rows - 1);
  }

  /** Ink, which would draw what it has in the new width, hears nothing of it. */
  private readonly resized = (): void => {
    this.forget();
    this.options.onResize?.();
  };

  private readonly drained = (): void => {
    if (this.isWaiting) this.draw();
  };

  private forget(): void {
    this.drawn = undefined;
    this.seen = undefined;
    this.pen = unknownPen;
  }

  /** A terminal that cannot keep up gets the newest frame once it is ready, and none of those between. */
  private draw(): void {
    this.isWaiting = this.out.writableNeedDrain === true;
    if (!this.isEntered || this.isWaiting || this.frame === '') return;
    const colour = this.options.colour?.();
    const isSame = this.frame === this.drawn && colour === this.wasColour;
    const bytes = isSame ? 0 : this.drawFrame(colour);
    this.options.onFrame?.(bytes);
  }

  /** Gives the bytes it took. */
  private drawFrame(colour: boolean | undefined): number {
    const grid = this.read(colour);
    if (this.seen?.columns !== grid.columns || this.seen.rows.length !== grid.rows.length) this.forget();
    const { bytes, pen } = drawDifference(this.seen, grid, this.pen);
    const output = synchronized(this.withCursor(grid, bytes));
    this.drawn = this.frame;
    this.seen = grid;
    this.pen = pen;
    if (output !== '') this.out.write(output);
    return Buffer.byteLength(output);
  }

  private read(colour: boolean | undefined): CellGrid {
    if (this.seen?.columns !== this.columns || colour !== this.wasColour) this.known = new Map();
    this.wasColour = colour;
    return readGrid(this.frame, this.columns, this.drawnRows, colour, this.known);
  }

  private withCursor(grid: CellGrid, bytes: string): string {
    const wasShown = this.isCursorShown;
    this.isCursorShown = grid.cursor !== undefined;
    if (wasShown === this.isCursorShown) return bytes;
    return this.isCursorShown ? `${bytes}\u001b[?25h` : `\u001b[?25l${bytes}`;
  }
}

const synchronized = (bytes: string): string =>
  bytes.length > worthSynchronizing ? `\u001b[?2026h${bytes}\u001b[?2026l` : bytes;
