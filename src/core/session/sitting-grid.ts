import { type AnswerState, answerState } from '../exam/paper-question.ts';
import { type GridFilter, gridFilters, type Sitting, type SittingItem } from './sitting.ts';
import { storeDraft } from './stored-draft.ts';

/** Whether an item is answered, as its draft stands; one whose card is gone stays open. */
export const stateOf = ({ question, draft }: SittingItem): AnswerState =>
  question === undefined ? 'open' : answerState(question.card, storeDraft(draft, question.order));

const passes: Readonly<Record<GridFilter, (item: SittingItem) => boolean>> = {
  all: () => true,
  unanswered: (item) => stateOf(item) === 'open',
  incomplete: (item) => stateOf(item) === 'incomplete',
  marked: ({ marked }) => marked,
};

/** Numbers of the items, from 0, that a filter lets through. */
export const filteredItems = ({ items }: Pick<Sitting, 'items'>, filter: GridFilter): readonly number[] =>
  items.flatMap((item, i) => (passes[filter](item) ? [i] : []));

export interface SittingCounts {
  readonly answered: number;
  readonly incomplete: number;
  readonly open: number;
  readonly marked: number;
}

export function countItems({ items }: Pick<Sitting, 'items'>): SittingCounts {
  const states = items.map(stateOf);
  const count = (state: AnswerState) => states.filter((other) => other === state).length;
  return {
    answered: count('answered'),
    incomplete: count('incomplete'),
    open: count('open'),
    marked: items.filter(({ marked }) => marked).length,
  };
}

type GridPhase = Extract<Sitting['phase'], { phase: 'grid' }>;

/** The cursor moved among the items that pass the filter. */
export function movedInGrid(sitting: Sitting, grid: GridPhase, by: number): GridPhase {
  const items = filteredItems(sitting, grid.filter);
  const at = items.indexOf(grid.item);
  const target = Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + by));
  return { ...grid, item: items[target] ?? grid.item };
}

/** The next filter, with the cursor on an item that passes it, if any does. */
export function nextFilter(sitting: Sitting, grid: GridPhase): GridPhase {
  const filter = gridFilters[(gridFilters.indexOf(grid.filter) + 1) % gridFilters.length] ?? 'all';
  const items = filteredItems(sitting, filter);
  return { ...grid, filter, item: items.includes(grid.item) ? grid.item : (items[0] ?? grid.item) };
}
