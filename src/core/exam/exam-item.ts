import type { Card, CardKind } from '../decks/card.ts';
import type { DeckFile, LoadedDeck } from '../decks/collection.ts';
import type { MemoryRef } from '../history/entry.ts';

/** One part of one card as an exam sees it; whatever can be studied is one. */
export interface ExamItem {
  readonly ref: MemoryRef;
  readonly key: string;
  /** Items that share one of these are siblings: parts of one card, cards that test one fact. */
  readonly siblings: readonly string[];
  readonly retired: boolean;
  readonly examOnly: boolean;
  /** Codes of the objectives that it serves, those of its deck among them. */
  readonly objectives: readonly string[];
  readonly card: Card;
  readonly deck: LoadedDeck;
  /** By language tag, the base among them. */
  readonly languages: ReadonlyMap<string, { readonly card: Card; readonly file: DeckFile }>;
}

/** All items by memory key. */
export interface ExamLibrary {
  readonly items: ReadonlyMap<string, ExamItem>;
}

/** The kinds of cards that a paper may hold: those that the program can grade. */
export const examinableKinds = ['choice', 'typed', 'order'] as const satisfies readonly CardKind[];
export type ExaminableKind = (typeof examinableKinds)[number];

export const isExaminable = ({ retired, card }: Pick<ExamItem, 'retired' | 'card'>): boolean =>
  !retired && examinableKinds.some((kind) => kind === card.content.kind);

/** The items that can be studied or examined, by the code of each objective that they serve. */
export function itemsByObjective(library: ExamLibrary): ReadonlyMap<string, readonly ExamItem[]> {
  const lists = new Map<string, ExamItem[]>();
  for (const item of library.items.values()) {
    if (item.retired) continue;
    for (const objective of item.objectives) {
      const list = lists.get(objective);
      if (list === undefined) lists.set(objective, [item]);
      else list.push(item);
    }
  }
  return lists;
}

/** The chance to answer without knowing: one of n, k of n, an order of n; nothing typed is guessed. */
export function guessRate({ content }: Card): number {
  switch (content.kind) {
    case 'choice':
      return 1 / combinations(content.options.length, content.options.filter(({ right }) => right).length);
    case 'order':
      return 1 / content.lines.reduce((product, _, i) => product * (i + 1), 1);
    default:
      return 0;
  }
}

/** Ways to choose k of n. */
const combinations = (n: number, k: number): number =>
  Math.round(Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1));
