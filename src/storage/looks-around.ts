import { type Instant, minute } from '../core/schedule/time.ts';
import type { ReadJournalOptions } from './read-journal.ts';

/** How long a record may wait that reached a folder of a past year, as only an exchange with another machine brings it. */
const pastYearsEvery = minute;

/** How far each look for what others recorded reaches: one goes with each card, and its cost must not grow with the years. */
export class LooksAround {
  /** When the folders of past years were last looked at. */
  private lookedAtAll: Instant;

  constructor(now: Instant) {
    this.lookedAtAll = now;
  }

  next(now: Instant): NonNullable<ReadJournalOptions['reach']> {
    if (Math.abs(now - this.lookedAtAll) < pastYearsEvery) return 'recent';
    this.lookedAtAll = now;
    return 'changed';
  }
}
