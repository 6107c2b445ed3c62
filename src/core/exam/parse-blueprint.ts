import type { FrontMatterValue } from '../decks/deck.ts';
import { quoted } from '../decks/format-rules.ts';
import type { FrontMatter, Position } from '../decks/front-matter.ts';
import { deckIdPattern } from '../decks/parse-head.ts';
import type { Problem } from '../decks/problem.ts';
import { navigations, type Scale, scoringPolicies } from '../history/exam-rules.ts';
import { nearest } from '../text/nearest.ts';
import { sentence } from '../text/sentence.ts';
import { type Raw, raw } from '../text/shown.ts';
import type { Blueprint } from './blueprint.ts';
import { type ExamFileRule, type ExamReport, reportExamTo } from './exam-file-rules.ts';
import { parseObjectives, wholeNumber } from './parse-objectives.ts';

const examKeys = [
  'exam',
  'id',
  'version',
  'questions',
  'minutes',
  'scale',
  'cut',
  'scoring',
  'navigation',
  'warnings',
  'objectives',
] as const;
type ExamKey = (typeof examKeys)[number];

const mostQuestions = 1000;
const mostMinutes = 24 * 60;

export interface ParsedBlueprint {
  /** `undefined` when an error stands in the way of holding the exam. */
  readonly blueprint: Blueprint | undefined;
  readonly problems: readonly Problem[];
}

interface Reader {
  readonly values: FrontMatter['values'];
  readonly at: (key: ExamKey) => Position;
  readonly report: ExamReport;
}

/** Reads an exam from the front matter of its file; `defaultId` is its id when it names none. */
export function parseBlueprint(
  { values, positions }: Pick<FrontMatter, 'values' | 'positions'>,
  { path, defaultId }: { readonly path: Raw; readonly defaultId: string },
): ParsedBlueprint {
  const problems: Problem[] = [];
  const report = reportExamTo(problems, path);
  const first = positions.get('exam') ?? { line: 1, column: 1 };
  const reader: Reader = { values, at: (key) => positions.get(key) ?? first, report };
  for (const key of values.keys()) reportUnknown(key, positions.get(key) ?? first, report);
  const questions = readNumber(reader, 'questions', mostQuestions);
  const blueprint: Blueprint = {
    id: readId(reader, defaultId),
    title: raw(readLine(reader, 'exam', 'exam-title') ?? ''),
    version: values.has('version') ? raw(readLine(reader, 'version', 'exam-value') ?? '') : undefined,
    questions,
    minutes: readNumber(reader, 'minutes', mostMinutes),
    scale: readScale(reader),
    cut: readCut(reader, questions),
    scoring: readOneOf(reader, 'scoring', scoringPolicies),
    navigation: readOneOf(reader, 'navigation', navigations),
    warnings: readWarnings(reader),
    objectives: parseObjectives(values.get('objectives'), (rule, message, hint) =>
      report(rule, reader.at('objectives'), message, hint),
    ),
  };
  checkWeights(blueprint, reader);
  const sound = problems.every(({ severity }) => severity !== 'error');
  return { blueprint: sound ? blueprint : undefined, problems };
}

function reportUnknown(key: string, at: Position, report: ExamReport): void {
  if (examKeys.some((known) => known === key)) return;
  const near = nearest(key, examKeys);
  report(
    'exam-key',
    at,
    sentence`The key ${quoted(key)} is not known.`,
    near ? sentence`Did you mean \`${near}\`?` : sentence`The keys are ${examKeys.join(', ')}.`,
  );
}

function readLine({ values, at, report }: Reader, key: ExamKey, rule: ExamFileRule): string | undefined {
  const value = values.get(key);
  const text = typeof value === 'string' ? value.trim() : '';
  if (text !== '' && !text.includes('\n')) return text;
  report(rule, at(key), sentence`\`${key}\` must be one line of text.`, sentence`Write \`${key}: …\`.`);
  return undefined;
}

function readId({ values, at, report }: Reader, defaultId: string): string {
  const id = values.get('id');
  if (id === undefined) return defaultId;
  if (typeof id === 'string' && deckIdPattern.test(id)) return id;
  report(
    'exam-id',
    at('id'),
    sentence`\`id\` cannot be ${typeof id === 'string' ? quoted(id) : sentence('a list')}.`,
    sentence('It is up to 100 of the characters a-z, 0-9, `.`, `_`, `/`, `-`.'),
  );
  return defaultId;
}

/** A whole number from 1; 0 stands for one that cannot be read, which is reported. */
function readNumber({ values, at, report }: Reader, key: 'questions' | 'minutes', most: number): number {
  const number = wholeNumber(values.get(key));
  if (number !== undefined && number > 0 && number <= most) return number;
  const rule = values.has(key) ? 'exam-value' : 'exam-missing';
  report(
    rule,
    at(key),
    sentence`\`${key}\` must be a whole number from 1 to ${most}.`,
    sentence`Write \`${key}: 60\`.`,
  );
  return 0;
}

function readScale({ values, at, report }: Reader): Scale {
  const value = values.get('scale');
  const map: ReadonlyMap<string, FrontMatterValue> = value instanceof Map ? value : new Map();
  const [min, pass, max] = ['min', 'pass', 'max'].map((key) => wholeNumber(map.get(key)));
  const isComplete = min !== undefined && pass !== undefined && max !== undefined;
  if (isComplete && map.size === 3 && min < pass && pass < max) return { min, pass, max };
  report(
    value === undefined ? 'exam-missing' : 'exam-scale',
    at('scale'),
    isComplete && map.size === 3
      ? sentence('`scale` must rise from `min` over `pass` to `max`.')
      : sentence('`scale` must give `min`, `pass` and `max` as whole numbers, and nothing else.'),
    sentence('Write `scale: { min: 200, pass: 500, max: 800 }`.'),
  );
  return { min: 0, pass: 0, max: 0 };
}

function readCut({ values, at, report }: Reader, questions: number): number {
  const cut = wholeNumber(values.get('cut'));
  if (cut !== undefined && cut > 0 && (questions === 0 || cut < questions)) return cut;
  report(
    values.has('cut') ? 'exam-cut' : 'exam-missing',
    at('cut'),
    sentence('`cut` must be a whole number of points above 0 and below `questions`.'),
    sentence('It is the number of points that just passes.'),
  );
  return 0;
}

/** The first one when the key is absent. */
function readOneOf<Word extends string>(
  { values, at, report }: Reader,
  key: 'scoring' | 'navigation',
  words: readonly [Word, ...Word[]],
): Word {
  const value = values.get(key);
  if (value === undefined) return words[0];
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  const near = typeof value === 'string' ? nearest(value, words) : undefined;
  report(
    'exam-value',
    at(key),
    sentence`\`${key}\` must be one of ${words.map((known) => `\`${known}\``).join(', ')}.`,
    near === undefined ? undefined : sentence`Did you mean \`${near}\`?`,
  );
  return words[0];
}

function readWarnings({ values, at, report }: Reader): readonly number[] {
  const value = values.get('warnings');
  if (value === undefined || value === '') return [];
  const items: readonly FrontMatterValue[] = Array.isArray(value) ? value : [value as FrontMatterValue];
  const minutes = items.flatMap((item) => wholeNumber(item) ?? []);
  if (minutes.length < items.length || minutes.includes(0)) {
    report(
      'exam-value',
      at('warnings'),
      sentence('`warnings` must be minutes left.'),
      sentence('Write `warnings: [30, 5]`.'),
    );
    return [];
  }
  const total = wholeNumber(values.get('minutes')) ?? Number.POSITIVE_INFINITY;
  if (minutes.some((left) => left >= total))
    report(
      'exam-warnings',
      at('warnings'),
      sentence('A warning comes before the exam begins.'),
      sentence('Give fewer minutes than `minutes`.'),
    );
  return [...new Set(minutes)].sort((a, b) => b - a);
}

/** Weights that do not add up are shared out, but most likely one of them is a slip. */
function checkWeights({ objectives, questions }: Blueprint, { at, report }: Reader): void {
  const sum = objectives.reduce((total, { weight }) => total + weight, 0);
  if (objectives.length < 2 || questions === 0 || sum === questions) return;
  report(
    'exam-weights',
    at('objectives'),
    sentence`The weights add up to ${sum}, while the exam has ${questions} questions.`,
    sentence('Check them, or leave the shares to be rounded.'),
  );
}
