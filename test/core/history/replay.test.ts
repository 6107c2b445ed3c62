import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, type Happening, type MemoryRef, memoryKey } from '../../../src/core/history/entry.ts';
import { compareEntries, mergeEntries } from '../../../src/core/history/merge.ts';
import {
  heldEntries,
  type Progress,
  plans,
  progressOf,
  recordOf,
} from '../../../src/core/history/progress.ts';
import { applyEntries, applyEntry, replay } from '../../../src/core/history/replay.ts';
import type { Rating } from '../../../src/core/schedule/memory.ts';
import { dueOf } from '../../../src/core/schedule/standing.ts';
import { day, hour, minute } from '../../../src/core/schedule/time.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
const now = start + 60 * day;

const card = (name: string): MemoryRef => ({ collection: 'kartei', deck: 'lpic', card: name, part: '' });
const a = card('a');
const b = card('b');

let counter = 0;
function entry(t: number, happening: Happening, id = `d1-00000001-${counter++}`): Entry {
  return { id, n: counter, t: start + t, tz: 60, ...happening };
}
const review = (
  ref: MemoryRef,
  rating: Rating = 3,
  more: Partial<Extract<Happening, { kind: 'review' }>> = {},
) =>
  ({
    ...ref,
    kind: 'review',
    rating,
    ms: 4000,
    mode: 'study',
    verdict: 'exact',
    memory: [1, 1, 1, 1],
    ...more,
  }) satisfies Happening;

/** What a learner could notice of a progress. */
const visible = (progress: Progress) => ({
  parameters: progress.parameters,
  cards: new Map([...progress.cards.entries()].toSorted(([x], [y]) => (x < y ? -1 : 1))),
  days: new Map([...progress.days.entries()].toSorted(([x], [y]) => (x < y ? -1 : 1))),
  moves: progress.moves,
  plans: plans(progress),
  records: [a, b, card('c')].map((ref) => recordOf(progress, ref)),
  held: heldEntries(progress).toSorted(compareEntries),
});
const run = (entries: readonly Entry[]) => replay(entries, { now });

describe('a card', () => {
  test('has no memory until its first review that counts', () => {
    const drilled = run([entry(0, review(a, 3, { mode: 'drill' }))]);
    expect(progressOf(drilled, a)?.memory).toBeUndefined();
    expect(progressOf(drilled, a)?.tally.answers).toBe(1);
    expect(progressOf(run([entry(0, review(a))]), a)?.memory?.state).toBe('learning');
  });

  test('that was suspended, buried and flagged says so until it is taken back', () => {
    const before = run([
      entry(0, { ...a, kind: 'suspend' }),
      entry(1, { ...a, kind: 'bury', until: start + day }),
      entry(2, { ...a, kind: 'flag', on: true, text: 'typo' }),
    ]);
    expect(progressOf(before, a)).toMatchObject({ suspended: true, buriedUntil: start + day, flag: 'typo' });
    const after = applyEntries(before, [
      entry(3, { ...a, kind: 'resume' }),
      entry(4, { ...a, kind: 'flag', on: false, text: '' }),
    ]);
    expect(progressOf(after, a)).toMatchObject({ suspended: false, flag: undefined });
  });

  test('with a corrected key is due at once, until it is reviewed', () => {
    const reviewed = [
      entry(0, review(a, 4)),
      entry(hour, { ...a, kind: 'due', due: start + hour, why: 'corrected' }),
    ];
    const corrected = progressOf(run(reviewed), a);
    expect(corrected && dueOf(corrected)).toBe(start + hour);
    expect(corrected?.dueOverride?.why).toBe('corrected');
    const after = progressOf(run([...reviewed, entry(2 * hour, review(a, 3))]), a);
    expect(after?.dueOverride).toBeUndefined();
    expect(after && dueOf(after)).toBeGreaterThan(start + day);
  });

  test('that was reset is new again and keeps its tally', () => {
    const progress = run([entry(0, review(a)), entry(1, { ...a, kind: 'reset' })]);
    expect(progressOf(progress, a)).toMatchObject({ memory: undefined, tally: { answers: 1 } });
  });

  test('reviewed on a machine whose clock is behind counts no negative time', () => {
    const progress = run([entry(5 * day, review(a, 4), 'x-1-0'), entry(5 * day, review(a, 3), 'y-1-0')]);
    expect(progressOf(progress, a)?.memory?.repetitions).toBe(2);
  });

  test('is not mistaken for a property of objects', () => {
    const odd = card('__proto__');
    expect(progressOf(run([entry(0, review(odd))]), odd)?.tally.answers).toBe(1);
    expect(progressOf(run([]), card('constructor'))).toBeUndefined();
  });
});

describe('days', () => {
  test('count what is introduced, reviewed and answered, by the offset of each entry', () => {
    const early = { ...entry(0, review(a)), t: Date.parse('2026-11-21T02:30:00Z') };
    const late = { ...entry(0, review(b)), t: Date.parse('2026-11-21T03:30:00Z') };
    const progress = run([early, late]);
    expect(progress.days.get('2026-11-20')).toMatchObject({
      introduced: 1,
      reviewed: 0,
      answers: 1,
      ms: 4000,
    });
    expect(progress.days.get('2026-11-21')).toMatchObject({ introduced: 1, answers: 1 });
  });

  test('do not count drills against the limits', () => {
    const progress = run([entry(0, review(a, 1, { mode: 'drill' }))]);
    expect([...progress.days.values()]).toEqual([
      { introduced: 0, reviewed: 0, answers: 1, right: 0, ms: 4000 },
    ]);
  });
});

describe('undo', () => {
  test('of an unknown entry works when the entry comes later', () => {
    const first = entry(0, review(a), 'd1-1-0');
    const undo = entry(1, { kind: 'undo', of: 'd1-1-0' }, 'd2-1-0');
    expect(progressOf(applyEntry(run([undo]), first), a)?.memory).toBeUndefined();
  });

  test('of a move brings the memory back', () => {
    const move = entry(1, { kind: 'move', from: a, to: b });
    const moved = run([entry(0, review(a, 4)), move]);
    expect(progressOf(moved, a)).toBeUndefined();
    expect(progressOf(moved, b)?.memory?.state).toBe('review');
    const back = applyEntry(moved, entry(2, { kind: 'undo', of: move.id }));
    expect(progressOf(back, a)?.memory?.state).toBe('review');
    expect(progressOf(back, b)).toBeUndefined();
  });

  test('in a circle, which only damage can make, ends', () => {
    const circle = [
      entry(0, review(a), 'x-1-0'),
      entry(1, { kind: 'undo', of: 'x-1-2' }, 'x-1-1'),
      entry(2, { kind: 'undo', of: 'x-1-1' }, 'x-1-2'),
      entry(3, { kind: 'undo', of: 'x-1-3' }, 'x-1-3'),
    ];
    expect(progressOf(run(circle), a)?.tally.answers).toBe(1);
  });
});

describe('an entry from the future', () => {
  const far = entry(200 * day, review(a, 4), 'd2-1-0');

  test('changes nothing until its time is confirmed', () => {
    const held = run([entry(0, review(a)), far]);
    expect(progressOf(held, a)?.tally.answers).toBe(1);
    expect(heldEntries(held)).toEqual([far]);
    const confirmed = applyEntry(held, entry(1, { kind: 'confirm-time', of: far.id, time: start + day }));
    expect(progressOf(confirmed, a)).toMatchObject({ tally: { answers: 2 }, lastEntryAt: start + day });
    expect(heldEntries(confirmed)).toEqual([]);
  });

  test('counts when its time has come', () => {
    const later = applyEntry(run([far]), entry(199 * day, { kind: 'note', text: '' }), start + 199 * day);
    expect(progressOf(later, a)?.tally.answers).toBe(1);
  });

  test('undoes nothing yet', () => {
    const first = entry(0, review(a));
    expect(
      progressOf(run([first, entry(200 * day, { kind: 'undo', of: first.id })]), a)?.memory,
    ).toBeDefined();
  });
});

describe('an exam', () => {
  const item = (ref: MemoryRef, queued: boolean) =>
    ({ ...ref, objective: '1', order: [], predicted: undefined, seenBefore: false, queued }) as const;
  const begin = entry(
    0,
    {
      kind: 'exam-start',
      exam: 'x',
      lang: 'en',
      seed: 1,
      deadline: start + hour,
      extraTime: 0,
      rules: {
        questions: 3,
        minutes: 60,
        scale: { min: 0, pass: 50, max: 100 },
        cut: 2,
        scoring: 'partial',
        navigation: 'free',
        warnings: [],
      },
      custom: false,
      gaps: [],
      items: [item(a, true), item(b, true), item(card('c'), false)],
    },
    'd1-2-0',
  );
  const answer = entry(1, { kind: 'exam-answer', sitting: begin.id, item: 0, answer: [1], ms: 9000 });
  const end = entry(minute, {
    kind: 'exam-hand-in',
    sitting: begin.id,
    why: 'handed-in',
    points: [1, 0.5, 1],
  });

  test('that was handed in gives each item of full points a good, every other an again', () => {
    const progress = run([begin, answer, end]);
    expect(progressOf(progress, a)?.tally).toMatchObject({ lastRating: 3, lastMs: 9000 });
    expect(progressOf(progress, b)?.tally).toMatchObject({ lastRating: 1 });
    expect(progressOf(progress, card('c'))).toBeUndefined();
    expect([...progress.days.values()]).toEqual([
      { introduced: 0, reviewed: 0, answers: 2, right: 1, ms: 9000 },
    ]);
  });

  test('says nothing of a card that never came before the learner', () => {
    const zero = { ...end, points: [0, 0, 0] };
    const visit = entry(2, { kind: 'exam-visit', sitting: begin.id, item: 1, ms: 2000 });
    const passed = entry(2, { kind: 'exam-visit', sitting: begin.id, item: 1, ms: 0 });
    expect(progressOf(run([begin, answer, zero]), b)).toBeUndefined();
    expect(progressOf(run([begin, answer, passed, zero]), b)).toBeUndefined();
    expect(progressOf(run([begin, answer, visit, zero]), b)?.tally).toMatchObject({ lastRating: 1 });
  });

  test('gives the same whatever comes first, and nothing when the hand-in is undone', () => {
    const expected = visible(run([begin, answer, end]));
    for (const order of [
      [end, answer, begin],
      [answer, end, begin],
      [begin, end, answer],
    ]) {
      expect(visible(order.reduce((progress, one) => applyEntry(progress, one), run([])))).toEqual(expected);
    }
    const undone = applyEntry(run([begin, answer, end]), entry(2 * minute, { kind: 'undo', of: end.id }));
    expect(progressOf(undone, a)).toBeUndefined();
  });
});

test('the last plan and the last record count', () => {
  const progress = run([
    entry(0, { kind: 'plan', exam: 'lpic1-101', date: '2027-03-01' }),
    entry(1, { kind: 'plan', exam: 'lpic1-101', date: '2027-04-01' }),
    entry(2, { kind: 'plan', exam: 'other', date: '2027-05-01' }),
    entry(3, { kind: 'plan', exam: 'other', date: undefined }),
    entry(4, {
      collection: 'kartei',
      deck: 'lpic',
      card: 'a',
      kind: 'card',
      hash: 'h',
      prompt: 'p',
      answer: 'x',
    }),
  ]);
  expect(plans(progress)).toEqual(new Map([['lpic1-101', '2027-04-01']]));
  expect(recordOf(progress, a)).toMatchObject({ prompt: 'p', answer: 'x' });
});

test('new parameters compute all memories anew', () => {
  const reviews = [entry(0, review(a, 4)), entry(20 * day, review(a, 3))];
  const change = entry(21 * day, { kind: 'parameters', retention: 0.8, newPerDay: 7 });
  const after = applyEntry(run(reviews), change);
  expect(visible(after)).toEqual(visible(run([change, ...reviews])));
  expect(progressOf(after, a)?.memory?.due).toBeGreaterThan(progressOf(run(reviews), a)?.memory?.due ?? 0);
  expect(after.parameters.newPerDay).toBe(7);
});

test('an earlier value of a progress stays as it was', () => {
  const before = run([entry(0, review(a))]);
  const kept = visible(before);
  applyEntry(applyEntry(before, entry(day, review(a, 1))), entry(day, { ...b, kind: 'suspend' }));
  expect(visible(before)).toEqual(kept);
});

describe('whatever three devices wrote', () => {
  const names = [a, b, card('c')];
  const refs = fc.constantFrom(...names);
  type Make = (ids: readonly string[], pick: number) => Happening;
  const named = (ids: readonly string[], pick: number) => ids[pick % ids.length] ?? 'none';
  const make = <T>(from: fc.Arbitrary<T>, happening: (value: T) => Happening): fc.Arbitrary<Make> =>
    from.map((value) => () => happening(value));
  const happening = fc.oneof(
    {
      weight: 6,
      arbitrary: make(fc.tuple(refs, fc.constantFrom<Rating[]>(1, 2, 3, 4)), ([r, rating]) =>
        review(r, rating),
      ),
    },
    make(fc.tuple(refs, fc.constantFrom('suspend', 'resume', 'reset')), ([r, kind]) => ({ ...r, kind })),
    make(refs, (r) => ({ ...r, kind: 'flag', on: true, text: 'x' })),
    make(refs, (r) => ({ ...r, kind: 'due', due: start, why: 'asked' })),
    make(fc.tuple(refs, refs), ([from, to]) => ({ kind: 'move', from, to })),
    make(fc.constantFrom(0.8, 0.9), (retention) => ({ kind: 'parameters', retention })),
    make(fc.constant('e'), (exam) => ({ kind: 'plan', exam, date: '2027-03-01' })),
    make(refs, (r) => ({ ...r, kind: 'card', hash: 'h', prompt: r.card, answer: '' })),
    {
      weight: 3,
      arbitrary: fc.constant<Make>((ids, pick) => ({ kind: 'undo', of: named(ids, pick) })),
    },
    fc.constant<Make>((ids, pick) => ({ kind: 'confirm-time', of: named(ids, pick), time: start + day })),
  );
  const time = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 * day }) },
    fc.integer({ min: 100 * day, max: 200 * day }),
    fc.constantFrom(0, day, 2 * day),
  );
  const journal = fc
    .array(fc.tuple(happening, time, fc.nat(50), fc.nat(2)), { maxLength: 30 })
    .map((items) => {
      const ids = items.map((item, i) => `d${item[3]}-00000001-${i}`);
      return items.map(([happen, t, pick], i): Entry => entry(t, happen(ids, pick), ids[i]));
    });
  const shuffled = journal.chain((entries) =>
    fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
  );

  test('one after the other gives what a replay of all gives, in any order', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(30), ([entries, mixed], cut) => {
        const expected = visible(run(entries));
        expect(visible(run(mixed))).toEqual(expected);
        expect(visible(mixed.reduce((progress, one) => applyEntry(progress, one), run([])))).toEqual(
          expected,
        );
        expect(visible(applyEntries(run(mixed.slice(0, cut)), mixed.slice(cut)))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('an undo equals never having happened, and its undo restores', () => {
    fc.assert(
      fc.property(journal, fc.nat(29), (entries, index) => {
        const target = entries[index];
        if (target === undefined) return;
        // Whatever names the target would name something else without it.
        const others = entries.filter((one) => !('of' in one));
        const all = others.includes(target) ? others : [...others, target];
        if ('of' in target) return;
        const undo = entry(41 * day, { kind: 'undo', of: target.id }, 'd9-00000001-0');
        const redo = entry(41 * day, { kind: 'undo', of: undo.id }, 'd9-00000001-1');
        const undone = applyEntry(run(all), undo);
        expect(visible(undone)).toEqual(visible(run(all.filter((one) => one !== target))));
        expect(visible(applyEntry(undone, redo))).toEqual(visible(run(all)));
      }),
      { numRuns: 500 },
    );
  });

  test('files merge into one order, without doubling, however they are found', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(30), ([entries, mixed], cut) => {
        const files = (list: readonly Entry[]) =>
          ['d0', 'd1', 'd2'].map((device) => ({
            device,
            file: '1.jsonl',
            entries: list.filter((one) => one.id.startsWith(device)),
          }));
        const merged = mergeEntries(files(entries));
        const copies = files(mixed.slice(0, cut)).map((file) => ({ ...file, file: '2 (conflict).jsonl' }));
        expect(mergeEntries([...copies, ...files(mixed).reverse()])).toEqual(merged);
        expect(merged.length).toBe(entries.length);
        expect(visible(run(merged))).toEqual(visible(run(entries)));
      }),
    );
  });
});

test('keys of cards are those of the journal', () => {
  expect([...run([entry(0, review(a))]).cards.entries()].map(([key]) => key)).toEqual([memoryKey(a)]);
});
