import { writeSync } from 'node:fs';
import type { Shown } from '../../core/text/shown.ts';
import { printLine, written } from './print-line.ts';

/**
 * One of the program's two outputs. Lines go out at once, which pipes, files and terminals take as they take them from
 * Node's stream; the code of that stream is a sixth of a start without a screen. It is loaded when somebody asks for
 * it, and for what cannot be written at once: it waits for a slow reader, and tells what is wrong.
 */
export class Output {
  private readonly file: 1 | 2;
  private readonly open: () => NodeJS.WriteStream;
  private opened: NodeJS.WriteStream | undefined;
  /** Hears of what the stream could not write. */
  onError: (error: NodeJS.ErrnoException) => void = () => {};

  constructor(file: 1 | 2, open: () => NodeJS.WriteStream) {
    this.file = file;
    this.open = open;
  }

  get stream(): NodeJS.WriteStream {
    this.opened ??= this.open().on('error', (error) => this.onError(error));
    return this.opened;
  }

  print(text: Shown): void {
    // What the stream still holds goes first. A Windows console takes its letters from the stream only.
    if (this.opened !== undefined || process.platform === 'win32') printLine(this.stream, text);
    else {
      const rest = this.writeNow(Buffer.from(`${text}\n`));
      if (rest.length > 0) this.stream.write(rest);
    }
  }

  /** Waits until the reader has taken all there is. */
  async written(): Promise<void> {
    if (this.opened !== undefined) await written(this.opened);
  }

  /** What could not be written without waiting, or not at all. */
  private writeNow(bytes: Buffer): Buffer {
    let done = 0;
    try {
      while (done < bytes.length) done += writeSync(this.file, bytes, done);
    } catch {
      // The stream meets the same again, and knows what to do.
    }
    return bytes.subarray(done);
  }
}
