import { type Raw, raw } from '../text/shown.ts';
import type { Card } from './card.ts';
import { headingText } from './heading.ts';
import type { Outline } from './outline.ts';
import { parseCard } from './parse-card.ts';
import { linesOf, scanLines } from './scan-lines.ts';
import { splitSections } from './split-sections.ts';

/**
 * Parses single cards of a deck file that its outline belongs to, by the line of their heading. They are the cards that
 * `parseDeck` makes of the whole file; what is wrong with others is not looked for.
 */
export function cardsByLine(text: Raw, { head, frontMatter }: Outline): (line: number) => Card | undefined {
  const lines = linesOf(text);
  const from = Math.min(frontMatter, lines.length);
  const scanned = scanLines(lines, from);
  const sections = splitSections(scanned, from, head.cards === 'marked');
  return (line) => {
    const at = sections.findIndex(({ kind, start }) => kind === 'card' && start === line - 1);
    const section = sections[at];
    if (section === undefined) return undefined;
    const group = sections.slice(0, at).findLast(({ kind }) => kind === 'group');
    const title = group && raw(headingText(lines[group.start] ?? ''));
    return parseCard(scanned, section, title, () => {});
  };
}
