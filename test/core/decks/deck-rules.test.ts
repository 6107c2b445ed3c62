import { describe, expect, test } from 'vitest';
import type { Card, Option } from '../../../src/core/decks/card.ts';
import { partsOf } from '../../../src/core/decks/card.ts';
import { effectiveObjectives, effectiveTags } from '../../../src/core/decks/effective-attributes.ts';
import { formatDeck } from '../../../src/core/decks/format-deck.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

const firstLine = 5;

/** The rules that the cards break, as `rule:line` with lines counted from the first card line. */
function rulesOf(cards: string, head?: string): string[] {
  const offset = firstLine - 1 + (head?.split('\n').length ?? 1) - 1;
  return readDeck(deckOf(cards, head)).problems.map(({ rule, line }) => `${rule}:${line - offset}`);
}

const cardsOf = (cards: string, head?: string): readonly Card[] =>
  readDeck(deckOf(cards, head)).deck?.cards ?? [];

function cardOf(body: string, heading = 'Q'): Card {
  const { deck, problems } = readDeck(deckOf(`## ${heading}\n\n${body}\n`));
  const [card] = deck?.cards ?? [];
  if (!card) throw new Error(problems.map(({ rule, message }) => `${rule} ${message.text}`).join('\n'));
  return card;
}

const bodyRules = (body: string): string[] =>
  rulesOf(`## Q\n\n${body}\n`).map((rule) => rule.replace(/:.*/u, ''));

function options(body: string): readonly Option[] {
  const { content } = cardOf(body);
  return content.kind === 'choice' ? content.options : [];
}

const formatted = (cards: string): string => {
  const { deck } = readDeck(deckOf(cards));
  return deck ? formatDeck(deck).split('---\n\n').slice(1).join('---\n\n') : '';
};

describe('front matter of a deck', () => {
  const headOf = (head: string) => readDeck(deckOf('', head));

  test('every scalar stays as it is written', () => {
    const { deck } = headOf('deck: no\nobjective: 1.10\ntags: [010, yes, 1:30]\nauthor: 2026-01-01');
    expect(deck?.head).toMatchObject({
      title: 'no',
      objectives: ['1.10'],
      tags: ['010', 'yes', '1:30'],
      author: '2026-01-01',
    });
  });

  test('unknown keys are warnings with the nearest known one', () => {
    const { deck, problems } = headOf('deck: T\ntag: [a]');
    expect(deck).toBeDefined();
    expect(problems[0]).toMatchObject({
      severity: 'warning',
      rule: 'deck-key',
      line: 3,
      hint: { text: 'Did you mean `tags`?' },
    });
  });

  test('an empty or many-lined title, a wrong id, language, list or kind of cards costs the deck', () => {
    for (const [head, rule] of [
      ['deck:', 'deck-title'],
      ['deck: |\n  a\n  b', 'deck-title'],
      ['deck: [a]', 'deck-value'],
      ['deck: T\nid: Über', 'deck-id'],
      [`deck: T\nid: ${'a'.repeat(101)}`, 'deck-id'],
      ['deck: T\nlang: german', 'deck-value'],
      ['deck: T\ntags: { a: b }', 'deck-value'],
      ['deck: T\ncards: some', 'deck-value'],
      ['deck: T\nformat: one', 'deck-format'],
    ] as const) {
      const { deck, problems } = headOf(head);
      expect(deck, head).toBeUndefined();
      expect(
        problems.map((problem) => problem.rule),
        head,
      ).toEqual([rule]);
    }
  });

  test('a higher format asks for a newer program', () => {
    expect(headOf('deck: T\nformat: 2').problems[0]?.hint?.text).toContain('newer');
    expect(headOf('deck: T\nformat: 1').problems).toEqual([]);
  });

  test('the language comes from the key, else from the file name, else it is English', () => {
    const lang = (head: string, langFromName?: string) =>
      readDeck(deckOf('', head), { langFromName }).deck?.head.lang;
    expect(lang('deck: T\nlang: fr', 'de')).toBe('fr');
    expect(lang('deck: T', 'de')).toBe('de');
    expect(lang('deck: T')).toBe('en');
  });

  test('rules switched off give no warnings, errors they cannot hide', () => {
    const cards = '## Q\n\n```\n## x\n```\n\n## E\n';
    expect(rulesOf(cards)).toEqual(['heading-in-fence:4', 'answer-empty:7']);
    expect(rulesOf(cards, 'deck: T\nlint: [heading-in-fence, answer-empty]')).toEqual(['answer-empty:7']);
  });

  test('comments in it are kept by formatting', () => {
    const text = deckOf('## Q\n\na\n', '# mine\ndeck: T # title');
    const { deck } = readDeck(text);
    expect(deck && formatDeck(deck)).toBe(text);
  });

  test('text above the first card is a note', () => {
    const { deck } = readDeck(deckOf('Hello\n\n# G\n\nNote\n\n## Q\n\na\n'));
    expect(deck?.blocks.map(({ kind }) => kind)).toEqual(['note', 'group', 'note', 'card']);
    expect(deck?.cards[0]?.group).toBe('G');
  });
});

describe('where cards begin and end', () => {
  test('each level-two heading starts one, headings of level one and two end it', () => {
    const cards = cardsOf('## A\n\na\n\n### more\n\n# G\n\nnote\n\n## B ##\n\nb\n');
    expect(cards.map(({ prompt, body, group }) => [prompt, body, group])).toEqual([
      ['A', 'a\n\n### more', undefined],
      ['B', 'b', 'G'],
    ]);
  });

  test('marked: only headings with an attribute comment are cards, the rest are notes', () => {
    const text =
      '## Note\n\nText\n---\n\n## A <!-- id: a -->\n\na\n\n## Other\n\n- []\n\n## B\n\n<!-- id: b -->\n\nb\n';
    const head = 'deck: T\ncards: marked';
    expect(cardsOf(text, head).map(({ id, body }) => [id, body])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(rulesOf(text, head)).toEqual([]);
  });

  test('a setext heading is an error with the mend, and a break under a blank line is none', () => {
    const { problems } = readDeck(deckOf('## A\n\nText\n---\nanswer\n'));
    expect(problems.map(({ rule, line }) => [rule, line])).toEqual([['setext-heading', 8]]);
    expect(problems[0]?.hint?.text).toContain('blank line above the dashes');
    expect(rulesOf('Intro\n===\n\n## A\n\na\n')).toEqual(['setext-heading:2']);
    expect(rulesOf('## A\n\nText\n\n---\n\nanswer\n')).toEqual([]);
    expect(rulesOf('## A\n\n> Text\n---\nanswer\n')).toEqual([]);
  });

  test('## without a blank is a warning', () => {
    expect(rulesOf('## A\n\na\n\n##B\n')).toEqual(['heading-space:5']);
  });

  test('a heading without text is an error', () => {
    expect(rulesOf('##\n\na\n\n## ##\n\nb\n')).toEqual(['prompt-empty:1', 'prompt-empty:5']);
  });
});

describe('attributes', () => {
  const attributes = (comment: string) => cardOf(`<!-- ${comment} -->\n\na`).attributes;
  const errors = (comment: string) => bodyRules(`<!-- ${comment} -->\n\na`);

  test('stand below the heading, touching it or after one blank line, or at its end', () => {
    for (const text of [
      '## Q\n\n<!-- id: a -->\n\nx\n',
      '## Q\n<!-- id: a -->\nx\n',
      '## Q <!-- id: a -->\nx\n',
      '## Q <!-- id: a --> ##\n\nx\n',
      '## Q\n\n<!--\nid: a\n-->\n\nx\n',
    ]) {
      expect(
        cardsOf(text).map(({ id, prompt, body }) => [id, prompt, body]),
        text,
      ).toEqual([['a', 'Q', 'x']]);
      expect(formatted(text)).toBe('## Q\n\n<!-- id: a -->\n\nx\n');
    }
  });

  test('are all read', () => {
    expect(
      attributes(
        'id: a.b_c-1, tags: [x, "y, z"], objective: 102.6, source: machine-id(5), facts: F1, reverse: true,\n  shuffle: false, terms: [host keys], pool: exam, retired: true',
      ),
    ).toEqual({
      id: 'a.b_c-1',
      tags: ['x', 'y, z'],
      objectives: ['102.6'],
      sources: ['machine-id(5)'],
      facts: ['F1'],
      terms: ['host keys'],
      reverse: true,
      shuffle: false,
      examOnly: true,
      retired: true,
    });
  });

  test('values may be quoted in both ways', () => {
    expect(attributes(`tags: ["a \\"b\\"", 'it''s', "\\u00e9 -\\u002d> x", plain words]`).tags).toEqual([
      'a "b"',
      "it's",
      'é --> x',
      'plain words',
    ]);
  });

  test('are canonical on one line in a fixed order', () => {
    expect(formatted('## Q\n<!-- tags: a,\n facts: [F1,F2], source: "foo(1), bar(2)", id: x -->\nx\n')).toBe(
      '## Q\n\n<!-- id: x, tags: [a], source: "foo(1), bar(2)", facts: [F1, F2] -->\n\nx\n',
    );
  });

  test('a value with a comma must be quoted: a key without a value is an error at its column', () => {
    const { problems } = readDeck(deckOf('## Q\n\n<!-- id: a, source: foo(1), bar(2) -->\n\na\n'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rule: 'attributes-syntax', line: 7, column: 29 });
    expect(problems[0]?.hint?.text).toContain('"foo(1), bar(2)"');
  });

  test('what is no flow mapping of known keys is an error', () => {
    for (const comment of [
      'id: a tags: b: c',
      'tags: [a',
      'tags: a: b',
      'id: "a',
      'id: a, id: b',
      'id:',
      'tags: [a,,b]',
      'id: a, tags: &x',
      'tags: "\\q"',
      "id: 'a",
    ])
      expect(errors(comment), comment).toContain('attributes-syntax');
    for (const comment of ['id: Upper', 'id: [a, b]', 'reverse: yes', 'pool: study', `id: ${'a'.repeat(65)}`])
      expect(errors(comment), comment).toEqual(['attributes-value']);
    expect(readDeck(deckOf('## Q\n<!-- id: a, tag: b -->\na\n')).problems[0]).toMatchObject({
      rule: 'attributes-unknown',
      hint: { text: 'Did you mean `tags`?' },
      column: 13,
    });
  });

  test('near misses are warnings and no attributes', () => {
    for (const comment of ['ID: a', 'id = a', 'id a', 'tag: a', '{id: a}', 'Tags: [a]', 'retired'])
      expect(errors(comment), comment).toEqual(['attributes-near-miss']);
    for (const comment of ['TODO: check', 'a source of joy and id', 'note', 'see: x', 'vim: set ft=markdown'])
      expect(errors(comment), comment).toEqual([]);
  });

  test('two comments are an error, one too far down or too late is a warning', () => {
    expect(bodyRules('<!-- id: a -->\n\n<!-- tags: b -->\n\na')).toEqual(['attributes-twice']);
    expect(bodyRules('\n<!-- id: a -->\n\na')).toEqual(['attributes-place']);
    expect(bodyRules('a\n\n<!-- id: a -->')).toEqual(['attributes-place']);
    expect(bodyRules('<!-- id: a --> text')).toEqual(['attributes-syntax']);
  });

  test('end at the first -->', () => {
    expect(cardOf('<!-- id: a -->\n\nx --> y').body).toBe('x --> y');
  });

  test('reverse and shuffle on other kinds are warnings without effect', () => {
    const cloze = cardOf('<!-- reverse: true, shuffle: false -->\n\n{{a}} b');
    expect(partsOf(cloze)).toHaveLength(1);
    expect(bodyRules('<!-- reverse: true, shuffle: false -->\n\n{{a}} b')).toEqual([
      'attributes-misplaced',
      'attributes-misplaced',
    ]);
  });

  test('of the deck are added to those of the card', () => {
    const { deck } = readDeck(
      deckOf('## Q\n<!-- tags: [a, c] -->\nx\n', 'deck: T\ntags: [a, b]\nobjective: "102.6"'),
    );
    const [card] = deck?.cards ?? [];
    expect(deck && card && effectiveTags(deck, card)).toEqual(['a', 'b', 'c']);
    expect(deck && card && effectiveObjectives(deck, card)).toEqual(['102.6']);
  });
});

describe('the mark decides the kind', () => {
  test('two different marks are an error, and so are two fences of one', () => {
    const typed = '```answer path\n/a\n```';
    const order = '```order\n1\n2\n3\n```';
    for (const body of [
      `- [x] a\n- [ ] b\n\n${typed}`,
      `${typed}\n\n${order}`,
      `{{gap}} x\n\n${typed}`,
      `${typed}\n\n${typed}`,
      `${order}\n\n${order}`,
    ])
      expect(bodyRules(body), body).toEqual(['marks-mixed']);
    expect(rulesOf(`## Q {{x}}\n\n${typed}\n`)).toEqual(['marks-mixed:3']);
  });

  test('near misses are errors with the mend, never another kind', () => {
    for (const body of [
      '- [] a\n- [x] b',
      '-[ ] a',
      '- [x]text',
      '- [ x ] a',
      '* []',
      '1. [x]a',
      '- [ ] a\n- [x]b',
      '- a\n  - [x] b\n  - [ ] c',
    ])
      expect(bodyRules(body), body).toContain('mark-near-miss');
    for (const info of [
      'answers path',
      'Answer path',
      'orders',
      'Order',
      'anwser text',
      'answer:text',
      'order x',
      'yaml Cloze',
      'ordered',
    ])
      expect(bodyRules(`\`\`\`${info}\na\nb\nc\n\`\`\``), info).toEqual(['mark-near-miss']);
    expect(bodyRules('- a\n\n  ```answer path\n  /a\n  ```')).toEqual(['mark-near-miss']);
  });

  test('a list of links or of tests is none', () => {
    for (const body of [
      '- [x](https://a.b)',
      '- [x]: y',
      '- [ -f /a ] && b',
      '- [[ $a ]]',
      '```border\n```',
      '```yaml\n- [x] y\n```',
    ])
      expect(cardOf(body).content.kind, body).toBe('basic');
  });

  test('what stands before it is the question, what stands after it the explanation', () => {
    const { question, explanation } = cardOf(
      'Look:\n\n```sh\nls\n```\n\n```answer path\n/a\n```\n\nBecause.\n\nAnd so.',
    );
    expect(question).toBe('Look:\n\n```sh\nls\n```');
    expect(explanation).toBe('Because.\n\nAnd so.');
  });

  test('tips are hints and notes explanation, wherever they stand', () => {
    const card = cardOf(
      '> [!TIP]\n> one\n\nBefore\n\n> [!tip] two\n> lines\n\n- [x] a\n- [ ] b\n\nAfter\n\n> [!NOTE]\n> note\n\n> quote',
    );
    expect(card.hints).toEqual(['one', 'two\nlines']);
    expect(card.question).toBe('Before');
    expect(card.explanation).toBe('After\n\n> quote\n\nnote');
  });

  test('a misspelt or empty alert is a warning', () => {
    expect(bodyRules('a\n\n> [!HINT]\n> b')).toEqual(['alert-unknown']);
    expect(bodyRules('a\n\n> [!WARNING]\n> b')).toEqual([]);
    expect(bodyRules('a\n\n> [!TIP]')).toEqual(['hint-empty']);
  });

  test('transcripts are kept apart', () => {
    const card = cardOf('a\n\n```console verify\n$ true\n```');
    expect(card.transcripts).toEqual(['```console verify\n$ true\n```']);
    expect(card.content).toEqual({ kind: 'basic', answer: 'a' });
  });
});

describe('basic cards', () => {
  test('have their body as the answer', () => {
    expect(cardOf('a\n\nb').content).toEqual({ kind: 'basic', answer: 'a\n\nb' });
  });

  test('are cut by the first thematic break, later ones are text', () => {
    const card = cardOf('more\n\n***\n\na\n\n---\n\nb');
    expect(card.question).toBe('more');
    expect(card.content).toEqual({ kind: 'basic', answer: 'a\n\n---\n\nb' });
    expect(card.body).toBe('more\n\n---\n\na\n\n---\n\nb');
  });

  test('without an answer are errors', () => {
    for (const body of ['', '> [!TIP]\n> a', '<!-- later -->', 'question\n\n---'])
      expect(bodyRules(body)).toEqual(['answer-empty']);
  });
});

describe('choice cards', () => {
  test('take every list marker and [X], and are written with - and x', () => {
    const body = '* [X] a\n* [ ] b\n\nand\n\n1. [ ] c\n2) [ ] d';
    expect(options(body).map(({ text, right }) => [text, right])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
    ]);
    expect(cardOf(body).body).toBe('- [x] a\n- [ ] b\n\nand\n\n- [ ] c\n- [ ] d');
    expect(cardOf(body).question).toBe('and');
  });

  test('may be numbered one after the other', () => {
    expect(options('1. [ ] a\n2. [x] b\n3. [ ] c').map(({ text, right }) => [text, right])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
  });

  test('a nested quote is the reason of its option, lazy lines included', () => {
    const [a, b] = options('- [x] a\n  > one\n  > two\nlazy\n- [ ] b\n  more\n\n  > three');
    expect(a).toEqual({ text: 'a', right: true, reason: 'one\ntwo\nlazy' });
    expect(b).toEqual({ text: 'b\nmore', right: false, reason: 'three' });
  });

  test('a quote right below an option is its reason too, with a warning, and is indented', () => {
    const body = '- [x] a\n> why\n- [ ] b\n\n> explanation';
    expect(bodyRules(body)).toEqual(['reason-outside']);
    expect(cardOf(body).body).toBe('- [x] a\n  > why\n- [ ] b\n\n> explanation');
    expect(cardOf(body).explanation).toBe('> explanation');
  });

  test('code and pictures between options belong to the question', () => {
    const card = cardOf('- [x] a\n\n```\ncode\n```\n\n- [ ] b\n\nafter');
    expect(card.question).toBe('```\ncode\n```');
    expect(card.explanation).toBe('after');
  });

  test('with too few, too many, equal, empty, no right or only right options are errors', () => {
    const many = Array.from({ length: 9 }, (_, i) => `- [${i === 0 ? 'x' : ' '}] ${i}`).join('\n');
    for (const [body, rule] of [
      ['- [x] a', 'options-count'],
      [many, 'options-count'],
      ['- [x] a\n- [ ]  a ', 'options-equal'],
      ['- [x] a\n- [ ]', 'options-empty'],
      ['- [ ] a\n- [ ] b', 'options-none-right'],
      ['- [x] a\n- [x] b', 'options-all-right'],
    ] as const)
      expect(bodyRules(body), body).toEqual([rule]);
    expect(bodyRules('- [x] a\n- [ ] A')).toEqual([]);
  });

  test('an option of more than a paragraph and an item without a box are errors', () => {
    for (const body of [
      '- [x] a\n\n  more\n- [ ] b',
      '- [x] a\n  ```\n  x\n  ```\n- [ ] b',
      '- [x] a\n  - nested\n- [ ] b',
    ])
      expect(bodyRules(body), body).toEqual(['options-paragraph']);
    expect(bodyRules('- [x] a\n- b\n- [ ] c')).toEqual(['mark-near-miss']);
    expect(bodyRules('- [x] a\n- [ ] b\n\n* another list')).toEqual([]);
  });
});

describe('typed cards', () => {
  const typed = (info: string, lines = '/a') => `\`\`\`${info}\n${lines}\n\`\`\``;

  test('hold a shape and one answer a line', () => {
    expect(cardOf(typed('answer option all', '-d\n\n --detach ')).content).toEqual({
      kind: 'typed',
      shape: 'option',
      all: true,
      answers: ['-d', '--detach'],
    });
  });

  test('without a shape, with another one or with more are errors, the nearest named', () => {
    expect(bodyRules(typed('answer'))).toEqual(['answer-shape']);
    expect(bodyRules(typed('answer path every'))).toEqual(['answer-shape']);
    expect(readDeck(deckOf(`## Q\n\n${typed('answer comand')}\n`)).problems[0]?.hint?.text).toContain(
      '`command`',
    );
  });

  test('without an answer are errors, an answer twice is a warning', () => {
    expect(bodyRules(typed('answer path', ''))).toEqual(['answer-empty']);
    expect(bodyRules(typed('answer path', '/a\n/a'))).toEqual(['answer-twice']);
  });
});

describe('order cards', () => {
  test('hold three to nine lines', () => {
    expect(cardOf('```order\na\n  b\n\nc\n```').content).toEqual({ kind: 'order', lines: ['a', '  b', 'c'] });
    expect(bodyRules('```order\na\nb\n```')).toEqual(['order-count']);
    expect(bodyRules(`\`\`\`order\n${'a\n'.repeat(10)}\`\`\``)).toEqual(['order-count']);
    expect(bodyRules('```order\na\na\nb\n```')).toEqual(['order-equal']);
  });
});

describe('cloze cards', () => {
  const gaps = (body: string, heading = 'Q') => {
    const { content } = cardOf(body, heading);
    if (content.kind !== 'cloze') return content.kind;
    return [...content.heading, ...content.text].flatMap((s) =>
      s.kind === 'gap' ? [[s.part, s.text, s.hint]] : [],
    );
  };

  test('have gaps with hints and numbers', () => {
    expect(gaps('{{c1::a}} {{c2::b::hint}} {{c1::c}}')).toEqual([
      ['c1', 'a', undefined],
      ['c2', 'b', 'hint'],
      ['c1', 'c', undefined],
    ]);
    expect(partsOf(cardOf('{{c2::a}} {{c1::b}} {{c2::c}}'))).toEqual(['c2', 'c1']);
  });

  test('a gap without a number is known by its text, wherever it stands', () => {
    const [one] = partsOf(cardOf('a {{same}} b'));
    expect(partsOf(cardOf('{{other}} c {{same}}'))).toContain(one);
    expect(one).toMatch(/^[0-9a-f]{12}$/u);
  });

  test('gaps may stand in the heading', () => {
    expect(gaps('Because.', 'The kernel is {{Linux}}')).toMatchObject([
      [expect.any(String), 'Linux', undefined],
    ]);
    expect(cardOf('Because.', 'The kernel is {{Linux}}').explanation).toBe('Because.');
  });

  test('the text reaches from the first block with a gap to the last', () => {
    const card = cardOf('before\n\n{{a}}\n\nbetween\n\n- {{b}}\n\nafter');
    expect(card.question).toBe('before');
    expect(card.explanation).toBe('after');
    expect(card.content.kind === 'cloze' && card.content.text.map(({ text }) => text).join('')).toBe(
      'a\n\nbetween\n\n- b',
    );
  });

  test('fences that end in cloze hold gaps, others do not', () => {
    expect(gaps('```yaml cloze\na: {{b}}\nc: {"x":{}}\n```')).toMatchObject([
      [expect.any(String), 'b', undefined],
    ]);
    expect(gaps('```yaml\na: {{b}}\n```')).toBe('basic');
    expect(bodyRules('```yaml cloze\na: b\n```')).toEqual(['cloze-empty']);
  });

  test('code in a gap keeps its colons and braces', () => {
    expect(gaps('x {{`std::vector`::C++}} {{`a}}b`}} {{${x}}}')).toMatchObject([
      [expect.any(String), '`std::vector`', 'C++'],
      [expect.any(String), '`a}}b`', undefined],
      [expect.any(String), '${x}', undefined],
    ]);
  });

  test('escaped braces and braces in code are literal', () => {
    expect(gaps('\\{{ a }} `{{b}}`')).toBe('basic');
    expect(gaps('{{x}} \\{{ `}}`')).toHaveLength(1);
  });

  test('empty, IPv6, unbalanced, nested and cutting gaps are errors that show the right form', () => {
    for (const [body, rule, hint] of [
      ['{{}}', 'cloze-empty', '{{text}}'],
      ['{{a::}}', 'cloze-empty', '{{text}}'],
      ['{{c1::}}', 'cloze-empty', '{{text}}'],
      ['{{::1}}', 'cloze-ipv6', '{{`::1`}}'],
      ['{{2001:db8::1/64}}', 'cloze-ipv6', '{{`2001:db8::1/64`}}'],
      ['{{a}', 'cloze-braces', '{{text}}'],
      ['{{a\n\nb}}', 'cloze-braces', '{{text}}'],
      ['{{a {{b}} c}}', 'cloze-braces', '{{text}}'],
      ['{{a}} b}}', 'cloze-braces', '{{text}}'],
      ['{{c1:text}}', 'cloze-number', '{{c1::text}}'],
      ['{{C1::text}}', 'cloze-number', '{{c1::text}}'],
      ['{{`a}}` b', 'cloze-cuts-code', '`` `docker run` {{`-d`}} `nginx` ``'],
      ['`a {{b` c}}', 'cloze-cuts-code', '`` `docker run` {{`-d`}} `nginx` ``'],
    ] as const) {
      const { deck, problems } = readDeck(deckOf(`## Q\n\n${body}\n`));
      expect(deck?.cards, body).toEqual([]);
      expect(
        problems.map((problem) => problem.rule),
        body,
      ).toEqual([rule]);
      expect(problems[0]?.hint?.text, body).toContain(hint);
    }
  });

  test('the error stands at the column of the gap', () => {
    expect(readDeck(deckOf('## Q\n\nabc\ndef {{}}\n')).problems[0]).toMatchObject({ line: 8, column: 5 });
  });
});

describe('identity', () => {
  test('a card without an id is h and the hash of its question, however it is spaced and composed', () => {
    const [a] = cardsOf('## Caf\u00e9  au\n\nlait\n\n---\n\nx\n');
    const [b] = cardsOf('## Cafe\u0301 au\n\n\n lait\n\n---\n\nanother answer\n');
    expect(a?.id).toMatch(/^h[0-9a-f]{12}$/u);
    expect(b?.id).toBe(a?.id);
    expect(a?.id).toBe(`h${a?.hash}`);
  });

  test('a second equal question and a second equal id are errors on the second', () => {
    expect(rulesOf('## A\n\na\n\n## A\n\nb\n')).toEqual(['duplicate-question:5']);
    expect(rulesOf('## A\n<!-- id: x -->\na\n\n## B\n<!-- id: x -->\nb\n')).toEqual(['duplicate-id:5']);
  });

  test('cloze texts under one heading are different questions, and another gap is not', () => {
    const cards = cardsOf('## C\n\n{{a}} b\n\n## C\n\n{{a}} c\n');
    expect(cards).toHaveLength(2);
    expect(cardOf('a {{b}}', 'C').hash).toBe(cards[0]?.hash);
  });
});

describe('limits', () => {
  test('a line over 8 KiB costs its card', () => {
    expect(rulesOf(`## A\n\n${'x'.repeat(8193)}\n\n## B\n\n${'x'.repeat(8192)}\n`)).toEqual(['limit:3']);
    expect(rulesOf(`## A\n\n${'ü'.repeat(4097)}\n`)).toEqual(['limit:3']);
  });

  test('a card over 64 KiB is not loaded', () => {
    expect(rulesOf(`## A\n\n${'x\n'.repeat(32 * 1024)}\n## B\n\nb\n`)).toEqual(['limit:1']);
  });

  test('from the 5,001st card on none is loaded', () => {
    const text = Array.from({ length: 5002 }, (_, i) => `## ${i}\n\na\n`).join('\n');
    const { deck, problems } = readDeck(deckOf(text));
    expect(deck?.cards).toHaveLength(5000);
    expect(problems.map(({ rule }) => rule)).toEqual(['limit']);
  });

  test('a file over 2 MiB is no deck', () => {
    const { deck, problems } = readDeck(deckOf('x\n'.repeat(1024 * 1024)));
    expect(deck).toBeUndefined();
    expect(problems[0]?.message.text).toContain('2 MiB');
  });
});

describe('what must survive', () => {
  const survives = (body: string): void => {
    const card = cardOf(body);
    expect(card.content, body).toEqual({ kind: 'basic', answer: body });
    expect(rulesOf(`## Q\n\n${body}\n\n## After\n\na\n`), body).toEqual([]);
  };

  test('shell tests in text, in code and in options', () => {
    survives('[ -f /etc/machine-id ] and [[ $a == $b ]]\n\n```sh\n[ -f /etc/machine-id ]\n```');
    expect(options('- [x] [ -f /etc/machine-id ]\n- [ ] [[ $a == $b ]]').map(({ text }) => text)).toEqual([
      '[ -f /etc/machine-id ]',
      '[[ $a == $b ]]',
    ]);
  });

  test('fences with ---, - [x], Q:, other fences, braces and #cloud-config', () => {
    survives('```yaml\na: b\n---\nc: d\n```');
    survives('````\n- [x] a\nQ: b\n```\n```\n````');
    survives('~~~\n```\n~~~');
    survives('```\n#cloud-config\nusers: []\n```');
    survives('```\n{{.State.Status}} {{\n```');
  });

  test('colons, signs of shells and Markdown, and trailing backslashes', () => {
    survives('std::vector a::b http://x::80 `{{.State.Status}}`');
    survives('$ | < & \\ ` `` * _ ~ > x \\');
    survives('a \\\nb `c\\`');
  });

  test('tables with escaped bars', () => {
    survives('| a \\| b | c |\n| --- | --- |\n| `x \\| y` | z |');
  });

  test('CRLF is read as LF, and a BOM is passed over', () => {
    const text = deckOf('## Q\n\n<!-- id: a -->\n\n- [x] a\n- [ ] b\n');
    const { deck, problems } = readDeck(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(problems).toEqual([]);
    expect(deck && formatDeck(deck)).toBe(text);
  });

  test('a comment right before a heading', () => {
    expect(cardsOf('## A\n\na\n<!-- x -->\n## B\n\nb\n').map(({ prompt }) => prompt)).toEqual(['A', 'B']);
  });

  test('a heading in a quote, in a list, in a comment or in verbatim HTML is no card', () => {
    const text = '## A\n\n> ## q\n\n- item\n\n  ## l\n\n<!--\n## c\n-->\n\n<pre>\n## p\n</pre>\n\n    ## i\n';
    expect(cardsOf(text).map(({ prompt }) => prompt)).toEqual(['A']);
    expect(rulesOf(text)).toEqual([]);
  });

  test('tabs', () => {
    survives('a\tb\n\n\tcode\n\n-\titem\n\n\t## not a card');
    expect(options('-\t[x] a\n-\t[ ]\tb').map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('a fence open at the end of the file is an error at its first line, and reading resumes', () => {
    const text = '## A\n\na\n\n## B\n\n```sh\nls\n\n## C\n\nc\n';
    expect(rulesOf(text)).toEqual(['fence-open:7']);
    expect(cardsOf(text).map(({ prompt }) => prompt)).toEqual(['A', 'C']);
  });

  test('a comment open at the end of the file likewise', () => {
    const text = '## A\n\n<!-- a\n\n## B\n\nb\n';
    expect(rulesOf(text)).toEqual(['comment-open:3']);
    expect(cardsOf(text).map(({ prompt }) => prompt)).toEqual(['B']);
  });

  test('attributes that nothing closes cost their own card and not the next', () => {
    const text =
      '## A\n\n<!-- id: a\n\na\n\n## B\n\n<!-- id: b -->\n\nb\n\n## C\n\n<!-- id: c,\ntags: [x] -->\n\nc\n';
    expect(rulesOf(text)).toEqual(['comment-open:3']);
    expect(cardsOf(text).map(({ prompt }) => prompt)).toEqual(['B', 'C']);
  });

  test('a heading in a fence names the line of the fence that is likely not closed', () => {
    const text = '## A\n\n```answer text\na\n\n## B\n\n```answer text\nb\n```\n';
    expect(readDeck(deckOf(text)).problems.map(({ hint }) => hint?.text)).toEqual([
      expect.stringContaining('the fence of line 7'),
    ]);
  });

  test('a line with backticks is quoted in other marks', () => {
    const [problem] = readDeck(deckOf('## A\n\n```answers text\na\n```\n')).problems;
    expect(problem?.message.text).toContain('`answers text`');
    const [other] = readDeck(deckOf('## A\n\n```answer text\na\n```\n\n```answer text\nb\n```\n')).problems;
    expect(other?.message.text).toContain('"```answer text" is a second block');
  });

  test('a level-two heading in a fence is a warning', () => {
    const text = '## A\n\n```\nx\n\n## B\n\nb\n\n```\nc\n```\n';
    expect(rulesOf(text)).toContain('heading-in-fence:6');
  });

  test('conflict markers cost the cards that they touch, even within fences', () => {
    const text = [
      '## A\n\na\n',
      '## B\n\n```\n<<<<<<< HEAD\nx\n```\n=======\ny\n```\n>>>>>>> other\n',
      '## C\n\nc\n',
      '<<<<<<< HEAD\n## D\n\nd\n=======\n## D2\n\nd\n>>>>>>> other\n',
      '## E\n\ne\n',
    ].join('\n');
    expect(cardsOf(text).map(({ prompt }) => prompt)).toEqual(['A', 'E']);
    expect(rulesOf(text).map((rule) => rule.replace(/:.*/u, ''))).toEqual(Array(4).fill('conflict-marker'));
  });

  test('a row of equals signs alone is no conflict', () => {
    survives('```\n=======\n```');
  });
});

describe('formatting', () => {
  test('puts one blank line between blocks and none at the end', () => {
    expect(formatted('##   A   ##\na\n\n\n\nb   \n\n\n##  B\n\n\nc\n\n\n')).toBe(
      '## A\n\na\n\nb   \n\n## B\n\nc\n',
    );
  });

  test('keeps a heading that ends in hashes', () => {
    expect(formatted('## C#\n\na\n\n## What is # ##\n\nb\n')).toBe('## C#\n\na\n\n## What is # #\n\nb\n');
  });
});
