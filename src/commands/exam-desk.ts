import { collectSittings, type SittingRecord } from '../core/exam/collect-sittings.ts';
import type { Entry } from '../core/history/entry.ts';
import { mergeEntries } from '../core/history/merge.ts';
import { type Progress, plans } from '../core/history/progress.ts';
import { diskFileSystem } from '../storage/file-system.ts';
import { readJournal } from '../storage/read-journal.ts';
import type { ExamDesk } from '../terminal/exam-desk.ts';
import type { CommandContext } from './command.ts';
import { blueprintsOf } from './library-exams.ts';
import type { Program } from './open-program.ts';

/** The exams of the decks and the sittings of the journal. */
export function examDesk({ system }: CommandContext, { desk, locations }: Program): ExamDesk {
  let known: { readonly progress: Progress; readonly sittings: readonly SittingRecord[] } | undefined;
  return {
    blueprints: () => blueprintsOf(desk.library()),
    sittings: () => {
      const progress = desk.progress();
      // Each entry makes a new progress, so the same progress has the same sittings.
      if (known?.progress !== progress) {
        known = { progress, sittings: collectSittings(readExamEntries(locations.progress, system.now())) };
      }
      return known.sittings;
    },
    dates: () => plans(desk.progress()),
  };
}

/** What the journal holds of exams: progress keeps too little of a sitting to show it again. */
function readExamEntries(progress: string, now: number): readonly Entry[] {
  const { segments } = readJournal({ fileSystem: diskFileSystem, progress, now });
  const isOfExams = ({ kind }: Entry) => kind === 'undo' || kind.startsWith('exam-');
  return mergeEntries(segments).filter(isOfExams);
}
