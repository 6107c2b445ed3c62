import type { CardTrace } from '../decks/card-trace.ts';
import type { IndexedCollection } from '../decks/indexed-deck.ts';
import { pairCards } from '../decks/pair-cards.ts';
import type { CardProgress } from '../history/card-progress.ts';
import { type Happening, type MemoryRef, memoryKey } from '../history/entry.ts';
import { type Progress, recordOf } from '../history/progress.ts';
import type { Instant } from '../schedule/time.ts';
import { isKeyChanged, looksOf } from './card-record.ts';
import type { Library, StudyItem } from './library.ts';

export interface Recognition {
  /** How many edited cards keep their progress through the happenings. */
  readonly cards: number;
  /** How many learned cards are in none of the decks, those among them. */
  readonly gone: number;
  readonly happenings: readonly Happening[];
}

const nothing: Recognition = { cards: 0, gone: 0, happenings: [] };

/**
 * Finds the cards that were edited, given other ids or moved since they were learned, and moves their progress along
 * (deck format, section 6). Costs one look at each card when none is missing.
 */
export function recogniseCards(library: Library, progress: Progress, now: Instant): Recognition {
  const gone = goneParts(library, progress);
  if (gone.size === 0) return nothing;
  const items = itemsByCard(library);
  const undone = undoneMoves(progress);
  const moves: Move[] = [];
  for (const collection of library.collections) {
    const parts = gone.get(collection.name);
    if (parts === undefined) continue;
    const found = movesIn(collection, { parts, items: items.get(collection.name) ?? new Map(), progress });
    moves.push(...found.filter(({ from, to }) => !undone.has(moveKey(from, to))));
  }
  const cards = new Set(moves.map(({ item }) => cardKey(item.ref)));
  const lost = [...gone.values()].reduce((sum, byCard) => sum + byCard.size, 0);
  return { cards: cards.size, gone: lost, happenings: happeningsOf(moves, progress, now) };
}

interface Move {
  readonly from: MemoryRef;
  readonly to: MemoryRef;
  readonly item: StudyItem;
}

/** A card's parts by the card's key within its collection. */
type ByCard<Part> = ReadonlyMap<string, readonly Part[]>;

const cardKey = ({ deck, card }: Pick<MemoryRef, 'deck' | 'card'>): string => `${deck}\n${card}`;

const moveKey = (from: MemoryRef, to: MemoryRef): string => `${memoryKey(from)}\n${memoryKey(to)}`;

/** By collection: what has progress and is not in the decks. Collections that are not open are not looked at. */
function goneParts(library: Library, progress: Progress): ReadonlyMap<string, ByCard<MemoryRef>> {
  const open = new Set(library.collections.map(({ name }) => name));
  const gone = new Map<string, Map<string, MemoryRef[]>>();
  for (const standing of progress.cards.values()) {
    if (
      library.item(standing.ref) !== undefined ||
      !open.has(standing.ref.collection) ||
      !isWorthMoving(standing)
    )
      continue;
    const cards = gone.get(standing.ref.collection) ?? new Map<string, MemoryRef[]>();
    gone.set(standing.ref.collection, cards);
    add(cards, cardKey(standing.ref), standing.ref);
  }
  return gone;
}

const isWorthMoving = ({ memory, suspended, flag, tally }: CardProgress): boolean =>
  memory !== undefined || suspended || flag !== undefined || tally.answers > 0;

function itemsByCard(library: Library): ReadonlyMap<string, ByCard<StudyItem>> {
  const items = new Map<string, Map<string, StudyItem[]>>();
  for (const item of library.items.values()) {
    const cards = items.get(item.ref.collection) ?? new Map<string, StudyItem[]>();
    items.set(item.ref.collection, cards);
    add(cards, cardKey(item.ref), item);
  }
  return items;
}

function add<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

interface Stock {
  readonly parts: ByCard<MemoryRef>;
  readonly items: ByCard<StudyItem>;
  readonly progress: Progress;
}

function movesIn(collection: IndexedCollection, { parts, items, progress }: Stock): readonly Move[] {
  const isBroken = brokenDecks(collection);
  const isKnown = (item: StudyItem): boolean => progress.cards.has(item.key);
  const moves: Move[] = [];
  const gone: CardTrace[] = [];
  for (const [key, refs] of parts) {
    const [ref] = refs;
    const present = items.get(key);
    if (present !== undefined)
      moves.push(
        ...partMoves(
          refs,
          present.filter((item) => !isKnown(item)),
        ),
      );
    else if (ref !== undefined && !isBroken(ref.deck)) gone.push(traceOf(ref, progress));
  }
  if (gone.length === 0) return moves;
  const fresh = [...items.values()].flatMap((cards) => {
    const [first] = cards;
    return first === undefined || cards.some(isKnown) ? [] : [{ ...first.ref, ...looksOf(first.card) }];
  });
  const decks = new Set(collection.decks.map(({ id }) => id));
  for (const { from, to } of pairCards({ gone, fresh, decks })) {
    moves.push(...partMoves(parts.get(cardKey(from)) ?? [], items.get(cardKey(to)) ?? []));
  }
  return moves;
}

/** The parts of one name each; then the last one left on either side, for a gap is named by its text. */
function partMoves(from: readonly MemoryRef[], to: readonly StudyItem[]): readonly Move[] {
  const same = from.flatMap((ref) => {
    const item = to.find(({ ref: { part } }) => part === ref.part);
    return item === undefined ? [] : [{ from: ref, to: item.ref, item }];
  });
  const [ref, otherRef] = from.filter(({ part }) => !same.some((move) => move.to.part === part));
  const [item, otherItem] = to.filter((one) => !same.some((move) => move.item === one));
  return ref && item && !otherRef && !otherItem ? [...same, { from: ref, to: item.ref, item }] : same;
}

/** Without a record, a card that is named by its question is still known by it. */
function traceOf(ref: MemoryRef, progress: Progress): CardTrace {
  const { deck, card } = ref;
  const record = recordOf(progress, ref);
  if (record !== undefined) return { deck, card, ...pick(record) };
  return { deck, card, hash: /^h[0-9a-f]{12}$/u.test(card) ? card.slice(1) : '', prompt: '', answer: '' };
}

const pick = ({ hash, prompt, answer }: Pick<CardTrace, 'hash' | 'prompt' | 'answer'>) => ({
  hash,
  prompt,
  answer,
});

/**
 * Decks whose cards may be missing because of an error: they come back when it is mended, so nothing is taken for
 * their cards. A file that gave no deck at all may have held any deck that is missing.
 */
function brokenDecks({ decks, errors }: IndexedCollection): (deck: string) => boolean {
  const byPath = decks.flatMap(({ id, paths }) => paths.map((path) => ({ id, path })));
  const broken = new Set<string>();
  let isAnyUnread = false;
  for (const path of errors) {
    const hit = byPath.find((file) => file.path.endsWith(`/${path}`));
    if (hit === undefined) isAnyUnread = true;
    else broken.add(hit.id);
  }
  const present = new Set(decks.map(({ id }) => id));
  return (deck) => broken.has(deck) || (isAnyUnread && !present.has(deck));
}

/** Moves that the learner took back are not made again. */
function undoneMoves(progress: Progress): ReadonlySet<string> {
  const standing = new Set(progress.moves.map(({ id }) => id));
  const undone = progress.journal.moves.filter(({ id }) => !standing.has(id));
  return new Set(undone.map(({ from, to }) => moveKey(from, to)));
}

/** What the cards look like now and, last, the moves; a key that was corrected is due once, under its new name. */
function happeningsOf(moves: readonly Move[], progress: Progress, now: Instant): readonly Happening[] {
  const happenings: Happening[] = [];
  const recorded = new Set<string>();
  for (const { from, to, item } of moves) {
    const known = recordOf(progress, from);
    const hasMemory = progress.cards.get(memoryKey(from))?.memory !== undefined;
    if (known !== undefined && hasMemory && isKeyChanged(item.card, known.answer)) {
      happenings.push({ kind: 'due', ...to, due: now, why: 'corrected' });
    }
    const name = `${to.collection}\n${cardKey(to)}`;
    if (recorded.has(name)) continue;
    recorded.add(name);
    const { collection, deck, card } = to;
    happenings.push({ kind: 'card', collection, deck, card, ...looksOf(item.card) });
  }
  happenings.push(...moves.map(({ from, to }) => ({ kind: 'move', from: refOf(from), to }) as const));
  return happenings;
}

const refOf = ({ collection, deck, card, part }: MemoryRef): MemoryRef => ({ collection, deck, card, part });
