import type { Blueprint } from '../../core/exam/blueprint.ts';
import { type Readiness, readinessOn } from '../../core/exam/readiness.ts';
import { type Progress, plans } from '../../core/history/progress.ts';
import type { Library } from '../../core/session/library.ts';
import { hasDeckReader } from '../../storage/deck-reader.ts';
import type { ExamDesk } from '../../terminal/app/exam-desk.ts';
import type { CommandContext } from '../command.ts';
import { blueprintsOf } from './library-exams.ts';
import type { Program } from './open-program.ts';
import { sittingsReader } from './read-sittings.ts';

/** The exams of the decks and the sittings of the journal. */
export function examDesk({ system }: CommandContext, { desk, locations }: Program): ExamDesk {
  const readSittings = sittingsReader(locations.progress, system.now);
  const blueprints = blueprintReader();
  const assess = readinessReader();
  const progress = () => {
    desk.needCards();
    return desk.progress();
  };
  return {
    blueprints: () => (hasDeckReader() ? blueprints(desk.library()) : []),
    sittings: () => readSittings(desk.progress()),
    dates: () => plans(desk.progress()),
    progress,
    readiness: (blueprint) => {
      const now = desk.now();
      const date = plans(desk.progress()).get(blueprint.id);
      const all = progress();
      const moment = { date, now, tz: desk.tz(now) };
      return assess(all, blueprint, () => readinessOn(moment, blueprint, desk.library(), all));
    },
  };
}

/** Exam files are read again when the decks were. */
function blueprintReader(): (library: Library) => readonly Blueprint[] {
  let known: { readonly library: Library; readonly blueprints: readonly Blueprint[] } | undefined;
  return (library) => {
    if (known?.library !== library) known = { library, blueprints: blueprintsOf(library) };
    return known.blueprints;
  };
}

/** Screens ask at each key; the answer is another one only when something was recorded. */
function readinessReader() {
  let known: { readonly progress: Progress; readonly found: Map<Blueprint, Readiness> } | undefined;
  return (progress: Progress, blueprint: Blueprint, assess: () => Readiness): Readiness => {
    if (known?.progress !== progress) known = { progress, found: new Map() };
    const found = known.found.get(blueprint) ?? assess();
    known.found.set(blueprint, found);
    return found;
  };
}
