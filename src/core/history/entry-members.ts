import { answerVerdicts } from '../grading/verdict.ts';
import { ratings } from '../schedule/memory.ts';
import { type Happening, reviewModes, type Stamp } from './entry.ts';
import { navigations, scoringPolicies } from './exam-rules.ts';

type Members = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/** The last instant of ECMAScript's time range, in milliseconds. */
const lastInstant = 8.64e15;
const longestId = 1024;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** A line break in an id could make two memories one (`memoryKey`). */
const isId: Check = (value) =>
  typeof value === 'string' && value.length <= longestId && !value.includes('\n');
const isShare: Check = (value) => isNumber(value) && Number(value) >= 0 && Number(value) <= 1;
export const isInstant = (value: unknown): value is number =>
  isNumber(value) && Math.abs(Number(value)) <= lastInstant;
const isSpan: Check = (value) => isNumber(value) && Number(value) >= 0;

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const members = (checks: Readonly<Record<string, Check>>): ((value: Members) => boolean) => {
  const list = Object.entries(checks);
  return (value) => list.every(([name, check]) => check(value[name]));
};
const record = (checks: Readonly<Record<string, Check>>): Check => {
  const sound = members(checks);
  return (value) => typeof value === 'object' && value !== null && sound(value as Members);
};

const cardRef = { collection: isId, deck: isId, card: isId };
const ref = { ...cardRef, part: isId };
const isMemory: Check = (value) =>
  Array.isArray(value) && value.length === 4 && value.every(isNumber) && isInstant(value[3]);

const checks: Readonly<Record<Happening['kind'], (value: Members) => boolean>> = {
  segment: members({ format: isCount, app: isText, device: isId }),
  review: members({
    ...ref,
    rating: oneOf(ratings),
    ms: isSpan,
    mode: oneOf(reviewModes),
    verdict: optional(oneOf(answerVerdicts)),
    typed: optional(isText),
    overridden: optional(isFlag),
    hinted: optional(isFlag),
    guessed: optional(isFlag),
    memory: isMemory,
  }),
  undo: members({ of: isId }),
  suspend: members(ref),
  resume: members(ref),
  reset: members(ref),
  bury: members({ ...ref, until: isInstant }),
  flag: members({ ...ref, on: isFlag, text: isText }),
  due: members({ ...ref, due: isInstant, why: oneOf(['corrected', 'missed', 'asked']) }),
  card: members({ ...cardRef, hash: isText, prompt: isText, answer: isText }),
  move: members({ from: record(ref), to: record(ref) }),
  parameters: members({
    weights: optional(listOf(isNumber)),
    retention: optional(isShare),
    learningSteps: optional(listOf(isNumber)),
    relearningSteps: optional(listOf(isNumber)),
    newPerDay: optional(isCount),
    reviewsPerDay: optional(isCount),
    dayStart: optional(isCount),
  }),
  plan: members({ exam: isId, date: optional(isText) }),
  'confirm-time': members({ of: isId, time: isInstant }),
  'exam-start': members({
    exam: isId,
    lang: isText,
    seed: isNumber,
    deadline: isInstant,
    extraTime: isNumber,
    rules: record({
      questions: isCount,
      minutes: isSpan,
      scale: record({ min: isNumber, pass: isNumber, max: isNumber }),
      cut: isSpan,
      scoring: oneOf(scoringPolicies),
      navigation: oneOf(navigations),
      warnings: listOf(isSpan),
    }),
    custom: isFlag,
    gaps: listOf(record({ objective: isText, missing: isCount })),
    items: listOf(
      record({
        ...ref,
        objective: isText,
        order: listOf(isCount),
        texts: optional(listOf(isText)),
        predicted: optional(isShare),
        seenBefore: isFlag,
        queued: isFlag,
      }),
    ),
  }),
  'exam-answer': members({
    sitting: isId,
    item: isCount,
    answer: (value) => listOf(isCount)(value) || listOf(isText)(value),
    ms: isSpan,
  }),
  'exam-visit': members({ sitting: isId, item: isCount, ms: isSpan }),
  'exam-mark': members({ sitting: isId, item: isCount, on: isFlag }),
  'exam-leave': members({ sitting: isId }),
  'exam-hand-in': members({
    sitting: isId,
    why: oneOf(['handed-in', 'time-ran-out']),
    points: listOf(isShare),
    void: optional(listOf(isCount)),
  }),
  note: members({ text: isText }),
};

const checksByKind = new Map<string, (value: Members) => boolean>(Object.entries(checks));

/** Whether the members that this kind needs are there and sound; `undefined` for a kind that we do not know. */
export const hasMembersOf = (kind: string, value: Members): boolean | undefined =>
  checksByKind.get(kind)?.(value);

/** Whether an object says who, when and in which order. */
export const isStamp = (value: object): value is Stamp => {
  const { id, n, t, wall, tz } = value as Members;
  return (
    isId(id) &&
    id !== '' &&
    isCount(n) &&
    isInstant(t) &&
    (wall === undefined || isInstant(wall)) &&
    Number.isSafeInteger(tz) &&
    Math.abs(Number(tz)) <= 24 * 60
  );
};
