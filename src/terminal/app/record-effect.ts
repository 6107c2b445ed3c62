import type { Entry } from '../../core/history/entry.ts';
import type { DrillEffect } from '../../core/session/drill.ts';
import { type Told, UserError } from '../../core/user-error.ts';
import type { Desk } from './desk.ts';

/** What a session or a sitting hears of its entries. */
export type Recorded =
  /** `others`: another window or machine recorded something meanwhile. */
  | { readonly kind: 'saved'; readonly entries: readonly Entry[]; readonly others: boolean }
  | { readonly kind: 'save-failed'; readonly entries: readonly Entry[]; readonly why: Told };

/** Writes what a session wants recorded; the event tells the session how that went. */
export function recordEffect(
  effect: DrillEffect,
  desk: Pick<Desk, 'append' | 'retry' | 'refresh'>,
): Recorded {
  try {
    const entries = effect.kind === 'append' ? desk.append(effect.happenings) : desk.retry(effect.entries);
    // The next card is chosen after this; another window may have answered it.
    return { kind: 'saved', entries, others: desk.refresh() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'save-failed', entries: pendingOf(error), why: error.told };
  }
}

/** The entries that a failed write was to record; `storage` attaches them to its error. */
const pendingOf = (error: UserError): readonly Entry[] =>
  'pending' in error ? (error.pending as readonly Entry[]) : [];
