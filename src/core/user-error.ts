import type { Shown } from './text/shown.ts';

/** Something is wrong in the user's world. `message` says what and where, `hint` what to do next. */
export class UserError extends Error {
  readonly shown: Shown;
  readonly hint: Shown | undefined;
  /** Set where the exit status is another one than 1: 2 for a wrong command line. */
  readonly exitCode: number | undefined;

  constructor(message: Shown, hint?: Shown, exitCode?: number) {
    super(message);
    this.name = 'UserError';
    this.shown = message;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
