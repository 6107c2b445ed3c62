import type { Blueprint } from './blueprint.ts';
import type { ExamItem } from './exam-item.ts';

/** How much an item counts for an exam: the weights of the objectives that it serves, together; 0 for none. */
export function itemWeight({ objectives }: Blueprint): (item: Pick<ExamItem, 'objectives'>) => number {
  const weights = new Map(objectives.map(({ id, weight }) => [id, weight]));
  return (item) => item.objectives.reduce((sum, objective) => sum + (weights.get(objective) ?? 0), 0);
}
