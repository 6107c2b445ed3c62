import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blueprint } from '../../../src/core/exam/blueprint.ts';
import { collectSittings, isClosed } from '../../../src/core/exam/collect-sittings.ts';
import { drawPaper } from '../../../src/core/exam/draw-paper.ts';
import { makeReport } from '../../../src/core/exam/make-report.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { type Instant, minute, second } from '../../../src/core/schedule/time.ts';
import { type DraftEvent, emptyField } from '../../../src/core/session/draft.ts';
import { resumeSitting, startSitting } from '../../../src/core/session/open-sitting.ts';
import type { Sitting, SittingEvent, SittingStep } from '../../../src/core/session/sitting.ts';
import { nextReading, readClock } from '../../../src/core/session/sitting-clock.ts';
import { countItems, filteredItems, stateOf } from '../../../src/core/session/sitting-grid.ts';
import { stepSitting } from '../../../src/core/session/step-sitting.ts';
import { raw, shown } from '../../../src/core/text/shown.ts';
import {
  blueprint,
  choice,
  deck,
  entry,
  keyOf,
  libraryOf,
  order,
  progressOf,
  start,
  two,
  typed,
} from '../exam/exam-fixture.ts';

const all = '## Which run?\n\n<!-- id: every -->\n\n```answer command-name all\nls\nps\n```\n';
const library = libraryOf({ d: deck('1', choice('one'), two('both'), order('line'), typed('word'), all) });
const title = raw('An exam');

/** A sitting with its journal: each event comes a second after the one before, and what is asked for is written. */
class Table {
  readonly journal: Entry[] = [];
  sitting: Sitting;
  now: Instant = start;

  constructor(more: Partial<Blueprint> = {}, extraTime = 0) {
    const history = { progress: progressOf([]), sittings: [] };
    const request = { seed: 1, lang: 'en', now: start };
    const paper = drawPaper(blueprint({ 1: 5 }, { cut: 3, ...more }), library, history, request);
    const step = startSitting(paper, library, { title, extraTime, now: start });
    this.sitting = step.sitting;
    this.write(step);
  }

  write(step: SittingStep) {
    this.sitting = step.sitting;
    for (const effect of step.effects) {
      const entries =
        effect.kind === 'append' ? effect.happenings.map((one) => entry(this.now, one)) : effect.entries;
      this.journal.push(...entries);
      this.write(stepSitting(this.sitting, { kind: 'saved', entries }, this.now));
    }
  }

  step(event: SittingEvent, wait = second): this {
    this.now += wait;
    this.write(stepSitting(this.sitting, event, this.now));
    return this;
  }

  draft(event: DraftEvent): this {
    return this.step({ kind: 'draft', event });
  }

  type(text: string): this {
    const field = { ...emptyField, graphemes: [...text].map((letter) => raw(letter)) };
    return this.draft({ kind: 'edit', field });
  }

  /** Goes to a card, by its id. */
  goTo(card: string): this {
    return this.step({ kind: 'go-to', item: this.indexOf(card) });
  }

  indexOf(card: string): number {
    return this.sitting.items.findIndex(({ paper }) => paper.card === card);
  }

  /** Chooses an option by its position in the card. */
  choose(position: number): this {
    const { phase } = this.sitting;
    const item = phase.phase === 'answering' ? this.sitting.items[phase.item] : undefined;
    const shownAt = item?.paper.order.indexOf(position) ?? -1;
    return this.draft({ kind: 'choose', position: shownAt });
  }

  answerAll(): this {
    return this.goTo('one')
      .choose(0)
      .goTo('both')
      .choose(0)
      .choose(1)
      .goTo('line')
      .choose(0)
      .choose(1)
      .choose(2)
      .goTo('word')
      .type('word')
      .goTo('every')
      .type('ls')
      .step({ kind: 'submit' })
      .type('ps');
  }

  kinds() {
    return this.journal.map(({ kind }) => kind);
  }

  resumed(now = this.now, decks = library): Sitting | undefined {
    const [record] = collectSittings(this.journal);
    return record && resumeSitting(record, decks, title, now);
  }

  /** Breaks off, goes on with other decks and hands in; gives the report. */
  handInWith(decks: typeof library) {
    this.step({ kind: 'grid' });
    const resumed = this.resumed(this.now, decks);
    if (resumed === undefined) throw new Error('closed');
    this.sitting = resumed;
    this.step({ kind: 'hand-in' });
    if (this.sitting.phase.phase === 'asking-hand-in') this.step({ kind: 'confirm' });
    const [record] = collectSittings(this.journal);
    if (record === undefined || !isClosed(record)) throw new Error('open');
    return makeReport(record, decks, undefined, []);
  }
}

describe('a sitting', () => {
  it('shows its first item only once the paper is on disk', () => {
    const paper = drawPaper(
      blueprint({ 1: 5 }),
      library,
      { progress: progressOf([]), sittings: [] },
      { seed: 1, lang: 'en', now: start },
    );
    const { sitting, effects } = startSitting(paper, library, { title, extraTime: 30, now: start });
    expect(sitting.pending).toBeDefined();
    expect(sitting.id).toBeUndefined();
    expect(effects).toMatchObject([
      { happenings: [{ kind: 'exam-start', deadline: start + 120 * minute, extraTime: 30, custom: false }] },
    ]);
  });

  it('writes each answer before it shows the next item', () => {
    const table = new Table().goTo('one').choose(0);
    const before = table.journal.length;
    const step = stepSitting(table.sitting, { kind: 'next' }, table.now + second);
    expect(step.sitting.phase).toEqual(table.sitting.phase);
    expect(step.effects).toMatchObject([
      { happenings: [{ kind: 'exam-answer', answer: [0], ms: 2000 }, { kind: 'exam-visit' }] },
    ]);
    table.step({ kind: 'next' });
    expect(table.journal).toHaveLength(before + 2);
    expect(table.sitting.phase).not.toEqual(step.sitting.phase);
  });

  it('stays where it is when writing fails, takes nothing but another try, and goes on after it', () => {
    const table = new Table().goTo('one').choose(0);
    const { sitting, effects } = stepSitting(table.sitting, { kind: 'next' }, table.now);
    const [effect] = effects;
    if (effect?.kind !== 'append') throw new Error('nothing to write');
    const entries = effect.happenings.map((happening) => entry(table.now, happening));
    const failed = stepSitting(
      sitting,
      { kind: 'save-failed', entries, why: shown`full` },
      table.now,
    ).sitting;
    expect(stepSitting(failed, { kind: 'next' }, table.now)).toEqual({ sitting: failed, effects: [] });
    const retry = stepSitting(failed, { kind: 'retry' }, table.now);
    expect(retry.effects).toEqual([{ kind: 'retry', entries }]);
    const saved = stepSitting(failed, { kind: 'saved', entries }, table.now).sitting;
    expect(saved).toMatchObject({ unsaved: undefined, pending: undefined });
    expect(saved.phase).not.toEqual(table.sitting.phase);
  });

  it('refuses one option too many on the spot and says how many are wanted', () => {
    const table = new Table().goTo('both').choose(0).choose(1).choose(2);
    expect(table.sitting.notice).toEqual({ kind: 'refused', refusal: { kind: 'too-many', wanted: 2 } });
    const { draft } = table.sitting.items[table.indexOf('both')] ?? {};
    expect(draft).toMatchObject({ kind: 'choice' });
    expect(draft?.kind === 'choice' && draft.chosen).toHaveLength(2);
    expect(table.choose(1).choose(2).sitting.notice).toBeUndefined();
  });

  it('takes too few options without a word, and the grid shows the item as incomplete', () => {
    const table = new Table().goTo('both').choose(0).step({ kind: 'next' });
    expect(table.sitting.notice).toBeUndefined();
    expect(filteredItems(table.sitting, 'incomplete')).toEqual([table.indexOf('both')]);
  });

  it('keeps every draft as it was left, to go on with it', () => {
    const table = new Table().goTo('line').choose(2);
    const before = table.sitting.items[table.indexOf('line')]?.draft;
    table.goTo('one').goTo('line');
    expect(table.sitting.items[table.indexOf('line')]?.draft).toEqual(before);
  });

  it('adds up the time of all visits to an item', () => {
    const table = new Table().goTo('one').choose(0).goTo('word').goTo('one').choose(1).goTo('word');
    const spent = table.journal.flatMap((one) =>
      one.kind === 'exam-answer' && one.item === table.indexOf('one') ? [one.ms] : [],
    );
    expect(spent.at(-1)).toBe(2 * 2 * second + (table.indexOf('one') === 0 ? second : 0));
  });

  it('tells of an item that was only passed neither an answer nor time', () => {
    const table = new Table();
    table.step({ kind: 'next' }, 100).step({ kind: 'next' }, 100).step({ kind: 'back' }, 100);
    expect(table.journal.slice(1)).toMatchObject(
      [1, 2, 1].map((item) => ({ kind: 'exam-visit', item, ms: 0 })),
    );
    expect(table.step({ kind: 'back' }, 0).step({ kind: 'back' }, 0).sitting.notice).toEqual({
      kind: 'first-item',
    });
  });

  it('marks an item for review, at once on disk', () => {
    const table = new Table().goTo('word').step({ kind: 'mark' });
    expect(table.journal.at(-1)).toMatchObject({ kind: 'exam-mark', item: table.indexOf('word'), on: true });
    expect(filteredItems(table.sitting, 'marked')).toEqual([table.indexOf('word')]);
    expect(table.step({ kind: 'mark' }).sitting.notice).toEqual({ kind: 'unmarked' });
    expect(filteredItems(table.sitting, 'marked')).toEqual([]);
  });

  it('says that there is no such thing in an exam', () => {
    expect(new Table().step({ kind: 'not-in-exam' }).sitting.notice).toEqual({ kind: 'not-in-exam' });
  });
});

describe('the grid', () => {
  it('comes after the last item, with everything counted', () => {
    const table = new Table().goTo('one').choose(0).goTo('both').choose(0);
    table.step({ kind: 'go-to', item: 4 }).step({ kind: 'next' });
    expect(table.sitting.phase).toMatchObject({ phase: 'grid', filter: 'all', item: 4 });
    expect(countItems(table.sitting)).toEqual({ answered: 1, incomplete: 1, open: 3, marked: 0 });
  });

  it('filters, moves among what passes, and goes to what is under the cursor', () => {
    const table = new Table().goTo('one').choose(0).step({ kind: 'grid' }).step({ kind: 'grid-filter' });
    const open = filteredItems(table.sitting, 'unanswered');
    expect(open).not.toContain(table.indexOf('one'));
    table.step({ kind: 'grid-move', by: -9 }).step({ kind: 'grid-move', by: 1 });
    expect(table.sitting.phase).toMatchObject({ filter: 'unanswered', item: open[1] });
    table.step({ kind: 'submit' });
    expect(table.sitting.phase).toMatchObject({ phase: 'answering', item: open[1] });
  });

  it('has a filter that nothing passes without losing its place', () => {
    const table = new Table().goTo('word').step({ kind: 'grid' });
    for (let i = 0; i < 3; i += 1) table.step({ kind: 'grid-filter' });
    expect(table.sitting.phase).toMatchObject({ filter: 'marked', item: table.indexOf('word') });
    expect(table.step({ kind: 'mark' }).kinds()).not.toContain('exam-mark');
    expect(table.step({ kind: 'back' }).sitting.phase).toMatchObject({ item: table.indexOf('word') });
  });
});

describe('handing in', () => {
  it('asks once while something is unanswered, and can be thought better of', () => {
    const table = new Table().goTo('one').choose(0).goTo('both').choose(0).step({ kind: 'hand-in' });
    expect(table.sitting.phase).toMatchObject({ phase: 'asking-hand-in', open: 3, incomplete: 1 });
    table.step({ kind: 'cancel' });
    expect(table.sitting.phase).toMatchObject({ phase: 'answering', item: table.indexOf('both') });
    table.step({ kind: 'hand-in' }).step({ kind: 'confirm' });
    expect(table.sitting.phase).toMatchObject({ phase: 'handed-in', why: 'handed-in' });
    expect(table.kinds().slice(-2)).toEqual(['exam-answer', 'exam-hand-in']);
  });

  it('asks nothing when all is answered, and stores a point for each right item', () => {
    const table = new Table().answerAll().step({ kind: 'hand-in' });
    expect(table.sitting.phase).toMatchObject({ phase: 'handed-in', points: [1, 1, 1, 1, 1] });
    expect(table.journal.at(-1)).toMatchObject({ kind: 'exam-hand-in', points: [1, 1, 1, 1, 1] });
  });

  it('counts what stands in the field though nobody went on from it', () => {
    const table = new Table().goTo('word').type('word').step({ kind: 'hand-in' }).step({ kind: 'confirm' });
    const last = table.journal.at(-1);
    expect(last?.kind === 'exam-hand-in' && last.points[table.indexOf('word')]).toBe(1);
  });

  it('happens by itself at zero, whatever is on the screen, with the answer in the making', () => {
    for (const before of ['next', 'grid', 'leave', 'hand-in'] as const) {
      const table = new Table().goTo('word').type('word').step({ kind: before });
      table.step({ kind: 'tick' }, 90 * minute);
      expect(table.sitting.phase).toMatchObject({ phase: 'handed-in', why: 'time-ran-out' });
      const last = table.journal.at(-1);
      expect(last?.kind === 'exam-hand-in' && last.points[table.indexOf('word')]).toBe(1);
    }
  });

  it('comes before any key that is pressed after the deadline', () => {
    const table = new Table().goTo('one').step({ kind: 'draft', event: { kind: 'toggle' } }, 90 * minute);
    expect(table.sitting.phase).toMatchObject({ why: 'time-ran-out', points: [0, 0, 0, 0, 0] });
  });

  it('is the end: nothing is written after it', () => {
    const table = new Table().step({ kind: 'hand-in' }).step({ kind: 'confirm' });
    const { length } = table.journal;
    for (const kind of ['next', 'mark', 'hand-in', 'leave', 'tick'] as const)
      table.step({ kind }, 90 * minute);
    expect(table.journal).toHaveLength(length);
  });
});

describe('a linear exam', () => {
  it.each(['back', 'grid', 'mark'] as const)('has no %s', (kind) => {
    const table = new Table({ navigation: 'linear' }).step({ kind: 'next' }).step({ kind });
    expect(table.sitting).toMatchObject({ notice: { kind: 'linear' }, phase: { item: 1 } });
  });

  it('ends after its last item', () => {
    const table = new Table({ navigation: 'linear' });
    for (let i = 0; i < 5; i += 1) table.step({ kind: 'next' });
    expect(table.sitting.phase).toMatchObject({ phase: 'asking-hand-in', open: 5 });
  });
});

describe('the clock', () => {
  it('warns once at each time, and with the last of several', () => {
    const table = new Table({ warnings: [30, 15, 5] });
    expect(table.step({ kind: 'tick' }, 59 * minute).sitting.notice).toBeUndefined();
    expect(table.step({ kind: 'tick' }, minute).sitting.notice).toEqual({ kind: 'warning', minutes: 30 });
    expect(table.step({ kind: 'grid' }).step({ kind: 'tick' }).sitting.notice).toBeUndefined();
    expect(table.step({ kind: 'tick' }, 26 * minute).sitting.notice).toEqual({ kind: 'warning', minutes: 5 });
  });

  it('gives no warning that is as long as the whole paper', () => {
    const table = new Table({ minutes: 5, warnings: [15, 5, 1] }).step({ kind: 'tick' });
    expect(table.sitting.notice).toBeUndefined();
    expect(table.step({ kind: 'tick' }, 4 * minute).sitting.notice).toEqual({ kind: 'warning', minutes: 1 });
  });

  it('leaves a warning in view while an answer is typed, until the next item', () => {
    const table = new Table({ warnings: [5] }).goTo('word').step({ kind: 'tick' }, 86 * minute);
    expect(table.type('wo').sitting.notice).toEqual({ kind: 'warning', minutes: 5 });
    expect(table.step({ kind: 'next' }).sitting.notice).toBeUndefined();
  });

  it.each([
    [90 * minute, '90', 'minutes'],
    [89 * minute + 1, '90', 'minutes'],
    [5 * minute + 1, '6', 'minutes'],
    [5 * minute, '5:00', 'seconds'],
    [4 * minute + 51 * second, '5:00', 'seconds'],
    [4 * minute + 50 * second, '4:50', 'seconds'],
    [minute + 1, '1:10', 'seconds'],
    [minute, '1:00', 'seconds'],
    [59_001, '1:00', 'seconds'],
    [59_000, '0:59', 'seconds'],
    [1, '0:01', 'seconds'],
    [0, '0:00', 'seconds'],
  ])('with %i ms left shows %s', (left, text, kind) => {
    const reading = readClock(left);
    const seconds = reading.kind === 'seconds' ? `:${String(reading.seconds).padStart(2, '0')}` : '';
    expect([`${reading.minutes}${seconds}`, reading.kind]).toEqual([text, kind]);
  });

  it('says when it will show something else, no later and no sooner', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 * minute }), (left) => {
        const wait = nextReading(left);
        expect(wait).toBeGreaterThan(0);
        expect(readClock(left - wait)).not.toEqual(readClock(left));
        expect(readClock(left - wait + 1)).toEqual(readClock(left));
      }),
    );
    expect(nextReading(0)).toBe(0);
  });
});

describe('going on', () => {
  it('after a crash has every answer and mark that was on disk, at the item where it was', () => {
    const table = new Table().answerAll().step({ kind: 'mark' }).step({ kind: 'grid' });
    const resumed = table.resumed();
    expect(resumed?.items.map(stateOf)).toEqual(Array(5).fill('answered'));
    expect(resumed?.items.map(({ saved }) => saved)).toEqual(table.sitting.items.map(({ saved }) => saved));
    expect(resumed?.items.map(({ marked }) => marked)).toEqual(
      table.sitting.items.map(({ marked }) => marked),
    );
    expect(resumed?.items.map(({ spent }) => spent)).toEqual(table.sitting.items.map(({ spent }) => spent));
    expect(resumed).toMatchObject({ id: table.sitting.id, deadline: table.sitting.deadline });
    expect(resumed?.phase).toMatchObject({ phase: 'answering', item: table.indexOf('every') });
  });

  it.each([0, 100])('opens at the item that was before the learner, %d ms after it came', (wait) => {
    const table = new Table().goTo('one').choose(0).step({ kind: 'go-to', item: 4 });
    table.step({ kind: 'grid' }).step({ kind: 'go-to', item: 3 }).step({ kind: 'back' }, wait);
    expect(table.resumed()?.phase).toMatchObject({ item: 2 });
  });

  it('keeps what was incomplete incomplete', () => {
    const table = new Table().goTo('line').choose(1).goTo('both').choose(4).goTo('one');
    const resumed = table.resumed();
    const states = ['line', 'both', 'one'].map((card) => {
      const item = resumed?.items[table.indexOf(card)];
      return item && stateOf(item);
    });
    expect(states).toEqual(['incomplete', 'incomplete', 'open']);
  });

  it('finds the clock run on, and past the deadline hands in what was on disk', () => {
    const table = new Table().goTo('one').choose(0).goTo('word');
    const later = table.now + 30 * minute;
    const resumed = table.resumed(later);
    expect(resumed?.deadline).toBe(start + 90 * minute);
    table.now = start + 91 * minute;
    const late = table.resumed();
    if (late === undefined) throw new Error('closed');
    table.sitting = late;
    table.step({ kind: 'tick' });
    expect(table.sitting.phase).toMatchObject({ why: 'time-ran-out' });
    const last = table.journal.at(-1);
    expect(last?.kind === 'exam-hand-in' && last.points[table.indexOf('one')]).toBe(1);
    expect(table.resumed()).toBeUndefined();
  });

  it('gives no warning again that had its time before', () => {
    const resumed = new Table({ warnings: [30, 5] }).resumed(start + 70 * minute);
    expect(resumed?.warned).toEqual([30]);
  });

  it('is possible after leaving on purpose, which asks and is on disk', () => {
    const table = new Table().goTo('one').choose(0).step({ kind: 'leave' });
    expect(table.sitting.phase.phase).toBe('asking-leave');
    expect(table.step({ kind: 'cancel' }).sitting.phase.phase).toBe('answering');
    table.step({ kind: 'leave' }).step({ kind: 'confirm' });
    expect(table.sitting.phase.phase).toBe('left');
    expect(table.kinds().slice(-2)).toEqual(['exam-answer', 'exam-leave']);
    expect(table.resumed()).toBeDefined();
  });

  it('does without a card that was deleted meanwhile', () => {
    const table = new Table().answerAll().step({ kind: 'grid' });
    const [record] = collectSittings(table.journal);
    const smaller = libraryOf({ d: deck('1', choice('one'), order('line'), typed('word'), all) });
    const resumed = record && resumeSitting(record, smaller, title, table.now);
    if (resumed === undefined) throw new Error('closed');
    table.sitting = resumed;
    table.step({ kind: 'hand-in' }).step({ kind: 'confirm' });
    const last = table.journal.at(-1);
    expect(last?.kind === 'exam-hand-in' && last.points.filter((points) => points === 1)).toHaveLength(4);
  });
});

describe('two windows in one sitting', () => {
  /** Another window that goes on with the same journal. */
  const second = (first: Table): Table => {
    const other = new Table();
    other.journal.splice(0, Number.POSITIVE_INFINITY, ...first.journal);
    other.sitting = first.resumed() ?? other.sitting;
    other.now = first.now;
    return other;
  };
  const merge = (table: Table, other: Table): Table => {
    table.journal.splice(0, Number.POSITIVE_INFINITY, ...other.journal);
    const [record] = collectSittings(other.journal);
    return record === undefined ? table : table.step({ kind: 'merged', record });
  };

  it('see each other’s answers and marks', () => {
    const first = new Table();
    const other = second(first).answerAll().step({ kind: 'mark' }).step({ kind: 'grid' });
    merge(first, other);
    expect(first.sitting.items.map(stateOf)).toEqual(Array(5).fill('answered'));
    expect(first.sitting.items[first.indexOf('every')]?.marked).toBe(true);
    first.step({ kind: 'hand-in' });
    expect(first.sitting.phase).toMatchObject({ phase: 'handed-in', points: [1, 1, 1, 1, 1] });
  });

  it('keep an answer that the other one only looked past, even when nobody told it', () => {
    const first = new Table().goTo('one');
    const other = second(first).choose(0).step({ kind: 'next' });
    first.now = other.now;
    first.step({ kind: 'next' }).step({ kind: 'back' });
    const [record] = collectSittings([...other.journal, ...first.journal]);
    const resumed = record && resumeSitting(record, library, title, first.now);
    expect(resumed?.items[first.indexOf('one')]?.saved).toEqual([0]);
  });

  it('keep the answer in the making', () => {
    const first = new Table().goTo('word').type('mine');
    const other = second(first).goTo('word').type('theirs').step({ kind: 'next' });
    merge(first, other).step({ kind: 'next' });
    expect(first.sitting.items[first.indexOf('word')]?.saved).toEqual(['mine']);
  });

  it('both end when one hands in, with its points', () => {
    const first = new Table();
    const other = second(first).answerAll().step({ kind: 'hand-in' });
    merge(first, other);
    expect(first.sitting.phase).toMatchObject({ phase: 'handed-in', points: [1, 1, 1, 1, 1] });
    const { length } = first.journal;
    first.step({ kind: 'tick' }, 90 * minute);
    expect(first.journal).toHaveLength(length);
  });
});

describe('any keys at all', () => {
  const events: fc.Arbitrary<SittingEvent> = fc.oneof(
    fc.constantFrom<SittingEvent>(
      { kind: 'submit' },
      { kind: 'next' },
      { kind: 'back' },
      { kind: 'mark' },
      { kind: 'grid' },
      { kind: 'grid-filter' },
      { kind: 'hand-in' },
      { kind: 'leave' },
      { kind: 'cancel' },
      { kind: 'tick' },
      { kind: 'draft', event: { kind: 'toggle' } },
      { kind: 'draft', event: { kind: 'take-back' } },
    ),
    fc.integer({ min: -2, max: 7 }).map((item) => ({ kind: 'go-to' as const, item })),
    fc.integer({ min: -2, max: 2 }).map((by) => ({ kind: 'grid-move' as const, by })),
    fc.integer({ min: 0, max: 5 }).map((position) => ({
      kind: 'draft' as const,
      event: { kind: 'choose' as const, position },
    })),
  );

  it('leave a journal from which the sitting goes on with the same answers', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (keys) => {
        const table = new Table();
        for (const event of keys) table.step(event);
        table.step({ kind: 'cancel' }).step({ kind: 'grid' });
        if (table.sitting.phase.phase === 'handed-in') return;
        const resumed = table.resumed();
        const answers = (sitting: Sitting | undefined) => sitting?.items.map(({ saved }) => saved);
        if (table.sitting.phase.phase === 'grid') {
          expect(resumed?.items.map(stateOf)).toEqual(table.sitting.items.map(stateOf));
        }
        expect(answers(resumed)).toEqual(answers(table.sitting));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a deck that is edited while its paper is sat', () => {
  const edited = (text: string, from: string, to: string) => {
    if (!text.includes(from)) throw new Error(from);
    return text.replace(from, to);
  };
  const paperOf = (cards: Partial<Record<'one' | 'both' | 'line' | 'word' | 'every', string>>) =>
    libraryOf({
      d: deck(
        '1',
        cards.one ?? choice('one'),
        cards.both ?? two('both'),
        cards.line ?? order('line'),
        cards.word ?? typed('word'),
        cards.every ?? all,
      ),
    });
  const swapped = edited(choice('one'), '- [x] right\n- [ ] b\n', '- [ ] b\n- [x] right\n');

  it('costs no point when options are put into another order', () => {
    const table = new Table().answerAll();
    const report = table.handInWith(paperOf({ one: swapped }));
    expect(report.score).toMatchObject({ points: 5, items: 5 });
    expect(report.void).toEqual([]);
  });

  it('shows options that were put into another order as the paper had them, with the answer where it was', () => {
    const table = new Table().goTo('one').choose(0).goTo('both');
    const resumed = table.resumed(table.now, paperOf({ one: swapped }));
    const item = resumed?.items[table.indexOf('one')];
    const before = table.sitting.items[table.indexOf('one')];
    const texts = (one: typeof item) => {
      const { card, order: shownAs } = one?.question ?? {};
      return shownAs?.map((i) => card?.content.kind === 'choice' && card.content.options[i]?.text);
    };
    expect(texts(item)).toEqual(texts(before));
    expect(item?.draft).toEqual(expect.objectContaining({ chosen: [before?.paper.order.indexOf(0)] }));
  });

  it('changes nothing when only reasons and explanations are other ones', () => {
    const table = new Table().answerAll();
    const report = table.handInWith(paperOf({ one: `${choice('one')}\nBecause of that.\n` }));
    expect(report.score).toMatchObject({ points: 5, items: 5 });
  });

  it.each([
    ['a question', { one: edited(choice('one'), 'Which is one?', 'Which is not one?') }, 'one'],
    ['an option', { one: edited(choice('one'), '- [ ] b', '- [ ] bee') }, 'one'],
    ['how many to choose', { both: edited(two('both'), '- [ ] c', '- [x] c') }, 'both'],
    ['the order of lines', { line: edited(order('line'), 'first\nsecond', 'second\nfirst') }, 'line'],
    ['a question of typed answers', { word: edited(typed('word'), 'What is', 'What was') }, 'word'],
    ['how many to type', { every: edited(all, 'ps\n', 'ps\nwho\n') }, 'every'],
  ])('takes the item out of the count when %s is another one', (_, cards, card) => {
    const table = new Table().answerAll();
    const report = table.handInWith(paperOf(cards));
    expect(report.score).toMatchObject({ points: 4, items: 4 });
    expect(report.void).toEqual([table.indexOf(card)]);
    expect(report.missed).toEqual([]);
    expect(progressOf(table.journal).cards.get(keyOf(card))).toBeUndefined();
    expect(progressOf(table.journal).cards.get(keyOf(card === 'one' ? 'both' : 'one'))).toBeDefined();
  });

  it('takes the item out of the count when its card is gone', () => {
    const table = new Table().answerAll();
    const report = table.handInWith(libraryOf({ d: deck('1', choice('one')) }));
    expect(report.score).toMatchObject({ points: 1, items: 1 });
    expect(report.void).toHaveLength(4);
  });

  it('leaves papers of older programs, which kept no texts, as they are', () => {
    const table = new Table().answerAll();
    for (const [i, one] of table.journal.entries()) {
      if (one.kind !== 'exam-start') continue;
      const items = one.items.map(({ texts: _, ...item }) => item);
      table.journal[i] = { ...one, items };
    }
    expect(table.handInWith(library).score).toMatchObject({ points: 5, items: 5 });
  });
});
