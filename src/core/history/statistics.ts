import type { Memory } from '../schedule/memory.ts';
import { applyCardEvent, type CardEvent, unseenCard } from './card-progress.ts';
import { eventsOf } from './compute-card.ts';
import { type MemoryRef, memoryKey } from './entry.ts';
import type { Progress } from './progress.ts';
import { sourceOf } from './replay.ts';

/** The middle value, the lower of two; `undefined` of none. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

export interface HistoryStep {
  readonly event: CardEvent;
  /** The memory after it. */
  readonly memory: Memory | undefined;
}

/** What happened to a card, oldest first; after a checkpoint only what came since. */
export function historyOf(progress: Progress, ref: MemoryRef): readonly HistoryStep[] {
  const source = sourceOf(progress);
  const key = memoryKey(ref);
  const context = { scheduler: source.scheduler, dayStart: source.dayStart, count: () => {} };
  let card = progress.journal.bases.get(key) ?? unseenCard(ref);
  return eventsOf(source, key).map((event) => {
    card = applyCardEvent(card, event, context);
    return { event, memory: card.memory };
  });
}
