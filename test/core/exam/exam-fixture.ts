import type { Blueprint } from '../../../src/core/exam/blueprint.ts';
import type { Entry, Happening } from '../../../src/core/history/entry.ts';
import type { Progress } from '../../../src/core/history/progress.ts';
import { replay } from '../../../src/core/history/replay.ts';
import type { Rating } from '../../../src/core/schedule/memory.ts';
import { day, type Instant } from '../../../src/core/schedule/time.ts';
import { buildLibrary, type Library } from '../../../src/core/session/library.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { readDeck } from '../../support/read-deck.ts';

export const start: Instant = 1_800_000_000_000;

/** A library of deck texts by id; `de` holds the translations of some. */
export function libraryOf(
  decks: Readonly<Record<string, string>>,
  de: Readonly<Record<string, string>> = {},
): Library {
  const file = (id: string, text: string, lang: string) => {
    const { deck: read, problems } = readDeck(text, { langFromName: lang });
    if (read === undefined) throw new Error(JSON.stringify(problems));
    return { path: raw(`${id}.md`), absolutePath: `/${id}.md`, deck: read };
  };
  const loaded = Object.entries(decks).map(([id, text]) => {
    const german = de[id];
    const translations = new Map(german === undefined ? [] : [['de', file(id, german, 'de')] as const]);
    return { collection: 'c', id, base: file(id, text, 'en'), translations };
  });
  return buildLibrary([{ name: 'c', root: '/', decks: loaded, exams: [], problems: [] }]);
}

/** A typed card; `more` are further attributes. */
export const typed = (id: string, more = ''): string =>
  `## What is ${id}?\n\n<!-- id: ${id}${more && `, ${more}`} -->\n\n\`\`\`answer literal\n${id}\n\`\`\`\n`;

/** One of four; the first is right. */
export const choice = (id: string, more = ''): string =>
  `## Which is ${id}?\n\n<!-- id: ${id}${more && `, ${more}`} -->\n\n- [x] right\n- [ ] b\n- [ ] c\n- [ ] d\n`;

/** Two of five; the first two are right. */
export const two = (id: string, more = ''): string =>
  `## Which TWO are ${id}?\n\n<!-- id: ${id}${more && `, ${more}`} -->\n\n- [x] a\n- [x] b\n- [ ] c\n- [ ] d\n- [ ] e\n`;

export const order = (id: string, more = ''): string =>
  `## In which order is ${id}?\n\n<!-- id: ${id}${more && `, ${more}`} -->\n\n\`\`\`order\nfirst\nsecond\nthird\n\`\`\`\n`;

export const deck = (objective: string, ...cards: readonly string[]): string =>
  `---\ndeck: Test\nobjective: "${objective}"\n---\n\n${cards.join('\n')}`;

export const numbered = (count: number, prefix = 't'): readonly string[] =>
  Array.from({ length: count }, (_, i) => typed(`${prefix}${i}`));

export const keyOf = (id: string, deckId = 'd'): string => `c\n${deckId}\n${id}\n`;

let counter = 0;
export function entry(at: Instant, happening: Happening): Entry {
  counter += 1;
  return { id: `a-0-${counter}`, n: counter, t: at, tz: 0, ...happening };
}

export const review = (id: string, at: Instant, rating: Rating = 4, deckId = 'd'): Entry =>
  entry(at, {
    kind: 'review',
    collection: 'c',
    deck: deckId,
    card: id,
    part: '',
    rating,
    ms: 1000,
    mode: 'study',
    verdict: 'exact',
    memory: [0, 0, 0, 0],
  });

export const progressOf = (entries: readonly Entry[], now: Instant = start + 100 * day): Progress =>
  replay(entries, { now });

export const blueprint = (
  weights: Readonly<Record<string, number>>,
  more: Partial<Blueprint> = {},
): Blueprint => {
  const questions = Object.values(weights).reduce((a, b) => a + b, 0);
  return {
    id: 'x',
    title: raw('An exam'),
    version: undefined,
    questions,
    minutes: 90,
    scale: { min: 200, pass: 500, max: 800 },
    cut: Math.max(1, Math.round(questions * 0.65)),
    scoring: 'all-or-nothing',
    navigation: 'free',
    warnings: [30, 15, 5],
    objectives: Object.entries(weights).map(([id, weight]) => ({
      id,
      title: raw(`Objective ${id}`),
      weight,
      terms: [],
    })),
    ...more,
  };
};
