import type { Entry, Happening } from '../core/history/entry.ts';
import type { Moment } from './stamp-entries.ts';

/** Where what happened is kept. What `append` or `retry` has returned survives a kill and a power cut. */
export interface Journal {
  /**
   * Records all of the happenings or throws a `SaveError` whose `pending` goes to `retry`. Entries of one call share
   * one instant.
   */
  append(happenings: readonly Happening[], at: Moment): readonly Entry[];
  /** Records what could not be saved before, under the same ids. */
  retry(pending: readonly Entry[]): readonly Entry[];
  /** Ends the segment. A later `append` begins a new one. */
  close(): void;
}
