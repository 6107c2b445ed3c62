import { sentence } from '../text/sentence.ts';
import { raw } from '../text/shown.ts';
import { asWritten, fenceLines, joinBlocks } from './body.ts';
import type { CardSource, CardTexts } from './card-source.ts';

const fewest = 3;
const most = 9;

/** A card with a fence `order`: its lines in their right order. */
export function parseOrder({ body, asides, marks, report }: CardSource): CardTexts | undefined {
  const block = marks[0]?.block;
  if (!block) return undefined;
  const lines = fenceLines(body, block)
    .map(({ text }) => raw(text.trimEnd()))
    .filter((line) => line !== '');
  const at = { line: block.start + 1, column: 1 };
  if (lines.length < fewest || lines.length > most) {
    report(
      'order-count',
      at,
      sentence`There are ${lines.length} lines to order.`,
      sentence`Write ${fewest} to ${most}.`,
    );
    return undefined;
  }
  if (new Set(lines).size < lines.length)
    report(
      'order-equal',
      at,
      sentence('Two of the lines are equal.'),
      sentence('Say in each line what sets it apart.'),
    );
  const cut = asides.rest.indexOf(block);
  return {
    content: { kind: 'order', lines },
    question: joinBlocks(body, asides.rest.slice(0, cut)),
    explanation: joinBlocks(body, asides.rest.slice(cut + 1)),
    rewritten: asWritten,
  };
}
