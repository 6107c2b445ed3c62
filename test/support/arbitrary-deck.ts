import fc from 'fast-check';
import {
  answerShapes,
  type Card,
  type CardContent,
  type Option,
  type Segment,
} from '../../src/core/decks/card.ts';
import { collapse } from '../../src/core/decks/cloze-gaps.ts';
import type { Deck, DeckBlock, DeckHead } from '../../src/core/decks/deck.ts';
import { formatCardBody, formatFence } from '../../src/core/decks/format-card-body.ts';
import { formatFrontMatter } from '../../src/core/decks/format-front-matter.ts';
import { noAttributes } from '../../src/core/decks/parse-attributes.ts';
import { questionHash } from '../../src/core/decks/question-hash.ts';
import { hash12 } from '../../src/core/text/hash.ts';
import { type Raw, raw } from '../../src/core/text/shown.ts';

const word = fc.constantFrom('kernel', 'Übung', '虚拟化', 'systemd', 'x', 'machine-id', 'don’t', 'ab');
/** What decks of administrators are full of, and what other programs take for their marks. */
const token = fc.oneof(
  { weight: 3, arbitrary: word },
  fc.constantFrom(
    ...[
      '[ -f /etc/machine-id ]',
      '[[ $a == $b ]]',
      'std::vector',
      'http://x::80',
      '`{{.State.Status}}`',
      '\\{{',
    ],
    ...[
      '#cloud-config',
      '$HOME',
      '|',
      '<b>',
      '&amp;',
      '\\',
      '``a`b``',
      '\\`',
      '*x*',
      '# #',
      '##',
      '- [ ]',
      '---',
      '{}',
    ],
    ...['Q:', '>', '1.', '<!-- note -->', '<<<<<<<', '\t'],
  ),
);
const line = fc
  .tuple(word, fc.array(token, { maxLength: 4 }))
  .map(([first, rest]) => [first, ...rest].join(' ').trimEnd());
/** Git's marks at the left margin are the one thing that no deck can hold. */
const anyLine = fc.oneof(
  line,
  token.filter((text) => text !== '<<<<<<<'),
  fc.constantFrom('', '## no card', '- [x] no option', '  ---', '```', '{{x}}'),
);

const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const fence = fc
  .tuple(fc.constantFrom('', 'yaml', 'sh', 'console'), fc.array(anyLine, { maxLength: 4 }))
  .map(([info, lines]) => formatFence(info, lines));
const quote = paragraph.map((text) => text.replace(/^/gmu, '> '));
const list = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((l) => `* ${l}`).join('\n'));
const table = fc.constant('| a \\| b | c |\n| --- | --- |\n| `x` | y |');
const block = fc.oneof(
  paragraph,
  fence,
  quote,
  list,
  table,
  fc.constant('    ## code'),
  fc.constant('<!-- note\n## no -->'),
);

/** Markdown of a few blocks, without a mark of any card. */
const markdown = fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => raw(blocks.join('\n\n')));
const maybeMarkdown = fc.option(markdown, { nil: raw('') });
const scalar = fc.oneof(
  line.map((text) => text.replace(/\s+/gu, ' ')),
  fc.constantFrom(
    'foo(1), bar(2)',
    'a: b',
    '102.6',
    'no',
    '-->',
    '"',
    "it's",
    '[x]',
    '# a',
    'x,',
    'é "q" \\ --> z',
  ),
);
const scalars = fc.array(scalar.map(raw), { maxLength: 2 });

const option: fc.Arbitrary<Option> = fc.record({
  text: fc.tuple(line, fc.array(line, { maxLength: 1 })).map(([a, b]) => raw([a, ...b].join('\n'))),
  right: fc.boolean(),
  reason: fc.option(markdown, { nil: undefined }),
});
const choice = fc
  .uniqueArray(option, { minLength: 2, maxLength: 8, selector: ({ text }) => text })
  .map((options) => options.map((o, i) => (i < 2 ? { ...o, right: i === 0 } : o)))
  .map((options): CardContent => ({ kind: 'choice', options }));

const lines = (minLength: number, maxLength: number): fc.Arbitrary<Raw[]> =>
  fc.uniqueArray(
    anyLine.map((text) => raw(text.trim())).filter((text) => text !== ''),
    { minLength, maxLength },
  );

const gap: fc.Arbitrary<Segment> = fc
  .tuple(
    fc.constantFrom('nginx', '`-d`', '`a::b}}`', '${x}', 'two words'),
    fc.option(fc.constantFrom('hint', 'a hint'), { nil: undefined }),
    fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  )
  .map(([text, hint, n]) => ({
    kind: 'gap',
    part: n === undefined ? hash12(collapse(text)) : `c${n}`,
    text: raw(text),
    hint: hint === undefined ? undefined : raw(hint),
  }));
const plainSegment = (text: string): Segment => ({ kind: 'text', text: raw(text) });
const gapSentence = fc
  .tuple(word, gap, word)
  .map(([a, g, b]) => [plainSegment(`${a} `), g, plainSegment(` ${b}`)]);
const clozeFence = gap
  .filter(({ text }) => !text.includes('::') && !text.includes('}}'))
  .map((g) => [plainSegment('```yaml cloze\na: {{.x}} '), g, plainSegment('}}\n```')]);

/** Neighbouring texts made one, as the parser gives them. */
function merged(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last?.kind === 'text' && segment.kind === 'text')
      result[result.length - 1] = plainSegment(last.text + segment.text);
    else result.push(segment);
  }
  return result;
}

interface Texts {
  readonly prompt: string;
  readonly question: Raw;
  readonly content: CardContent;
}

const prompt = line.filter((text) => !text.endsWith('-->'));
const others = (content: fc.Arbitrary<CardContent>): fc.Arbitrary<Texts> =>
  fc.record({ prompt, question: maybeMarkdown, content });

const texts: fc.Arbitrary<Texts> = fc.oneof(
  others(
    markdown
      .filter((text) => text.replace(/<!--[^>]*-->\s*/gu, '') !== '')
      .map((answer): CardContent => ({ kind: 'basic', answer })),
  ),
  others(choice),
  others(
    fc
      .tuple(fc.constantFrom(...answerShapes), fc.boolean(), lines(1, 3))
      .map(([shape, all, answers]): CardContent => ({ kind: 'typed', shape, all, answers })),
  ),
  others(lines(3, 9).map((ordered): CardContent => ({ kind: 'order', lines: ordered }))),
  fc
    .record({
      prompt,
      question: maybeMarkdown,
      parts: fc.array(fc.oneof(gapSentence, clozeFence), { minLength: 1, maxLength: 3 }),
    })
    .map(({ prompt: heading, question, parts }) => ({
      prompt: heading,
      question,
      content: {
        kind: 'cloze' as const,
        heading: [plainSegment(heading)],
        text: merged(parts.flatMap((part, i) => (i > 0 ? [plainSegment('\n\n'), ...part] : part))),
      },
    })),
);

const cardId = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/u);

const card: fc.Arbitrary<Card> = fc
  .record({
    texts,
    id: fc.option(cardId, { nil: undefined }),
    lists: fc.record({
      tags: scalars,
      objectives: scalars,
      sources: scalars,
      facts: scalars,
      terms: scalars,
    }),
    flags: fc.record({
      reverse: fc.boolean(),
      shuffle: fc.boolean(),
      examOnly: fc.boolean(),
      retired: fc.boolean(),
    }),
    hints: fc.array(markdown, { maxLength: 2 }),
    explanation: maybeMarkdown,
    transcripts: fc.constantFrom([], [raw('```console verify\n$ echo a\na\n```')]),
  })
  .map(({ texts: { prompt: heading, question, content }, id, lists, flags, ...rest }) => {
    const hash = questionHash(raw(heading), question, content);
    const asides = { question, content, ...rest };
    return {
      id: id ?? `h${hash}`,
      hash,
      prompt: raw(heading),
      body: formatCardBody(asides),
      group: undefined,
      ...asides,
      attributes: { ...noAttributes, id, ...lists, ...flags },
      line: 0,
    };
  });

const head: fc.Arbitrary<DeckHead> = fc.record({
  title: scalar.map(raw),
  id: cardId,
  lang: fc.constantFrom('en', 'de', 'pt-BR'),
  objectives: scalars,
  tags: scalars,
  sources: scalars,
  description: fc.option(scalar.map(raw), { nil: undefined }),
  author: fc.option(scalar.map(raw), { nil: undefined }),
  license: fc.option(scalar.map(raw), { nil: undefined }),
  cards: fc.constantFrom('all', 'marked'),
  lintOff: fc.constantFrom([], ['heading-in-fence']),
  commands: fc.constant(undefined),
});

type Section = { readonly title: Raw | undefined; readonly note: Raw; readonly cards: readonly Card[] };

const sections: fc.Arbitrary<readonly Section[]> = fc
  .array(
    fc.record({
      title: prompt.map(raw),
      note: maybeMarkdown,
      cards: fc.array(card, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((section, i) => (i === 0 ? { ...section, title: undefined } : section)));

/** Any deck in canonical form; every card's line is 0. */
export const arbitraryDeck: fc.Arbitrary<Deck> = fc.tuple(head, sections).map(([deckHead, parts]) => {
  const blocks: DeckBlock[] = [];
  const seen = new Set<string>();
  for (const { title, note, cards } of parts) {
    if (title !== undefined) blocks.push({ kind: 'group', title });
    if (note !== '') blocks.push({ kind: 'note', text: note });
    for (const each of cards) {
      const plain = deckHead.cards === 'marked' && each.attributes.id === undefined;
      if (plain || seen.has(each.id) || seen.has(each.hash)) continue;
      seen.add(each.id).add(each.hash);
      blocks.push({ kind: 'card', card: { ...each, group: title } });
    }
  }
  const cards = blocks.flatMap((b) => (b.kind === 'card' ? [b.card] : []));
  return { head: deckHead, frontMatter: formatFrontMatter(deckHead), blocks, cards };
});
