import { EventEmitter } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import type { Instant, Milliseconds } from '../../core/schedule/time.ts';
import type { Raw } from '../../core/text/shown.ts';
import { type NamedKey, nameKey } from './key-name.ts';
import { readTyped } from './read-typed.ts';
import {
  endsPaste,
  type InputPiece,
  isUnfinishedPaste,
  pasteStart,
  settleRest,
  splitKeys,
  splitLate,
} from './split-keys.ts';

export interface Key extends NamedKey {
  readonly bytes: string;
  /** When the chunk that held it was read. */
  readonly at: Instant;
  /** Counts the chunks: two keys of one chunk were typed before the program could answer the first. */
  readonly chunkId: number;
}

/** The keyboard's end of the line: `process.stdin`, or a stand-in. */
export interface TerminalInput {
  setRawMode?(isRaw: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: string, listener: (chunk: Uint8Array | string) => void): unknown;
  off(event: string, listener: (chunk: Uint8Array | string) => void): unknown;
}

interface KeyEvents {
  key: [Key];
  paste: [Raw];
  /** A key that will wait, and how much of what was typed before it waits too. */
  held: [NamedKey, ahead: number];
  /** The keyboard is gone. */
  end: [];
}

const loneEscape = '\u001b';
/** After this a lone Escape is no longer the start of a sequence. */
const escapeWait: Milliseconds = 40;
/** So long a sequence that has begun may take; so long after a lone Escape, `[A` is still the rest of an arrow key. */
const lateRest: Milliseconds = 500;
/** A paste without an end has ended after this much silence. */
const pasteWait: Milliseconds = 1000;

interface Waiting {
  readonly piece: InputPiece;
  readonly at: Instant;
  readonly chunkId: number;
}

/**
 * Splits what the terminal sends into single keys and pastes. Each is an event of its own and the next one comes
 * after `setImmediate`, so that what a key changed is drawn and listening before the one behind it. Raw mode is
 * switched here and nowhere else.
 */
export class KeyStream extends EventEmitter<KeyEvents> {
  private readonly input: TerminalInput;
  private readonly now: () => Instant;
  private decoder = new StringDecoder('utf8');
  private waiting: Waiting[] = [];
  private isHandingOn = false;
  private isHeld = false;
  private isStarted = false;
  private rest = '';
  private timer: NodeJS.Timeout | undefined;
  private chunkId = 0;
  /** What was taken for a lone Escape, with as much as came of its rest; or the start of a paste whose end did not come. */
  private late = '';
  private lateAt: Instant = 0;

  constructor(input: TerminalInput, now: () => Instant) {
    super();
    this.input = input;
    this.now = now;
  }

  /** Takes the keyboard: raw mode, and keys begin to come. */
  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    this.input.on('data', this.take);
    this.input.on('end', this.ended);
    this.input.on('error', this.ended);
    this.input.setRawMode?.(true);
    this.input.resume();
  }

  /** Gives the keyboard back; what was typed and not yet handed on is dropped. */
  stop(): void {
    if (!this.isStarted) return;
    this.isStarted = false;
    clearTimeout(this.timer);
    this.waiting = [];
    this.rest = '';
    this.late = '';
    this.decoder = new StringDecoder('utf8');
    this.input.off('data', this.take);
    this.input.off('end', this.ended);
    this.input.pause();
    try {
      this.input.setRawMode?.(false);
    } catch {
      // The terminal is gone, and its modes with it.
    }
    this.input.off('error', this.ended);
  }

  private readonly ended = (): void => {
    this.emit('end');
  };

  private readonly take = (chunk: Uint8Array | string): void => {
    clearTimeout(this.timer);
    this.chunkId += 1;
    const text = typeof chunk === 'string' ? chunk : this.decoder.write(chunk);
    const { pieces, rest } = splitKeys(this.rest + this.withoutLateRest(text));
    this.rest = rest;
    for (const piece of pieces) this.queue(piece);
    if (rest !== '') this.timer = setTimeout(this.settle, waitFor(rest));
  };

  private withoutLateRest(text: string): string {
    if (this.late === '') return text;
    const isLate = endsPaste(this.late, text) ?? this.now() - this.lateAt < lateRest;
    const split = isLate ? splitLate(this.late + text) : { late: '', text };
    this.awaitRest(split.late);
    return split.text;
  }

  private awaitRest(late: string): void {
    this.late = late;
    this.lateAt = this.now();
  }

  /** Takes what has been typed by now, for work that does not come back to the event loop. */
  takeTyped(): void {
    const typed = readTyped();
    if (typed === undefined) this.ended();
    else if (typed.length > 0) this.take(typed);
  }

  private readonly settle = (): void => {
    const { rest } = this;
    const piece = settleRest(rest);
    this.rest = '';
    if (rest === loneEscape) this.awaitRest(rest);
    if (piece?.kind === 'paste') this.awaitRest(pasteStart);
    if (piece) this.queue(piece);
  };

  /** Keeps keys waiting, in order and with their times, until they are released. */
  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    if (!this.isHandingOn) this.handOn();
  }

  /** Waits until nothing has been typed for so long. */
  silence(duration: Milliseconds): Promise<void> {
    return new Promise((resolve) => {
      const again = (): void => void timer.refresh();
      const timer = setTimeout(() => {
        this.input.off('data', again);
        resolve();
      }, duration);
      this.input.on('data', again);
    });
  }

  private queue(piece: InputPiece): void {
    const ahead = this.waiting.push({ piece, at: this.now(), chunkId: this.chunkId }) - 1;
    const key = this.isHeld && piece.kind === 'key' ? nameKey(piece.bytes) : undefined;
    if (key) this.emit('held', key, ahead);
    if (!this.isHandingOn) this.handOn();
  }

  private readonly handOn = (): void => {
    const next = this.isHeld ? undefined : this.waiting.shift();
    this.isHandingOn = next !== undefined;
    if (!next) return;
    setImmediate(this.handOn);
    if (next.piece.kind === 'paste') this.emit('paste', next.piece.text);
    else this.emitKey(next.piece.bytes, next);
  };

  private emitKey(bytes: string, { at, chunkId }: Waiting): void {
    const named = nameKey(bytes);
    if (named) this.emit('key', { ...named, bytes, at, chunkId });
  }
}

function waitFor(rest: string): Milliseconds {
  if (isUnfinishedPaste(rest)) return pasteWait;
  return rest === loneEscape ? escapeWait : lateRest;
}
