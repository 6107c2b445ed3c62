import { type Sentence, sentence } from '../text/sentence.ts';
import type { Raw } from '../text/shown.ts';
import { type Card, type CardContent, partsOf } from './card.ts';
import type { Deck, DeckBlock } from './deck.ts';
import { reportTo } from './format-rules.ts';
import { kindWords } from './kind-words.ts';
import { laidOver } from './laid-over.ts';
import type { Problem } from './problem.ts';

export interface MatchedTranslation {
  /** Only the cards that match one of the base, with the attributes of that one. */
  readonly deck: Deck;
  readonly problems: readonly Problem[];
}

/** Lays a translation over its base. A card that does not match is left out, and asked in the base's language. */
export function matchTranslation(base: Deck, translation: Deck, path: Raw): MatchedTranslation {
  const problems: Problem[] = [];
  const report = reportTo(problems, path);
  const originals = new Map(base.cards.map((card) => [card.id, card]));
  const blocks: DeckBlock[] = [];
  const met = new Set<string>();
  for (const block of translation.blocks) {
    if (block.kind !== 'card') {
      blocks.push(block);
      continue;
    }
    const { card } = block;
    const original = originals.get(card.id);
    const difference = card.attributes.id === undefined ? noId : differenceOf(original, card);
    met.add(card.id);
    if (difference) report('translation-differs', { line: card.line, column: 1 }, ...difference);
    else if (original) blocks.push({ kind: 'card', card: laidOver(original, card) });
  }
  for (const { id, line } of base.cards)
    if (!met.has(id))
      report(
        'translation-card',
        { line: 1, column: 1 },
        sentence`The card \`${id}\` (line ${line} of the base) is not translated.`,
        sentence('It is asked in the language of the base.'),
      );
  const cards = blocks.flatMap((block) => (block.kind === 'card' ? [block.card] : []));
  return { deck: { ...translation, blocks, cards }, problems };
}

/** A sentence on what differs, and one with the mend. */
type Difference = readonly [message: Sentence, hint: Sentence];

const noId: Difference = [
  sentence('A card of a translation needs the id of its original.'),
  sentence('Write `<!-- id: … -->` under the heading, in both files; `kartei fmt --ids` does it.'),
];

function differenceOf(original: Card | undefined, card: Card): Difference | undefined {
  if (!original)
    return [
      sentence`The base has no card \`${card.id}\`.`,
      sentence('Give it the id of its original, or delete it.'),
    ];
  const [ours, theirs] = [card.content, original.content];
  if (ours.kind !== theirs.kind)
    return [
      sentence`This card is ${kindWords[ours.kind]}, its original is ${kindWords[theirs.kind]}.`,
      sentence('Make them of one kind.'),
    ];
  if (ours.kind === 'cloze') return differentGaps(original, card);
  return differentContent(ours, theirs);
}

function differentContent(ours: CardContent, theirs: CardContent): Difference | undefined {
  if (ours.kind === 'choice' && theirs.kind === 'choice') {
    const right = (content: typeof ours): string =>
      content.options.map((o) => (o.right ? 'x' : '-')).join('');
    if (right(ours) !== right(theirs))
      return [
        sentence('The options do not stand in the order of the original, or other ones are right.'),
        sentence('Options correspond by position: translate them one by one.'),
      ];
  }
  if (ours.kind === 'order' && theirs.kind === 'order' && ours.lines.length !== theirs.lines.length)
    return [
      sentence`${ours.lines.length} lines are to be ordered, in the original ${theirs.lines.length}.`,
      sentence('Translate each line.'),
    ];
  if (ours.kind === 'typed' && theirs.kind === 'typed') {
    if (ours.shape !== theirs.shape || ours.all !== theirs.all)
      return [
        sentence('The shape of the answer is not that of the original.'),
        sentence`Write \`answer ${theirs.shape}${theirs.all ? ' all' : ''}\`.`,
      ];
    if (ours.shape !== 'text' && ours.answers.join('\n') !== theirs.answers.join('\n'))
      return [
        sentence('The accepted answers are not those of the original.'),
        sentence`Answers of the shape ${ours.shape} are not translated.`,
      ];
  }
  return undefined;
}

function differentGaps(original: Card, card: Card): Difference | undefined {
  const parts = [...partsOf(card)].sort();
  const wanted = [...partsOf(original)].sort();
  if (parts.join() === wanted.join()) return undefined;
  const numbered = [...parts, ...wanted].every((part) => part.startsWith('c') && part.length < 12);
  return [
    sentence('The gaps are not those of the original.'),
    numbered
      ? sentence`The original has ${wanted.join(', ')}.`
      : sentence('Number the gaps in both files: `{{c1::text}}`.'),
  ];
}
