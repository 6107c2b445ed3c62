import type { Blueprint } from './blueprint.ts';
import { type ExamItem, objectivesOf } from './exam-item.ts';

/** How much an item counts for an exam: the weights of the objectives that it serves, together; 0 for none. */
export function itemWeight({ objectives }: Blueprint): (item: ExamItem) => number {
  const weights = new Map(objectives.map(({ id, weight }) => [id, weight]));
  return (item) => objectivesOf(item).reduce((sum, objective) => sum + (weights.get(objective) ?? 0), 0);
}
