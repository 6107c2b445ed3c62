import { beforeAll, describe, expect, test } from 'vitest';
import type { Blueprint } from '../../../src/core/exam/blueprint.ts';
import { minute } from '../../../src/core/schedule/time.ts';
import { isOver } from '../../../src/core/session/sitting.ts';
import { nextAlarm } from '../../../src/core/session/sitting-clock.ts';
import { loadMarkdown } from '../../../src/core/text/markdown.ts';
import { reportOf } from '../../../src/terminal/app/exam-step.ts';
import { beginPaper, drawExam, reopenExam } from '../../../src/terminal/app/open-exam.ts';
import {
  beginExam,
  type ExamTable,
  leaveExam,
  passTime,
  takeExamLine,
} from '../../../src/terminal/line-mode/exam-session.ts';
import { lineLook } from '../../../src/terminal/line-mode/line-look.ts';
import { reportText } from '../../../src/terminal/line-mode/report-text.ts';
import type { Language } from '../../../src/terminal/messages/messages.ts';
import { examDeck, examOf } from '../../support/exam-desk.ts';
import { studyDesk } from '../../support/study-desk.ts';

beforeAll(loadMarkdown);

/** A learner who sits the exam of `examDeck` on lines; a line is written a second after the last. */
function examLines(more: Partial<Blueprint> = {}, language: Language = 'en') {
  const world = studyDesk(examDeck, { exams: [examOf(more)] });
  const table: ExamTable = { desk: world.desk, look: lineLook(language, undefined) };
  const drawing = drawExam({ exam: 'x', seed: 1 }, world.desk, 'en');
  if (drawing.kind === 'none') throw new Error(drawing.why);
  let { sitting, said } = beginExam(beginPaper(drawing.offer, world.desk), table);
  return {
    ...world,
    opening: said.join('\n'),
    sitting: () => sitting,
    /** The number of a card's item, from 1. */
    number: (card: string) => 1 + sitting.items.findIndex(({ paper }) => paper.card === card),
    write(...lines: readonly string[]): string {
      return lines
        .map((line) => {
          world.wait(1000);
          ({ sitting, said } = takeExamLine(sitting, line, table));
          return said.join('\n');
        })
        .join('\n');
    },
    pass(ms: number): string {
      world.wait(ms);
      ({ sitting, said } = passTime(sitting, table));
      return said.join('\n');
    },
    /** These lines of the deck, from 0, by the numbers that they are shown with. */
    order: (...lines: readonly number[]) => {
      const shown = sitting.items.find(({ paper }) => paper.card === 'line')?.paper.order ?? [];
      return lines.map((line) => shown.indexOf(line) + 1).join(' ');
    },
    leave: () => {
      sitting = leaveExam(sitting, table);
    },
    resume(): string {
      const open = reopenExam(world.desk);
      if (open === undefined) throw new Error('nothing to resume');
      ({ sitting, said } = beginExam({ sitting: open, effects: [] }, table));
      return said.join('\n');
    },
    report(): string {
      const report = reportOf(world.desk, sitting.id);
      return report === undefined ? '' : reportText(report, table.look).join('\n');
    },
  };
}

type Exam = ReturnType<typeof examLines>;

/** Answers every item with the lines that its card takes. */
function answerAll(exam: Exam, answers: Readonly<Record<string, string>>): void {
  for (const [card, answer] of Object.entries(answers)) exam.write(`:go ${exam.number(card)}`, answer);
}

const right = (exam: Exam) => ({ one: 'a', two: 'b a', word: 'chroot', line: exam.order(0, 1, 2) });

describe('an exam on lines', () => {
  test('says how to answer, which item it is and how much time is left', () => {
    const { opening } = examLines();
    expect(opening).toContain('Answer by a line;');
    expect(opening).toContain('Item 1 of 4, 10 minutes left.');
  });

  test('goes on to the next item with each answer and says nothing of right and wrong', () => {
    const exam = examLines();
    exam.write(`:go ${exam.number('one')}`);
    const said = exam.write('b');
    expect(said).toMatch(/^\n(?:Item \d of 4|Review), /u);
    expect(said).not.toMatch(/Right\.|Wrong\.|Beta/u);
  });

  test('hands in without a question when everything is answered, and reports', () => {
    const exam = examLines();
    answerAll(exam, right(exam));
    exam.write(':x');
    expect(exam.sitting().phase).toMatchObject({ phase: 'handed-in', points: [1, 1, 1, 1] });
    expect(exam.report()).toContain('Passed.\n4 of 4 points; 2 are needed.');
    expect(exam.report()).toContain('Nothing was missed.');
    expect(exam.report()).not.toMatch(/[#*]{2}|[█░✓✗●]/u);
  });

  test('asks once before it is handed in with something unanswered', () => {
    const exam = examLines();
    answerAll(exam, { one: 'a', two: 'a' });
    expect(exam.write(':x')).toContain('2 of 4 items have no answer, 1 is incomplete. Hand in all the same?');
    expect(exam.write('a')).toContain('Review');
    expect(exam.sitting().phase.phase).toBe('grid');
    exam.write(':x', ':x');
    expect(exam.sitting().phase).toMatchObject({ phase: 'handed-in', why: 'handed-in' });
  });

  test('refuses more options than are wanted and takes fewer without a word', () => {
    const exam = examLines();
    exam.write(`:go ${exam.number('two')}`);
    expect(exam.write('a b c')).toBe('Only 2 can be chosen, and there are 3.');
    expect(exam.write('a')).not.toMatch(/wanted|choose|Only/u);
    expect(exam.write(':r incomplete')).toContain(`${exam.number('two')}: incomplete. Which are they?`);
  });

  test('takes another answer in place of the first, whatever its kind', () => {
    const exam = examLines();
    answerAll(exam, { one: 'd', two: 'c d', word: 'chmod', line: exam.order(2, 1, 0) });
    answerAll(exam, right(exam));
    exam.write(':x');
    expect(exam.sitting().phase).toMatchObject({ points: [1, 1, 1, 1] });
    expect(exam.report()).toContain('Answers changed: 4 wrong to right');
  });

  test('says the answer so far of an item that one comes back to', () => {
    const exam = examLines();
    answerAll(exam, { two: 'd b', line: '2 1', word: 'ls -l' });
    expect(exam.write(`:go ${exam.number('two')}`)).toContain('Your answer: b d');
    expect(exam.write(`:go ${exam.number('line')}`)).toContain('Your answer: 2 1 3\n');
    expect(exam.write(`:go ${exam.number('word')}`)).toContain('Your answer: ls -l');
  });

  test('leaves an answer as it is when an empty line goes on', () => {
    const exam = examLines();
    answerAll(exam, { one: 'a' });
    exam.write(`:go ${exam.number('one')}`, '');
    expect(exam.write(`:go ${exam.number('one')}`)).toContain('Your answer: a');
  });

  test('says of an item that an empty line goes past that it stays open', () => {
    const exam = examLines();
    expect(exam.write('')).toMatch(/^Item 1 stays open; you may go back\.\n\nItem 2 of 4/u);
  });

  test('marks, and lists what is marked', () => {
    const exam = examLines();
    expect(exam.write(':m')).toBe('Marked for review.');
    const review = exam.write(':r marked');
    expect(review).toContain('Review, marked, 10 minutes left.');
    expect(review).toContain('\n1: open, marked. ');
    expect(review).not.toContain('\n2:');
    expect(exam.write(':r')).toContain('\n4: open. ');
    expect(exam.write('1')).toContain('Item 1 of 4, 10 minutes left, marked.');
  });

  test('goes back, forward and to a number, and says where there is none', () => {
    const exam = examLines();
    expect(exam.write(':p')).toBe('This is the first item.');
    expect(exam.write(':n')).toContain('Item 2 of 4');
    expect(exam.write(':p')).toContain('Item 1 of 4');
    expect(exam.write(':go 4')).toContain('Item 4 of 4');
    for (const text of ['0', '5', 'x', '', '99999999999'])
      expect(exam.write(`:go ${text}`)).toBe(`"${text}" is no item: they are 1 to 4.`);
  });

  test.each(['u', 's', 'z', '!', 'v', 'l', 't', 'tip', 'o', 'w'])(
    'does nothing on :%s and says so',
    (word) => {
      const exam = examLines();
      const before = exam.sitting().phase;
      expect(exam.write(`:${word}`)).toBe('Not while an exam is running.');
      expect(exam.sitting().phase).toEqual(before);
    },
  );

  test('takes an unknown word after a colon as an answer to a typed item only', () => {
    const exam = examLines();
    exam.write(`:go ${exam.number('word')}`);
    exam.write(':foo');
    expect(exam.write(`:go ${exam.number('word')}`)).toContain('Your answer: :foo');
    exam.write('::q');
    expect(exam.write(`:go ${exam.number('word')}`)).toContain('Your answer: :q');
    exam.write(`:go ${exam.number('one')}`);
    expect(exam.write(':foo')).toContain('There is no action :foo.');
  });

  test('lists its actions', () => {
    const help = examLines().write(':?');
    for (const word of [':n', ':p', ':m', ':r', ':go', ':x', ':q']) expect(help).toContain(`\n${word} - `);
  });

  test('goes forward only where the exam does', () => {
    const exam = examLines({ navigation: 'linear' });
    exam.write('');
    for (const line of [':p', ':r', ':go 1', ':m'])
      expect(exam.write(line)).toBe('This exam goes forward only.');
    expect(exam.sitting().phase).toMatchObject({ item: 1 });
  });

  test('warns when its time has come, also between two lines, and hands in at zero by itself', () => {
    const exam = examLines();
    const { sitting, desk } = exam;
    expect(nextAlarm(sitting(), desk.now())).toBe(5 * minute);
    expect(exam.pass(5 * minute - 1)).toBe('');
    expect(exam.pass(1)).toBe('5 minutes left.');
    expect(nextAlarm(sitting(), desk.now())).toBe(4 * minute);
    expect(exam.pass(1000)).toBe('');
    exam.wait(4 * minute);
    expect(exam.write(':m')).toBe('1 minute left.\nMarked for review.');
    exam.pass(minute);
    expect(exam.sitting().phase).toMatchObject({ phase: 'handed-in', why: 'time-ran-out' });
    expect(exam.report()).toContain('Time ran out.');
  });

  test('is handed in by the first line after its time, which answers nothing', () => {
    const exam = examLines();
    exam.write(`:go ${exam.number('one')}`);
    exam.wait(11 * minute);
    exam.write('a');
    expect(isOver(exam.sitting())).toBe(true);
    expect(exam.sitting().phase).toMatchObject({ points: [0, 0, 0, 0] });
  });

  test('that was left asks before, goes on where it was with the clock run on, and says so in the report', () => {
    const exam = examLines();
    expect(exam.write(':q')).toContain('Leave? The clock runs on, and the report will say so.');
    expect(exam.write('no')).toContain('Item 1 of 4');
    exam.write(':q', ':q');
    expect(exam.sitting().phase.phase).toBe('left');
    exam.wait(2 * minute);
    expect(exam.resume()).toMatch(/Going on with: An exam\.[\s\S]*Item [12] of 4, 8 minutes left\./u);
    exam.write(':x', ':x');
    expect(exam.report()).toContain('Left once: not under exam conditions.');
  });

  test('is left by the end of the input with its answers on disk', () => {
    const exam = examLines();
    answerAll(exam, { one: 'a' });
    exam.write(':x');
    exam.leave();
    expect(exam.sitting().phase.phase).toBe('left');
    expect(exam.resume()).toContain('Going on with');
    expect(exam.write(`:go ${exam.number('one')}`)).toContain('Your answer: a');
  });

  test('loses no answer on a full disk', () => {
    const exam = examLines();
    exam.write(`:go ${exam.number('one')}`);
    exam.fillDisk();
    expect(exam.write('a')).toContain(':r tries again to save');
    expect(exam.write('b')).toContain(':r tries again to save');
    exam.makeRoom();
    expect(exam.write(':r')).toContain('Saved now.');
    expect(exam.write(`:go ${exam.number('one')}`)).toContain('Your answer: a');
  });

  test('explains every option of what was missed', () => {
    const exam = examLines();
    answerAll(exam, { ...right(exam), one: 'b', word: 'chrot' });
    exam.write(':x');
    const report = exam.report();
    expect(report).toContain('Wrong. You chose b.');
    expect(report).toContain(
      'a) right: Alpha\n   Alpha is first.\nb) wrong, chosen: Beta\n   Beta is second.',
    );
    expect(report).toMatch(/you: +chrot\nanswer: +chroot/u);
    expect(report).not.toContain('Which are they?');
  });

  test('speaks German', () => {
    const exam = examLines({}, 'de');
    expect(exam.opening).toContain('Frage 1 von 4, noch 10 Minuten.');
    exam.write(':m');
    expect(exam.write(':r markierte')).toContain('1: offen, markiert. ');
    expect(exam.write(':r foo')).toContain('„foo“ ist kein Filter');
    exam.write(':x');
    exam.write(':x');
    expect(exam.report()).toContain('Nicht bestanden.');
  });
});
