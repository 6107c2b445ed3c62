import { shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import type { ProgressRepository, RemoteFile } from './progress-repository.ts';

/** How often somebody else may be faster. */
const mostTries = 6;

/** What the caller counts on the way. Contents come with each byte a character. */
export interface SyncSteps {
  /** The local state is committed and the remote's is known. */
  readonly onFetched: (
    theirs: readonly RemoteFile[],
    read: (blob: string) => Promise<string>,
  ) => Promise<void>;
  /** Both are together on the disk, before they are pushed. */
  readonly onMerged: () => void;
}

/** Commit, fetch, merge, push; again when another machine was faster. */
export async function syncProgress(repository: ProgressRepository, steps: SyncSteps): Promise<void> {
  await repository.commit();
  for (let tries = 0; tries < mostTries; tries++) {
    const theirs = await repository.fetch();
    await steps.onFetched(await repository.compare(theirs ?? []), (blob) => repository.read(blob));
    if (theirs !== undefined) await repository.merge(theirs);
    steps.onMerged();
    if ((await repository.push()) === 'done') return;
  }
  throw new UserError(
    shown`Other machines were faster ${mostTries} times in a row; everything is kept here.`,
    shown`Try again: kartei sync`,
  );
}
