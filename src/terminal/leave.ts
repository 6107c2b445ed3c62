import { fstatSync } from 'node:fs';
import { sentence } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import type { Output } from './output/output.ts';
import type { BarGround } from './output/progress-bar.ts';

/** What takes the terminal over and gives it back. Both may be called at any time and more than once. */
export interface TerminalModes {
  take(): void;
  giveBack(): void;
  /** Hears what was typed by now, while a program is busy that does not come back to listen for it. */
  listen?(): void;
}

type WatchedOutputs = Readonly<Record<'out' | 'err', Pick<Output, 'onError'>>>;

/** Exit codes of a program ended by a signal are 128 and the signal's number. */
const signalCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type EndSignal = keyof typeof signalCodes;
const endSignals = Object.keys(signalCodes) as EndSignal[];
/** What remains of a job that the shell could not stop, as in an orphaned process group. */
const stopWait = 200;

let modes: TerminalModes | undefined;
/** What `whileInterruptible` waits for while a screen has the terminal. */
let onceRestored = (): void => {};
let isStopped = false;

/** Gives the terminal back if it was taken; what is printed after this can be read. */
export function restoreTerminal(): void {
  const taken = modes;
  modes = undefined;
  try {
    taken?.giveBack();
  } catch {
    // A terminal that is gone needs nothing back.
  }
  onceRestored();
}

/** The screen that has the terminal, if one does, beneath a bar of progress. */
export const takenTerminal: BarGround = {
  listen: () => modes?.listen?.(),
  giveWay: restoreTerminal,
};

/**
 * Ends the program, here and nowhere else. Ink draws once more while the process ends; what goes wrong there went
 * wrong before and was reported, so the second try, in which no listener is called again, keeps the exit code.
 */
export function leave(code: number): never {
  restoreTerminal();
  try {
    process.exit(code);
  } catch {
    process.exit(code);
  }
}

/**
 * Ends the program for a signal. Node's exit sets the modes of a terminal back and aborts when the terminal is gone; then
 * the signal itself ends the program, after what is to be done at an exit.
 */
function leaveFor(signal: EndSignal): never {
  if ([0, 1, 2].some(isGone)) {
    process.once('exit', () => {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  }
  return leave(signalCodes[signal]);
}

/** Whether a file is a terminal that has vanished; devices that never were one count too, and lose nothing by it. */
function isGone(file: number): boolean {
  try {
    return fstatSync(file).isCharacterDevice() && !process.getBuiltinModule('node:tty').isatty(file);
  } catch {
    // Closed from the start.
    return false;
  }
}

/** Takes the terminal, and sees to it that every way out of the program gives it back. */
export function takeTerminal(terminal: TerminalModes): void {
  modes = terminal;
  terminal.take();
}

/**
 * Ends the program in good order on signals, on our own errors and when standard output is gone. `report` prints an
 * error on the terminal that was given back, and tells the exit code for it.
 */
export function watchExits(report: (error: unknown) => number, { out, err }: WatchedOutputs): void {
  for (const signal of endSignals) process.on(signal, leaveFor);
  process.on('SIGTSTP', suspend);
  process.on('SIGCONT', retake);
  const fail = (error: unknown): never => {
    restoreTerminal();
    return leave(report(error));
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  out.onError = (error) => {
    if (error.code === 'EPIPE') leave(0);
    if (error.code === 'EIO') hangUp();
    fail(new UserError(sentence`The output cannot be written: ${error.message}`));
  };
  err.onError = (error) => (error.code === 'EIO' ? hangUp() : leave(1));
}

/**
 * Lets Ctrl-C, a hang-up and the like end the program at once while work goes on that does not come back to listen for
 * them. For work that has nothing to lose; while a screen has the terminal, Ctrl-C is a key, and the work must be short
 * or give the terminal back.
 */
export async function whileInterruptible<T>(work: () => Promise<T>): Promise<T> {
  const deafen = (): void => {
    for (const signal of endSignals) process.off(signal, leaveFor);
  };
  if (modes === undefined) deafen();
  else onceRestored = deafen;
  try {
    return await work();
  } finally {
    onceRestored = () => {};
    deafen();
    for (const signal of endSignals) process.on(signal, leaveFor);
  }
}

/**
 * Gives the terminal to another program until that ends. Ctrl-C and Ctrl-Z are its own then, and an order to end waits for
 * it; a hang-up ends us at once, whatever the other makes of that.
 */
export async function lendTerminal<T>(borrow: () => Promise<T>): Promise<T> {
  const taken = modes;
  restoreTerminal();
  const heard = new Set<NodeJS.Signals>();
  const hear = (signal: NodeJS.Signals): void => void heard.add(signal);
  const lent = ['SIGINT', 'SIGTERM'] as const;
  process.off('SIGTSTP', suspend);
  for (const signal of lent) process.off(signal, leaveFor).on(signal, hear);
  try {
    return await borrow();
  } finally {
    for (const signal of lent) process.off(signal, hear).on(signal, leaveFor);
    process.on('SIGTSTP', suspend);
    if (heard.has('SIGTERM')) leaveFor('SIGTERM');
    if (taken !== undefined) takeTerminal(taken);
  }
}

/** The keyboard is gone and nobody is left to read: the program goes as if it had been hung up on. */
export const hangUp = (): never => leaveFor('SIGHUP');

/**
 * Stops the whole job, as Ctrl-Z does outside of raw mode, so that the shell of an `npx` notices too. `fg` brings
 * everything back. Where nothing can be stopped, the screen is taken back after a moment.
 */
export function suspend(): void {
  if (!modes || isStopped) return;
  isStopped = true;
  process.off('SIGTSTP', suspend);
  modes.giveBack();
  process.kill(0, 'SIGTSTP');
  setTimeout(() => {
    if (isStopped) retake();
  }, stopWait);
}

/** After a stop the terminal's modes are the shell's, whatever we believe: give back, take again. */
function retake(): void {
  if (isStopped) process.on('SIGTSTP', suspend);
  else modes?.giveBack();
  isStopped = false;
  modes?.take();
}
