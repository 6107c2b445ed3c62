import { createScheduler } from '../schedule/fsrs.ts';
import { applyParameters, defaultParameters, type Parameters } from '../schedule/parameters.ts';
import type { Day, Instant } from '../schedule/time.ts';
import { addConnected, affectedKeys } from './affected-keys.ts';
import { addCounts, type CardProgress, type DayCount, DaySums, emptyDay } from './card-progress.ts';
import { computeCard, indexMoves, type Source } from './compute-card.ts';
import type { Entry } from './entry.ts';
import { IdMap } from './id-map.ts';
import { emptyJournal, type Journal, type Subject, standingInOrder } from './journal.ts';
import type { Progress } from './progress.ts';
import { addCardEvent, type Draft, draftOf, recordEntry } from './record-entry.ts';
import { sittingReviews } from './sitting-reviews.ts';
import { Table } from './table.ts';

export interface ReplayOptions {
  readonly now: Instant;
  /** Called now and then with the cards computed and how many they are. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

const progressEvery = 10_000;

/** A replay of the whole journal that gets its entries as they are read. */
export class Replay {
  private readonly draft = { ...draftOf(emptyJournal()), subjects: newSubjects() };
  private readonly options: ReplayOptions;

  constructor(options: ReplayOptions) {
    this.options = options;
  }

  /** The order makes no difference; of copies of an entry the first one counts. False for such a copy. */
  add(entry: Entry): boolean {
    return recordEntry(this.draft, entry, this.options.now) !== undefined;
  }

  /** Progress from all that was added; comes last and once. */
  end(): Progress {
    const { now, onProgress } = this.options;
    for (const [sitting] of this.draft.sittings.entries()) deriveSitting(this.draft, sitting, now);
    return computeAll(settle(this.draft), now, onProgress);
  }
}

const newSubjects = (): Table<Subject> => new Table<Subject>(undefined, new IdMap());

/** Progress from the whole journal. */
export function replay(entries: Iterable<Entry>, options: ReplayOptions): Progress {
  const whole = new Replay(options);
  for (const entry of entries) whole.add(entry);
  return whole.end();
}

/**
 * Progress after one more entry, the same as a replay with it. `now` may have moved on since; an entry that is
 * already known changes nothing.
 */
export const applyEntry = (progress: Progress, entry: Entry, now?: Instant): Progress =>
  applyEntries(progress, [entry], now);

/** The same for many, as after a merge. */
export function applyEntries(
  progress: Progress,
  entries: Iterable<Entry>,
  now: Instant = progress.now,
): Progress {
  const current = now > progress.now ? advance(progress, now) : progress;
  const draft = draftOf(current.journal);
  const fresh: string[] = [];
  for (const entry of entries) {
    if (recordEntry(draft, entry, current.now) !== undefined) fresh.push(entry.id);
  }
  return fresh.length === 0 ? current : recompute(current, draft, fresh);
}

/** Progress at a later instant: entries that were in the future may count by now. */
function advance(progress: Progress, now: Instant): Progress {
  const waiting = [...progress.journal.future.values()].map((entry) => entry.id);
  const later = { ...progress, now };
  return waiting.length === 0 ? later : recompute(progress, draftOf(progress.journal), waiting, now);
}

/** Computes again what the entries of these ids are about. */
function recompute(
  before: Progress,
  draft: Draft,
  ids: readonly string[],
  now: Instant = before.now,
): Progress {
  const affected = affectedKeys(draft, ids);
  for (const sitting of affected.sittings) {
    for (const key of rederiveSitting(before, draft, sitting, now)) affected.cards.add(key);
  }
  addConnected(affected.cards, draft.moves);
  const parameters = affected.parameters ? foldParameters(draft, now) : before.parameters;
  const unknown = !draft.complete && (affected.unknown || reachesBack(draft, affected.sittings));
  if (changesSchedule(before.parameters, parameters)) {
    if (draft.complete) return computeAll(draft, now);
    return { ...before, now, journal: draft, parameters, stale: true };
  }
  const moves = affected.moves ? standingInOrder(draft, draft.moves, now) : before.moves;
  const after = { ...before, now, journal: draft, parameters, moves, stale: before.stale || unknown };
  return affected.cards.size === 0 ? after : recomputeCards(before, after, affected.cards);
}

function recomputeCards(before: Progress, after: Progress, keys: ReadonlySet<string>): Progress {
  const cards = after.cards.fork();
  const days = after.days.fork();
  const add = (sign: 1 | -1) => (day: Day, amount: DayCount) => {
    const sum = addCounts(days.get(day) ?? emptyDay, amount, sign);
    days.set(day, sum.answers === 0 ? undefined : sum);
  };
  const [old, current] = [sourceOf(before), sourceOf(after)];
  let stale = after.stale;
  for (const key of keys) {
    stale ||= after.journal.missingDecks.has(key.split('\n', 2).join('\n'));
    computeCard(old, key, add(-1));
    const { card, late } = computeCard(current, key, add(1));
    cards.set(key, card);
    stale ||= late;
  }
  return { ...after, cards, days, stale };
}

/** What the cards of a progress follow from. */
export const sourceOf = ({ journal, now, moves, scheduler, parameters }: Progress): Source => ({
  journal,
  now,
  moves: indexMoves(moves),
  scheduler,
  dayStart: parameters.dayStart,
});

/** The progress of a complete journal. */
function computeAll(journal: Journal, now: Instant, onProgress?: ReplayOptions['onProgress']): Progress {
  const parameters = foldParameters(journal, now);
  const scheduler = createScheduler(parameters);
  const moves = standingInOrder(journal, journal.moves, now);
  const source: Source = { journal, now, moves: indexMoves(moves), scheduler, dayStart: parameters.dayStart };
  const days = new DaySums();
  const cards = new Map<string, CardProgress>();
  const keys = new Set([...journal.cards.entries()].map(([key]) => key));
  for (const key of source.moves.to.keys()) keys.add(key);
  let done = 0;
  for (const key of keys) {
    const { card } = computeCard(source, key, days.add);
    if (card !== undefined) cards.set(key, card);
    done += 1;
    if (done % progressEvery === 0) onProgress?.(done, keys.size);
  }
  return {
    now,
    stale: false,
    parameters,
    scheduler,
    cards: new Table(cards),
    days: new Table(days.sums),
    moves,
    journal,
  };
}

/** The last word on each parameter counts, for the whole journal: new weights compute all memories anew. */
export const foldParameters = (journal: Journal, now: Instant): Parameters =>
  standingInOrder(journal, journal.parameters, now).reduce(
    (parameters, { changes }) => applyParameters(parameters, changes),
    defaultParameters,
  );

const changesSchedule = (a: Parameters, b: Parameters): boolean =>
  a.retention !== b.retention ||
  a.dayStart !== b.dayStart ||
  String(a.weights) !== String(b.weights) ||
  String(a.learningSteps) !== String(b.learningSteps) ||
  String(a.relearningSteps) !== String(b.relearningSteps);

/** A sitting or a move that began, or belongs, before the checkpoint. */
function reachesBack(draft: Draft, sittings: ReadonlySet<string>): boolean {
  const settled = draft.moves.filter((move) => move.settled).at(-1)?.t ?? Number.NEGATIVE_INFINITY;
  return (
    draft.moves.some((move) => !move.settled && move.t <= settled) ||
    [...sittings].some((sitting) => draft.sittings.get(sitting)?.start === undefined)
  );
}

function deriveSitting(draft: Draft, sitting: string, now: Instant): readonly string[] {
  return sittingReviews(draft, sitting, now).map(({ key, event }) => {
    addCardEvent(draft, key, event);
    return key;
  });
}

/** Replaces the reviews of a sitting; returns the keys that had or have some. */
function rederiveSitting(before: Progress, draft: Draft, sitting: string, now: Instant): readonly string[] {
  const gone = sittingReviews(before.journal, sitting, before.now);
  for (const { key, event } of gone) {
    const had = draft.cards.get(key);
    if (had === undefined) continue;
    draft.cards.set(key, { ...had, events: had.events.filter((other) => other.id !== event.id) });
  }
  return [...gone.map(({ key }) => key), ...deriveSitting(draft, sitting, now)];
}

const settle = ({ owned: _, ...draft }: Draft): Journal => ({
  ...draft,
  subjects: draft.subjects.settle(),
  cards: draft.cards.settle(),
  sittings: draft.sittings.settle(),
  records: draft.records.settle(),
});
