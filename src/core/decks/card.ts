import type { Raw } from '../text/shown.ts';

export const cardKinds = ['basic', 'choice', 'typed', 'order', 'cloze'] as const;
export type CardKind = (typeof cardKinds)[number];

export const answerShapes = [
  'command-name',
  'option',
  'path',
  'command',
  'number',
  'literal',
  'text',
] as const;
export type AnswerShape = (typeof answerShapes)[number];

/** What an attribute comment may say; absent lists are empty. */
export interface Attributes {
  readonly id: string | undefined;
  readonly tags: readonly Raw[];
  readonly objectives: readonly Raw[];
  readonly sources: readonly Raw[];
  readonly facts: readonly string[];
  readonly terms: readonly Raw[];
  readonly reverse: boolean;
  readonly shuffle: boolean;
  readonly examOnly: boolean;
  readonly retired: boolean;
}

export interface Option {
  /** Markdown, one paragraph. */
  readonly text: Raw;
  readonly right: boolean;
  /** Markdown: why it is right or wrong. */
  readonly reason: Raw | undefined;
}

/** A cloze text in pieces; joined in order they are the text as the author wrote it without the marks. */
export type Segment =
  | { readonly kind: 'text'; readonly text: Raw }
  /** `part` is `c1` for a numbered gap, else 12 hex digits of a hash of its text. */
  | { readonly kind: 'gap'; readonly part: string; readonly text: Raw; readonly hint: Raw | undefined };

export type CardContent =
  | { readonly kind: 'basic'; readonly answer: Raw }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | {
      readonly kind: 'typed';
      readonly shape: AnswerShape;
      readonly all: boolean;
      readonly answers: readonly Raw[];
    }
  | { readonly kind: 'order'; readonly lines: readonly Raw[] }
  /** `heading` and `text` hold at least one gap between them. */
  | { readonly kind: 'cloze'; readonly heading: readonly Segment[]; readonly text: readonly Segment[] };

/** One question of a deck as its author wrote it. All texts are Markdown unless said otherwise. */
export interface Card {
  /** The attribute `id`, or `h` and 12 hex digits of the question's hash. */
  readonly id: string;
  /** 12 hex digits of the SHA-256 of the whole question (deck format, section 6). */
  readonly hash: string;
  readonly prompt: Raw;
  /** Everything under the heading and its attributes, in canonical form; `content` and the texts below are read from it. */
  readonly body: Raw;
  /** The nearest level-one heading above, if any. */
  readonly group: Raw | undefined;
  /** What belongs to the question besides the heading. */
  readonly question: Raw;
  readonly content: CardContent;
  readonly hints: readonly Raw[];
  readonly explanation: Raw;
  /** `console verify` blocks, each with its fences, shown with the result. */
  readonly transcripts: readonly Raw[];
  readonly attributes: Attributes;
  /** 1-based line of the heading. */
  readonly line: number;
}

/** The parts of a card that are asked apart: `''`, and `reverse`, or one for each gap; gaps of one number are one. */
export function partsOf(card: Card): readonly string[] {
  if (card.content.kind === 'cloze') {
    const gaps = [...card.content.heading, ...card.content.text].filter((s) => s.kind === 'gap');
    return [...new Set(gaps.map((gap) => gap.part))];
  }
  return card.content.kind === 'basic' && card.attributes.reverse ? ['', 'reverse'] : [''];
}
