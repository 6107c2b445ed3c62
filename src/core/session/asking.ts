import type { QueueCounts } from '../schedule/next-item.ts';
import type { Instant } from '../schedule/time.ts';
import type { Answered, Drill } from './drill.ts';
import type { StudyItem } from './library.ts';

/** What a session asks and in which order; it is settled when the session opens, and goes on from the answers since. */
export interface Asking {
  next(drill: Drill, now: Instant): StudyItem | undefined;
  /** What is probably asked once the question `asked` is answered. */
  after(asked: StudyItem, drill: Drill, now: Instant): StudyItem | undefined;
  left(drill: Drill, now: Instant): QueueCounts;
  /** Whether an answered card comes again. */
  comesBack(answered: Answered, now: Instant): boolean;
}
