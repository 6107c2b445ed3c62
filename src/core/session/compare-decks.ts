import { answerText } from '../decks/answer-text.ts';
import type { Card } from '../decks/card.ts';
import type { CardTrace } from '../decks/card-trace.ts';
import type { Collection } from '../decks/collection.ts';
import type { Deck } from '../decks/deck.ts';
import { formatAttributes } from '../decks/format-attributes.ts';
import { pairCards } from '../decks/pair-cards.ts';
import { isKeyChanged, looksOf } from './card-record.ts';

export const changeKinds = ['key', 'wording', 'attributes', 'new', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A deck file in one state of a repository. */
export interface WrittenDeck {
  readonly path: string;
  /** Of the deck; translations have that of their base. */
  readonly id: string;
  readonly deck: Deck;
}

export interface CardChange {
  readonly kind: ChangeKind;
  readonly deck: string;
  /** Where it stands now; for a card that is gone, where it stood. */
  readonly path: string;
  readonly line: number;
  readonly card: string;
  readonly prompt: string;
  /** The answers, when the key changed. */
  readonly key: { readonly before: string; readonly after: string } | undefined;
  /** The languages it changed in, when it is written in others too. */
  readonly only: readonly string[];
}

/** A card in one language. */
interface Written {
  readonly path: string;
  readonly lang: string;
  readonly card: Card;
}

/** One card in all languages. */
interface Whole {
  readonly deck: string;
  readonly id: string;
  /** In the order of the files; the first is the one that is named. */
  readonly written: readonly Written[];
}

/** All deck files of a collection as they are. */
export const writtenDecks = ({ decks }: Collection): readonly WrittenDeck[] =>
  decks.flatMap(({ id, base, translations }) =>
    [base, ...translations.values()].map(({ path, deck }) => ({ path, id, deck })),
  );

/** What a reviewer wants to see: which cards are new, gone, reworded, or have another key; by path and line. */
export function compareDecks(
  before: readonly WrittenDeck[],
  after: readonly WrittenDeck[],
): readonly CardChange[] {
  const old = wholesOf(before);
  const now = wholesOf(after);
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, whole]) => whole);
  const fresh = [...now].filter(([key]) => !old.has(key)).map(([, whole]) => whole);
  const origin = originsOf(gone, fresh, new Set(after.map(({ id }) => id)));
  const lost = new Set(gone);
  for (const from of origin.values()) lost.delete(from);
  const changes = [...now].flatMap(([key, whole]) => changeOf(old.get(key) ?? origin.get(whole), whole));
  return [...changes, ...[...lost].flatMap((whole) => single('gone', whole))].sort((a, b) =>
    a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1,
  );
}

function wholesOf(decks: readonly WrittenDeck[]): ReadonlyMap<string, Whole> {
  const wholes = new Map<string, Whole & { readonly written: Written[] }>();
  for (const { path, id, deck } of decks)
    for (const card of deck.cards) {
      const key = `${id}\n${card.id}`;
      const whole = wholes.get(key) ?? { deck: id, id: card.id, written: [] };
      whole.written.push({ path, lang: deck.head.lang, card });
      wholes.set(key, whole);
    }
  return wholes;
}

/** Cards that were edited under another id, or moved: the new one to the old one. */
function originsOf(
  gone: readonly Whole[],
  fresh: readonly Whole[],
  decks: ReadonlySet<string>,
): ReadonlyMap<Whole, Whole> {
  const traces = (wholes: readonly Whole[]): ReadonlyMap<CardTrace, Whole> =>
    new Map(
      wholes.flatMap((whole) =>
        whole.written
          .slice(0, 1)
          .map(({ card }) => [{ deck: whole.deck, card: whole.id, ...looksOf(card) }, whole]),
      ),
    );
  const from = traces(gone);
  const to = traces(fresh);
  const pairs = pairCards({ gone: [...from.keys()], fresh: [...to.keys()], decks });
  const origins = new Map<Whole, Whole>();
  for (const pair of pairs) {
    const [old, now] = [from.get(pair.from), to.get(pair.to)];
    if (old && now) origins.set(now, old);
  }
  return origins;
}

function single(kind: ChangeKind, { deck, id, written }: Whole): readonly CardChange[] {
  const [first] = written;
  if (first === undefined) return [];
  const { path, card } = first;
  return [{ kind, deck, path, line: card.line, card: id, prompt: card.prompt, key: undefined, only: [] }];
}

function changeOf(old: Whole | undefined, now: Whole): readonly CardChange[] {
  if (old === undefined) return single('new', now);
  const changed = now.written.flatMap((one) => {
    const kind = kindOf(
      old.written.find(({ lang }) => lang === one.lang),
      one,
    );
    return kind === undefined ? [] : [{ ...one, kind }];
  });
  const worst = changeKinds.find((kind) => changed.some((one) => one.kind === kind));
  const [first] = changed.filter(({ kind }) => kind === worst);
  if (worst === undefined || first === undefined) return [];
  const before = old.written.find(({ lang }) => lang === first.lang);
  const { path, card } = first;
  return [
    {
      kind: worst === 'new' ? 'wording' : worst,
      deck: now.deck,
      path,
      line: card.line,
      card: now.id,
      prompt: card.prompt,
      key:
        worst === 'key' && before ? { before: answerText(before.card), after: answerText(card) } : undefined,
      only:
        changed.length < now.written.length && worst !== 'attributes' ? changed.map(({ lang }) => lang) : [],
    },
  ];
}

function kindOf(old: Written | undefined, { card }: Written): ChangeKind | undefined {
  if (old === undefined) return 'new';
  if (isKeyChanged(card, looksOf(old.card).answer)) return 'key';
  if (card.prompt !== old.card.prompt || card.body !== old.card.body) return 'wording';
  const attributes = [card, old.card].map((one) => formatAttributes({ ...one.attributes, id: undefined }));
  return attributes[0] === attributes[1] ? undefined : 'attributes';
}
