import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Collection } from '../../../src/core/decks/collection.ts';
import type { Problem } from '../../../src/core/decks/problem.ts';
import type { Entry, Happening } from '../../../src/core/history/entry.ts';
import type { Progress } from '../../../src/core/history/progress.ts';
import { applyEntries, replay } from '../../../src/core/history/replay.ts';
import { day } from '../../../src/core/schedule/time.ts';
import { cardRecord, correctionsOf } from '../../../src/core/session/card-record.ts';
import { buildLibrary, type Library } from '../../../src/core/session/library.ts';
import { recogniseCards } from '../../../src/core/session/recognise-cards.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
const now = start + 10 * day;

/** Decks by id, each the text of its cards. */
type Decks = Readonly<Record<string, string>>;

function libraryOf(decks: Decks, problems: readonly Problem[] = []): Library {
  const loaded = Object.entries(decks).flatMap(([id, cards]) => {
    const { deck } = readDeck(deckOf(cards), { path: raw(`${id}.md`), defaultId: id });
    if (deck === undefined) return [];
    const base = { path: raw(`${id}.md`), absolutePath: `/decks/${id}.md`, deck };
    return [{ collection: 'test', id, base, translations: new Map() }];
  });
  const collection: Collection = { name: 'test', root: '/decks', decks: loaded, exams: [], problems };
  return buildLibrary([collection]);
}

/** A learner who reviews every part of the cards, in seconds of its own for each card, so that they can be told apart. */
class Learner {
  progress: Progress = replay([], { now });
  private count = 0;

  record(happenings: readonly Happening[]): readonly Entry[] {
    const entries = happenings.map((happening): Entry => {
      const n = this.count++;
      return { id: `00000001-00000001-${n}`, n, t: start + n, tz: 0, ...happening };
    });
    this.progress = applyEntries(this.progress, entries, now);
    return entries;
  }

  review(library: Library): this {
    let ms = 1;
    for (const item of library.items.values()) {
      const record = cardRecord(item, this.progress);
      if (record !== undefined) this.record([record]);
      this.record([
        {
          kind: 'review',
          ...item.ref,
          rating: 3,
          ms: ms++,
          mode: 'study',
          verdict: 'exact',
          memory: [1, 1, 1, 1],
        },
      ]);
    }
    return this;
  }

  open(library: Library): number {
    const { cards, happenings } = recogniseCards(library, this.progress, now);
    this.record(happenings);
    return cards;
  }

  /** `deck/card/part` with progress → how long its review took. */
  marks(library: Library): ReadonlyMap<string, number> {
    const marks = new Map<string, number>();
    for (const { ref, key } of library.items.values()) {
      const ms = this.progress.cards.get(key)?.tally.ms;
      if (ms !== undefined && ms > 0) marks.set(`${ref.deck}/${ref.card}/${ref.part}`, ms);
    }
    return marks;
  }
}

const kernel = '## Which command prints the release of the running kernel?\n\nuname -r\n\n';
const mount = '## Where does the kernel list what is mounted?\n\n/proc/mounts\n\n';
const swap = '## How is a swap area switched off?\n\nWith swapoff and its device.\n\n';

/** What keeps progress of `before` when the decks become `after`: the cards' review times in order of the new deck. */
function afterEdit(before: Decks, after: Decks) {
  const learner = new Learner().review(libraryOf(before));
  const library = libraryOf(after);
  const cards = learner.open(library);
  return { cards, learner, library, marks: [...learner.marks(library).entries()] };
}

describe('progress is kept', () => {
  test('when the words of a question change', () => {
    const edited = kernel.replace('prints the release', 'shows the version');
    const { cards, marks } = afterEdit({ a: kernel + mount }, { a: edited + mount });
    expect(cards).toBe(1);
    expect(marks.map(([, ms]) => ms)).toEqual([1, 2]);
  });

  test('when a misspelling is mended in question and answer', () => {
    const before = '## Define a hypervizor\n\nA programme that runs virtual machines.\n';
    const after = '## Define a hypervisor\n\nA program that runs virtual machines.\n';
    expect(afterEdit({ a: before }, { a: after }).cards).toBe(1);
  });

  test('when an id is added, changed or removed', () => {
    const withId = (id: string) => kernel.replace('\n\n', `\n\n<!-- id: ${id} -->\n\n`);
    expect(afterEdit({ a: kernel }, { a: withId('release') }).marks).toEqual([['a/release/', 1]]);
    expect(afterEdit({ a: withId('release') }, { a: withId('kernel') }).marks).toEqual([['a/kernel/', 1]]);
    expect(afterEdit({ a: withId('release') }, { a: kernel }).cards).toBe(1);
  });

  test('when cards move to another deck, even as they are edited', () => {
    const edited = swap.replace('a swap area', 'swap space');
    const { marks } = afterEdit({ a: kernel + swap, b: mount }, { a: kernel, b: mount + edited });
    expect(marks.map(([name, ms]) => [name.split('/')[0], ms])).toEqual([
      ['a', 1],
      ['b', 3],
      ['b', 2],
    ]);
  });

  test('when a whole deck has another id, and its cards keep their ids whatever their text', () => {
    const ids = (first: string) => `## ${first}\n\n<!-- id: one -->\n\nA\n\n${kernel}${mount}`;
    const { cards } = afterEdit({ old: ids('What is it?') }, { fresh: ids('Something else entirely') });
    expect(cards).toBe(3);
  });

  test('when the text of a gap changes', () => {
    const gap = (text: string) => `## The address\n\n<!-- id: gap -->\n\nIt is {{${text}}} here.\n`;
    const { marks, learner, library } = afterEdit({ a: gap('127.0.0.1') }, { a: gap('127.0.1.1') });
    expect(marks.map(([, ms]) => ms)).toEqual([1]);
    const [item] = library.items.values();
    expect(item && learner.progress.cards.get(item.key)?.dueOverride?.why).toBe('corrected');
  });

  test('and a corrected key under a new question is due once', () => {
    const typed = (answer: string) =>
      `## Which command ${answer} prints the release of the running kernel?\n\n\`\`\`answer text\n${answer}\n\`\`\`\n`;
    const { cards, learner, library } = afterEdit({ a: typed('hostnamectl') }, { a: typed('hostnamectll') });
    expect(cards).toBe(1);
    const [item] = library.items.values();
    expect(item && learner.progress.cards.get(item.key)?.dueOverride?.why).toBe('corrected');
    expect(correctionsOf(library.items.values(), learner.progress, now)).toEqual([]);
  });
});

describe('nothing is mixed up', () => {
  test('when a card is replaced by another one of the same pattern', () => {
    const option = (what: string, answer: string) =>
      `## Which option of docker run sets the ${what} of the container?\n\n${answer}\n`;
    expect(afterEdit({ a: option('name', '--name') }, { a: option('hostname', '--hostname') }).cards).toBe(0);
    const uname = (what: string) => `## Which command prints the ${what}?\n\nuname\n`;
    expect(afterEdit({ a: uname('kernel version') }, { a: uname('machine architecture') }).cards).toBe(0);
  });

  test('when two new cards are equally alike', () => {
    const twin = (place: string) => kernel.replace('running kernel', `running kernel ${place}`);
    expect(afterEdit({ a: kernel }, { a: twin('here') + twin('there') }).cards).toBe(0);
  });

  test('when another deck uses the same ids', () => {
    const deck = (words: readonly string[]) =>
      words.map((word, i) => `## ${word}\n\n<!-- id: q${i} -->\n\nabout ${word}\n\n`).join('');
    expect(afterEdit({ a: deck(['lions', 'tigers']) }, { b: deck(['kernels', 'drivers']) }).cards).toBe(0);
  });

  test('while a file has errors, for its cards come back', () => {
    const learner = new Learner().review(libraryOf({ a: kernel, b: mount }));
    const problem = { path: raw('../decks/a.md'), severity: 'error' } as unknown as Problem;
    const library = libraryOf({ b: mount + kernel.replace('prints', 'shows') }, [problem]);
    expect(learner.open(library)).toBe(0);
  });
});

test('a pairing that was taken back is not made again', () => {
  const { learner, library } = afterEdit({ a: kernel }, { a: kernel.replace('prints', 'shows') });
  const [move] = learner.progress.moves;
  learner.record([{ kind: 'undo', of: move?.id ?? '' }]);
  expect(learner.marks(library).size).toBe(0);
  expect(learner.open(library)).toBe(0);
});

const nouns = fc.integer({ min: 0, max: 5000 }).map((n) => `w${n.toString(36)}ord`);
const fact = fc.record({
  template: fc.constantFrom(
    'Which command shows the X of a Y while Z runs?',
    'What does the X do before Y has met Z?',
    'Where does X keep the Y that belongs to Z?',
  ),
  x: nouns,
  y: nouns,
  z: nouns,
});
type Fact = { readonly template: string; readonly x: string; readonly y: string; readonly z: string };

const promptOf = ({ template, x, y, z }: Fact): string =>
  template.replace('X', x).replace('Y', y).replace('Z', z);

const edits = ['none', 'word', 'added', 'dropped', 'answer', 'id', 'moved', 'word moved', 'gone'] as const;

/** The card after an edit, with the deck it then stands in. */
function edited(one: Fact, index: number, edit: (typeof edits)[number], decks: number) {
  const words = promptOf(one).split(' ');
  const at = index % (words.length - 1);
  if (edit.startsWith('word')) words[at] = 'rewritten';
  if (edit === 'added') words.splice(at, 0, 'surely');
  if (edit === 'dropped') words.splice(at, 1);
  const answer = edit === 'answer' ? `corrected${index}` : `answer${index}`;
  const id = edit === 'id' ? `<!-- id: card-${index} -->\n\n` : '';
  const home = edit.endsWith('moved') ? (index + 1) % decks : index % decks;
  return { home, text: `## ${words.join(' ')}\n\n${id}${answer}\n\n` };
}

test('random edits keep the progress of every card that is the same, and mix up none', () => {
  const scene = fc.record({
    facts: fc.uniqueArray(fact, { minLength: 1, maxLength: 12, selector: promptOf }),
    fresh: fc.uniqueArray(fact, { maxLength: 4, selector: promptOf }),
    edits: fc.array(fc.constantFrom(...edits), { minLength: 12, maxLength: 12 }),
    decks: fc.integer({ min: 1, max: 3 }),
    renamed: fc.boolean(),
    turned: fc.boolean(),
  });
  fc.assert(
    fc.property(scene, ({ facts, fresh, edits: chosen, decks, renamed, turned }) => {
      const before: string[] = Array.from({ length: decks }, () => '');
      const after: { text: string; ms: number | undefined }[][] = Array.from({ length: decks }, () => []);
      facts.forEach((one, i) => {
        const plain = edited(one, i, 'none', decks);
        before[plain.home] += plain.text;
      });
      const learner = new Learner();
      const first = libraryOf(Object.fromEntries(before.map((text, i) => [`deck${i}`, text])));
      learner.review(first);
      const times = new Map([...first.items.values()].map((item, i) => [String(item.card.prompt), i + 1]));
      facts.forEach((one, i) => {
        const edit = chosen[i] ?? 'none';
        if (edit === 'gone') return;
        const next = edited(one, i, edit, decks);
        after[next.home]?.push({ text: next.text, ms: times.get(promptOf(one)) });
      });
      fresh.forEach((one, i) => {
        if (times.has(promptOf(one))) return;
        after[i % decks]?.push({ text: `## ${promptOf(one)}\n\nfresh${i}\n\n`, ms: undefined });
      });
      const texts = after.map((cards) => (turned ? cards.toReversed() : cards));
      const library = libraryOf(
        Object.fromEntries(
          texts.map((cards, i) => [
            `${renamed ? 'file' : 'deck'}${i}`,
            cards.map(({ text }) => text).join(''),
          ]),
        ),
      );
      learner.open(library);
      const expected = texts.flat().map(({ ms }) => ms);
      const found = [...library.items.values()].map(({ key }) => learner.progress.cards.get(key)?.tally.ms);
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
