import { sentence } from '../text/sentence.ts';
import { type Raw, raw } from '../text/shown.ts';
import { trimLines } from './asides.ts';
import type { Card } from './card.ts';
import { type BrokenLines, brokenLines, checkLines } from './check-lines.ts';
import type { Deck, DeckBlock } from './deck.ts';
import { formatRules, type Report, reportTo } from './format-rules.ts';
import type { FrontMatter } from './front-matter.ts';
import { headingText } from './heading.ts';
import { exceeds, limits } from './limits.ts';
import { parseCard } from './parse-card.ts';
import { parseHead } from './parse-head.ts';
import type { Problem } from './problem.ts';
import { linesOf, scanLines } from './scan-lines.ts';
import type { ScannedLines } from './scan-state.ts';
import { type Section, splitSections } from './split-sections.ts';

export interface DeckContext {
  /** As it is to be named in problems. */
  readonly path: Raw;
  /** The deck's id when its front matter gives none. */
  readonly defaultId: string;
  /** The language tag in the file's name. */
  readonly langFromName: string | undefined;
  readonly frontMatter: FrontMatter;
}

export interface ParsedDeck {
  /** `undefined` when the file is broken as a whole; a broken card is only missing from it. */
  readonly deck: Deck | undefined;
  /** In the order of their lines. */
  readonly problems: readonly Problem[];
}

/** Reads a whole deck file, front matter included in `text`. Never throws on any text. */
export function parseDeck(text: Raw, context: DeckContext): ParsedDeck {
  const problems: Problem[] = [];
  const report = reportTo(problems, context.path);
  if (exceeds(text, limits.file)) {
    report(
      'limit',
      { line: 1, column: 1 },
      sentence('This file is larger than 2 MiB.'),
      sentence('Split the deck.'),
    );
    return { deck: undefined, problems };
  }
  const { frontMatter } = context;
  const head = parseHead(frontMatter, context, report);
  const lines = linesOf(text);
  const scanned = scanLines(lines, Math.min(frontMatter.lines, lines.length));
  const marked = frontMatter.values.get('cards') === 'marked';
  const sections = splitSections(scanned, Math.min(frontMatter.lines, lines.length), marked);
  const blocks = readBlocks(scanned, sections, marked, report);
  const cards = blocks.flatMap((block) => (block.kind === 'card' ? [block.card] : []));
  const off = new Set(head?.lintOff);
  const kept = problems.filter(({ severity, rule }) => severity === 'error' || !off.has(rule));
  kept.sort((a, b) => a.line - b.line || a.column - b.column);
  const deck = head && { head, frontMatter: frontMatter.source, blocks, cards };
  return { deck, problems: kept };
}

function readBlocks(
  scanned: ScannedLines,
  sections: readonly Section[],
  marked: boolean,
  report: Report,
): readonly DeckBlock[] {
  const broken = brokenLines(scanned);
  const unique = uniqueCards(report);
  const blocks: DeckBlock[] = [];
  let group: Raw | undefined;
  let count = 0;
  for (const section of sections) {
    if (section.kind === 'card' && ++count > limits.cards) {
      report(
        'limit',
        { line: section.start + 1, column: 1 },
        sentence('This deck has more than 5,000 cards; this one and those below are not loaded.'),
        sentence('Split the deck.'),
      );
      break;
    }
    const block = readBlock(scanned, broken, section, { group, marked, unique, report });
    if (block?.kind === 'group') group = block.title;
    if (block) blocks.push(block);
  }
  return blocks;
}

interface BlockContext {
  readonly group: Raw | undefined;
  readonly marked: boolean;
  readonly unique: (card: Card) => boolean;
  readonly report: Report;
}

function readBlock(
  scanned: ScannedLines,
  broken: BrokenLines,
  section: Section,
  { group, marked, unique, report }: BlockContext,
): DeckBlock | undefined {
  const ordinaryNote = section.kind === 'note' && marked;
  const sound = checkLines(scanned, broken, section, ordinaryNote ? onlyBroken(report) : report);
  if (section.kind === 'group')
    return { kind: 'group', title: raw(headingText(scanned.lines[section.start] ?? '')) };
  if (section.kind === 'note') {
    const text = trimLines(scanned.lines.slice(section.start, section.end).join('\n'));
    return text === '' ? undefined : { kind: 'note', text: raw(text) };
  }
  const card = sound ? parseCard(scanned, section, group, report) : undefined;
  return card && unique(card) ? { kind: 'card', card } : undefined;
}

/** Notes among marked cards are nobody's deck: their style is their own. */
const onlyBroken =
  (report: Report): Report =>
  (rule, ...rest) => {
    if (rule !== 'setext-heading' && formatRules[rule] === 'error') report(rule, ...rest);
  };

/** Refuses the second card of one id, and the second of one question. */
function uniqueCards(report: Report): (card: Card) => boolean {
  const ids = new Map<string, number>();
  const questions = new Map<string, number>();
  return ({ id, hash, line, attributes }) => {
    const sameId = ids.get(id);
    const sameQuestion = questions.get(hash);
    const at = { line, column: 1 };
    if (sameId !== undefined && attributes.id !== undefined)
      report(
        'duplicate-id',
        at,
        sentence`The id \`${id}\` is already that of line ${sameId}.`,
        sentence('Give this card another id.'),
      );
    else if (sameQuestion !== undefined)
      report(
        'duplicate-question',
        at,
        sentence`This question already stands in line ${sameQuestion}.`,
        sentence('Ask it in other words, or join the two cards.'),
      );
    else {
      ids.set(id, line);
      questions.set(hash, line);
      return true;
    }
    return false;
  };
}
