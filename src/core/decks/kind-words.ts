import { type Sentence, sentence } from '../text/sentence.ts';
import type { CardKind } from './card.ts';

/** The kinds of cards as words of a sentence. */
export const kindWords: Readonly<Record<CardKind, Sentence>> = {
  basic: sentence('basic'),
  choice: sentence('choice'),
  typed: sentence('typed'),
  order: sentence('order'),
  cloze: sentence('cloze'),
};
