import type { Progress } from '../../src/core/history/progress.ts';
import { everywhere } from '../../src/core/schedule/study-queue.ts';
import { begunItems } from '../../src/core/session/count-decks.ts';
import { gradeQuestion } from '../../src/core/session/grade-question.ts';
import type { Library } from '../../src/core/session/library.ts';
import type { SessionSource } from '../../src/core/session/session-source.ts';

/** What a session reads where everything was read before, in UTC, with no other window and no exam. */
export const sessionSource = (library: () => Library, progress: () => Progress): SessionSource => ({
  library,
  progress,
  tz: () => 0,
  lang: () => 'en',
  seed: '00000000',
  extraNew: 0,
  lastUndoable: () => undefined,
  sittings: () => [],
  dayPlan: () => undefined,
  read: () => {},
  begun: () => ({ items: begunItems(library(), progress()), reach: everywhere }),
  hasNew: () => true,
  take: () => true,
  refOf: () => undefined,
  grade: gradeQuestion,
});
