import { plans } from '../core/history/progress.ts';
import type { ExamDesk } from '../terminal/exam-desk.ts';
import type { CommandContext } from './command.ts';
import { blueprintsOf } from './library-exams.ts';
import type { Program } from './open-program.ts';
import { sittingsReader } from './read-sittings.ts';

/** The exams of the decks and the sittings of the journal. */
export function examDesk({ system }: CommandContext, { desk, locations }: Program): ExamDesk {
  const read = sittingsReader(locations.progress, system.now);
  return {
    blueprints: () => blueprintsOf(desk.library()),
    sittings: () => read(desk.progress()),
    dates: () => plans(desk.progress()),
  };
}
