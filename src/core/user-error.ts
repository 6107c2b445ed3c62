import type { Sentence } from './text/sentence.ts';
import { clean, type Shown } from './text/shown.ts';

/** A `Shown` is in the learner's language already. */
export type Told = Shown | Sentence;

/** Something is wrong in the user's world. `message` says what and where, `hint` what to do next. */
export class UserError extends Error {
  readonly told: Told;
  readonly hint: Told | undefined;
  /** Set where the exit status is another one than 1: 2 for a wrong command line. */
  readonly exitCode: number | undefined;

  constructor(message: Told, hint?: Told, exitCode?: number) {
    super(typeof message === 'string' ? message : clean(message.text));
    this.name = 'UserError';
    this.told = message;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
