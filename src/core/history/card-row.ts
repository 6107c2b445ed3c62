import { type Memory, memoryStates, type Rating } from '../schedule/memory.ts';
import type { Day, Instant, Milliseconds } from '../schedule/time.ts';
import type { CardProgress, DueOverride, Tally } from './card-progress.ts';

/** A card's progress as a list without names, for a state has a hundred thousand of them. Plain JSON. */
export type CardRow = readonly [
  card: string,
  part: string,
  memory: MemoryRow | null,
  firstReview: Day | null,
  lastStudied: Day | null,
  lastEntryAt: Instant,
  tally: TallyRow,
  marks: Marks | null,
];

type MemoryRow = readonly [
  state: number,
  stability: number,
  difficulty: number,
  step: number,
  due: Instant,
  lastReview: Instant,
  repetitions: number,
  lapses: number,
];

type TallyRow = readonly [
  answers: number,
  right: number,
  overridden: number,
  ms: Milliseconds,
  lastMs: Milliseconds | null,
  lastRating: Rating | null,
  lastMiss: Instant | null,
];

/** What few cards have. */
interface Marks {
  readonly suspended?: boolean;
  readonly buriedUntil?: Instant;
  readonly flag?: string;
  readonly dueOverride?: DueOverride;
}

export function encodeCard(card: CardProgress): CardRow {
  const { ref, firstReview, lastStudied, lastEntryAt } = card;
  const memory = card.memory === undefined ? null : encodeMemory(card.memory);
  const { answers, right, overridden, ms, lastMs, lastRating, lastMiss } = card.tally;
  const tally = [
    answers,
    right,
    overridden,
    ms,
    lastMs ?? null,
    lastRating ?? null,
    lastMiss ?? null,
  ] as const;
  return [
    ref.card,
    ref.part,
    memory,
    firstReview ?? null,
    lastStudied ?? null,
    lastEntryAt,
    tally,
    marksOf(card),
  ];
}

const encodeMemory = (memory: Memory): MemoryRow => [
  memoryStates.indexOf(memory.state),
  memory.stability,
  memory.difficulty,
  memory.step,
  memory.due,
  memory.lastReview,
  memory.repetitions,
  memory.lapses,
];

function marksOf({ suspended, buriedUntil, flag, dueOverride }: CardProgress): Marks | null {
  if (!suspended && buriedUntil === undefined && flag === undefined && dueOverride === undefined) return null;
  return {
    ...(suspended ? { suspended } : {}),
    ...(buriedUntil === undefined ? {} : { buriedUntil }),
    ...(flag === undefined ? {} : { flag }),
    ...(dueOverride === undefined ? {} : { dueOverride }),
  };
}

/**
 * The card of this deck; `undefined` when the row is not sound. Lists are read by their places: to take them apart by name
 * takes V8 five times as long until it has optimized it, and a start is over by then.
 */
export function decodeCard(
  row: CardRow,
  { collection, deck }: { readonly collection: string; readonly deck: string },
): CardProgress | undefined {
  const memory = row[2] === null ? undefined : decodeMemory(row[2]);
  const marks = row[7];
  const isSound =
    typeof row[0] === 'string' &&
    Number.isFinite(row[5]) &&
    Number.isFinite(row[6][0]) &&
    (memory === undefined || isMemory(memory));
  if (!isSound) return undefined;
  return {
    ref: { collection, deck, card: row[0], part: row[1] },
    memory,
    suspended: marks?.suspended ?? false,
    buriedUntil: marks?.buriedUntil,
    flag: marks?.flag,
    dueOverride: marks?.dueOverride,
    firstReview: row[3] ?? undefined,
    lastStudied: row[4] ?? undefined,
    lastEntryAt: row[5],
    tally: decodeTally(row[6]),
  };
}

const decodeTally = (row: TallyRow): Tally => ({
  answers: row[0],
  right: row[1],
  overridden: row[2],
  ms: row[3],
  lastMs: row[4] ?? undefined,
  lastRating: row[5] ?? undefined,
  lastMiss: row[6] ?? undefined,
});

const decodeMemory = (row: MemoryRow): Memory => ({
  state: memoryStates[row[0]] ?? 'new',
  stability: row[1],
  difficulty: row[2],
  step: row[3],
  due: row[4],
  lastReview: row[5],
  repetitions: row[6],
  lapses: row[7],
});

const isMemory = ({ stability, difficulty, due, lastReview }: Memory): boolean =>
  Number.isFinite(stability) &&
  Number.isFinite(difficulty) &&
  Number.isFinite(due) &&
  Number.isFinite(lastReview);
