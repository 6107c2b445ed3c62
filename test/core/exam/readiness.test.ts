import { describe, expect, it } from 'vitest';
import type { Objective } from '../../../src/core/exam/blueprint.ts';
import { brier, calibration } from '../../../src/core/exam/calibration.ts';
import { collectSittings } from '../../../src/core/exam/collect-sittings.ts';
import { readiness } from '../../../src/core/exam/readiness.ts';
import { day, minute } from '../../../src/core/schedule/time.ts';
import { raw } from '../../../src/core/text/shown.ts';
import {
  blueprint,
  choice,
  deck,
  entry,
  libraryOf,
  numbered,
  progressOf,
  review,
  start,
  typed,
} from './exam-fixture.ts';

const now = start + 5 * day;
const examAt = now + 10 * day;
const objective = (id: string, weight: number, terms: readonly string[] = []): Objective => ({
  id,
  title: raw(id),
  weight,
  terms: terms.map(raw),
});
const exam = (...objectives: readonly Objective[]) =>
  blueprint(Object.fromEntries(objectives.map(({ id, weight }) => [id, weight])), { objectives });
/** Four good reviews a day apart. */
const learned = (id: string, deckId = 'd') => [0, 1, 2, 3].map((d) => review(id, start + d * day, 3, deckId));

describe('readiness', () => {
  it('counts as covered the terms that cards name, by weight', () => {
    const library = libraryOf({
      d: deck('1', typed('a', 'terms: [GRUB, boot  loader]')),
      e: deck('2', typed('b')),
    });
    const { objectives, coverage } = readiness(
      exam(objective('1', 3, ['grub', 'Boot loader', 'MBR']), objective('2', 1), objective('3', 2)),
      library,
      progressOf([]),
      examAt,
      now,
    );
    expect(objectives.map((one) => one.coverage)).toEqual([2 / 3, 1, 0]);
    expect(objectives[0]?.uncovered).toEqual(['MBR']);
    expect(coverage).toBeCloseTo((3 * (2 / 3) + 1) / 6, 12);
  });

  it('takes the mean retrievability on exam day; a new card counts its guess rate', () => {
    const library = libraryOf({ d: deck('1', choice('a'), typed('b')) });
    const fresh = readiness(exam(objective('1', 1)), library, progressOf([]), examAt, now);
    expect(fresh.objectives[0]?.recall).toBeCloseTo(0.125, 12);
    const progress = progressOf([...learned('a'), ...learned('b')]);
    const soon = readiness(exam(objective('1', 1)), library, progress, examAt, now);
    const late = readiness(exam(objective('1', 1)), library, progress, examAt + 300 * day, now);
    expect(soon.objectives[0]?.recall).toBeGreaterThan(0.85);
    expect(late.objectives[0]?.recall).toBeLessThan(soon.objectives[0]?.recall ?? 0);
  });

  it('leaves cards that are kept for exams out, for nobody can learn them', () => {
    const library = libraryOf({
      d: deck('1', typed('a'), typed('b', 'pool: exam'), typed('c', 'retired: true')),
    });
    const { objectives, seen } = readiness(
      exam(objective('1', 1)),
      library,
      progressOf(learned('a')),
      examAt,
      now,
    );
    expect(objectives[0]).toMatchObject({ cards: 1, seen: 1 });
    expect(seen).toBe(1);
  });

  it('shows a band once a date is set, 60 % is covered and 80 % of the cards were reviewed', () => {
    const library = libraryOf({ d: deck('1', ...numbered(5)) });
    const progress = (count: number) => progressOf(numbered(count).flatMap((_, i) => learned(`t${i}`)));
    const of = (count: number, weight: number, at: number | undefined) =>
      readiness(exam(objective('1', weight), objective('2', 10 - weight)), library, progress(count), at, now);
    expect(of(4, 6, examAt).lacks).toEqual([]);
    expect(of(4, 6, examAt).band).toBeDefined();
    expect(of(4, 6, undefined)).toMatchObject({ lacks: [{ kind: 'no-date' }], band: undefined });
    expect(of(4, 5, examAt)).toMatchObject({ lacks: [{ kind: 'coverage', share: 0.5 }], band: undefined });
    expect(of(3, 6, examAt)).toMatchObject({ lacks: [{ kind: 'unseen', share: 0.6 }], band: undefined });
    expect(of(0, 1, undefined).lacks.map(({ kind }) => kind)).toEqual(['no-date', 'coverage', 'unseen']);
  });

  it('has the lower end of its band with the stronger shock when things look good', () => {
    const library = libraryOf({ d: deck('1', ...numbered(5)) });
    const progress = progressOf(numbered(5).flatMap((_, i) => learned(`t${i}`)));
    const { band } = readiness(exam(objective('1', 60)), library, progress, examAt, now);
    expect(band?.low).toBeLessThan(band?.high ?? 0);
    expect(band?.low).toBeGreaterThan(0.5);
  });

  it('names first what would raise the chance most', () => {
    const library = libraryOf({ d: deck('1', ...numbered(5)), e: deck('2', ...numbered(5, 'u')) });
    const progress = progressOf(numbered(5).flatMap((_, i) => learned(`t${i}`)));
    const { raises } = readiness(
      exam(objective('1', 20), objective('2', 25), objective('3', 15)),
      library,
      progress,
      examAt,
      now,
    );
    expect(raises.map(({ kind, objective: { id } }) => `${kind} ${id}`).slice(0, 2)).toEqual([
      'study 2',
      'cover 3',
    ]);
    expect(raises.every(({ points }) => points > 0)).toBe(true);
  });
});

describe('the predictions of earlier papers', () => {
  const paper = (at: number, predicted: number, points: readonly number[]) => {
    const begin = entry(at, {
      kind: 'exam-start',
      exam: 'x',
      lang: 'en',
      seed: 1,
      deadline: at + 90 * minute,
      extraTime: 0,
      rules: blueprint({ 1: points.length }),
      custom: false,
      gaps: [],
      items: points.map((_, i) => ({
        collection: 'c',
        deck: 'd',
        card: `t${i}`,
        part: '',
        objective: '1',
        order: [],
        predicted,
        seenBefore: false,
        queued: true,
      })),
    });
    return [begin, entry(at + minute, { kind: 'exam-hand-in', sitting: begin.id, why: 'handed-in', points })];
  };
  const of = (...papers: readonly (readonly [number, readonly number[]])[]) =>
    calibration(collectSittings(papers.flatMap(([p, points], i) => paper(start + i * day, p, points))));

  it('are told once there are two papers', () => {
    expect(of([0.5, [1, 0]])).toBeUndefined();
    expect(of([0.5, [1, 0]], [0.5, [1, 0]])).toMatchObject({ papers: 2, items: 4, brier: 0.25 });
  });

  it.each([
    [[{ predicted: 1, right: true }], 0],
    [[{ predicted: 1, right: false }], 1],
    [
      [
        { predicted: 0.8, right: true },
        { predicted: 0.4, right: false },
      ],
      0.1,
    ],
  ])('%j have a Brier score of %d', (outcomes, score) => {
    expect(brier(outcomes)).toBeCloseTo(score, 12);
  });

  it('that were too low give an offset above 0, and one that few items do not carry far', () => {
    const few = of([0.5, [1, 1]], [0.5, [1, 1]])?.offset ?? 0;
    const many = of([0.5, Array(60).fill(1)], [0.5, Array(60).fill(1)])?.offset ?? 0;
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(few);
    expect(of([0.9, [0, 1]], [0.9, [0, 1]])?.offset).toBeLessThan(0);
    expect(of([0.5, [1, 0]], [0.5, [0, 1]])?.offset).toBeCloseTo(0, 9);
  });
});

describe('sittings in a journal', () => {
  const begin = (at: number) =>
    entry(at, {
      kind: 'exam-start',
      ...{ exam: 'x', lang: 'en', seed: 1, deadline: at + minute, extraTime: 0, custom: false },
      ...{ gaps: [], items: [], rules: blueprint({ 1: 1 }) },
    });

  it('count copies once, undone hand-ins not at all, and nothing after the first hand-in', () => {
    const first = begin(start);
    const handIn = (at: number) =>
      entry(at, { kind: 'exam-hand-in', sitting: first.id, why: 'handed-in', points: [] });
    const mark = (at: number) => entry(at, { kind: 'exam-mark', sitting: first.id, item: 0, on: true });
    const [early, end, late] = [mark(start + 1), handIn(start + 5), mark(start + 9)];
    const [record] = collectSittings([late, end, handIn(start + 7), early, first, early]);
    expect(record).toMatchObject({ id: first.id, marks: [early], handIn: end });
    const undo = entry(start + 6, { kind: 'undo', of: end.id });
    expect(collectSittings([first, end, undo])[0]?.handIn).toBeUndefined();
    const redo = entry(start + 7, { kind: 'undo', of: undo.id });
    expect(collectSittings([first, end, undo, redo])[0]?.handIn).toEqual(end);
  });

  it('come in the order in which they began, and entries of unknown sittings belong to none', () => {
    const [a, b] = [begin(start), begin(start + day)];
    const stray = entry(start, { kind: 'exam-leave', sitting: 'nowhere' });
    expect(collectSittings([b, stray, a]).map(({ id }) => id)).toEqual([a.id, b.id]);
  });
});
