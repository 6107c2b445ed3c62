import type { PtySession } from '../support/pty.ts';
import { isComplete, milliseconds, pause } from './measure.ts';

/** A key's frame is finished when nothing was written for this long, in milliseconds. */
export const quiet = 120;
/** A key that has drawn nothing after so many milliseconds draws nothing. */
const patience = 1000;

export type KeyCost = {
  readonly bytes: number;
  /** Of them, what is no escape sequence: text that can be read. */
  readonly printed: number;
  readonly writes: number;
  /** From the key to the last byte of its frame, in milliseconds. */
  readonly time: number;
  /** The same on a line of 9600 baud. */
  readonly onSlowLine: number;
};

/** Eight data bits between a start bit and a stop bit. */
const slowByte = 10_000 / 9600;

/** When the last of these pieces is through a line of 9600 baud, in milliseconds from `start` on. */
export function slowLineTime(start: bigint, outputs: PtySession['outputs']): number {
  return outputs.reduce(
    (free, { at, bytes }) => Math.max(free, milliseconds(at - start)) + bytes.length * slowByte,
    0,
  );
}

export async function waitUntilComplete(session: PtySession): Promise<void> {
  await session.waitFor(isComplete, 120_000);
  await pause(2 * quiet);
}

/** What each key costs on the terminal. */
export async function pressEach(session: PtySession, keys: readonly string[]): Promise<KeyCost[]> {
  const costs: KeyCost[] = [];
  for (const key of keys) costs.push(await pressOne(session, key));
  return costs;
}

export async function pressOne(session: PtySession, key: string, wait = patience): Promise<KeyCost> {
  const before = session.outputs.length;
  const pressed = process.hrtime.bigint();
  session.press(key);
  await untilQuiet(session, before, wait);
  const written = session.outputs.slice(before);
  const bytes = Buffer.concat(written.map((output) => output.bytes));
  return {
    bytes: bytes.length,
    printed: Buffer.byteLength(bytes.toString('utf8').replace(escapeSequence, '')),
    writes: written.length,
    time: milliseconds((written.at(-1)?.at ?? pressed) - pressed),
    onSlowLine: slowLineTime(pressed, written),
  };
}

async function untilQuiet({ outputs }: PtySession, before: number, wait: number): Promise<void> {
  const start = process.hrtime.bigint();
  for (;;) {
    await pause(10);
    const last = outputs.length > before ? outputs.at(-1)?.at : undefined;
    const waited = milliseconds(process.hrtime.bigint() - (last ?? start));
    if (waited >= (last === undefined ? wait : quiet)) return;
  }
}

const escapeSequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[78DEM])|[\u0000-\u001f]/g;

/** Then a digit rates the card; before, `x` and Enter answer or show it, whatever its kind. */
export const isAnswered = (screen: readonly string[]): boolean =>
  screen.some((line) => /1–4 rate/.test(line));

/** Answers a card or shows its answer, unless that is done. */
export async function answer(session: PtySession): Promise<void> {
  for (let key = 0; key < 8 && !isAnswered(session.screen()); key++)
    await pressOne(session, key % 2 === 0 ? 'x' : '\r');
}

/** The bytes of what stands between the head and the footer of a screen. */
export function ownText(screen: readonly string[]): number {
  const filled = screen.map((line) => line.trim()).filter((line) => line !== '');
  return filled.slice(2, -1).reduce((sum, line) => sum + Buffer.byteLength(line), 0);
}
