import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/decks/card.ts';
import { readCollection } from '../../src/storage/read-collection.ts';

interface Fact {
  readonly id: string;
  /** `true`, or what is wrong with the claim. */
  readonly verdict: string;
  readonly relevance: string;
}

const fileOf = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** Rows of a table with tabs, by the names of its first line. */
function readTable(path: string): readonly ReadonlyMap<string, string>[] {
  const [names = [], ...rows] = fileOf(path)
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.map((row) => new Map(names.map((name, i) => [name, row[i] ?? ''])));
}

const facts: readonly Fact[] = readTable('fixtures/facts-102.6.tsv').map((row) => ({
  id: row.get('id') ?? '',
  verdict: row.get('verdict') ?? '',
  relevance: row.get('exam_relevance') ?? '',
}));
const byId = new Map(facts.map((fact) => [fact.id, fact]));
const leftOut = readTable('fixtures/uncovered-facts.tsv');

const { decks } = readCollection(new URL('../../decks', import.meta.url).pathname);
const about = decks.filter(({ id }) => id.startsWith('lpic-1/102.6/'));
const cards = about.flatMap(({ id, base }) =>
  base.deck.cards.map((card) => ({ name: `${id} ${card.id}`, card })),
);
const cited = new Set(cards.flatMap(({ card }) => card.attributes.facts));

/** Whether the learner is told what is right: in an answer of some words, or by why options are wrong. */
const teaches = ({ content, explanation }: Card): boolean =>
  explanation !== '' ||
  content.kind === 'basic' ||
  content.kind === 'cloze' ||
  (content.kind === 'choice' && content.options.every(({ reason }) => reason !== undefined));

describe('the facts of 102.6', () => {
  it('were read, and so were the decks', () => {
    expect(facts.length).toBeGreaterThan(500);
    expect(cards.length).toBeGreaterThan(450);
  });

  it('are each tested by a card, when they are of high or medium relevance', () => {
    const missing = facts.filter(({ id, relevance }) => relevance !== 'low' && !cited.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('are tested or left out for a reason, when they are of low relevance', () => {
    const excused = new Set(leftOut.filter((row) => row.get('reason')).map((row) => row.get('id')));
    const missing = facts.filter(
      ({ id, relevance }) => relevance === 'low' && !cited.has(id) && !excused.has(id),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect([...excused].filter((id) => id === undefined || !byId.has(id) || cited.has(id))).toEqual([]);
  });

  it('are known, each that a card cites', () => {
    expect([...cited].filter((id) => !byId.has(id))).toEqual([]);
  });

  it('that are not true are cited only by cards that say what is', () => {
    const misused = cards.filter(
      ({ card }) => card.attributes.facts.some((id) => byId.get(id)?.verdict !== 'true') && !teaches(card),
    );
    expect(misused.map(({ name }) => name)).toEqual([]);
  });

  it('of high relevance make a core card of what tests them first', () => {
    const untagged = cards.filter(({ card }) => {
      const [first = ''] = card.attributes.facts;
      return byId.get(first)?.relevance === 'high' && !card.attributes.tags.some((tag) => tag === 'core');
    });
    expect(untagged.map(({ name }) => name)).toEqual([]);
  });
});

describe('the cards of 102.6', () => {
  it.each(['en', 'de'])('are at least 450 in %s, a quarter typed and a third choice', (lang) => {
    const written = about.flatMap(({ base, translations }) =>
      base.deck.head.lang === lang ? base.deck.cards : (translations.get(lang)?.deck.cards ?? []),
    );
    const share = (kind: string): number =>
      written.filter(({ content }) => content.kind === kind).length / written.length;
    expect(written.length).toBeGreaterThanOrEqual(450);
    expect(share('typed')).toBeGreaterThanOrEqual(1 / 4);
    expect(share('choice')).toBeGreaterThanOrEqual(1 / 3);
  });

  it('each cite a fact and a source', () => {
    const bare = about.flatMap(({ id, base }) =>
      base.deck.cards
        .filter(
          ({ attributes }) =>
            attributes.facts.length === 0 || attributes.sources.length + base.deck.head.sources.length === 0,
        )
        .map((card) => `${id} ${card.id}`),
    );
    expect(bare).toEqual([]);
  });
});
