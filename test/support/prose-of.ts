import type { Card, CardContent } from '../../src/core/decks/card.ts';
import type { Deck } from '../../src/core/decks/deck.ts';

/** The texts of a deck that are written for people, with the line of their card. */
export function proseOf({ head, blocks }: Deck): readonly { readonly text: string; readonly line: number }[] {
  const texts = blocks.flatMap((block): readonly { text: string; line: number }[] => {
    if (block.kind === 'note') return [{ text: block.text, line: 1 }];
    if (block.kind === 'group') return [{ text: block.title, line: 1 }];
    return proseOfCard(block.card).map((text) => ({ text, line: block.card.line }));
  });
  return [{ text: `${head.title}\n${head.description ?? ''}`, line: 1 }, ...texts];
}

const proseOfCard = ({ prompt, question, content, hints, explanation }: Card): readonly string[] => [
  ...(content.kind === 'cloze' ? [] : [prompt]),
  question,
  ...proseOfContent(content),
  ...hints,
  explanation,
];

function proseOfContent(content: CardContent): readonly string[] {
  switch (content.kind) {
    case 'basic':
      return [content.answer];
    case 'choice':
      return content.options.flatMap(({ text, reason }) => (reason === undefined ? [text] : [text, reason]));
    case 'typed':
      return content.shape === 'text' ? content.answers.slice(0, 1) : [];
    case 'order':
      return content.lines;
    case 'cloze':
      return [content.heading, content.text].map((segments) => segments.map(({ text }) => text).join(''));
  }
}

/** Words of running text: no code, no addresses, no names with digits or capitals inside. */
export function wordsOf(text: string): readonly string[] {
  const prose = text
    .replace(/^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t>]*\1[`~]*[ \t]*$/gmu, ' ')
    .replace(/(`+)[^`]*\1/gu, ' ')
    .replace(/^ {4}.*$/gmu, ' ')
    .replace(/<[^>\n]*>|https?:\S+|\S*[/\\_@=]\S*/gu, ' ');
  const found = prose.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.+-]*/gu) ?? [];
  return found
    .flatMap((word) => word.replace(/['’.+-]+$/u, '').split(/[-+.]/u))
    .map((word) => word.replace(/['’]s?$/u, '').replaceAll('’', "'"))
    .filter((word) => word.length > 1 && !/[\p{N}]|\p{L}\p{Lu}/u.test(word));
}
