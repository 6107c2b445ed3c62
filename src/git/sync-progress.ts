import type { Milliseconds } from '../core/schedule/time.ts';
import { sentence } from '../core/text/sentence.ts';
import type { Shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import type { Fetched, ProgressRepository, RemoteFile } from './progress-repository.ts';

/** How often somebody else may be faster. */
const mostRaces = 20;

/** Before each further try while the remote refuses and stays as it is: another machine may hold its lock. */
const pauses: readonly Milliseconds[] = [100, 300, 1000, 3000];

/** What the caller counts on the way. Contents come with each byte a character. */
export interface SyncSteps {
  /** The local state is committed and the remote's is known. */
  readonly onFetched: (
    theirs: readonly RemoteFile[],
    read: (blob: string) => Promise<string>,
  ) => Promise<void>;
  /** Both are together on the disk, before they are pushed. */
  readonly onMerged: () => void;
  readonly wait: (time: Milliseconds) => Promise<void>;
}

/**
 * Commit, fetch, merge, push. Why a push was refused is not read from what Git says, but from the remote: when it
 * has moved, another machine was faster, and all begins again with what that one sent.
 */
export async function syncProgress(repository: ProgressRepository, steps: SyncSteps): Promise<void> {
  await repository.commit();
  let fetched = await repository.fetch();
  let refusals = 0;
  for (let races = 0; races < mostRaces; ) {
    const complaint = await mergeAndPush(repository, fetched, steps);
    if (complaint === undefined) return;
    const before = fetched.tip;
    fetched = await repository.fetch();
    if (fetched.tip !== before) {
      // The answer to a push may get lost on the way back.
      if (fetched.tip === (await repository.commitAt('HEAD'))) return;
      races++;
      refusals = 0;
      continue;
    }
    const pause = pauses[refusals++];
    if (pause === undefined) throw refused(complaint);
    await steps.wait(pause);
  }
  throw new UserError(
    sentence`Other machines were faster ${mostRaces} times in a row; everything is kept here.`,
    sentence('Try again: kartei sync'),
  );
}

/** What Git says when the push was refused. */
async function mergeAndPush(
  repository: ProgressRepository,
  fetched: Fetched,
  { onFetched, onMerged }: SyncSteps,
): Promise<Shown | undefined> {
  await onFetched(await repository.compare(fetched.files), (blob) => repository.read(blob));
  await repository.merge(fetched);
  onMerged();
  return await repository.push();
}

const refused = (complaint: Shown): UserError =>
  new UserError(
    sentence('The repository of the progress takes nothing; everything is kept here.'),
    complaint,
  );
