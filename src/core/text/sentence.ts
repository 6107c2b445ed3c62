import { type Raw, raw } from './shown.ts';

export type SentenceValue = string | number | Sentence;

/** What the program says of the user's world: in English, and with what a catalogue needs to say it otherwise. */
export interface Sentence {
  /** In English, with the values. A value may come from outside. */
  readonly text: Raw;
  /** In English, with `%1`, `%2`, … where the values stand: the key of the catalogues. */
  readonly template: string;
  readonly values: readonly SentenceValue[];
}

/** Makes a sentence of a literal: `sentence('No card.')`, or as a tag when it holds values. A value may be a sentence. */
export function sentence(
  literals: string | TemplateStringsArray,
  ...values: readonly SentenceValue[]
): Sentence {
  const pieces = typeof literals === 'string' ? [literals] : literals;
  const fill = (filling: (i: number) => string): string =>
    pieces.reduce((text, piece, i) => text + filling(i) + piece);
  return {
    text: raw(fill((i) => textOf(values[i - 1] ?? ''))),
    template: fill((i) => `%${i}`),
    values,
  };
}

const textOf = (value: SentenceValue): string => (typeof value === 'object' ? value.text : String(value));
