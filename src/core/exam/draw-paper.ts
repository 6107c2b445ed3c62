import { shownOrder } from '../decks/shown-order.ts';
import type { PaperItem } from '../history/entry.ts';
import type { ExamRules, PaperGap } from '../history/exam-rules.ts';
import { mix } from '../schedule/mix.ts';
import type { Instant, Minutes } from '../schedule/time.ts';
import { apportion } from './apportion.ts';
import { type Blueprint, rulesOf } from './blueprint.ts';
import { missedItems } from './collect-sittings.ts';
import { type ExamItem, type ExamLibrary, guessRate, isExaminable, itemsByObjective } from './exam-item.ts';
import { type ExamHistory, lastSeen } from './last-seen.ts';
import { textsOf } from './paper-question.ts';
import { meanRecall, pointChance } from './recall.ts';

/** What the learner asks for; all but seed and language make a paper of their own choice. */
export interface PaperRequest {
  /** Stored with the sitting: the same seed and the same history give the same paper. */
  readonly seed: number;
  /** Every card of the paper is written in it. */
  readonly lang: string;
  readonly now: Instant;
  readonly questions?: number;
  readonly minutes?: Minutes;
  /** Codes of the only objectives to ask. */
  readonly objectives?: readonly string[];
  /** Only what was missed in the last papers, so many. */
  readonly missedIn?: number;
  /** Only what was never seen. */
  readonly unseen?: boolean;
}

export interface Paper {
  readonly exam: string;
  readonly lang: string;
  readonly seed: number;
  readonly rules: ExamRules;
  readonly custom: boolean;
  readonly gaps: readonly PaperGap[];
  readonly items: readonly PaperItem[];
}

/**
 * Draws a paper: places by weight, within an objective what was never or longest not seen first, never two siblings.
 * Places without a card stay empty.
 */
export function drawPaper(
  blueprint: Blueprint,
  library: ExamLibrary,
  history: ExamHistory,
  request: PaperRequest,
): Paper {
  const objectives = blueprint.objectives.filter(({ id }) => request.objectives?.includes(id) ?? true);
  const places = apportion(
    objectives.map(({ weight }) => weight),
    request.questions ?? blueprint.questions,
  );
  const seen = lastSeen(history);
  const candidates = candidatesOf(library, history, request, seen);
  const drawn: Drawn[] = [];
  const gaps: PaperGap[] = [];
  const taken = new Set<string>();
  for (const [i, { id }] of objectives.entries()) {
    const count = places[i] ?? 0;
    const items = take(candidates.get(id) ?? [], count, taken);
    drawn.push(...items.map((item) => ({ item, objective: id })));
    if (items.length < count) gaps.push({ objective: id, missing: count - items.length });
  }
  const { lang, seed, minutes = blueprint.minutes } = request;
  const rules = { ...rulesOf(blueprint), minutes };
  const predict = predictor(library, history, request);
  const items = inSeededOrder(drawn, `${seed} paper`, ({ item }) => item.key).map(({ item, objective }) => ({
    ...item.ref,
    objective,
    order: shownOrder(item.card, `${item.key} ${seed}`),
    texts: textsOf(item.languages.get(lang)?.card ?? item.card),
    predicted: predict(item, objective),
    seenBefore: seen.has(item.key),
    queued: !item.examOnly,
  }));
  return { exam: blueprint.id, lang, seed, rules, custom: isCustom(request), gaps, items };
}

/**
 * The paper in the language that fills most of its places, the wanted one among equals: a deck need not be written in
 * the learner's.
 */
export function drawFullestPaper(
  blueprint: Blueprint,
  library: ExamLibrary,
  history: ExamHistory,
  request: PaperRequest,
): Paper {
  const wanted = drawPaper(blueprint, library, history, request);
  if (wanted.gaps.length === 0) return wanted;
  const languages = new Set([...library.items.values()].flatMap((item) => [...item.languages.keys()]));
  languages.delete(request.lang);
  return [...languages]
    .sort()
    .map((lang) => drawPaper(blueprint, library, history, { ...request, lang }))
    .reduce((best, paper) => (paper.items.length > best.items.length ? paper : best), wanted);
}

interface Drawn {
  readonly item: ExamItem;
  readonly objective: string;
}

/** The chance of a right answer. What is on a paper is covered, so only recall and guessing count. */
function predictor(library: ExamLibrary, { progress }: ExamHistory, { now }: PaperRequest) {
  const lists = itemsByObjective(library);
  const recalls = new Map<string, number>();
  return ({ card }: ExamItem, objective: string): number => {
    const recall = recalls.get(objective) ?? meanRecall(lists.get(objective) ?? [], progress, now);
    recalls.set(objective, recall);
    return pointChance({ coverage: 1, recall, guess: guessRate(card) });
  };
}

const isCustom = ({ questions, minutes, objectives, missedIn, unseen }: PaperRequest): boolean =>
  [questions, minutes, objectives, missedIn].some((wish) => wish !== undefined) || unseen === true;

/** What may be asked, by objective, in the order in which it is taken. */
function candidatesOf(
  library: ExamLibrary,
  { sittings }: ExamHistory,
  { seed, lang, missedIn, unseen }: PaperRequest,
  seen: ReadonlyMap<string, Instant>,
): ReadonlyMap<string, readonly ExamItem[]> {
  const missed = missedIn === undefined ? undefined : missedItems(sittings, missedIn);
  const isWanted = (item: ExamItem): boolean =>
    isExaminable(item) &&
    item.languages.has(lang) &&
    (missed?.has(item.key) ?? true) &&
    !(unseen === true && seen.has(item.key));
  const rank = ({ key }: ExamItem): Instant => seen.get(key) ?? Number.NEGATIVE_INFINITY;
  return new Map(
    [...itemsByObjective(library)].map(([objective, items]) => [
      objective,
      inSeededOrder(items.filter(isWanted), `${seed} draw`, ({ key }) => key).sort((a, b) =>
        rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b)),
      ),
    ]),
  );
}

/** The first items, so many, of which none is a sibling of another on the paper. */
function take(items: readonly ExamItem[], count: number, taken: Set<string>): readonly ExamItem[] {
  const picked: ExamItem[] = [];
  for (const item of items) {
    if (picked.length >= count) break;
    if (item.siblings.some((sibling) => taken.has(sibling))) continue;
    for (const sibling of item.siblings) taken.add(sibling);
    picked.push(item);
  }
  return picked;
}

const inSeededOrder = <T>(things: readonly T[], seed: string, keyOf: (thing: T) => string): T[] =>
  things
    .map((thing) => ({ thing, key: keyOf(thing), place: mix(seed, keyOf(thing)) }))
    .sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1))
    .map(({ thing }) => thing);
