import { beforeAll, describe, expect, test } from 'vitest';
import type { Blueprint } from '../../src/core/exam/blueprint.ts';
import { minute, second } from '../../src/core/schedule/time.ts';
import { everyCard } from '../../src/core/session/session.ts';
import { loadMarkdown } from '../../src/core/text/markdown.ts';
import { raw } from '../../src/core/text/shown.ts';
import { runningExam } from '../../src/terminal/app/open-exam.ts';
import { homeExam } from '../../src/terminal/frames/exam-screens.tsx';
import { messagesIn } from '../../src/terminal/messages/messages.ts';
import { unicodeGlyphs } from '../../src/terminal/output/glyphs.ts';
import { examDeck, examOf } from '../support/exam-desk.ts';
import { studyDesk } from '../support/study-desk.ts';

beforeAll(loadMarkdown);

const enter = '\r';
const esc = '\u001b';
const tab = '\t';
const [up, down, left] = ['\u001b[A', '\u001b[B', '\u001b[D'];
const look = {
  size: { columns: 80, rows: 24 },
  glyphs: unicodeGlyphs,
  ascii: false,
  messages: messagesIn('en'),
  language: 'en' as const,
  highlight: undefined,
};

/** A learner before the first item of the exam of `examDeck`. */
function examDesk(more: Partial<Blueprint> = {}, size: { columns?: number; rows?: number } = {}) {
  const world = studyDesk(examDeck, { exams: [examOf(more)], ...size });
  const begin = (request = {}) => {
    world.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed: 1, ...request } });
    world.store.dispatch({ kind: 'begin-exam' });
  };
  begin();
  const sitting = () => {
    const { screen } = world.store.app;
    if (screen.kind !== 'sitting') throw new Error(`no sitting but ${screen.kind}`);
    return screen.sitting;
  };
  return {
    ...world,
    begin,
    sitting,
    screen: () => world.store.app.screen.kind,
    /** Time goes by and the clock ticks. */
    tick(ms: number) {
      world.wait(ms);
      world.store.dispatch({ kind: 'sitting', event: { kind: 'tick' } });
    },
    goTo(card: string) {
      const item = sitting().items.findIndex(({ paper }) => paper.card === card);
      world.store.dispatch({ kind: 'sitting', event: { kind: 'go-to', item } });
      world.store.drawn(world.desk.now());
    },
    /** Lines of the deck, from 0, as the keys that put them in order. */
    order(...lines: readonly number[]): readonly string[] {
      const shown = sitting().items.find(({ paper }) => paper.card === 'line')?.paper.order ?? [];
      return lines.map((line) => String(shown.indexOf(line) + 1));
    },
    openGrid: () => world.store.dispatch({ kind: 'sitting', event: { kind: 'grid' } }),
    home: () => homeExam(world.desk, look),
  };
}

type Exam = ReturnType<typeof examDesk>;

function answerAll(exam: Exam): void {
  exam.goTo('one');
  exam.press('a');
  exam.goTo('two');
  exam.press('a', 'b');
  exam.goTo('word');
  exam.type('chroot');
  exam.goTo('line');
  exam.press(...exam.order(0, 1, 2));
}

/** Hands in, whatever is unanswered. */
function handIn(exam: Exam): void {
  exam.openGrid();
  exam.press('x');
  if (exam.screen() === 'sitting') exam.press(enter);
}

describe('the rules of an exam', () => {
  const offered = (more: Partial<Blueprint> = {}, request = {}, size = {}) => {
    const world = studyDesk(examDeck, { exams: [examOf(more)], ...size });
    world.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed: 1, ...request } });
    return world;
  };
  const words = (world: ReturnType<typeof offered>) => world.frame().replaceAll(/\s+/gu, ' ');

  test('come before its clock starts, which Enter does', () => {
    const world = offered();
    for (const rule of [
      '4 questions in 10 minutes. The clock starts when you begin.',
      'You pass with 2 of 4 points (assumed by the exam file).',
      'Only an answer that is right in full is a point',
      'You may go back, change answers and mark items until you hand in.',
      'You may leave and come back: nothing is lost, but the clock runs on',
      'Enter begin · Esc back',
    ])
      expect(words(world)).toContain(rule);
    world.wait(3 * minute);
    expect(world.entries()).toEqual([]);
    world.press(enter);
    expect(world.frame().split('\n')[0]).toContain('item 1 of 4 · 10 min left');
  });

  test('are those of the exam and of what was asked for', () => {
    const world = offered(
      { navigation: 'linear', scoring: 'partial', cut: 3 },
      { questions: 2, extraTime: 5 },
    );
    for (const rule of [
      '2 questions in 15 minutes.',
      'With 5 minutes of extra time.',
      'A test of your own choice.',
      'You pass with 1.5 of 2 points (assumed',
      'An answer that is right in part is part of a point',
      'It goes forward only',
    ])
      expect(words(world)).toContain(rule);
  });

  test('are not skipped by an Enter that was pressed before they were seen', () => {
    const world = studyDesk(examDeck, { exams: [examOf()] });
    world.store.dispatch({ kind: 'exams', wishes: {} });
    world.chunk(enter, enter);
    expect(world.store.app.screen.kind).toBe('exam-rules');
    expect(world.entries()).toEqual([]);
  });

  test('can be left without having begun', () => {
    const world = offered();
    world.press(esc);
    expect(world.store.app.screen.kind).toBe('exam-menu');
    world.press(esc);
    expect(world.store.app.screen.kind).toBe('home');
    expect(world.entries()).toEqual([]);
  });

  test('scroll in a small window', () => {
    const world = offered({}, {}, { columns: 40, rows: 12 });
    expect(world.frame()).toContain('more below');
    expect(words(world)).not.toContain('handed in as it stands');
    world.press('\u001b[6~', '\u001b[6~');
    expect(words(world)).toContain('the paper is handed in as it stands.');
  });

  test('do not come again when a sitting goes on', () => {
    const exam = examDesk();
    exam.press('q', enter);
    exam.begin();
    expect(exam.screen()).toBe('sitting');
  });
});

describe('an item of an exam', () => {
  test('says which item it is, and how much time is left', () => {
    expect(examDesk().frame().split('\n')[0]).toMatch(/^ An exam +item 1 of 4 · 10 min left$/u);
  });

  test('says nothing of right and wrong', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.press('b', enter);
    expect(exam.frame()).not.toMatch(/Right|Wrong|Beta is second/u);
  });

  test('refuses one option too many on the spot', () => {
    const exam = examDesk();
    exam.goTo('two');
    exam.press('a', 'b', 'c');
    expect(exam.frame()).toContain('2 of 2 chosen');
    expect(exam.frame()).toMatch(/Only 2|at most 2|2 can/u);
  });

  test('takes one option too few without a word; only the grid shows it', () => {
    const exam = examDesk();
    exam.goTo('two');
    exam.press('a', enter);
    expect(exam.sitting().notice).toBeUndefined();
    exam.goTo('one');
    exam.openGrid();
    expect(exam.frame()).toContain('1 incomplete ◐');
  });

  test.each([enter, 'n'])('that is left without an answer by %j says that it stays open', (key) => {
    const exam = examDesk();
    exam.press('b');
    exam.goTo('line');
    const item = 1 + exam.sitting().items.findIndex(({ paper }) => paper.card === 'line');
    exam.press(key);
    expect(exam.frame()).toContain(`Item ${item} stays open; you may go back.`);
    exam.goTo('one');
    exam.press('b', key);
    expect(exam.frame()).not.toContain('stays open');
  });

  test('that is left without an answer for good says so', () => {
    const exam = examDesk({ navigation: 'linear' });
    exam.press(enter);
    expect(exam.frame()).toContain('Item 1 stays without an answer.');
  });

  test.each(['u', 's', 'z', '!', 'v', 'l', 't', 'o', 'w'])('does nothing on %s and says so', (key) => {
    const exam = examDesk();
    exam.goTo('one');
    const { language } = exam.store.app;
    const { phase, items } = exam.sitting();
    exam.press(key);
    expect(exam.frame()).toContain('Not while an exam is running.');
    expect(exam.store.app.language).toBe(language);
    expect(exam.sitting()).toMatchObject({ phase, items });
    expect(exam.store.app.overlay).toBeUndefined();
  });

  test('that is typed takes all letters as text, and the arrow moves in the text', () => {
    const exam = examDesk();
    exam.goTo('word');
    const { phase } = exam.sitting();
    exam.type('mnpruq');
    exam.press(left, left);
    exam.type('!');
    expect(exam.frame()).toContain('› mnpr!uq');
    expect(exam.sitting().phase).toEqual(phase);
  });

  test.each([
    [80, /item \d of 4 ! · /u],
    [40, /\d of 4 ! · /u],
  ])('shows at %i columns that it is marked when one comes back to it', (columns, marked) => {
    const exam = examDesk({}, { columns });
    exam.goTo('one');
    expect(exam.frame().split('\n')[0]).not.toMatch(marked);
    exam.press('m');
    exam.goTo('two');
    expect(exam.frame().split('\n')[0]).not.toMatch(marked);
    exam.goTo('one');
    expect(exam.frame().split('\n')[0]).toMatch(marked);
    exam.press('m');
    expect(exam.frame().split('\n')[0]).not.toMatch(marked);
  });

  test('that is typed has its actions after Esc, together or apart', () => {
    const exam = examDesk();
    exam.goTo('word');
    exam.press('\u001bm');
    expect(exam.frame()).toContain('Marked for review.');
    exam.press(esc, 'm');
    expect(exam.frame()).toContain('The mark is gone.');
    exam.press(esc, '\u001bm');
    expect(exam.frame()).toContain('Marked for review.');
    exam.press(esc, 'r');
    expect(exam.sitting().phase.phase).toBe('grid');
  });

  test('that is chosen has them by Alt with the letter, too', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.press('\u001bm');
    expect(exam.frame()).toContain('Marked for review.');
  });

  test('is not passed by an Enter from before its frame', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.wait(1000);
    const before = exam.sitting().phase;
    exam.chunk('a', enter, enter, enter);
    const after = exam.sitting().phase;
    if (before.phase !== 'answering') throw new Error('no item');
    expect(after).toMatchObject(
      before.item === 3 ? { phase: 'grid' } : { phase: 'answering', item: before.item + 1 },
    );
  });

  test('keeps its draft while others are looked at', () => {
    const exam = examDesk();
    exam.goTo('word');
    exam.type('chro');
    exam.goTo('one');
    exam.goTo('word');
    expect(exam.frame()).toContain('› chro');
  });
});

describe('the clock', () => {
  test('shows minutes until five are left, then every ten seconds, at last each second', () => {
    const exam = examDesk();
    const clock = () => / (\S+(?: min)?) left/u.exec(exam.frame().split('\n')[0] ?? '')?.[1];
    exam.tick(30 * second);
    expect(clock()).toBe('10 min');
    exam.tick(4.5 * minute);
    expect(clock()).toBe('5:00');
    exam.tick(14 * second);
    expect(clock()).toBe('4:50');
    exam.tick(4 * minute);
    expect(clock()).toBe('0:46');
  });

  test('warns once for each warning', () => {
    const exam = examDesk();
    exam.tick(5 * minute);
    expect(exam.frame()).toContain('5 minutes left.');
    exam.press(enter);
    exam.tick(second);
    expect(exam.frame()).not.toContain('minutes left.');
    exam.tick(4 * minute);
    expect(exam.frame()).toContain('1 minute left.');
  });

  test('hands the paper in at zero with what stands in the drafts', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.press('a');
    exam.tick(10 * minute);
    expect(exam.screen()).toBe('report');
    expect(exam.frame()).toContain('1 of 4 points; 2 are needed.');
    expect(exam.frame()).toContain('Time ran out.');
  });

  test('has extra time, which the report names', () => {
    const exam = examDesk();
    handIn(exam);
    exam.begin({ extraTime: 30 });
    expect(exam.frame().split('\n')[0]).toContain('40 min left');
    handIn(exam);
    expect(exam.frame()).toContain('With 30 minutes of extra time.');
  });
});

describe('the review grid', () => {
  test('shows each item with its state, and sums', () => {
    const exam = examDesk();
    exam.goTo('two');
    exam.press('a', 'm');
    exam.goTo('one');
    exam.press('a');
    exam.openGrid();
    const rows = exam.frame().split('\n');
    expect(rows[0]).toMatch(/^ Review · An exam +10 min left · 1 marked$/u);
    expect(rows[3]).toMatch(
      /^ {3}[ ›] 1 [●◐○]( !)? +[ ›] 2 [●◐○]( !)? +[ ›] 3 [●◐○]( !)? +[ ›] 4 [●◐○]( !)?$/u,
    );
    expect(exam.frame()).toContain('1 answered ● · 1 incomplete ◐ · 2 open ○ · 1 marked !');
  });

  test('goes through its filters with Tab', () => {
    const exam = examDesk();
    exam.press(exam.sitting().items[0]?.draft.kind === 'typed' ? '\u001bm' : 'm');
    exam.openGrid();
    const numbers = () => (exam.frame().split('\n')[3] ?? '').match(/\d/gu);
    expect(numbers()).toEqual(['1', '2', '3', '4']);
    exam.press(tab);
    expect(exam.frame()).toContain('Showing: unanswered');
    exam.press(tab);
    expect(exam.frame()).toContain('None.');
    exam.press(tab);
    expect(exam.frame()).toContain('Showing: marked');
    expect(numbers()).toEqual(['1']);
    exam.press(tab);
    expect(exam.frame()).toContain('Showing: all');
  });

  test('goes to a number with Enter', () => {
    const exam = examDesk();
    exam.openGrid();
    exam.press('3', enter);
    expect(exam.sitting().phase).toMatchObject({ phase: 'answering', item: 2 });
  });

  test('moves by the rows that are drawn, in a narrow window too', () => {
    const exam = examDesk({}, { columns: 22, rows: 24 });
    exam.openGrid();
    exam.press('1', down);
    expect(exam.sitting().phase).toMatchObject({ item: 2 });
    exam.press(up);
    expect(exam.sitting().phase).toMatchObject({ item: 0 });
  });

  test('says the mark that it sets', () => {
    const exam = examDesk();
    exam.openGrid();
    exam.press('m');
    expect(exam.frame()).toContain('1 marked !');
  });
});

describe('handing in', () => {
  test('needs no question when everything is answered', () => {
    const exam = examDesk();
    answerAll(exam);
    handIn(exam);
    expect(exam.screen()).toBe('report');
    expect(exam.frame()).toContain('✓ Passed.');
    expect(exam.kinds().filter((kind) => kind === 'exam-hand-in')).toHaveLength(1);
  });

  test('asks once when something is unanswered', () => {
    const exam = examDesk();
    exam.openGrid();
    exam.press('x');
    expect(exam.frame()).toContain('4 of 4 items have no answer. Hand in all the same?');
    exam.press(esc);
    expect(exam.sitting().phase.phase).toBe('grid');
    exam.press('x', enter);
    expect(exam.screen()).toBe('report');
  });

  test('is not confirmed by an Enter from before its question', () => {
    const exam = examDesk();
    exam.openGrid();
    exam.wait(1000);
    exam.chunk('x', enter);
    expect(exam.sitting().phase.phase).toBe('asking-hand-in');
  });

  test('in an exam that goes forward only comes after the last item, and there is no going back', () => {
    const exam = examDesk({ navigation: 'linear' });
    for (const key of ['p', 'm', 'r']) {
      exam.press(exam.sitting().items[0]?.draft.kind === 'typed' ? `\u001b${key}` : key);
      expect(exam.frame()).toContain('This exam goes forward only.');
    }
    exam.press(enter, enter, enter, enter);
    expect(exam.sitting().phase.phase).toBe('asking-hand-in');
    exam.press(enter);
    expect(exam.screen()).toBe('report');
  });

  test.each([
    ['all-or-nothing', '0 of 4 points'],
    ['partial', '0.5 of 4 points'],
  ] as const)('scores half of the options %s', (scoring, points) => {
    const exam = examDesk({ scoring });
    exam.goTo('two');
    exam.press('a');
    handIn(exam);
    expect(exam.frame()).toContain(points);
  });
});

describe('leaving an exam', () => {
  test('asks, and the home screen offers to go on', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.press('q');
    expect(exam.frame()).toContain('Leave? The clock runs on, and the report will say so.');
    exam.press(esc, 'q', enter);
    expect(exam.screen()).toBe('home');
    exam.wait(2 * minute);
    expect(exam.home().running).toBe('An exam is running (8 min left): x goes back to it.');
  });

  test.each([
    ['back an hour', -60],
    ['back a minute', -1],
  ])('a clock that is set %s in the middle gives no time', (_, minutes) => {
    const exam = examDesk();
    exam.tick(2 * minute);
    exam.setClock(minutes * minute);
    exam.tick(3 * minute);
    expect(exam.frame().split('\n')[0]).toContain('5:00 left');
    exam.tick(5 * minute);
    expect(exam.screen()).toBe('report');
    expect(exam.frame()).toContain('Time 10:00 of 10:00');
  });

  test('a clock that is set back while the program is not running leaves what was left', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.wait(4 * minute);
    exam.press('a', 'q', enter);
    exam.setClock(-60 * minute);
    exam.restart();
    expect(exam.home().running).toContain('6 min left');
    exam.store.dispatch({ kind: 'exams', wishes: {} });
    expect(exam.frame().split('\n')[0]).toContain('6 min left');
    exam.tick(2 * minute);
    expect(exam.frame().split('\n')[0]).toContain('4:00 left');
    exam.goTo('two');
    exam.setClock(-60 * minute);
    exam.restart();
    exam.store.dispatch({ kind: 'exams', wishes: {} });
    expect(exam.frame().split('\n')[0]).toContain('4:00 left');
  });

  test('and coming back goes on where it was with the clock run on, and the report says so', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.press('a', 'q', enter);
    exam.wait(3 * minute);
    exam.store.dispatch({ kind: 'exams', wishes: {} });
    expect(exam.frame().split('\n')[0]).toContain('7 min left');
    exam.goTo('one');
    expect(exam.frame()).toMatch(/› ● a/u);
    handIn(exam);
    expect(exam.frame()).toContain('Left once: not under exam conditions.');
  });

  test('by Ctrl-C is told in the report as well; twice leaves at once', () => {
    const exam = examDesk();
    exam.press('\u0003');
    expect(exam.sitting().phase.phase).toBe('asking-leave');
    exam.press('\u0003');
    expect(exam.kinds()).toContain('exam-leave');
  });

  test('for longer than the time that was left hands it in at the return', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.press('a', 'q', enter);
    exam.wait(60 * minute);
    expect(exam.home().running).toBe('The time of an exam has run out: x shows its report.');
    exam.store.dispatch({ kind: 'exams', wishes: {} });
    expect(exam.screen()).toBe('report');
    expect(exam.frame()).toContain('Time ran out.');
    expect(exam.frame()).toContain('1 of 4 points');
  });
});

describe('a full disk', () => {
  test('keeps the answer until it is saved', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.fillDisk();
    exam.press('a', enter);
    expect(exam.frame()).toContain('NOT SAVED');
    exam.makeRoom();
    exam.press('r');
    expect(exam.frame()).not.toContain('NOT SAVED');
    exam.goTo('one');
    expect(exam.frame()).toMatch(/› ● a/u);
  });
});

describe('the report', () => {
  test('explains every option of what was missed', () => {
    const exam = examDesk({}, { rows: 70 });
    answerAll(exam);
    exam.goTo('one');
    exam.press('b');
    handIn(exam);
    const frame = exam.frame();
    expect(frame).toContain('Missed (1)');
    expect(frame).toContain('Alpha is first.');
    expect(frame).toContain('Beta is second.');
    expect(frame).toContain('You chose b.');
  });

  test('begins the study of what was missed with s, and makes it due', () => {
    const exam = examDesk();
    answerAll(exam);
    exam.goTo('one');
    exam.press('b');
    handIn(exam);
    exam.press('s');
    expect(exam.screen()).toBe('study');
    expect(exam.frame()).toContain('Which is it?');
    expect(exam.kinds().filter((kind) => kind === 'due')).toHaveLength(1);
    exam.press('a', enter, '4');
    expect(exam.reviews()).toMatchObject([{ mode: 'study', card: 'one' }]);
    expect(exam.screen()).toBe('summary');
  });

  test('is opened again from the list of exams, with its missed cards to study', () => {
    const exam = examDesk();
    handIn(exam);
    const report = exam.frame();
    exam.press(enter, 'x', '2', enter);
    expect(exam.frame()).toBe(report);
    exam.press('s');
    expect(exam.screen()).toBe('study');
  });

  test('is not offered before an exam was handed in', () => {
    const world = studyDesk(examDeck, { exams: [examOf()] });
    world.press('x', '2', enter);
    expect(world.store.app.screen.kind).toBe('exam-rules');
  });

  test('leaves as it is what is due already', () => {
    const exam = examDesk();
    answerAll(exam);
    exam.goTo('one');
    exam.press('b');
    handIn(exam);
    exam.wait(2 * minute);
    exam.press('s');
    expect(exam.frame()).toContain('Which is it?');
    expect(exam.kinds()).not.toContain('due');
  });

  test('begins no study on a full disk, and says why', () => {
    const exam = examDesk();
    handIn(exam);
    exam.fillDisk();
    exam.press('s');
    expect(exam.screen()).toBe('report');
    expect(exam.frame()).toMatch(/disk is full/u);
  });

  test('begins the study of cards that were missed unseen, too, beyond the limit of new ones', () => {
    const exam = examDesk();
    handIn(exam);
    exam.desk.append([{ kind: 'parameters', newPerDay: 0 }]);
    exam.press('s');
    const { screen } = exam.store.app;
    if (screen.kind !== 'study') throw new Error(screen.kind);
    expect(screen.session.left(screen.drill, exam.desk.now())).toMatchObject({ due: 4, new: 0 });
    expect(exam.desk.overview()).toMatchObject({ due: 4, fresh: 0, decks: [{ known: 0, total: 4 }] });
  });

  test('stays where the day has room for no more', () => {
    const exam = examDesk();
    handIn(exam);
    exam.desk.append([{ kind: 'parameters', reviewsPerDay: 0 }]);
    exam.press('s');
    expect(exam.screen()).toBe('report');
    expect(exam.frame()).toContain('Nothing to study here now.');
  });

  test('has no key for what was missed when nothing was', () => {
    const exam = examDesk();
    answerAll(exam);
    handIn(exam);
    expect(exam.frame()).not.toMatch(/s study the missed/u);
    exam.press('s');
    expect(exam.screen()).toBe('report');
  });

  test('comes with what was missed in the next drill of it', () => {
    const exam = examDesk();
    answerAll(exam);
    exam.goTo('two');
    exam.press('b', 'c');
    handIn(exam);
    exam.press('q');
    exam.study({ mode: 'drill', filter: { ...everyCard, missedInExams: 3 } });
    expect(exam.frame()).toContain('Which are they?');
    exam.press('a', 'b', enter, '4');
    expect(exam.screen()).toBe('summary');
  });

  test('lets the answers of that drill count when the learner wishes, also to cards being learned and never seen', () => {
    const exam = examDesk();
    exam.goTo('two');
    exam.press('b', 'c');
    handIn(exam);
    exam.press('q');
    exam.study({ mode: 'drill', counts: true, filter: { ...everyCard, missedInExams: 3 } });
    const { screen } = exam.store.app;
    if (screen.kind !== 'study') throw new Error(screen.kind);
    expect(screen.session.left(screen.drill, exam.desk.now())).toMatchObject({ due: 4 });
    exam.press('x', '1');
    expect(exam.reviews()).toMatchObject([{ mode: 'ahead', rating: 1 }]);
    expect(exam.reviews()[0]?.memory[0]).toBeGreaterThan(0);
  });
});

describe('a second exam', () => {
  test('does not begin while one runs: that one goes on, and a sentence says why', () => {
    const exam = examDesk();
    exam.goTo('one');
    exam.press('a', 'q', enter);
    exam.begin({ minutes: 3 });
    expect(exam.frame()).toContain('This exam was begun earlier: hand it in before another one begins.');
    expect(exam.frame().split('\n')[0]).toContain('10 min left');
    expect(exam.kinds().filter((kind) => kind === 'exam-start')).toHaveLength(1);
    exam.press('m');
    expect(exam.frame()).not.toContain('This exam was begun earlier');
  });

  test('begins after the first was handed in', () => {
    const exam = examDesk();
    handIn(exam);
    exam.press('q');
    exam.begin({ minutes: 3 });
    expect(exam.frame().split('\n')[0]).toContain('3:00 left');
  });
});

test('an exam whose decks are all on another machine does not run here: it could not be graded', () => {
  const exam = examDesk();
  exam.goTo('one');
  exam.press('a', 'q', enter);
  expect(runningExam(exam.desk)?.start.exam).toBe('x');
  const elsewhere = { ...exam.desk.library(), decks: new Map() };
  expect(runningExam({ exams: exam.desk.exams, library: () => elsewhere })).toBeUndefined();
});

describe('the exams', () => {
  test('open at the one that is running, where it was left', () => {
    const exam = examDesk();
    exam.press(enter, enter);
    const place = exam.sitting().phase;
    exam.press('q', enter, 'x');
    expect(exam.sitting().phase).toMatchObject({ ...place, since: expect.any(Number) });
  });

  test('are a menu when none is running, and what was asked for holds for the one that is chosen', () => {
    const desk = studyDesk(examDeck, { exams: [examOf()] });
    desk.store.dispatch({ kind: 'exams', wishes: { minutes: 3 } });
    desk.press(enter, enter);
    expect(desk.frame().split('\n')[0]).toContain('3:00 left');
  });
});

describe('what another window recorded', () => {
  const inAnotherWindow = (record: (desk: ReturnType<typeof studyDesk>) => void) => {
    const world = studyDesk(examDeck, { exams: [examOf()] });
    let isNew = true;
    world.desk.refresh = () => {
      const wasNew = isNew;
      isNew = false;
      if (wasNew) record(world);
      return wasNew;
    };
    return world;
  };

  test('of an exam’s date is known when readiness is opened', () => {
    const world = inAnotherWindow(({ desk }) => {
      desk.append([{ kind: 'plan', exam: 'x', date: '2027-03-01' }]);
    });
    world.store.dispatch({ kind: 'open', screen: { kind: 'ready' } });
    expect(world.frame()).toContain('a first answer to at least 80 %');
    expect(world.frame()).not.toContain('--date');
  });

  test('of an exam that it began lets no second one begin', () => {
    const other = studyDesk(examDeck, { exams: [examOf()] });
    other.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed: 1 } });
    other.store.dispatch({ kind: 'begin-exam' });
    const world = inAnotherWindow(({ desk }) => {
      desk.append(other.entries().flatMap((entry) => (entry.kind === 'exam-start' ? [entry] : [])));
    });
    world.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed: 2 } });
    expect(world.store.app.notice).toContain('This exam was begun earlier');
    expect(world.kinds().filter((kind) => kind === 'exam-start')).toHaveLength(1);
  });

  test('of an exam that it began while the rules were read lets no second one begin', () => {
    const other = examDesk();
    const world = studyDesk(examDeck, { exams: [examOf()] });
    world.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed: 2 } });
    world.desk.append(other.entries().flatMap((entry) => (entry.kind === 'exam-start' ? [entry] : [])));
    world.press(enter);
    expect(world.frame()).toContain('This exam was begun earlier');
    expect(world.kinds().filter((kind) => kind === 'exam-start')).toHaveLength(1);
  });
});

test('a learner of German sits an exam whose cards are English, and is told so', () => {
  const desk = studyDesk(examDeck, { exams: [examOf()] });
  desk.store.dispatch({ kind: 'interface-language' });
  desk.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed: 1 } });
  expect(desk.frame()).toContain('Prüfung ist auf „en“.');
  desk.press(enter);
  expect(desk.frame()).toMatch(/Frage 1 von 4/u);
  expect(desk.frame()).not.toContain('Prüfung ist auf');
});

describe('a paper that cannot be filled', () => {
  const large = examOf({
    id: 'large',
    title: raw('A large exam'),
    questions: 12,
    objectives: [
      { id: '1', title: raw('Objective one'), weight: 4, terms: [] },
      { id: '2', title: raw('Objective two'), weight: 8, terms: [] },
    ],
  });

  test('says so among its rules, offers the exam that can, and begins all the same', () => {
    const desk = studyDesk(examDeck, { exams: [large, examOf()] });
    desk.store.dispatch({ kind: 'start-exam', request: { exam: 'large', minutes: 3 } });
    const frame = desk.frame().replaceAll(/\s+/gu, ' ');
    expect(frame).toContain('4 questions in 3 minutes.');
    expect(frame).toContain(
      'The decks can fill 4 of 12 places; the others stay empty, for only 1 of its 2 objectives has cards. They can fill "An exam" (x).',
    );
    desk.press(enter);
    expect(desk.frame().split('\n')[0]).toContain('item 1 of 4 · 3:00 left');
  });

  test.each(['en', 'de'] as const)('says so first in a small window, in %s', (language) => {
    const desk = studyDesk(examDeck, { exams: [large, examOf()], columns: 40, rows: 12 });
    if (language === 'de') desk.store.dispatch({ kind: 'interface-language' });
    desk.store.dispatch({ kind: 'start-exam', request: { exam: 'large' } });
    expect(desk.frame()).toMatch(/4\s+(?:of|von)\s+12[\s\S]*PgUp|4\s+von\s+12[\s\S]*Bild/u);
  });

  test('leads back to the menu at the exam that is offered, with what was asked for', () => {
    const desk = studyDesk(examDeck, { exams: [large, examOf()] });
    desk.store.dispatch({ kind: 'start-exam', request: { exam: 'large', minutes: 3 } });
    desk.press(esc);
    expect(desk.store.app.screen).toEqual({ kind: 'exam-menu', wishes: { minutes: 3 } });
    desk.press(enter, enter);
    expect(desk.frame().split('\n')[0]).toMatch(/An exam .* item 1 of 4 · 3:00 left/u);
  });

  test('is refused when there is no card at all', () => {
    const none = examOf({ objectives: [{ id: '9', title: raw('None'), weight: 1, terms: [] }] });
    const desk = studyDesk(examDeck, { exams: [none] });
    desk.store.dispatch({ kind: 'start-exam', request: { exam: 'x' } });
    expect(desk.store.app.notice).toContain('There is no card for this exam');
    expect(desk.store.app.screen.kind).toBe('exam-menu');
  });
});

test('the same seed and history give the same paper', () => {
  const paper = (seed: number) => {
    const desk = studyDesk(examDeck, { exams: [examOf()] });
    desk.store.dispatch({ kind: 'start-exam', request: { exam: 'x', seed } });
    desk.store.dispatch({ kind: 'begin-exam' });
    const start = desk.entries().find((entry) => entry.kind === 'exam-start');
    return start?.kind === 'exam-start' ? start.items : [];
  };
  expect(paper(5)).toEqual(paper(5));
  const seeds = [1, 2, 3, 4, 5, 6].map((seed) => JSON.stringify(paper(seed)));
  expect(new Set(seeds).size).toBeGreaterThan(1);
});
