import type { Entry } from '../core/history/entry.ts';
import { type Sentence, sentence } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { errorCode } from './file-system.ts';

const saveFailures = ['disk-full', 'read-only', 'disk-error'] as const;
export type SaveFailure = (typeof saveFailures)[number];

const failureByCode = new Map<string, SaveFailure>([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
]);

const because: Readonly<Record<SaveFailure, Sentence>> = {
  'disk-full': sentence('the disk is full'),
  'read-only': sentence('the folder may not be written to'),
  'disk-error': sentence('the disk reports an error'),
};

const hints: Readonly<Record<SaveFailure, Sentence>> = {
  'disk-full': sentence('Make room, then try again; nothing else was lost.'),
  'read-only': sentence('Make the folder writable, then try again; nothing else was lost.'),
  'disk-error': sentence('Try again; if it stays, choose another folder with --progress.'),
};

/** Something could not be saved. `pending` keeps its ids, so trying again (`Journal.retry`) records it once. */
export class SaveError extends UserError {
  readonly failure: SaveFailure;
  readonly pending: readonly Entry[];

  constructor(cause: unknown, folder: string, pending: readonly Entry[]) {
    const code = errorCode(cause);
    const failure = failureByCode.get(code) ?? 'disk-error';
    super(sentence`NOT SAVED: ${because[failure]} (${code}), ${folder}`, hints[failure]);
    this.name = 'SaveError';
    this.cause = cause;
    this.failure = failure;
    this.pending = pending;
  }
}
