import fc from 'fast-check';
import { answerVerdicts } from '../../../src/core/grading/verdict.ts';
import type { Entry, Happening, MemoryRef } from '../../../src/core/history/entry.ts';
import { reviewModes } from '../../../src/core/history/entry.ts';
import { navigations, scoringPolicies } from '../../../src/core/history/exam-rules.ts';
import { ratings } from '../../../src/core/schedule/memory.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', '1.2.3', '', '"crc":"00000000"}', '\\', '\u2028', 'é', '🃏'),
);
const id = text.map((value) => value.replaceAll('\n', ' '));
const whole = fc.integer({ min: 0, max: 2 ** 40 });
const instant = fc.integer({ min: -8e15, max: 8e15 });
const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const share = fc.double({ noNaN: true, min: 0, max: 1 }).map((value) => value + 0);
const place: fc.Arbitrary<MemoryRef> = fc.record({ collection: id, deck: id, card: id, part: id });
const placed = <T extends object>(rest: fc.Arbitrary<T>): fc.Arbitrary<MemoryRef & T> =>
  fc.tuple(place, rest).map(([ref, more]) => ({ ...ref, ...more }));

const review = placed(
  fc.record(
    {
      kind: fc.constant('review' as const),
      rating: fc.constantFrom(...ratings),
      ms: whole,
      mode: fc.constantFrom(...reviewModes),
      verdict: fc.option(fc.constantFrom(...answerVerdicts), { nil: undefined }),
      memory: fc.tuple(real, real, real, instant),
      typed: text,
      overridden: fc.boolean(),
    },
    { requiredKeys: ['kind', 'rating', 'ms', 'mode', 'verdict', 'memory'] },
  ),
);

export const happeningArbitrary: fc.Arbitrary<Happening> = fc.oneof(
  review,
  fc.record({ kind: fc.constant('undo' as const), of: id }),
  placed(fc.record({ kind: fc.constantFrom('suspend' as const, 'resume' as const, 'reset' as const) })),
  placed(fc.record({ kind: fc.constant('bury' as const), until: instant })),
  placed(fc.record({ kind: fc.constant('flag' as const), on: fc.boolean(), text })),
  placed(
    fc.record({ kind: fc.constant('due' as const), due: instant, why: fc.constantFrom('asked' as const) }),
  ),
  fc.record({
    kind: fc.constant('card' as const),
    collection: id,
    deck: id,
    card: id,
    hash: text,
    prompt: text,
    answer: text,
  }),
  fc.record({ kind: fc.constant('move' as const), from: place, to: place }),
  fc.record(
    {
      kind: fc.constant('parameters' as const),
      weights: fc.array(real),
      retention: share,
      learningSteps: fc.array(real),
      newPerDay: whole,
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record({
    kind: fc.constant('plan' as const),
    exam: id,
    date: fc.option(text, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('confirm-time' as const), of: id, time: instant }),
  fc.record({
    kind: fc.constant('exam-start' as const),
    exam: id,
    lang: text,
    seed: whole,
    deadline: instant,
    extraTime: whole,
    rules: fc.record({
      questions: whole,
      minutes: whole,
      scale: fc.record({ min: real, pass: real, max: real }),
      cut: whole,
      scoring: fc.constantFrom(...scoringPolicies),
      navigation: fc.constantFrom(...navigations),
      warnings: fc.array(whole),
    }),
    custom: fc.boolean(),
    gaps: fc.array(fc.record({ objective: text, missing: whole }), { maxLength: 2 }),
    items: fc.array(
      placed(
        fc.record({
          objective: text,
          order: fc.array(fc.nat()),
          predicted: fc.option(share, { nil: undefined }),
          seenBefore: fc.boolean(),
          queued: fc.boolean(),
        }),
      ),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('exam-answer' as const),
    sitting: id,
    item: whole,
    answer: fc.oneof(fc.array(fc.nat()), fc.array(text)),
    ms: whole,
  }),
  fc.record({ kind: fc.constant('exam-visit' as const), sitting: id, item: whole, ms: whole }),
  fc.record({ kind: fc.constant('exam-mark' as const), sitting: id, item: whole, on: fc.boolean() }),
  fc.record({ kind: fc.constant('exam-leave' as const), sitting: id }),
  fc.record({
    kind: fc.constant('exam-hand-in' as const),
    sitting: id,
    why: fc.constantFrom('handed-in' as const, 'time-ran-out' as const),
    points: fc.array(share),
  }),
  fc.record({ kind: fc.constant('note' as const), text }),
);

export const entryArbitrary: fc.Arbitrary<Entry> = fc
  .tuple(
    fc.record(
      {
        id: id.map((value) => `x${value}`),
        n: whole,
        t: instant,
        wall: instant,
        tz: fc.integer({ min: -840, max: 840 }),
      },
      { requiredKeys: ['id', 'n', 't', 'tz'] },
    ),
    happeningArbitrary,
  )
  .map(([stamp, happening]) => ({ ...stamp, ...happening }));
