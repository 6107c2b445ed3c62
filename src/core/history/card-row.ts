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

/** The card of this deck; `undefined` when the row is not sound. */
export function decodeCard(
  [card, part, memoryRow, firstReview, lastStudied, lastEntryAt, tally, marks]: CardRow,
  { collection, deck }: { readonly collection: string; readonly deck: string },
): CardProgress | undefined {
  const memory = memoryRow === null ? undefined : decodeMemory(memoryRow);
  const [answers, right, overridden, ms, lastMs, lastRating, lastMiss] = tally;
  const isSound =
    typeof card === 'string' &&
    Number.isFinite(lastEntryAt) &&
    Number.isFinite(answers) &&
    (memory === undefined || isMemory(memory));
  if (!isSound) return undefined;
  const decoded: Tally = {
    answers,
    right,
    overridden,
    ms,
    lastMs: lastMs ?? undefined,
    lastRating: lastRating ?? undefined,
    lastMiss: lastMiss ?? undefined,
  };
  return {
    ref: { collection, deck, card, part },
    memory,
    suspended: marks?.suspended ?? false,
    buriedUntil: marks?.buriedUntil,
    flag: marks?.flag,
    dueOverride: marks?.dueOverride,
    firstReview: firstReview ?? undefined,
    lastStudied: lastStudied ?? undefined,
    lastEntryAt,
    tally: decoded,
  };
}

const decodeMemory = ([
  state,
  stability,
  difficulty,
  step,
  due,
  lastReview,
  repetitions,
  lapses,
]: MemoryRow): Memory => ({
  state: memoryStates[state] ?? 'new',
  stability,
  difficulty,
  step,
  due,
  lastReview,
  repetitions,
  lapses,
});

const isMemory = ({ stability, difficulty, due, lastReview }: Memory): boolean =>
  [stability, difficulty, due, lastReview].every(Number.isFinite);
