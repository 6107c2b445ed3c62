import type { Asides } from './asides.ts';
import type { Block, Body } from './body.ts';
import type { CardContent } from './card.ts';
import type { Mark } from './card-mark.ts';
import type { Report } from './format-rules.ts';
import type { Position } from './front-matter.ts';

/** A card on its way: what the reader of each kind works on. */
export interface CardSource {
  readonly prompt: string;
  /** Where the heading stands. */
  readonly at: Position;
  readonly body: Body;
  readonly asides: Asides;
  /** All of one kind, in order. */
  readonly marks: readonly Mark[];
  readonly report: Report;
}

/** What the reader of a kind finds. */
export interface CardTexts {
  readonly content: CardContent;
  readonly question: string;
  /** What stands after the mark. */
  readonly explanation: string;
  /** Blocks whose canonical form is another text. */
  readonly rewritten: ReadonlyMap<Block, string>;
}
