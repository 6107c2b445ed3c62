import { startOfDay } from '../schedule/day.ts';
import type { Day, Instant, Minutes } from '../schedule/time.ts';
import { apportion } from './apportion.ts';
import type { Blueprint, Objective } from './blueprint.ts';
import { type ExamItem, type ExamLibrary, itemsByObjective } from './exam-item.ts';
import { assumedGuesses, passChance } from './pass-chance.ts';
import { type ItemChances, isCounted, isSeen, meanRecall, pointChance, type Recollection } from './recall.ts';
import { termKey, termsOf } from './terms.ts';

/** What the decks and the memories amount to for one objective. */
export interface ObjectiveReadiness {
  readonly objective: Objective;
  /** Items of the paper. */
  readonly places: number;
  /** Share of its terms that a card names, 0 to 1; without terms, whether there is any card. */
  readonly coverage: number;
  /** Terms that no card names. */
  readonly uncovered: Objective['terms'];
  readonly cards: number;
  readonly seen: number;
  /** Mean retrievability on exam day, 0 to 1. */
  readonly recall: number;
}

/** A floor below which no chance is shown; shares are 0 to 1. */
export type Lack =
  | { readonly kind: 'no-date' }
  | { readonly kind: 'coverage'; readonly share: number; readonly floor: number }
  | { readonly kind: 'unseen'; readonly share: number; readonly floor: number };

/** What studying or adding cards for one objective would bring. */
export interface Raise {
  readonly kind: 'study' | 'cover';
  readonly objective: Objective;
  /** More chance to pass, in the band's upper bound; 0 to 1. */
  readonly gain: number;
  /** More points to expect. */
  readonly points: number;
}

export interface Readiness {
  readonly objectives: readonly ObjectiveReadiness[];
  /** Share of the weight that is covered, 0 to 1. */
  readonly coverage: number;
  /** Share of the counted cards that were reviewed at least once, 0 to 1. */
  readonly seen: number;
  readonly lacks: readonly Lack[];
  /** The chance to pass with a weak and a strong shock; `undefined` below the floors. */
  readonly band: { readonly low: number; readonly high: number } | undefined;
  /** Most promising first. */
  readonly raises: readonly Raise[];
}

const coverageFloor = 0.6;
const seenFloor = 0.8;
/** Standard deviations of the shared shock, in logits. */
const shocks = { weak: 0.4, strong: 0.8 } as const;
/** What studying an objective is taken to reach. */
const studied = 0.95;

/** The hour at which an exam is taken to begin. */
const examHour = 9;

/** How ready the learner is for an exam on its date; without a date, now. */
export function readinessOn(
  { date, now, tz }: { readonly date: Day | undefined; readonly now: Instant; readonly tz: Minutes },
  blueprint: Blueprint,
  library: ExamLibrary,
  progress: Recollection,
): Readiness {
  const at = date === undefined ? undefined : startOfDay(date, tz, examHour);
  return readiness(blueprint, library, progress, at, now);
}

/** How ready the learner is for an exam at `examAt` (without a date: now), if nothing is studied until then. */
export function readiness(
  blueprint: Blueprint,
  library: ExamLibrary,
  progress: Recollection,
  examAt: Instant | undefined,
  now: Instant,
): Readiness {
  const at = Math.max(now, examAt ?? now);
  const lists = itemsByObjective(library);
  const places = apportion(
    blueprint.objectives.map(({ weight }) => weight),
    blueprint.questions,
  );
  const objectives = blueprint.objectives.map((objective, i) =>
    assess(objective, places[i] ?? 0, (lists.get(objective.id) ?? []).filter(isCounted), progress, at),
  );
  const coverage = weighted(objectives);
  const seen = seenShare(blueprint, lists, progress);
  const lacks: readonly Lack[] = [
    ...(examAt === undefined ? [{ kind: 'no-date' } as const] : []),
    ...(coverage < coverageFloor - 1e-9
      ? [{ kind: 'coverage', share: coverage, floor: coverageFloor } as const]
      : []),
    ...(seen < seenFloor - 1e-9 ? [{ kind: 'unseen', share: seen, floor: seenFloor } as const] : []),
  ];
  const chanceOf = (all: readonly ObjectiveReadiness[], shock: number) =>
    passChance(paperItems(all), blueprint.cut, shock);
  const high = chanceOf(objectives, shocks.weak);
  const low = chanceOf(objectives, shocks.strong);
  return {
    objectives,
    coverage,
    seen,
    lacks,
    band: lacks.length > 0 ? undefined : { low: Math.min(low, high), high: Math.max(low, high) },
    raises: raisesOf(objectives, (all) => chanceOf(all, shocks.weak)),
  };
}

function assess(
  objective: Objective,
  places: number,
  items: readonly ExamItem[],
  progress: Recollection,
  at: Instant,
): ObjectiveReadiness {
  const named = new Set(items.flatMap(termsOf));
  const uncovered = objective.terms.filter((term) => !named.has(termKey(term)));
  const coverage =
    objective.terms.length === 0
      ? Number(items.length > 0)
      : (objective.terms.length - uncovered.length) / objective.terms.length;
  return {
    objective,
    places,
    coverage,
    uncovered,
    cards: items.length,
    seen: items.filter((item) => isSeen(item, progress)).length,
    recall: meanRecall(items, progress, at),
  };
}

function weighted(objectives: readonly ObjectiveReadiness[]): number {
  const weight = objectives.reduce((sum, { objective }) => sum + objective.weight, 0);
  const covered = objectives.reduce((sum, { objective, coverage }) => sum + objective.weight * coverage, 0);
  return weight === 0 ? 0 : covered / weight;
}

/** A card that serves two objectives counts once. */
function seenShare(
  { objectives }: Blueprint,
  lists: ReadonlyMap<string, readonly ExamItem[]>,
  progress: Recollection,
): number {
  const counted = new Set(objectives.flatMap(({ id }) => (lists.get(id) ?? []).filter(isCounted)));
  const seen = [...counted].filter((item) => isSeen(item, progress)).length;
  return counted.size === 0 ? 0 : seen / counted.size;
}

/** The items of a paper, objective by objective. */
function paperItems(objectives: readonly ObjectiveReadiness[]): readonly ItemChances[] {
  const guesses = assumedGuesses(objectives.reduce((sum, { places }) => sum + places, 0));
  const owners = objectives.flatMap((one) => Array.from({ length: one.places }, () => one));
  return owners.map(({ coverage, recall }, i) => ({ coverage, recall, guess: guesses[i] ?? 0 }));
}

function raisesOf(
  objectives: readonly ObjectiveReadiness[],
  chanceOf: (objectives: readonly ObjectiveReadiness[]) => number,
): readonly Raise[] {
  const chance = chanceOf(objectives);
  const points = expectedPoints(objectives);
  return objectives
    .flatMap((one) => improvements(one).map((change) => ({ one, change })))
    .map(({ one, change: { kind, better } }) => {
      const all = objectives.map((other) => (other === one ? better : other));
      const { objective } = one;
      return { kind, objective, gain: chanceOf(all) - chance, points: expectedPoints(all) - points };
    })
    .sort((a, b) => b.gain - a.gain || b.points - a.points);
}

/** Study what there are cards for; find cards for the terms that have none, and study them. */
function improvements(one: ObjectiveReadiness) {
  const recall = Math.max(one.recall, studied);
  const canStudy = one.cards > 0 && one.recall < studied && one.places > 0 && one.coverage > 0;
  const canCover = one.coverage < 1 && one.places > 0;
  return [
    ...(canStudy ? [{ kind: 'study' as const, better: { ...one, recall } }] : []),
    ...(canCover ? [{ kind: 'cover' as const, better: { ...one, coverage: 1, recall } }] : []),
  ];
}

const expectedPoints = (objectives: readonly ObjectiveReadiness[]): number =>
  paperItems(objectives).reduce((sum, item) => sum + pointChance(item), 0);
