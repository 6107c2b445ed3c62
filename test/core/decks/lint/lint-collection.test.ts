import { describe, expect, it } from 'vitest';
import { lintCollection } from '../../../../src/core/decks/lint/lint-collection.ts';
import { raw } from '../../../../src/core/text/shown.ts';
import { deckOf, readDeck } from '../../../support/read-deck.ts';

interface Given {
  readonly cards: string;
  readonly translation?: string;
  readonly head?: string;
  readonly facts?: readonly string[];
}

/** `rule line` of each problem of a deck. */
function breaches({ cards, translation, head = 'deck: Test\nid: test', facts }: Given): readonly string[] {
  return problemsOf({ cards, head, ...(translation && { translation }), ...(facts && { facts }) }).map(
    ({ rule, path, line }) => `${rule} ${path}:${line}`,
  );
}

function problemsOf({ cards, translation, head, facts }: Given) {
  const fileOf = (path: string, text: string) => {
    const { deck, problems } = readDeck(text);
    if (deck === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
    return { path: raw(path), absolutePath: `/${path}`, deck };
  };
  const base = fileOf('t.md', deckOf(cards, head));
  const german = translation && fileOf('t.de.md', deckOf(translation, 'deck: Test\nlang: de'));
  const translations = new Map(german ? [['de', german]] : []);
  const lint = lintCollection({ facts: facts && new Set(facts), nameOf: raw });
  lint.add({ base, translations });
  return lint.problems;
}

const typed = (prompt: string, answer: string, shape = 'command-name') =>
  `## ${prompt}\n\n\`\`\`answer ${shape}\n${answer}\n\`\`\`\n`;

describe('a prompt that contains its answer', () => {
  it.each([
    ['a command', typed('What does `virsh` do, and which command does it?', 'virsh')],
    ['a path', typed('Which file, say /etc/machine-id, holds the ID?', '/etc/machine-id', 'path')],
    ['a short answer to a basic card', '## Is Docker Engine what runs containers?\n\nDocker Engine\n'],
  ])('is reported: %s', (_name, cards) => {
    expect(breaches({ cards })).toEqual(['answer-in-prompt t.md:6']);
  });

  it.each([
    ['a part of a word', typed('Which command sorts lines?', 'sort')],
    ['a choice that the question offers', '## Is KVM type 1 or type 2?\n\nType 1\n'],
    ['one of several that are listed', '## Who hit most? Estrald, Suzuki or Ruth\n\nSuzuki\n'],
    ['one of a list in brackets', '## Where is it (north, east, south)?\n\nsouth\n'],
    ['a number', typed('Which of 3 and 4 is larger than 3.5?', '4', 'number')],
    ['a long answer that repeats the question', '## What is KVM?\n\nKVM is a module of the Linux kernel.\n'],
    [
      'code below the prompt',
      `## What is the ID?\n\n\`\`\`\nabc\n\`\`\`\n\n\`\`\`answer literal\nabc\n\`\`\`\n`,
    ],
  ])('is not seen in %s', (_name, cards) => {
    expect(breaches({ cards })).toEqual([]);
  });
});

describe('a gap whose text stands elsewhere in its card', () => {
  it.each([
    ['the heading', '## What does a hypervisor run?\n\nA {{c1::hypervisor}} runs guests.\n'],
    ['the text', '## Who proves what?\n\nWith a user key the {{c1::user}} logs in.\n'],
    ['another gap', '## Who?\n\nA {{c1::guest}} is run, and {{c2::no other guest}} sees it.\n'],
  ])('is reported: in %s', (_name, cards) => {
    expect(breaches({ cards })).toEqual(['answer-in-prompt t.md:6']);
  });

  it.each([
    ['it is asked together with it', '## Who?\n\nThe {{c1::guest}} asks, the {{c1::guest}} waits.\n'],
    ['the heading offers a choice', '## Of qcow2 and raw, which refuses?\n\nThe format {{c1::raw}}.\n'],
    ['it is spelled otherwise, as code', '## Which copies from the context?\n\n{{c1::FROM}} debian\n'],
    ['it is a part of a word', '## What do guests need?\n\nEach {{c1::guest}} needs a disk.\n'],
    ['the explanation repeats it', '## Who?\n\nThe {{c1::guest}} asks.\n\nA guest asks by hypercalls.\n'],
  ])('is fine when %s', (_name, cards) => {
    expect(breaches({ cards })).toEqual([]);
  });
});

describe('an answer that is more than the instruction asks for', () => {
  const all = '## Which commands?\n\n```answer command-name all\nls\nls -a\n```\n';

  it.each([
    ['a command with a parameter', typed('Which command?', 'pstree -p')],
    ['a command with its path', typed('Which command?', '/usr/sbin/chroot')],
    ['an option with its value', typed('Which option?', '-n 3', 'option')],
    ['one of several that are all wanted', all],
  ])('is reported: %s', (_name, cards) => {
    expect(breaches({ cards })).toEqual(['answer-form t.md:6']);
  });

  it.each([
    ['the shape takes it', typed('Which command?', 'pstree -p', 'command')],
    ['another accepted answer is in the form', typed('Which command?', 'pstree\npstree -p')],
    ['an option has its value within', typed('Which option?', '--lines=3', 'option')],
  ])('is fine when %s', (_name, cards) => {
    expect(breaches({ cards })).toEqual([]);
  });
});

describe('two cards that ask the same', () => {
  it('are found over case and punctuation', () => {
    const cards = `${typed('Which command starts a domain?', 'virsh')}\n${typed('which command starts a domain', 'xl')}`;
    expect(breaches({ cards })).toEqual(['same-question t.md:12']);
  });

  it('may ask in two kinds', () => {
    const cards = `${typed('Which command starts a domain?', 'virsh')}\n## Which command starts a domain\n\nvirsh start\n`;
    expect(breaches({ cards })).toEqual([]);
  });

  it('may differ in the lines to be ordered', () => {
    const order = (prompt: string, lines: string) => `## ${prompt}\n\n\`\`\`order\n${lines}\n\`\`\`\n`;
    const first = order('Put these into order', 'a\nb\nc');
    expect(breaches({ cards: `${first}\n${order('Put these into order!', 'd\ne\nf')}` })).toEqual([]);
    expect(breaches({ cards: `${first}\n${order('Put these into order!', 'c\nb\na')}` })).toHaveLength(1);
  });

  it('may differ in their code', () => {
    const ask = (code: string, answer: string) =>
      `## What does this do?\n\n    ${code}\n\n---\n\n${answer}\n`;
    expect(breaches({ cards: `${ask('wc -l', 'counts')}\n${ask('wc -w', 'counts words')}` })).toEqual([]);
    expect(breaches({ cards: `${ask('a `-b`', 'x')}\n${ask('a `-B`', 'y')}` })).toHaveLength(1);
  });
});

const choice = (n: number, options: readonly string[], key: number, reasons = true) =>
  `## Question ${'abcdefghijklm'[n]}?\n\n${options
    .map((text, i) => `- [${i === key ? 'x' : ' '}] ${text}${reasons ? `\n  > Because ${i}.` : ''}`)
    .join('\n')}\n`;

describe('the right options', () => {
  const even = ['one thing', 'two things', 'a third'];

  it('may be anywhere and of any length', () => {
    const cards = Array.from({ length: 9 }, (_, n) => choice(n, even, n % 3)).join('\n');
    expect(breaches({ cards })).toEqual([]);
  });

  it('must not be the longest by more than half in more than a third of the cards', () => {
    const cards = (telling: number) =>
      Array.from({ length: 9 }, (_, n) =>
        choice(
          n,
          n < telling ? ['one', 'two', 'three'].with(n % 3, 'by far the longest of all') : even,
          n % 3,
        ),
      ).join('\n');
    expect(breaches({ cards: cards(3) })).toEqual([]);
    expect(breaches({ cards: cards(4) }).map((text) => text.split(' ')[0])).toEqual(
      Array(4).fill('key-longest'),
    );
  });

  it('must not stand in one place', () => {
    const cards = Array.from({ length: 9 }, (_, n) => choice(n, even, 1)).join('\n');
    expect(problemsOf({ cards, head: 'deck: T\nid: t' }).map(({ message }) => message.text)).toEqual([
      'Option 1 is the right one in 0 of 9 cards; about 3 would be even.',
      'Option 2 is the right one in 9 of 9 cards; about 3 would be even.',
      'Option 3 is the right one in 0 of 9 cards; about 3 would be even.',
    ]);
  });
});

describe('options without a reason', () => {
  it('are forgotten ones in a deck that explains options', () => {
    const cards = `${choice(0, ['a', 'b'], 0)}\n${choice(1, ['c', 'd'], 1)}\n${choice(2, ['e', 'f'], 0, false)}`;
    expect(breaches({ cards })).toEqual(['reason-missing t.md:20', 'reason-missing t.md:20']);
  });

  it('are a style in a deck that explains none', () => {
    expect(breaches({ cards: choice(0, ['a', 'b'], 0, false) })).toEqual([]);
  });
});

describe('the code of a translation', () => {
  const card = (prompt: string, code: string, text: string) =>
    `## ${prompt}\n\n<!-- id: a -->\n\n\`\`\`sh\n${code}\n\`\`\`\n\n\`\`\`answer text\n${text}\n\`\`\`\n`;

  it('is that of the base', () => {
    const cards = card('What is it?', 'ls -l', 'list');
    expect(breaches({ cards, translation: card('Was ist das?', 'ls -l', 'Liste') })).toEqual([]);
    expect(breaches({ cards, translation: card('Was ist das?', 'ls -a', 'Liste') })).toEqual([
      'translation-code t.de.md:6',
    ]);
  });
});

describe('facts and ids', () => {
  const cards = '## What?\n\n<!-- facts: [F1, F9] -->\n\nThat.\n';

  it('a fact that is not in the list is reported, and none when there is no list', () => {
    expect(breaches({ cards, facts: ['F1'] })).toEqual(['fact-unknown t.md:6']);
    expect(breaches({ cards })).toEqual([]);
  });

  it('a deck without an id is advised to have one, unless it switches the rule off', () => {
    expect(breaches({ cards, head: 'deck: Test' })).toEqual(['deck-id-missing t.md:1']);
    expect(breaches({ cards, head: 'deck: Test\nlint: [deck-id-missing]' })).toEqual([]);
  });
});
