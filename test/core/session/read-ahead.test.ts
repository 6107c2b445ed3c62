import { expect, test } from 'vitest';
import { indexDeck } from '../../../src/core/decks/index-deck.ts';
import type { IndexedCollection } from '../../../src/core/decks/indexed-deck.ts';
import { replay } from '../../../src/core/history/replay.ts';
import { openLibrary } from '../../../src/core/session/library.ts';
import { openSession } from '../../../src/core/session/open-session.ts';
import { everyCard, type SessionPlan } from '../../../src/core/session/session.ts';
import { startSession } from '../../../src/core/session/start-session.ts';
import { sentence } from '../../../src/core/text/sentence.ts';
import { raw } from '../../../src/core/text/shown.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { deckOf, readDeck } from '../../support/read-deck.ts';
import { sessionSource } from '../../support/session-source.ts';

const now = Date.parse('2026-11-21T10:00:00Z');

/** A session over decks of one card each; hears which deck is read. */
function sessionOver(ids: readonly string[], mode: SessionPlan['mode'], onLoad: (id: string) => void) {
  const loaded = new Set<string>();
  const decks = ids.map((id) => {
    const { deck } = readDeck(deckOf(`## Question of ${id}?\n\nIts answer.\n`), { defaultId: id });
    if (deck === undefined) throw new Error(`The deck ${id} cannot be read.`);
    const base = { path: raw(`${id}.md`), absolutePath: `/decks/${id}.md`, deck };
    const indexed = indexDeck({ collection: 'test', id, base, translations: new Map() });
    return {
      ...indexed,
      card: (card: string) => {
        if (!loaded.has(id)) onLoad(id);
        loaded.add(id);
        return indexed.card(card);
      },
    };
  });
  const collection: IndexedCollection = {
    name: 'test',
    root: '/decks',
    decks,
    exams: [],
    errorCount: 0,
    errors: [],
  };
  const library = openLibrary([collection]);
  const progress = replay([], { now });
  const source = sessionSource(
    () => library,
    () => progress,
  );
  const plan: SessionPlan = {
    mode,
    title: undefined,
    filter: everyCard,
    limits: { cards: undefined, minutes: undefined },
  };
  const session = openSession(source, plan, now);
  return { session, drill: startSession(plan, session, now) };
}

test.each(['study', 'drill'] as const)('one deck is read ahead of a question, once, to %s', (mode) => {
  const read: string[] = [];
  const { session, drill } = sessionOver(['a', 'b', 'c', 'd'], mode, (id) => read.push(id));
  expect(read).toHaveLength(1);
  session.readAhead(drill, now);
  session.readAhead(drill, now);
  expect(new Set(read).size).toBe(2);
  expect(read).toHaveLength(2);
});

test('a deck that cannot be read ahead disturbs nobody who looks at the question before it', () => {
  const read: string[] = [];
  const { session, drill } = sessionOver(['a', 'b'], 'study', (id) => {
    read.push(id);
    if (read.length === 2) throw new UserError(sentence`The deck ${id} has gone.`);
  });
  expect(() => session.readAhead(drill, now)).not.toThrow();
  expect(read).toHaveLength(2);
});
