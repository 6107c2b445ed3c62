import { collectSittings, type SittingRecord } from '../../core/exam/collect-sittings.ts';
import type { Entry } from '../../core/history/entry.ts';
import { mergeEntries } from '../../core/history/merge.ts';
import type { Progress } from '../../core/history/progress.ts';
import type { Instant } from '../../core/schedule/time.ts';
import { diskFileSystem } from '../../storage/file-system.ts';
import { readJournal } from '../../storage/read-journal.ts';

/** Reads the sittings of a progress folder, and again only when the progress has changed since. */
export function sittingsReader(
  folder: string,
  now: () => Instant,
): (progress: Progress) => readonly SittingRecord[] {
  let known: { readonly progress: Progress; readonly sittings: readonly SittingRecord[] } | undefined;
  return (progress) => {
    // Each entry makes a new progress, so the same progress has the same sittings.
    if (known?.progress !== progress) {
      known = { progress, sittings: collectSittings(readExamEntries(folder, now())) };
    }
    return known.sittings;
  };
}

/** What the journal holds of exams: progress keeps too little of a sitting to show it again. */
function readExamEntries(progress: string, now: Instant): readonly Entry[] {
  const { segments } = readJournal({ fileSystem: diskFileSystem, progress, now });
  const isOfExams = ({ kind }: Entry) => kind === 'undo' || kind.startsWith('exam-');
  return mergeEntries(segments).filter(isOfExams);
}
