import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMarkdown } from '../../../src/core/text/markdown.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { longestLine } from '../../../src/terminal/line-mode/read-line.ts';
import { lineDesk } from '../../support/line-desk.ts';
import { deckOf } from '../../support/read-deck.ts';

beforeAll(loadMarkdown);

const card = (title: string, attributes: string, body: string): string =>
  `## ${title}\n\n<!-- ${attributes} -->\n\n${body}\n\n`;
const basic = card('Which file?', 'id: file', '`/etc/machine-id`\n\n> [!TIP]\n> Below **/etc**.');
const second = card('Which bus?', 'id: bus', 'D-Bus');
const one = card('Which one?', 'id: one, shuffle: false', '- [ ] Alpha\n- [x] Beta\n  > It is.\n- [ ] Gamma');
const two = card(
  'Which two?',
  'id: two, shuffle: false',
  '- [x] Alpha\n- [ ] Beta\n- [x] Gamma\n- [ ] Delta',
);
const typed = card('Which command?', 'id: typed', '```answer command-name\nchroot\n```');
const vi = card('Which vi command leaves?', 'id: vi', '```answer literal\n:q\n:wq\n```');
const all = card('Which options?', 'id: all', '```answer option all\n-i\n-t\n```');
const order = card('Which order?', 'id: order', '```order\none\ntwo\nthree\nfour\n```');
const cloze = card('Complete it.', 'id: cloze', '`docker` {{c1::`run`::verb}} `web`');

/** The numbers that put the lines of a question into order. */
function rightOrder(question: string): string[] {
  const numberOf = (line: string) => new RegExp(`(\\d)\\) ${line}$`, 'mu').exec(question)?.[1] ?? '';
  return ['one', 'two', 'three', 'four'].map(numberOf);
}

describe('a card that the learner judges alone', () => {
  test('is asked without glyphs, shown by an empty line and rated by a number', () => {
    const desk = lineDesk(deckOf(basic));
    expect(desk.opening()).toContain('1 of 1. Test.\nWhich file?\nAn empty line shows the answer.');
    expect(desk.write('')).toContain('/etc/machine-id');
    expect(desk.write('4')).toContain('Saved: 4 Easy, again in 8 days.');
    expect(desk.reviews()).toMatchObject([{ card: 'file', rating: 4, ms: 1000 }]);
    expect(desk.phase()).toBe('finished');
  });

  test('takes the suggested rating on a second empty line, and says which', () => {
    const desk = lineDesk(deckOf(basic));
    expect(desk.write('')).toContain(
      'Rate: 1 Again 1 minute, 2 Hard 6 minutes, 3 Good 10 minutes, 4 Easy 8\ndays. An empty line takes 3.',
    );
    desk.write('');
    expect(desk.reviews()).toMatchObject([{ rating: 3 }]);
  });

  test('shows its answer after an answer of any words', () => {
    expect(lineDesk(deckOf(basic)).write('3')).toContain('/etc/machine-id');
  });

  test('that is not known is suggested to come again', () => {
    expect(lineDesk(deckOf(basic)).write(':x')).toContain('An empty line takes 1.');
  });

  test('tells a tip as plain text, once', () => {
    const desk = lineDesk(deckOf(basic));
    expect(desk.write(':tip')).toBe('\nTip\nBelow /etc.');
    expect(desk.write(':tip')).toBe('This card has no tip.');
  });

  test('with a gap says what stands in it', () => {
    const desk = lineDesk(deckOf(cloze));
    expect(desk.opening()).toContain('docker [verb] web');
    expect(desk.write('')).toMatch(/^answer: run\nComplete it\.\n\ndocker run web\n/u);
  });
});

describe('a choice', () => {
  test.each(['b', 'B', '2', ' b ', 'b)', 'b.'])('of one is made with "%s"', (line) => {
    const desk = lineDesk(deckOf(one));
    expect(desk.write(line)).toContain(
      'Right.\na) wrong: Alpha\nb) right, chosen: Beta\n   It is.\nc) wrong: Gamma\nRate:',
    );
    desk.write('');
    expect(desk.reviews()).toMatchObject([{ verdict: 'exact', rating: 3 }]);
  });

  test.each(['a c', 'c a', 'ac', 'A, C', '1 3', 'a + c', 'a & c', 'a a c'])('of two with "%s"', (line) => {
    const desk = lineDesk(deckOf(two));
    expect(desk.opening()).toContain('Choose TWO.\na) Alpha');
    expect(desk.write(line)).toContain('Right.');
  });

  test.each([
    ['a', '1 of 2 chosen: choose TWO.'],
    ['a b c', 'Only 2 can be chosen, and there are 3.'],
    ['a e', '"a e" is no answer here: the options are a to d.'],
    ['Alpha', '"Alpha" is no answer here: the options are a to d.'],
    ['0', '"0" is no answer here: the options are a to d.'],
    [',', '"," is no answer here: the options are a to d.'],
    ['', "An empty line is no answer here; :x if you don't know."],
    [':nonsense', 'There is no action :nonsense. :? lists them.'],
    [':', 'There is no action :. :? lists them.'],
    [':q now', ':q stands alone on its line. An answer that begins so is written ::q'],
    [':w', ':w stands before the answer that you guess, such as: :w a'],
  ])('refuses "%s", explains it and asks again', (line, why) => {
    const desk = lineDesk(deckOf(two));
    const how = 'Answer with 2 letters of a to d, such as: a c';
    expect(desk.write(line)).toBe(`${why}\n${how}`);
    expect(desk.entries()).toEqual([]);
    expect(desk.write('a c')).toContain('Right.');
  });

  test('that was guessed is marked so in the journal', () => {
    const desk = lineDesk(deckOf(one));
    desk.write(':w b', '');
    expect(desk.reviews()).toMatchObject([{ guessed: true, rating: 1 }]);
  });
});

describe('a typed answer', () => {
  test('tells a few of the other accepted answers, and how many more there are', () => {
    const many = card('Which?', 'id: many', '```answer text\nhost\nnode\nwirt\nserver\nmetal\nbox\n```');
    expect(lineDesk(deckOf(many)).write(':x')).toContain('also right: node, wirt, server and 2 more');
  });

  test('is compared with the card and the difference is told', () => {
    const desk = lineDesk(deckOf(typed));
    expect(desk.opening()).toContain("Type the answer. Two empty lines in a row: don't know.");
    expect(desk.write('chrood')).toContain('you:    chrood\nanswer: chroot\n');
    expect(desk.write(':o')).toMatch(/^Taken as right\./u);
    expect(desk.write('3')).toContain('After "I was right" only 1 and 2 can be given.');
    desk.write('2');
    expect(desk.reviews()).toMatchObject([{ typed: 'chrood', overridden: true, rating: 2 }]);
  });

  test('is unknown after two empty lines, not after one', () => {
    const desk = lineDesk(deckOf(typed));
    expect(desk.write('')).toBe("Enter again: I don't know.");
    expect(desk.write('')).toContain('No answer.\nanswer: chroot');
    desk.write('');
    expect(desk.reviews()).toMatchObject([{ verdict: 'blank', rating: 1 }]);
  });

  test.each([
    [':wq', ':wq'],
    ['::q', ':q'],
    ['::wq', ':wq'],
    [':wq!', ':wq!'],
    [':', ':'],
    [':r', ':r'],
    [':nonsense word', ':nonsense word'],
  ])('may be "%s", which is read as "%s"', (line, answer) => {
    const desk = lineDesk(deckOf(vi));
    desk.write(line, '1');
    expect(desk.reviews()).toMatchObject([{ typed: answer }]);
  });

  test('is not what leaves', () => {
    const desk = lineDesk(deckOf(vi));
    desk.write(':q');
    expect(desk.phase()).toBe('finished');
    expect(desk.entries()).toEqual([]);
  });

  test('of several is written one a line', () => {
    const desk = lineDesk(deckOf(all));
    expect(desk.opening()).toContain('Type answer 1 of 2, one a line.');
    expect(desk.write('-t')).toBe('Type answer 2 of 2, one a line.');
    expect(desk.write('-i')).toContain('Right.\nyou:    -t\nyou:    -i\nanswer: -i\nanswer: -t\n');
    desk.write('');
    expect(desk.reviews()).toMatchObject([{ typed: '-t\n-i', verdict: 'exact' }]);
  });

  test('of several is guessed with its last line', () => {
    const desk = lineDesk(deckOf(all));
    expect(desk.write(':w -t')).toContain(':w stands before the last of the answers.');
    desk.write('-t', ':w -i', '');
    expect(desk.reviews()).toMatchObject([{ guessed: true, verdict: 'exact' }]);
  });
});

describe('an order', () => {
  test.each([' ', ', ', '', '>'])('is written as numbers with "%s" between them', (separator) => {
    const desk = lineDesk(deckOf(order));
    const line = rightOrder(desk.opening()).join(separator);
    expect(desk.write(line)).toContain('Right.\nThe right order:\n1) one\n2) two\n3) three\n4) four\n');
  });

  test('may leave out its last number', () => {
    const desk = lineDesk(deckOf(order));
    expect(desk.write(rightOrder(desk.opening()).slice(0, 3).join(' '))).toContain('Right.');
  });

  test('says where a line was that stands elsewhere', () => {
    const desk = lineDesk(deckOf(order));
    const [a, b, c, d] = rightOrder(desk.opening());
    expect(desk.write(`${b} ${a} ${c} ${d}`)).toContain(
      '1) one (you had it at 2)\n2) two (you had it at 1)\n3) three\n',
    );
  });

  test.each(['1 1 2 3', '5 1 2 3', '1 2 x 4', 'a', '0', '-', '12 3 4'])('refuses "%s"', (line) => {
    const desk = lineDesk(deckOf(order));
    expect(desk.write(line)).toContain(`"${line}" is no order: write each of the numbers 1 to 4 once.`);
    expect(desk.phase()).toBe('asking');
  });

  test('refuses too few and takes the whole order afterwards', () => {
    const desk = lineDesk(deckOf(order));
    const line = rightOrder(desk.opening()).join(' ');
    expect(desk.write('1 2')).toContain('2 of 4 lines are in place.');
    expect(desk.write(line)).toContain('Right.');
  });
});

describe('actions', () => {
  test('suspend, bury and flag, and say so', () => {
    const desk = lineDesk(deckOf(basic + second));
    expect(desk.write(':! the path is old')).toBe('Flagged.');
    expect(desk.write(':z')).toContain('Buried until tomorrow.\n\n1 of 1. Test.');
    expect(desk.write(':s')).toContain('Suspended: it will not be asked until it is resumed');
    expect(desk.entries()).toMatchObject([
      { kind: 'flag', on: true, text: 'the path is old' },
      { kind: 'bury' },
      { kind: 'suspend' },
    ]);
    expect(desk.phase()).toBe('finished');
  });

  test('undo leads back to the rating, as often as wanted', () => {
    const desk = lineDesk(deckOf(basic + second));
    desk.write('', '3', '', '4');
    expect(desk.write(':u')).toContain('Undone.');
    expect(desk.write(':u')).toContain('Undone.');
    expect(desk.write(':u')).toBe('There is nothing to undo.');
    expect(desk.kinds()).toEqual(['card', 'review', 'card', 'review', 'undo', 'undo']);
    desk.write('1', '');
    expect(desk.reviews().map(({ rating }) => rating)).toEqual([3, 4, 1]);
  });

  test('an undone answer of the same card is shown again', () => {
    const desk = lineDesk(deckOf(basic));
    desk.write('', '1', '');
    expect(desk.write(':u')).toContain('Undone.\nWhich file?\n/etc/machine-id');
  });

  test('the list of actions is followed by what is expected', () => {
    const said = lineDesk(deckOf(basic)).write(':?');
    for (const action of [
      ':q - leave',
      ':u - undo',
      ':w ANSWER - ',
      ':! TEXT - flag',
      ':tip - tip',
      ':? - this list',
    ]) {
      expect(said).toContain(action);
    }
    expect(said).not.toContain(':r - ');
    expect(said.endsWith('An empty line shows the answer.')).toBe(true);
  });

  test('the source says where the card stands and how it was learned', () => {
    expect(lineDesk(deckOf(basic)).write(':i')).toContain('file: deck.md:5\n\nHistory\nnot asked yet');
  });

  test('the editor opens at the card, which is asked again as it is now', () => {
    const desk = lineDesk(deckOf(basic));
    expect(desk.write(':v')).toContain('Which file?');
    expect(desk.edited).toEqual(['file']);
  });

  test('the card in the other language keeps its place', () => {
    const german = deckOf(
      '## Welche Datei?\n\n<!-- id: file -->\n\n`/etc/machine-id`\n',
      'deck: Prüfung\nlang: de',
    );
    const desk = lineDesk(deckOf(basic), { german });
    expect(desk.write(':l')).toContain('Welche Datei?');
    expect(desk.write(':l')).toContain('Which file?');
    expect(lineDesk(deckOf(second)).write(':l')).toBe('This card is written in one language only.');
  });

  test.each(['5', 'good', 'q', '3 3'])('"%s" is no rating', (line) => {
    const desk = lineDesk(deckOf(basic));
    desk.write('');
    expect(desk.write(line)).toContain(`"${line}" is no rating.\nRate: 1 Again`);
    expect(desk.reviews()).toEqual([]);
  });
});

describe('when the disk is full', () => {
  test('the rating is called not saved until another try has saved it, once', () => {
    const desk = lineDesk(deckOf(basic + second));
    desk.write('');
    desk.fillDisk();
    expect(desk.write('3')).toMatch(/^NOT SAVED: the disk is full.*\n:r tries again/u);
    expect(desk.write('')).toMatch(/^:r tries again to save, :q leaves\./u);
    expect(desk.write(':s')).toMatch(/^:r tries again/u);
    expect(desk.write(':?')).toContain(':r - try again to save');
    expect(desk.write(':r')).toMatch(/^NOT SAVED/u);
    desk.makeRoom();
    expect(desk.write(':r')).toMatch(/^Saved: 3 Good, again in 10 minutes\.\n\n2 of 2\./u);
    expect(desk.reviews()).toHaveLength(1);
  });

  test('leaving tries once more, and says when that was in vain', () => {
    const desk = lineDesk(deckOf(basic));
    desk.fillDisk();
    desk.write('', '3');
    desk.leave();
    expect(desk.unsaved()).toBe(true);
    expect(desk.summary()).toMatch(/^No card was answered\.\nNOT SAVED: the disk is full/u);
    const later = lineDesk(deckOf(basic));
    later.fillDisk();
    later.write('', '3');
    later.makeRoom();
    later.leave();
    expect(later.unsaved()).toBe(false);
    expect(later.summary()).toContain('Everything is saved.');
    expect(later.reviews()).toHaveLength(1);
  });
});

/** Another window that answers a card of this desk's deck before the next line is read. */
function answerElsewhere({ table: { desk: world } }: ReturnType<typeof lineDesk>, card: string): void {
  const other = { collection: 'test', deck: 'deck', card, part: '' };
  const due = world.now() + 86_400_000;
  let isNews = true;
  Object.assign(world, {
    refresh: () => {
      if (!isNews) return false;
      isNews = false;
      world.append([
        {
          kind: 'review',
          ...other,
          rating: 4,
          ms: 10,
          mode: 'study',
          verdict: undefined,
          memory: [8, 3, 2, due],
        },
      ]);
      return true;
    },
  });
}

describe('what another window answered', () => {
  const open = () => {
    const desk = lineDesk(deckOf(basic + second));
    const isFile = desk.opening().includes('Which file?');
    return { desk, asked: isFile ? 'file' : 'bus', waiting: isFile ? 'bus' : 'file' };
  };

  test('is not asked, and the line for it is not taken', () => {
    const { desk, asked } = open();
    answerElsewhere(desk, asked);
    expect(desk.write('')).toContain('Another window answered this card; here is the next one.');
    expect(desk.phase()).toBe('asking');
    expect(desk.reviews()).toHaveLength(1);
  });

  test('is not rated a second time, though its answer is shown', () => {
    const { desk, asked } = open();
    desk.write('');
    answerElsewhere(desk, asked);
    expect(desk.write('3')).toContain('Another window answered this card; here is the next one.');
    expect(desk.reviews()).toHaveLength(1);
  });

  test('takes no other card away, not even one that comes again while it is learned', () => {
    const { desk, asked, waiting } = open();
    desk.write('', '1', '', '4');
    expect(desk.phase()).toBe('asking');
    answerElsewhere(desk, waiting);
    desk.write('', '3');
    expect(desk.reviews().map(({ card }) => card)).toEqual([asked, waiting, waiting, asked]);
  });
});

describe('in German', () => {
  test.each([
    [one, 'Antworte mit einem Buchstaben, a bis c.'],
    [two, 'Antworte mit 2 Buchstaben von a bis d, etwa: a c'],
    [order, 'Antworte mit den Nummern in der richtigen Reihenfolge, etwa: 4 3 2 1'],
    [typed, 'Schreib die Antwort. Zwei empty'],
    [all, 'Schreib Antwort 1 von 2, jede auf ihre Zeile.'],
    [basic, 'Eine leere Zeile zeigt die Antwort.'],
  ])('the first card of each kind says how it is answered', (deck, how) => {
    const said = lineDesk(deckOf(deck), { language: 'de' }).opening();
    expect(said).toContain(how.replace('empty', 'leere'));
    expect(said).toContain('1 von 1. Test.');
  });

  test('ratings, refusals and actions are said in German', () => {
    const desk = lineDesk(deckOf(one + basic), {
      language: 'de',
      plan: { limits: { cards: 1, minutes: undefined } },
    });
    expect(desk.write(':?')).toContain(':w ANTWORT - geraten antworten');
    expect(desk.write(':nichts')).toContain('Die Aktion :nichts gibt es nicht. :? zeigt alle.');
    const isChoice = desk.opening().includes('Which one?');
    expect(desk.write(isChoice ? 'b' : '')).toContain('Bewerte: 1 Nochmal 1 Minute, 2 Schwer 6 Minuten');
    expect(desk.write('gut')).toContain('„gut“ ist keine Bewertung.');
    expect(desk.write('3')).toBe('Gespeichert: 3 Gut, Abstand 10 Minuten.');
  });
});

describe('with nothing to study', () => {
  test('it is said when the next card is and what can be done instead', () => {
    const desk = lineDesk(deckOf(basic));
    desk.write('', '4');
    expect(desk.nothing()).toBe(
      'Done for today. Next: in 8 days.\nkartei study --ahead studies ahead.\nkartei drill asks without a schedule, kartei due shows what comes.',
    );
    const soon = lineDesk(deckOf(basic));
    soon.write('', '3', '', '3');
    expect(soon.nothing()).toContain('Done for today. Next: in 2 days, 1 card.');
  });

  test('that the day has had its new cards is said, and nobody is sent to where they come from', () => {
    const cards = Array.from({ length: 22 }, (_, i) => `## Question ${i}?\n\nAnswer ${i}\n\n`);
    const desk = lineDesk(deckOf(cards.join('')), { plan: { mode: 'ahead' } });
    expect(desk.nothing()).not.toContain('limit');
    const study = lineDesk(deckOf(cards.join('')));
    for (let i = 0; i < 20; i++) study.write('', '4');
    const said = study.nothing().replaceAll('\n', ' ');
    expect(said).toContain("Today's limit of 20 new cards is reached; 2 of these were never seen.");
    expect(said).toContain('kartei config set newPerDay 30');
    expect(desk.nothing()).not.toContain('kartei study --ahead');
  });

  test('a drill that finds no card does not propose what has nothing to do with it', () => {
    const filter = { decks: [], tags: ['nowhere'], objectives: [], only: [], missedInExams: undefined };
    const desk = lineDesk(deckOf(basic), { plan: { mode: 'drill', filter } });
    expect(desk.nothing()).toBe('There are no such cards here.');
  });

  test('a deck without cards says how to begin one', () => {
    expect(lineDesk(deckOf('')).nothing()).toContain('No decks here yet.');
    expect(lineDesk(deckOf(''), { language: 'de' }).nothing()).toContain('Hier gibt es noch keine Stapel.');
  });
});

describe('whatever is written', () => {
  const everyKind = deckOf(basic + one + two + typed + all + order + cloze);

  test('a line is never wider than the window or 72 columns', () => {
    for (const columns of [undefined, 40, 20, 200]) {
      const desk = lineDesk(everyKind, columns === undefined ? {} : { columns });
      const said = [
        desk.opening(),
        desk.write(':?', 'x'.repeat(500), ':i', ':x', '', 'b', '', ':x', '1'),
      ].join('\n');
      const widest = Math.max(...said.split('\n').map(displayWidth));
      expect(widest).toBeLessThanOrEqual(Math.min(columns ?? 72, 72));
    }
  });

  test('nothing but letters and signs of plain text is said', () => {
    const desk = lineDesk(everyKind);
    const said =
      desk.opening() +
      desk.write(':?', ':i', ':x', '', 'b', ':x', '', 'a c', ':x', '', ':x', '', ':x', '', '4 2 1 3', '');
    expect(said).not.toMatch(/[^\n\x20-\x7e]/u);
  });

  test('a line that is too long is not taken', () => {
    const desk = lineDesk(deckOf(typed));
    expect(desk.write('x'.repeat(longestLine + 1))).toContain(`longer than ${longestLine} characters`);
    expect(desk.phase()).toBe('asking');
    expect(desk.write('x'.repeat(longestLine))).toContain('Rate:');
  });

  test('control characters do neither harm nor good', () => {
    const desk = lineDesk(deckOf(one));
    expect(desk.write('\u0000b\u0000')).toContain('Right.');
    expect(desk.write('\u001b]0;title\u0007')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
  });

  test('no lines crash, and each rating that was said to be saved is in the journal', () => {
    const word = fc.constantFrom(
      ...[
        '',
        'a',
        'b',
        'a c',
        '1',
        '2',
        '3',
        '4',
        '3 1 4 2',
        'chroot',
        '::',
        ':',
        ':q!',
        ':u',
        ':s',
        ':z',
        ':x',
        ':o',
      ],
      ...[
        ':l',
        ':i',
        ':v',
        ':?',
        ':tip',
        ':w',
        ':w b',
        ':w chroot',
        ':!',
        ':! why',
        ':r',
        '\u0000',
        '\ud800',
        '🙂',
        '\u202e',
      ],
    );
    const line = fc.oneof({ weight: 6, arbitrary: word }, fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('en', 'de'), (lines, language) => {
        const desk = lineDesk(everyKind, { language: language as 'en' | 'de' });
        const said = desk.write(...lines.filter((one) => one.trim() !== ':q'));
        const saved = said.split('\n').filter((text) => /^(?:Saved|Gespeichert): [1-4]/u.test(text));
        expect(desk.reviews()).toHaveLength(saved.length);
      }),
      { numRuns: 60 },
    );
  });
});
