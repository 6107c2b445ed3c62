import { beforeAll, describe, expect, test } from 'vitest';
import { paceOf } from '../../src/core/session/pace.ts';
import { loadMarkdown } from '../../src/core/text/markdown.ts';
import { plainText } from '../../src/core/text/styled-line.ts';
import { keyFault } from '../../src/terminal/app/own-keys.ts';
import { summaryLines } from '../../src/terminal/frames/reading-frames.ts';
import { viewOf } from '../../src/terminal/frames/view.ts';
import { deckOf } from '../support/read-deck.ts';
import { studyDesk } from '../support/study-desk.ts';

beforeAll(loadMarkdown);

const enter = '\r';
const basic = (n: number) => `## Question ${n}?\n\n<!-- id: b${n} -->\n\nAnswer ${n}\n`;
const oneBasic = deckOf(basic(1));
const choice = deckOf(`## Which are right?

<!-- id: two, shuffle: false -->

- [x] Alpha
  > Alpha is right.
- [ ] Beta
  > Beta is wrong.
- [x] Gamma
- [ ] Delta
`);
const single = deckOf(
  '## Which one?\n\n<!-- id: one, shuffle: false -->\n\n- [ ] Alpha\n- [x] Beta\n- [ ] Gamma\n',
);
const pair = deckOf(
  ['one', 'two']
    .map((id) => `## Which is ${id}?\n\n<!-- id: ${id}, shuffle: false -->\n\n- [ ] Alpha\n- [x] Beta\n`)
    .join('\n'),
);
const typed = deckOf('## Which command?\n\n<!-- id: t -->\n\n```answer command-name\nchroot\n```\n');
const order = deckOf('## In which order?\n\n<!-- id: o -->\n\n```order\none\ntwo\nthree\n```\n');

test('Ctrl-Z leads to the shell from a card, its lists and every other screen', () => {
  const desk = studyDesk(typed);
  const places = ['', '/', '\u001b,', '\u001br', '\u001b?', '\u001b\r', '\u001b', '?'];
  for (const keys of places) desk.press(...keys, '\u001a');
  expect(desk.left).toEqual(places.map(() => 'suspend'));
});

test('a word about the last key goes with the next one, though it be Alt with a key that does nothing', () => {
  const desk = studyDesk(oneBasic);
  let said: string | undefined;
  desk.store.subscribe(() => {
    said = desk.store.app.notice;
  });
  desk.press('u');
  expect(said).toContain('nothing to undo');
  desk.press('\u001bö');
  expect(said).toBeUndefined();
});

test('the line of keys begins with what Enter does, before and after the answer', () => {
  const desk = studyDesk(single);
  desk.study();
  expect(desk.frame().split('\n').at(-1)).toContain(' Enter answer · a–c choose · x don');
  desk.press('b', enter);
  expect(desk.frame().split('\n').at(-1)).toContain(' Enter Good · 1–4 rate · ');
});

describe('a basic card', () => {
  test('shows its answer on Space and is rated by a digit', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    expect(desk.frame()).not.toContain('Answer 1');
    desk.press(' ');
    expect(desk.frame()).toContain('Answer 1');
    desk.press('3');
    expect(desk.reviews()).toMatchObject([{ card: 'b1', rating: 3, mode: 'study', ms: 1000 }]);
  });

  test('says under each key when it would come again', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.press(' ');
    expect(desk.frame()).toMatch(/1 Again 1m +2 Hard 6m +› 3 Good 10m +4 Easy 8d/);
  });

  test('is not rated by the Enter that showed its answer', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.wait(1000);
    desk.chunk(' ', enter);
    expect(desk.reviews()).toEqual([]);
    desk.wait(299);
    desk.chunk(enter);
    expect(desk.reviews()).toEqual([]);
    desk.wait(1);
    desk.chunk(enter);
    expect(desk.reviews()).toHaveLength(1);
  });

  test('is rated by a digit even in the chunk that showed its answer', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.wait(1000);
    desk.chunk(' ', '4');
    expect(desk.reviews()).toMatchObject([{ rating: 4 }]);
  });

  test('rated again comes back in the same session', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.press(' ', '1');
    expect(desk.frame()).toContain('Question 1?');
    desk.press(' ', '4');
    expect(desk.store.app.screen.kind).toBe('summary');
  });

  test('records what it looks like with its first review only', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.press(' ', '1', ' ', '4');
    expect(desk.kinds()).toEqual(['card', 'review', 'review']);
  });
});

describe('a choice card', () => {
  test('counts what is chosen and refuses Enter until it is as many as asked for', () => {
    const desk = studyDesk(choice);
    desk.study();
    expect(desk.frame()).toContain('Choose TWO.');
    desk.press('a', enter);
    expect(desk.frame()).toContain('1 of 2 chosen: choose TWO.');
    desk.press('c', enter);
    expect(desk.frame()).toContain('✓ Right.');
  });

  test('says why each option is right or wrong', () => {
    const desk = studyDesk(choice);
    desk.study();
    desk.press('a', 'b', enter);
    expect(desk.frame()).toContain('Alpha is right.');
    expect(desk.frame()).toContain('Beta is wrong.');
    expect(desk.frame()).toContain('You chose a and b.');
  });

  test('with one right option takes the last letter or digit pressed', () => {
    const desk = studyDesk(single);
    desk.study();
    desk.press('a', '2', enter, enter);
    expect(desk.reviews()).toMatchObject([{ verdict: 'exact', rating: 3 }]);
  });

  test('answered as a guess is to be asked again although it is right', () => {
    const desk = studyDesk(single);
    desk.study();
    desk.press('b', 'w', enter);
    expect(desk.reviews()).toMatchObject([{ verdict: 'exact', guessed: true, rating: 1 }]);
  });

  test('not known is wrong without a choice', () => {
    const desk = studyDesk(single);
    desk.study();
    desk.press('x', enter);
    expect(desk.reviews()).toMatchObject([{ verdict: 'blank', rating: 1 }]);
  });

  test('loses no key of a burst', () => {
    const desk = studyDesk(choice);
    desk.study();
    desk.wait(1000);
    desk.chunk('j', 'j', ' ', 'k', 'k', ' ');
    expect(desk.frame()).toContain('2 of 2 chosen');
  });

  test('is not answered by keys from before its frame', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.study();
    desk.press(' ');
    desk.wait(1000);
    desk.chunk('3', ' ', '3', ' ');
    expect(desk.reviews()).toHaveLength(1);
  });
});

describe('a typed card', () => {
  test.each([
    [80, ' Enter answer · Esc actions: u undo · ! flag · ? keys · q leave'],
    [40, ' Enter answer · Esc actions: ? keys'],
    [24, ' Enter answer'],
  ])('names keys behind Esc only where Esc stands before them, in %i columns', (columns, line) => {
    const desk = studyDesk(typed, { columns, rows: 12 });
    desk.study();
    expect(desk.frame().split('\n').at(-1)).toBe(line);
  });

  test('takes every letter as text, also those that are keys elsewhere', () => {
    const desk = studyDesk(typed);
    desk.study();
    desk.type('quszxt?!');
    expect(desk.frame()).toContain('› quszxt?!');
  });

  test('tells a near answer, why, and where', () => {
    const desk = studyDesk(typed);
    desk.study();
    desk.type('chrot');
    desk.press(enter);
    expect(desk.frame()).toContain('✗ Near.');
    expect(desk.frame()).toContain('One character is different.');
    expect(desk.frame()).toMatch(/you +chrot\n +answer +chroot\n +\^/);
  });

  test.each(['ps', 'shred'])('has no marks under an answer of which less than half was typed: %s', (text) => {
    const desk = studyDesk(typed);
    desk.study();
    desk.type(text);
    desk.press(enter);
    expect(desk.frame()).toMatch(new RegExp(`you +${text}\\n +answer +chroot\\n`, 'u'));
    expect(desk.frame()).not.toContain('^');
  });

  test('can be declared right, which offers Hard at most', () => {
    const desk = studyDesk(typed);
    desk.study();
    desk.type('chrot');
    desk.press(enter, 'o');
    expect(desk.frame()).toMatch(/1 Again 1m +› 2 Hard 6m/);
    desk.press('4');
    expect(desk.reviews()).toEqual([]);
    desk.press('2');
    expect(desk.reviews()).toMatchObject([{ overridden: true, rating: 2, typed: 'chrot' }]);
  });

  test('left empty twice is not known', () => {
    const desk = studyDesk(typed);
    desk.study();
    desk.press(enter);
    expect(desk.frame()).toContain("Enter again: I don't know.");
    desk.press(enter);
    expect(desk.frame()).toContain('No answer.');
  });

  test('is edited as in a shell', () => {
    const desk = studyDesk(typed);
    desk.study();
    desk.type('wrong words');
    desk.press('\u0017', '\u0015');
    desk.type('hroot');
    desk.press('\u0001', 'c', enter);
    expect(desk.frame()).toContain('✓ Right.');
  });

  test('takes a paste as text in one piece', () => {
    const desk = studyDesk(typed);
    desk.study();
    desk.store.paste('chroot\n' as never);
    expect(desk.frame()).toContain('› chroot');
    expect(desk.reviews()).toEqual([]);
  });

  test('offers its actions by Alt with the letter', () => {
    const desk = studyDesk(typed);
    desk.study();
    desk.press('\u001bs');
    expect(desk.kinds()).toEqual(['suspend']);
  });
});

test('Esc and a key that come in one piece are two keys, where the key is nothing with Alt', () => {
  const desk = studyDesk(oneBasic);
  desk.study();
  desk.press('?', '\u001b ');
  expect(desk.frame()).toContain('Answer 1');
});

test('an order card is answered by the numbers of its lines', () => {
  const desk = studyDesk(order);
  desk.study();
  const places = ['one', 'two', 'three'].map(
    (word) => desk.frame().match(new RegExp(`(\\d)  ${word}`))?.[1] ?? '',
  );
  desk.press(enter);
  expect(desk.frame()).toContain('0 of 3 lines are in place.');
  expect(desk.frame()).toContain('Space pick up');
  desk.press(' ');
  expect(desk.frame()).toContain('Space put down');
  desk.press(' ');
  desk.press(...places, enter);
  expect(desk.frame()).toContain('✓ Right.');
});

describe('undo', () => {
  test('brings the answer back to be rated otherwise', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.study();
    const first = desk.frame();
    desk.press(' ', '4', 'u');
    expect(desk.frame().split('\n')[3]).toBe(first.split('\n')[3]);
    expect(desk.frame()).toContain('Undone.');
    expect(desk.desk.overview()).toMatchObject({ due: 0, fresh: 2 });
  });

  test('goes back without limit', () => {
    const desk = studyDesk(deckOf([1, 2, 3, 4].map(basic).join('\n')));
    desk.study();
    desk.press(' ', '4', ' ', '4', ' ', '4', 'u', 'u', 'u', 'u');
    expect(desk.frame()).toContain('There is nothing to undo.');
    expect(desk.desk.overview().fresh).toBe(4);
  });

  test('reaches the session before this one', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.study();
    desk.press(' ', '4', 'q', 'q');
    desk.study();
    desk.press('u');
    expect(desk.frame()).toContain('Undone.');
    expect(desk.desk.overview().fresh).toBe(2);
  });

  test('brings a suspended card back', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.press('s');
    expect(desk.desk.overview().fresh).toBe(0);
    desk.store.dispatch({ kind: 'undo-last' });
    expect(desk.desk.overview().fresh).toBe(1);
  });
});

describe('a full disk', () => {
  test('stops the session and says that the rating is not saved', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.study();
    const prompt = desk.frame().split('\n')[3];
    desk.fillDisk();
    desk.press(' ', '3');
    expect(desk.frame()).toContain('NOT SAVED');
    expect(desk.frame()).toContain(prompt);
    desk.press('3', enter, ' ');
    expect(desk.entries()).toEqual([]);
  });

  test('is told in German on a German screen', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.press('l');
    desk.study();
    desk.fillDisk();
    desk.press(' ', '3');
    expect(desk.frame()).toContain('NICHT GESPEICHERT: Die Platte ist voll (ENOSPC), /progress');
  });

  test('loses nothing: the rating is saved as soon as there is room', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.study();
    desk.fillDisk();
    desk.press(' ', '3', 'r');
    expect(desk.frame()).toContain('NOT SAVED');
    desk.makeRoom();
    desk.press('r');
    expect(desk.reviews()).toHaveLength(1);
    expect(desk.frame()).not.toContain('NOT SAVED');
  });
});

describe('an edited deck', () => {
  test('asks the card again with its new words', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.rewrite(oneBasic.replace('Question 1?', 'Better question?'));
    expect(desk.frame()).toContain('Better question?');
    expect(desk.frame()).toContain('The card was read again.');
  });

  test('asks the card again in the language it was shown in, also when only that text changed', () => {
    const german = deckOf('## Frage 1?\n\n<!-- id: b1 -->\n\nAntwort\n', 'deck: Test\nlang: de');
    const desk = studyDesk(oneBasic, { german });
    desk.study();
    desk.press('l');
    expect(desk.frame()).toContain('Frage 1?');
    desk.rewrite(oneBasic, german.replace('Frage 1?', 'Bessere Frage?'));
    expect(desk.frame()).toContain('Bessere Frage?');
    expect(desk.frame()).toContain('The card was read again.');
  });

  test('goes on when the card is gone', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.study();
    const gone = /Question (\d)/.exec(desk.frame())?.[1];
    desk.rewrite(deckOf(basic(gone === '1' ? 2 : 1)));
    expect(desk.frame()).toContain('The card is no longer in its deck');
  });

  test('asks a card whose key was corrected today, once, and says so', () => {
    const desk = studyDesk(single);
    desk.study();
    desk.press('b', enter, '4');
    expect(desk.desk.overview().due).toBe(0);
    desk.rewrite(single.replace('- [ ] Alpha', '- [x] Alpha').replace('- [x] Beta', '- [ ] Beta'));
    desk.study();
    expect(desk.frame()).toContain('The answer of this card was corrected.');
    desk.press('a', enter, '3');
    expect(desk.store.app.screen.kind).toBe('summary');
    desk.press('q');
    desk.study();
    expect(desk.store.app.screen.kind).toBe('home');
  });

  test('does not ask again for a reworded right option', () => {
    const desk = studyDesk(single);
    desk.study();
    desk.press('b', enter, '4', 'q');
    desk.rewrite(single.replace('- [x] Beta', '- [x] Beta, of course'));
    desk.study();
    expect(desk.store.app.screen.kind).toBe('home');
  });
});

test('a card is shown in its other language and its progress is the same', () => {
  const german = deckOf('## Frage?\n\n<!-- id: b1 -->\n\nAntwort\n', 'deck: Test\nlang: de');
  const desk = studyDesk(oneBasic, { german });
  desk.study();
  desk.press('l');
  expect(desk.frame()).toContain('Frage?');
  desk.press(' ', '3');
  expect(desk.reviews()).toMatchObject([{ card: 'b1', part: '' }]);
});

test('a flag keeps its line of text', () => {
  const desk = studyDesk(oneBasic);
  desk.study();
  desk.press('!');
  desk.type('wrong?');
  desk.press(enter);
  expect(desk.entries()).toMatchObject([{ kind: 'flag', on: true, text: 'wrong?' }]);
  expect(desk.frame()).toContain('Flagged.');
});

test('the key of flags takes a flag off again', () => {
  const desk = studyDesk(oneBasic);
  desk.study();
  desk.press('!', enter, '!');
  expect(desk.store.app.overlay).toBeUndefined();
  expect(desk.entries()).toMatchObject([
    { kind: 'flag', on: true },
    { kind: 'flag', on: false },
  ]);
  expect(desk.frame()).toContain('The flag was taken off.');
});

test('all four ratings have room in a narrow window, in German too', () => {
  const desk = studyDesk(typed, { columns: 40, rows: 12 });
  desk.press('l');
  desk.study({ mode: 'drill' });
  desk.press(enter, enter);
  expect(desk.frame()).toMatch(/^›1 Nochmal {2}2 Schwer {2}3 Gut {2}4 Leicht$/m);
});

test('of many accepted answers a few are shown, and how many more there are', () => {
  const answers = (count: number) => ['host', 'vm host', 'wirt', 'server', 'node', 'metal'].slice(0, count);
  const asked = (count: number) => {
    const desk = studyDesk(deckOf(`## Which?\n\n\`\`\`answer text\n${answers(count).join('\n')}\n\`\`\`\n`));
    desk.study();
    desk.press(enter, enter);
    return desk.frame();
  };
  expect(asked(6)).toMatch(/answer +host\n +vm host\n +wirt\n +server\n +and 2 more\n/);
  expect(asked(5)).toMatch(/ server\n +node\n/);
  expect(asked(5)).not.toContain('more');
});

test('a drill changes no schedule', () => {
  const desk = studyDesk(oneBasic);
  desk.study({ mode: 'drill' });
  desk.press(' ', '3');
  expect(desk.reviews()).toMatchObject([{ mode: 'drill' }]);
  expect(desk.desk.overview()).toMatchObject({ fresh: 1, due: 0, learning: 0 });
});

test('siblings of a card are not asked on the same day', () => {
  const cloze = deckOf('## Gaps\n\n<!-- id: g -->\n\n{{c1::one}} and {{c2::two}}\n');
  const desk = studyDesk(cloze);
  desk.study();
  desk.press(' ', '4');
  expect(desk.store.app.screen.kind).toBe('summary');
});

test('a long card scrolls and says how much is left', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `Line ${i} of the answer.`).join('\n\n');
  const desk = studyDesk(deckOf(`## Long?\n\n<!-- id: l -->\n\n${lines}\n`));
  desk.study();
  desk.press(' ');
  expect(desk.frame()).toMatch(/\d+ more below · PgUp PgDn/);
  for (let i = 0; i < 20; i++) {
    desk.press('\u001b[6~');
    desk.frame();
  }
  expect(desk.frame()).toContain('Line 39');
  const atEnd = desk.frame();
  desk.press('\u001b[5~');
  expect(desk.frame()).not.toBe(atEnd);
});

describe('search', () => {
  const deck = deckOf(`${basic(1)}\n${basic(2)}\n${basic(3)}`);

  test('finds cards by their text and opens one to read', () => {
    const desk = studyDesk(deck);
    desk.press('/');
    desk.type('answer');
    desk.press('\u001b[B', enter);
    expect(desk.store.app.screen).toMatchObject({ kind: 'card', key: 'test\ndeck\nb2\n' });
  });

  test('comes back to where it was', () => {
    const desk = studyDesk(deck);
    desk.press('/');
    desk.type('answer');
    desk.press('\u001b[B', enter, 'q');
    expect(desk.store.app.screen).toMatchObject({ kind: 'search', selected: 1 });
  });

  test('has rows that are no longer than the rule above them', () => {
    const desk = studyDesk(deckOf(basic(1).replace('Question 1', 'So many words, '.repeat(20))), {
      columns: 200,
    });
    desk.press('/');
    desk.type('answer');
    const look = desk.lookOf(desk.store.app);
    const view = viewOf(desk.store.app, desk.desk, look);
    const lines = 'list' in view ? [] : view.lines.map(plainText);
    const [, rule = ''] = lines;
    expect(rule).toMatch(/^ ─+$/u);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(rule.length);
    expect(lines.filter((line) => line.length > rule.length / 2).length).toBeGreaterThan(2);
  });
});

describe("the learner's own keys", () => {
  test('take the place of the given ones', () => {
    const desk = studyDesk(oneBasic, { ownKeys: [['suspend', 'Y']] });
    desk.study();
    desk.press('s');
    expect(desk.kinds()).toEqual([]);
    desk.press('Y');
    expect(desk.kinds()).toEqual(['suspend']);
  });

  test.each([
    ['one key for two things', [['flag', 'u']], 'clash'],
    ['a key that options have', [['flag', 'a']], 'clash'],
    ['an action that does not exist', [['fly', 'y']], 'unknown-action'],
    ['more than a key', [['flag', 'yy']], 'no-key'],
  ] as const)('are refused: %s', (_, pairs, kind) => {
    expect(keyFault(pairs)?.kind).toBe(kind);
  });
});

describe('the home screen', () => {
  test('begins the study of all decks with one key, whichever of them are selected', () => {
    const desk = studyDesk(oneBasic);
    desk.press(' ', '*');
    expect(desk.store.app.screen).toMatchObject({
      kind: 'study',
      plan: { mode: 'study', filter: { decks: [] } },
    });
  });

  test('stays when Esc is pressed once too often on the way back', () => {
    const desk = studyDesk(oneBasic);
    desk.press('d', '\u001b', '\u001b');
    expect(desk.left).toEqual([]);
    desk.press('q');
    expect(desk.left).toHaveLength(1);
  });

  test('is drawn anew when ten more new cards are asked for', () => {
    const cards = Array.from({ length: 25 }, (_, n) => basic(n)).join('\n');
    const desk = studyDesk(deckOf(cards));
    expect(desk.desk.overview().fresh).toBe(20);
    const before = desk.store.read();
    let isAnew = false;
    desk.store.subscribe(() => {
      isAnew = desk.store.read() !== before;
    });
    desk.store.dispatch({ kind: 'raise-new-limit' });
    expect(desk.desk.overview().fresh).toBe(25);
    expect(desk.desk.progress().parameters.newPerDay).toBe(20);
    expect(isAnew).toBe(true);
  });

  test('says why there is nothing to ask: new cards used up, nothing due later, no such cards', () => {
    const desk = studyDesk(deckOf(Array.from({ length: 21 }, (_, n) => basic(n)).join('\n')));
    const noticeAfter = (...keys: readonly string[]) => {
      desk.press(...keys);
      return desk.store.app.notice;
    };
    expect(noticeAfter('a')).toBe('No card here is due later.');
    expect(noticeAfter('d', '4', '\r')).toBe('There are no such cards here.');
    const answers = Array.from({ length: 20 }, () => [' ', '4']).flat();
    expect(noticeAfter('\r', ...answers, '\r')).toBeUndefined();
    expect(noticeAfter('\r')).toMatch(/new cards are used up: \+ takes ten more/u);
    desk.press('+', '\r');
    expect(desk.store.app.screen.kind).toBe('study');
  });

  test('keeps its place in the list and the selected decks while another screen is open', () => {
    const desk = studyDesk(oneBasic);
    const [deck] = desk.desk.overview().decks;
    desk.press('1', ' ', 'i');
    expect(desk.store.app.screen.kind).toBe('deck');
    desk.press('q');
    expect(desk.store.app.screen).toEqual({
      kind: 'home',
      highlighted: deck?.key,
      selected: [deck?.key],
    });
  });
});

test('the list of keys is scrolled on its own and not the card below it', () => {
  const long = Array.from({ length: 30 }, (_, i) => `Line ${i}.\n\n`).join('');
  const desk = studyDesk(deckOf(`## Question?\n\n<!-- id: long -->\n\n${long}`), { rows: 12 });
  desk.study();
  desk.press(' ');
  desk.frame();
  desk.press('\u001b[6~');
  expect(desk.store.app.scroll).toBeGreaterThan(0);
  desk.press('?');
  expect(desk.store.app.scroll).toBeUndefined();
  desk.store.seen = { first: 0, scrollEnd: 9, page: 8 };
  desk.press('j', '?');
  expect(desk.store.app.scroll).toBeUndefined();
});

describe('a session of so many cards', () => {
  for (const mode of ['study', 'drill'] as const)
    test(`counts them and no more, also after a wrong answer, in ${mode}`, () => {
      const desk = studyDesk(deckOf([1, 2, 3, 4].map(basic).join('\n')));
      const left = () => {
        const { screen } = desk.store.app;
        if (screen.kind !== 'study') return screen.kind;
        const counts = screen.session.left(screen.drill, desk.desk.now());
        return counts.due + counts.learning + counts.new;
      };
      desk.study({ mode, limits: { cards: 3, minutes: undefined } });
      const seen = [left()];
      for (const rating of ['1', '1', '3']) {
        desk.press(' ', rating);
        seen.push(left());
      }
      expect(seen).toEqual([3, 2, 1, 'summary']);
    });
});

describe('leaving after an answer was shown', () => {
  test('records what was graded as it was suggested, and shows the summary', () => {
    const desk = studyDesk(single);
    desk.study();
    desk.press('a', enter, 'q');
    expect(desk.reviews()).toMatchObject([{ rating: 1, verdict: 'wrong' }]);
    expect(desk.store.app.screen.kind).toBe('summary');
  });

  test('and taking that back goes on with the cards that are left', () => {
    const desk = studyDesk(pair);
    desk.study();
    desk.press('a', enter, 'q', 'u');
    desk.press('1');
    expect(desk.store.app.screen).toMatchObject({ kind: 'study', drill: { phase: { phase: 'asking' } } });
  });

  test('records nothing where only the learner can judge', () => {
    const desk = studyDesk(oneBasic);
    desk.study();
    desk.press(' ', 'q');
    expect(desk.reviews()).toEqual([]);
  });
});

describe('how far a session is', () => {
  const paceIn = (desk: ReturnType<typeof studyDesk>) => {
    const { screen } = desk.store.app;
    if (screen.kind !== 'study') return undefined;
    const { seen, again, total } = paceOf(screen.drill, screen.session.left(screen.drill, desk.desk.now()));
    return [seen, again, total];
  };

  for (const mode of ['study', 'drill'] as const)
    test(`counts each card once, however often it is asked, and tells those apart that come again, in ${mode}`, () => {
      const desk = studyDesk(deckOf([1, 2, 3].map(basic).join('\n')));
      desk.study({ mode });
      const seen = [paceIn(desk)];
      for (const rating of ['1', '1', '4', '1']) {
        desk.press(' ', rating);
        seen.push(paceIn(desk));
      }
      expect(seen).toEqual([
        [0, 0, 3],
        [1, 1, 3],
        [2, 2, 3],
        [3, 2, 3],
        [3, 2, 3],
      ]);
    });

  test('is in the head, with what comes again', () => {
    const desk = studyDesk(deckOf([1, 2].map(basic).join('\n')));
    desk.study();
    desk.press(' ', '1');
    expect(desk.frame().split('\n')[0]).toMatch(/1 of 9 · 1 again · \d+ min/);
  });
});

describe('the summary', () => {
  const told = (desk: ReturnType<typeof studyDesk>) => {
    const { screen } = desk.store.app;
    if (screen.kind !== 'summary') throw new Error(`no summary but ${screen.kind}`);
    const lines = summaryLines(screen.drill, desk.desk.overview(), desk.lookOf(desk.store.app));
    return lines.map(plainText).join('\n');
  };

  test('counts right answers, and not how well they were remembered', () => {
    const desk = studyDesk(deckOf(`${basic(1)}\n${basic(2)}`));
    desk.study({ limits: { cards: 2, minutes: undefined } });
    desk.press(' ', '2', ' ', '1');
    expect(told(desk)).toContain('1 of 2 answers right (50 %)');
  });

  test('takes a right answer for right that was guessed or rated Again', () => {
    const desk = studyDesk(single);
    desk.study({ limits: { cards: 1, minutes: undefined } });
    desk.press('b', 'w', '1');
    expect(told(desk)).toContain('1 of 1 answer right (100 %)');
  });

  test('takes a wrong answer for wrong that was rated Good', () => {
    const desk = studyDesk(single);
    desk.study({ limits: { cards: 1, minutes: undefined } });
    desk.press('a', enter, '3');
    expect(told(desk)).toContain('0 of 1 answer right (0 %)');
  });

  test('names the hardest without the marks of Markdown', () => {
    const desk = studyDesk(deckOf('## What is `chroot`?\n\n<!-- id: b -->\n\nA call.\n'));
    desk.study({ limits: { cards: 1, minutes: undefined } });
    desk.press(' ', '1');
    expect(told(desk)).toContain('  What is chroot?');
  });

  test('indents the further lines of a long one that was hard', () => {
    const desk = studyDesk(deckOf(`## What${' is very long'.repeat(8)}?\n\n<!-- id: b -->\n\nA call.\n`));
    desk.study({ limits: { cards: 1, minutes: undefined } });
    desk.press(' ', '1');
    expect(told(desk)).toMatch(/\n {2}What is very .*\n {2}\S.* very long\?\n/u);
  });
});

test('lines put into order by their numbers and then moved count as they stand', () => {
  const desk = studyDesk(order);
  desk.study();
  desk.press('1', '2', ' ', 'j', enter);
  expect(desk.store.app.screen).toMatchObject({ drill: { phase: { phase: 'revealed' } } });
});

test('the last answer of a session is taken back on its summary and stands before the learner again', () => {
  const desk = studyDesk(oneBasic);
  desk.study();
  desk.press(' ', '4');
  expect(desk.store.app.screen.kind).toBe('summary');
  desk.press('u');
  expect(desk.kinds()).toEqual(['card', 'review', 'undo']);
  expect(desk.frame()).toContain('Answer 1');
  expect(desk.frame()).toContain('Undone.');
  desk.press('1', ' ', '4');
  expect(desk.store.app.screen.kind).toBe('summary');
});

test('an undo on the summary that cannot be saved says so and is tried again', () => {
  const desk = studyDesk(oneBasic);
  desk.study();
  desk.press(' ', '4');
  desk.fillDisk();
  desk.press('u');
  expect(desk.frame().replace(/\s+/gu, ' ')).toContain('/progress');
  desk.makeRoom();
  desk.press('r');
  expect(desk.frame()).toContain('Answer 1');
});
