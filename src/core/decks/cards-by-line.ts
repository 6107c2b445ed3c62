import type { Raw } from '../text/shown.ts';
import type { Card } from './card.ts';
import type { Outline } from './outline.ts';
import { parseCard } from './parse-card.ts';
import { linesOf, scanLines } from './scan-lines.ts';
import { splitSections } from './split-sections.ts';

/**
 * Parses single cards of a deck file that its outline belongs to, by the line of their heading. They are the cards that
 * `parseDeck` makes of the whole file; what is wrong with others is not looked for. A heading ends whatever stands above
 * it, and what is left open above it would have swallowed it; so nothing but the lines up to the next card is looked at.
 */
export function cardsByLine(text: Raw, outline: Outline): (line: number) => Card | undefined {
  const all = linesOf(text);
  const { head, lines, groups } = outline;
  return (line) => {
    const next = lines.reduce((least, one) => (one > line && one < least ? one : least), all.length + 1);
    const scanned = scanLines(all.slice(0, next - 1), Math.max(0, line - 1));
    const [section] = splitSections(scanned, line - 1, head.cards === 'marked');
    const group = groups.findLast(([first]) => first <= line)?.[1];
    return section?.kind === 'card' ? parseCard(scanned, section, group, () => {}) : undefined;
  };
}
