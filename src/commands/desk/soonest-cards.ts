import type { Happening } from '../../core/history/entry.ts';
import { everywhere } from '../../core/schedule/study-queue.ts';
import type { Instant, Minutes } from '../../core/schedule/time.ts';
import { correctionsOf } from '../../core/session/card-record.ts';
import { begunItems, hasNew } from '../../core/session/count-decks.ts';
import type { Library } from '../../core/session/library.ts';
import type { SessionSource } from '../../core/session/session-source.ts';
import { type Begun, makeSoonest, readSoonest, type Soonest } from '../../core/session/soonest.ts';
import type { RecordedProgress } from '../../storage/recorded-progress.ts';
import type { Json } from '../../storage/state-envelope.ts';
import type { CountedDecks } from './counted-decks.ts';
import { findUndoable, refOfEntry } from './undoable.ts';

type SessionReading = Pick<
  SessionSource,
  'library' | 'progress' | 'lastUndoable' | 'refOf' | 'read' | 'begun' | 'hasNew'
>;

/** The cards that sessions begin with, kept with the stored state so that no deck must be read that is not asked. */
export class SoonestCards {
  private readonly recorded: RecordedProgress;
  private readonly counted: CountedDecks;
  /** As stored: `null` when nothing is known; `undefined` until somebody wants it. */
  private kept: Soonest | null | undefined;

  constructor(recorded: RecordedProgress, counted: CountedDecks) {
    this.recorded = recorded;
    this.counted = counted;
  }

  /** What is to be recorded of cards whose key was corrected since they were learned. */
  corrections(library: Library, now: Instant, tz: Minutes): readonly Happening[] {
    const counts = this.counted.upToDate(library, now, tz).decks;
    this.recorded.need([...counts].flatMap(([key, { reworded }]) => (reworded > 0 ? [key] : [])));
    const { progress } = this.recorded;
    return correctionsOf(begunItems(library, progress), progress, now);
  }

  /** What a session that opens now reads of the progress. */
  reading(library: () => Library, now: Instant, tz: Minutes): SessionReading {
    const counts = this.counted.upToDate(library(), now, tz).decks;
    return {
      library,
      progress: () => this.recorded.progress,
      lastUndoable: () => findUndoable(this.recorded),
      refOf: (entry) => refOfEntry(this.recorded.newestEntries(), entry),
      read: (decks) => this.recorded.need(decks.length === 0 ? undefined : decks),
      begun: () => this.begun(library(), now, tz),
      hasNew: (deck) => hasNew(counts.get(deck)),
    };
  }

  private begun(library: Library, now: Instant, tz: Minutes): Begun {
    const { recorded } = this;
    const soonest = this.ofUnread();
    const unread = soonest && readSoonest(soonest, library, recorded.progress, now, tz);
    if (unread) recorded.addCards(unread.cards);
    else recorded.need();
    const read = begunItems(library, recorded.progress);
    return unread
      ? { ...unread.begun, items: [...read, ...unread.begun.items] }
      : { items: read, reach: everywhere };
  }

  encode(library: Library, now: Instant, tz: Minutes): Json {
    this.kept = makeSoonest(library, this.recorded.progress, this.ofUnread(), now, tz) ?? null;
    return this.kept as unknown as Json;
  }

  /** What is kept of decks that were not read; nothing when all were, or nothing is known. */
  private ofUnread(): Soonest | undefined {
    if (this.recorded.progress.journal.missingDecks.size === 0) return undefined;
    if (this.kept === undefined) this.kept = this.recorded.storedSoonest() as unknown as Soonest | null;
    return this.kept ?? undefined;
  }
}
