import type { Shown } from '../core/text/shown.ts';
import type { System } from '../system.ts';
import type { Language, Messages } from '../terminal/messages/messages.ts';

/** A text of the help pages in each language of the interface. */
export type Bilingual = Readonly<Record<Language, string>>;

export interface Flag {
  /** Without dashes. */
  readonly name: string;
  readonly short?: string;
  /** The value's name in the help; a flag without one is a switch. */
  readonly value?: string;
  /** A value that may be left out or given several times. */
  readonly several?: boolean;
  readonly summary: Bilingual;
  /** What it prints as JSON: lines that name all members, lists and objects as JSON writes them. */
  readonly shape?: readonly string[];
}

/** One command as the help, the completions and the man page describe it. */
export interface Command {
  readonly name: string;
  /** The words after the name, such as `[DECK…|PATH…]`. */
  readonly operands: string;
  readonly summary: Bilingual;
  readonly details?: Bilingual;
  readonly flags: readonly Flag[];
  readonly example: string;
  /** What the shell completes after the name. */
  readonly completes?: 'decks' | 'files' | 'cards' | 'exams' | 'collections' | 'shells';
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** Runs a command and gives the exit status. */
export type Run = (context: CommandContext) => Promise<number>;

export interface Arguments {
  readonly operands: readonly string[];
  /** Switches are `true`; a flag given several times has all its values. */
  readonly flags: ReadonlyMap<string, true | readonly string[]>;
}

export interface CommandContext {
  readonly system: System;
  readonly version: string;
  readonly arguments: Arguments;
  readonly language: Language;
  readonly messages: Messages;
  /** Prints lines to standard output. */
  readonly print: (text: Shown) => void;
  /** Has something done when the command has ended, well or not. */
  readonly atEnd: (task: () => Promise<void>) => void;
  /** Notes a step for `--debug`; nothing without it. */
  readonly log: (what: Shown) => void;
  /** Prints lines to standard error. */
  readonly warn: (text: Shown) => void;
}

export const isSet = (context: CommandContext, flag: string): boolean => context.arguments.flags.has(flag);

/** The last value given for a flag. */
export function flagValue(context: CommandContext, flag: string): string | undefined {
  const values = context.arguments.flags.get(flag);
  return values === undefined || values === true ? undefined : values.at(-1);
}

export function flagValues(context: CommandContext, flag: string): readonly string[] {
  const values = context.arguments.flags.get(flag);
  return values === undefined || values === true ? [] : values;
}
