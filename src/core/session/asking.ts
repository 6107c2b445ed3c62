import type { QueueCounts } from '../schedule/next-item.ts';
import type { Instant } from '../schedule/time.ts';
import type { Answered, Drill } from './drill.ts';
import type { StudyItem } from './library.ts';
import type { SessionPlan } from './session.ts';
import type { SessionSource } from './session-source.ts';

/** What a session asks and in which order; it is settled when the session opens, and goes on from the answers since. */
export interface Asking {
  next(drill: Drill, now: Instant): StudyItem | undefined;
  /** What is probably asked once the question `asked` is answered. */
  after(asked: StudyItem, drill: Drill, now: Instant): StudyItem | undefined;
  left(drill: Drill, now: Instant): QueueCounts;
  /** Whether an answered card comes again. */
  comesBack(answered: Answered, now: Instant): boolean;
}

/** Settles what a plan asks as of now, of the cards that it takes. */
export type Ask = (
  source: SessionSource,
  plan: SessionPlan,
  now: Instant,
  takes: (item: StudyItem) => boolean,
) => Asking;
