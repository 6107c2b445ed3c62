import type { ParameterChanges } from '../schedule/parameters.ts';
import type { Instant } from '../schedule/time.ts';
import type { CardEvent } from './card-progress.ts';
import { type Entry, memoryKey } from './entry.ts';
import {
  futureTolerance,
  type Journal,
  type Place,
  type Sitting,
  type SittingItem,
  type Subject,
} from './journal.ts';
import type { Table } from './table.ts';

/** A journal that is being added to, with the arrays that only it knows and may therefore push to. */
export interface Draft extends Omit<Journal, 'moves' | 'parameters'> {
  moves: Journal['moves'];
  parameters: Journal['parameters'];
  readonly owned: Set<readonly unknown[]>;
}

export const draftOf = (journal: Journal): Draft => ({
  ...journal,
  subjects: journal.subjects.fork(),
  undos: journal.undos.fork(),
  confirmations: journal.confirmations.fork(),
  future: journal.future.fork(),
  cards: journal.cards.fork(),
  sittings: journal.sittings.fork(),
  plans: journal.plans.fork(),
  records: journal.records.fork(),
  owned: new Set(),
});

const nothing: Subject = { kind: 'nothing' };
const parameters: Subject = { kind: 'parameters' };

/** Adds an entry; returns what it is about, `undefined` for a copy of an entry already there. */
export function recordEntry(draft: Draft, entry: Entry, now: Instant): Subject | undefined {
  if (draft.subjects.has(entry.id)) return undefined;
  if (entry.t > now + futureTolerance) draft.future.set(entry.id, entry);
  const subject = fileEntry(draft, entry);
  draft.subjects.set(entry.id, subject);
  return subject;
}

function fileEntry(draft: Draft, entry: Entry): Subject {
  const { id, t } = entry;
  switch (entry.kind) {
    case 'undo':
      append(draft, draft.undos, entry.of, { id, t });
      return { kind: 'entry', of: entry.of };
    case 'confirm-time':
      append(draft, draft.confirmations, entry.of, { id, t, time: entry.time });
      return { kind: 'entry', of: entry.of };
    case 'card':
      append(draft, draft.records, `${entry.collection}\n${entry.deck}\n${entry.card}`, {
        id,
        t,
        hash: entry.hash,
        prompt: entry.prompt,
        answer: entry.answer,
      });
      return nothing;
    case 'plan':
      append(draft, draft.plans, entry.exam, { id, t, exam: entry.exam, date: entry.date });
      return nothing;
    case 'parameters':
      draft.parameters = [...draft.parameters, { id, t, changes: changesOf(entry) }];
      return parameters;
    case 'move':
      draft.moves = [...draft.moves, { id, t, from: entry.from, to: entry.to, settled: false }];
      return { kind: 'move', from: memoryKey(entry.from), to: memoryKey(entry.to) };
    default:
      return fileRest(draft, entry);
  }
}

/** The entry without its stamp. */
function changesOf(entry: Extract<Entry, { kind: 'parameters' }>): ParameterChanges {
  const { id: _id, n: _n, t: _t, tz: _tz, wall: _wall, kind: _kind, ...changes } = entry;
  return changes;
}

type Filed = 'undo' | 'confirm-time' | 'card' | 'plan' | 'parameters' | 'move';

function fileRest(draft: Draft, entry: Exclude<Entry, { kind: Filed }>): Subject {
  switch (entry.kind) {
    case 'exam-visit':
      return entry.ms > 0 ? fileSittingEntry(draft, entry) : nothing;
    case 'exam-start':
    case 'exam-answer':
    case 'exam-hand-in':
      return fileSittingEntry(draft, entry);
    case 'segment':
    case 'exam-mark':
    case 'exam-leave':
    case 'note':
      return nothing;
    case 'review':
    case 'suspend':
    case 'resume':
    case 'reset':
    case 'bury':
    case 'flag':
    case 'due':
      return addCardEvent(draft, memoryKey(entry), toCardEvent(entry));
    default:
      // A kind of a newer program: kept in the file and ignored here.
      return nothing;
  }
}

type SittingEntry = Extract<Entry, { kind: 'exam-start' | 'exam-answer' | 'exam-visit' | 'exam-hand-in' }>;

function fileSittingEntry(draft: Draft, entry: SittingEntry): Subject {
  const sitting = entry.kind === 'exam-start' ? entry.id : entry.sitting;
  const before = draft.sittings.get(sitting) ?? { start: undefined, visits: [], handIns: [] };
  draft.sittings.set(sitting, addToSitting(before, entry));
  return { kind: 'sitting', sitting };
}

function addToSitting(sitting: Sitting, entry: SittingEntry): Sitting {
  const { id, t, tz } = entry;
  switch (entry.kind) {
    case 'exam-start':
      return { ...sitting, start: { id, t, items: entry.items.map(toSittingItem) } };
    case 'exam-answer':
    case 'exam-visit':
      return { ...sitting, visits: [...sitting.visits, { id, t, item: entry.item, ms: entry.ms }] };
    case 'exam-hand-in':
      return {
        ...sitting,
        handIns: [...sitting.handIns, { id, t, tz, points: entry.points, void: entry.void }],
      };
  }
}

const toSittingItem = ({ collection, deck, card, part, queued }: SittingItem): SittingItem => ({
  collection,
  deck,
  card,
  part,
  queued,
});

/** Adds an event to a card's name, at the end: the order is restored when the card is computed. */
export function addCardEvent(draft: Draft, key: string, event: CardEvent): Subject {
  const before = draft.cards.get(key);
  if (before !== undefined && draft.owned.has(before.events)) {
    (before.events as CardEvent[]).push(event);
    return before.subject;
  }
  const events = before === undefined ? [event] : [...before.events, event];
  const subject = before?.subject ?? { kind: 'card', key };
  draft.owned.add(events);
  draft.cards.set(key, { subject, events });
  return subject;
}

type CardEntry = Extract<
  Entry,
  { kind: 'review' | 'suspend' | 'resume' | 'reset' | 'bury' | 'flag' | 'due' }
>;

function toCardEvent(entry: CardEntry): CardEvent {
  const { id, t, tz } = entry;
  switch (entry.kind) {
    case 'review': {
      const { kind, rating, ms, mode, verdict, overridden = false } = entry;
      return { id, t, tz, kind, rating, ms, mode, verdict, overridden };
    }
    case 'bury':
      return { id, t, tz, kind: entry.kind, until: entry.until };
    case 'flag':
      return { id, t, tz, kind: entry.kind, on: entry.on, text: entry.text };
    case 'due':
      return { id, t, tz, kind: entry.kind, due: entry.due, why: entry.why };
    default:
      return { id, t, tz, kind: entry.kind };
  }
}

function append<Item extends Place>(
  draft: Draft,
  table: Table<readonly Item[]>,
  key: string,
  item: Item,
): void {
  const before = table.get(key) as Item[] | undefined;
  if (before !== undefined && draft.owned.has(before)) {
    before.push(item);
    return;
  }
  const items = [...(before ?? []), item];
  draft.owned.add(items);
  table.set(key, items);
}
