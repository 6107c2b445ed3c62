import { EventEmitter } from 'node:events';
import type { KeyStream } from './key-stream.ts';

/**
 * What Ink takes for its `stdin`: one key for each `readable`, so that components of libraries (menus) never see two
 * keys as one. Raw mode is the key stream's own affair, so Ink's wishes about it do nothing.
 */
export class InkInput extends EventEmitter {
  readonly isTTY = true;
  private bytes: string | null = null;

  constructor(keys: KeyStream) {
    super();
    keys.on('key', (key) => {
      this.bytes = key.bytes;
      this.emit('readable');
      this.bytes = null;
    });
  }

  read(): string | null {
    const { bytes } = this;
    this.bytes = null;
    return bytes;
  }

  setEncoding(): this {
    return this;
  }

  setRawMode(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** Ink asks for all of a `ReadStream`, and uses no more than the above. */
  asStdin(): NodeJS.ReadStream {
    return this as unknown as NodeJS.ReadStream;
  }
}
