import type { FrontMatterValue } from '../decks/deck.ts';
import { quoted } from '../decks/format-rules.ts';
import { nearest } from '../text/nearest.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { raw } from '../text/shown.ts';
import type { Objective } from './blueprint.ts';
import type { ExamFileRule } from './exam-file-rules.ts';

const objectiveKeys = ['id', 'title', 'weight', 'terms'] as const;
const mostObjectives = 500;

/** Reports on the list of objectives, whose own key is the place of all of it. */
export type ObjectiveReport = (rule: ExamFileRule, message: Sentence, hint?: Sentence) => void;

/** The objectives of an exam file; those that cannot be read are reported and missing. */
export function parseObjectives(
  value: FrontMatterValue | undefined,
  report: ObjectiveReport,
): readonly Objective[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostObjectives) {
    report(
      'exam-objective',
      sentence`\`objectives\` must be a list of 1 to ${mostObjectives} objectives.`,
      sentence('Write `- { id: "102.6", title: …, weight: 1 }` below it.'),
    );
    return [];
  }
  const ids = new Set<string>();
  const objectives = value.flatMap((item: FrontMatterValue, i) => {
    const objective = parseObjective(item, i + 1, report);
    if (objective === undefined) return [];
    if (ids.has(objective.id))
      report(
        'exam-objective',
        sentence`The objective ${quoted(objective.id)} is listed twice.`,
        sentence('Keep one.'),
      );
    ids.add(objective.id);
    return [objective];
  });
  if (objectives.length === value.length && objectives.every(({ weight }) => weight === 0))
    report(
      'exam-objective',
      sentence('No objective has a weight above 0.'),
      sentence('Write `weight: 1` or more.'),
    );
  return objectives;
}

function parseObjective(
  value: FrontMatterValue,
  number: number,
  report: ObjectiveReport,
): Objective | undefined {
  if (!(value instanceof Map)) {
    report(
      'exam-objective',
      sentence`Objective ${number} is no mapping.`,
      sentence('Write `{ id: "102.6", title: …, weight: 1 }`.'),
    );
    return undefined;
  }
  const map: ReadonlyMap<string, FrontMatterValue> = value;
  reportUnknown(map, number, report);
  const id = textOf(map.get('id'));
  const title = textOf(map.get('title'));
  const weight = wholeNumber(map.get('weight'));
  const terms = textsOf(map.get('terms'));
  const lacks = (what: Sentence, hint: Sentence): undefined => {
    report('exam-objective', sentence`Objective ${number} has no ${what}.`, hint);
  };
  if (id === undefined || id.length > 100)
    return lacks(sentence('id'), sentence('Quote the code: `id: "102.6"`.'));
  if (title === undefined) return lacks(sentence('title'), sentence('Write `title: …`.'));
  if (weight === undefined || weight > 1000)
    return lacks(sentence('weight that is a whole number up to 1000'), sentence('Write `weight: 1`.'));
  if (terms === undefined)
    return lacks(sentence('list of texts in `terms`'), sentence('Write `terms: [a, b]`.'));
  return { id, title: raw(title), weight, terms: terms.map(raw) };
}

function reportUnknown(
  map: ReadonlyMap<string, FrontMatterValue>,
  number: number,
  report: ObjectiveReport,
): void {
  for (const key of map.keys()) {
    if (objectiveKeys.some((known) => known === key)) continue;
    const near = nearest(key, objectiveKeys);
    report(
      'exam-key',
      sentence`Objective ${number} has a key ${quoted(key)}, which is not known.`,
      near ? sentence`Did you mean \`${near}\`?` : sentence`The keys are ${objectiveKeys.join(', ')}.`,
    );
  }
}

/** One line that is not empty. */
const textOf = (value: FrontMatterValue | undefined): string | undefined => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.includes('\n') ? undefined : text;
};

const textsOf = (value: FrontMatterValue | undefined): readonly string[] | undefined => {
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item): item is string => typeof item === 'string' && item !== '');
  return texts.length === value.length ? texts : undefined;
};

/** A number written with at most nine digits and nothing else. */
export const wholeNumber = (value: FrontMatterValue | undefined): number | undefined =>
  typeof value === 'string' && /^\d{1,9}$/u.test(value.trim()) ? Number(value.trim()) : undefined;
