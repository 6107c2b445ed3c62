import type { Shown } from './text/shown.ts';

/** Something is wrong in the user's world. `message` says what and where, `hint` what to do next. */
export class UserError extends Error {
  readonly shown: Shown;
  readonly hint: Shown | undefined;

  constructor(message: Shown, hint?: Shown) {
    super(message);
    this.name = 'UserError';
    this.shown = message;
    this.hint = hint;
  }
}
