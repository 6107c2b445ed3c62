import { closeSync, constants, openSync, readSync } from 'node:fs';

const nothing = new Uint8Array();
const atMost = 4096;

/** What waits on the terminal, without waiting for more; undefined when the terminal is gone. */
export function readTyped(): Uint8Array | undefined {
  let terminal: number;
  try {
    terminal = openSync('/dev/tty', constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    // No such file on this system, or no terminal of our own: what is typed is heard later.
    return nothing;
  }
  try {
    const typed = new Uint8Array(atMost);
    const length = readSync(terminal, typed);
    return length === 0 ? undefined : typed.subarray(0, length);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EAGAIN' ? nothing : undefined;
  } finally {
    closeSync(terminal);
  }
}
