import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../src/core/exam/apportion.ts';
import { collectSittings } from '../../../src/core/exam/collect-sittings.ts';
import {
  drawFullestPaper,
  drawPaper,
  type Paper,
  type PaperRequest,
} from '../../../src/core/exam/draw-paper.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { day, minute } from '../../../src/core/schedule/time.ts';
import {
  blueprint,
  choice,
  deck,
  entry,
  keyOf,
  libraryOf,
  numbered,
  order,
  progressOf,
  review,
  start,
  two,
  typed,
} from './exam-fixture.ts';

const now = start + 30 * day;

function draw(
  library: ReturnType<typeof libraryOf>,
  weights: Readonly<Record<string, number>>,
  request: Partial<PaperRequest> = {},
  entries: readonly Entry[] = [],
): Paper {
  const history = { progress: progressOf(entries), sittings: collectSittings(entries) };
  return drawPaper(blueprint(weights), library, history, { seed: 7, lang: 'en', now, ...request });
}

const cardsOf = ({ items }: Paper) => items.map(({ card }) => card);

/** A sitting over a paper, handed in with these points. */
function handedIn(paper: Paper, points: readonly number[], at = start): readonly Entry[] {
  const { rules, custom, gaps, items, exam, lang, seed } = paper;
  const begin = entry(at, {
    kind: 'exam-start',
    ...{ exam, lang, seed, rules, custom, gaps, items, deadline: at + 90 * minute, extraTime: 0 },
  });
  return [begin, entry(at + minute, { kind: 'exam-hand-in', sitting: begin.id, why: 'handed-in', points })];
}

describe('places', () => {
  it.each([
    [[2, 3, 5], 10, [2, 3, 5]],
    [[1, 1, 1], 10, [4, 3, 3]],
    [[2, 3, 5], 3, [1, 1, 1]],
    [[2, 3, 5], 7, [1, 2, 4]],
    [[1, 0, 1], 5, [3, 0, 2]],
    [[0, 0], 5, [0, 0]],
    [[4], 0, [0]],
  ])('by the weights %j, %i in all, are %j', (weights, places, expected) => {
    expect(apportion(weights, places)).toEqual(expected);
  });

  it('are never more than one from their share, and all are given', () => {
    const weights = fc.array(fc.nat(20), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(
        weights.filter((all) => all.some((weight) => weight > 0)),
        fc.nat(200),
        (all, places) => {
          const seats = apportion(all, places);
          const sum = all.reduce((a, b) => a + b, 0);
          expect(seats.reduce((a, b) => a + b, 0)).toBe(places);
          all.forEach((weight, i) => {
            expect(Math.abs((seats[i] ?? 0) - (places * weight) / sum)).toBeLessThan(1);
          });
        },
      ),
    );
  });
});

describe('a paper', () => {
  const library = libraryOf({ d: deck('1', ...numbered(10)), e: deck('2', ...numbered(10, 'u')) });

  it('has as many items of each objective as its weight says', () => {
    const { items, gaps } = draw(library, { 1: 3, 2: 5 });
    expect(items.filter(({ objective }) => objective === '1')).toHaveLength(3);
    expect(items.filter(({ objective }) => objective === '2')).toHaveLength(5);
    expect(gaps).toEqual([]);
  });

  it('is the same for the same seed and history, and another for another seed', () => {
    expect(draw(library, { 1: 4, 2: 4 })).toEqual(draw(library, { 1: 4, 2: 4 }));
    expect(cardsOf(draw(library, { 1: 4, 2: 4 }, { seed: 8 }))).not.toEqual(
      cardsOf(draw(library, { 1: 4, 2: 4 })),
    );
  });

  it('leaves the places of an objective without cards empty, says so, and fills none from others', () => {
    const { items, gaps } = draw(library, { 1: 2, 3: 4 });
    expect(items).toHaveLength(2);
    expect(gaps).toEqual([{ objective: '3', missing: 4 }]);
    expect(draw(library, { 1: 12 }).gaps).toEqual([{ objective: '1', missing: 2 }]);
  });

  it('holds no siblings: neither two cards with one first fact nor one card twice', () => {
    const facts = libraryOf({
      d: deck('1', typed('a', 'facts: [F1, F2]'), typed('b', 'facts: [F1]'), typed('c', 'facts: [F2]')),
    });
    const { items, gaps } = draw(facts, { 1: 3 });
    expect(items).toHaveLength(2);
    expect(cardsOf({ items } as Paper)).toContain('c');
    expect(gaps).toEqual([{ objective: '1', missing: 1 }]);
    const both = libraryOf({ d: deck('1', typed('a', 'objective: ["2"]')) });
    expect(draw(both, { 1: 1, 2: 1 }).items).toHaveLength(1);
  });

  it('asks choice, typed and order cards, those kept for exams too, and no retired ones', () => {
    const kinds = libraryOf({
      d: deck(
        '1',
        choice('one'),
        two('both'),
        order('line', 'pool: exam'),
        typed('word'),
        typed('old', 'retired: true'),
        '## Basic?\n\n<!-- id: basic -->\n\nAn answer.\n',
        '## Cloze\n\n<!-- id: gap -->\n\nA {{gap}}.\n',
      ),
    });
    const { items } = draw(kinds, { 1: 9 });
    expect(cardsOf({ items } as Paper).sort()).toEqual(['both', 'line', 'one', 'word']);
    expect(items.filter(({ queued }) => !queued).map(({ card }) => card)).toEqual(['line']);
  });

  it('fixes the order of the options of choice and order cards', () => {
    const kinds = libraryOf({ d: deck('1', two('both'), order('line'), typed('word')) });
    const orders = new Map(draw(kinds, { 1: 3 }).items.map((item) => [item.card, item.order]));
    expect([...(orders.get('both') ?? [])].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(orders.get('line')).not.toEqual([0, 1, 2]);
    expect(orders.get('word')).toEqual([]);
  });

  it('is in one language: a card that lacks it is not asked', () => {
    const bilingual = libraryOf({ d: deck('1', typed('a'), typed('b')) }, { d: deck('1', typed('a')) });
    const german = draw(bilingual, { 1: 2 }, { lang: 'de' });
    expect(cardsOf(german)).toEqual(['a']);
    expect(german.gaps).toEqual([{ objective: '1', missing: 1 }]);
  });

  it('is in the language that fills most places, the learner’s among equals', () => {
    const english = deck('1', ...numbered(3));
    const history = { progress: progressOf([]), sittings: [] };
    const fullest = (library: ReturnType<typeof libraryOf>) =>
      drawFullestPaper(blueprint({ 1: 3 }), library, history, { seed: 7, lang: 'de', now });
    expect(fullest(libraryOf({ d: english }))).toMatchObject({ lang: 'en', gaps: [] });
    expect(fullest(libraryOf({ d: english }, { d: english }))).toMatchObject({ lang: 'de', gaps: [] });
    expect(fullest(libraryOf({ d: deck('2', ...numbered(3)) }))).toMatchObject({ lang: 'de', items: [] });
  });

  it('takes what was never seen first, then what was not seen for longest', () => {
    const entries = [review('t0', start), review('t1', start + day), review('t2', start + 2 * day)];
    const small = libraryOf({ d: deck('1', ...numbered(4)) });
    expect(cardsOf(draw(small, { 1: 2 }, {}, entries)).sort()).toEqual(['t0', 't3']);
    const { items } = draw(small, { 1: 2 }, {}, entries);
    expect(items.find(({ card }) => card === 't0')?.seenBefore).toBe(true);
    expect(items.find(({ card }) => card === 't3')?.seenBefore).toBe(false);
  });

  it('counts a paper as seeing, for cards kept for exams leave no reviews', () => {
    const kept = libraryOf({ d: deck('1', typed('a', 'pool: exam'), typed('b', 'pool: exam')) });
    const first = draw(kept, { 1: 1 });
    const second = draw(kept, { 1: 1 }, {}, handedIn(first, [0]));
    expect(cardsOf(second)).not.toEqual(cardsOf(first));
  });

  it('predicts a guess for what was never learned, and more for what was', () => {
    const one = libraryOf({ d: deck('1', typed('t0')), e: deck('2', choice('c')) });
    const fresh = draw(one, { 1: 1, 2: 1 }).items;
    expect(fresh.find(({ card }) => card === 't0')?.predicted).toBe(0);
    const learned = draw(one, { 1: 1, 2: 1 }, {}, [review('t0', now - day)]).items;
    expect(learned.find(({ card }) => card === 't0')?.predicted).toBeGreaterThan(0.9);
  });
});

describe("a paper of the learner's own choice", () => {
  const library = libraryOf({ d: deck('1', ...numbered(10)), e: deck('2', ...numbered(10, 'u')) });

  it('has as many questions and minutes as asked for, in the same proportions', () => {
    const paper = draw(library, { 1: 20, 2: 40 }, { questions: 6, minutes: 10 });
    expect(paper.custom).toBe(true);
    expect(paper.rules).toMatchObject({ minutes: 10, questions: 60 });
    expect(paper.items.filter(({ objective }) => objective === '1')).toHaveLength(2);
    expect(paper.items).toHaveLength(6);
  });

  it('keeps to some objectives', () => {
    const { items } = draw(library, { 1: 2, 2: 2 }, { objectives: ['2'] });
    expect(items.map(({ objective }) => objective)).toEqual(['2', '2', '2', '2']);
  });

  it('asks only what was missed in the last papers', () => {
    const first = draw(library, { 1: 4 });
    const entries = handedIn(first, [1, 0, 1, 0.5]);
    const again = draw(library, { 1: 4 }, { missedIn: 1 }, entries);
    expect(cardsOf(again).sort()).toEqual([first.items[1]?.card, first.items[3]?.card].sort());
    const later = [...entries, ...handedIn(draw(library, { 2: 1 }), [0], start + day)];
    expect(draw(library, { 1: 4 }, { missedIn: 1 }, later).items).toEqual([]);
    expect(draw(library, { 1: 4 }, { missedIn: 2 }, later).items).toHaveLength(2);
  });

  it('asks only what was never seen', () => {
    const entries = numbered(8).map((_, i) => review(`t${i}`, start));
    expect(cardsOf(draw(library, { 1: 4 }, { unseen: true }, entries)).sort()).toEqual(['t8', 't9']);
  });

  it('that asks for nothing special is the paper of the blueprint', () => {
    expect(draw(library, { 1: 4 }).custom).toBe(false);
    expect(keyOf('t0')).toBe('c\nd\nt0\n');
  });
});
