import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEntry } from '../../src/core/history/encode-entry.ts';
import type { Happening } from '../../src/core/history/entry.ts';
import { day, hour, minute } from '../../src/core/schedule/time.ts';

export interface DeckSize {
  readonly decks: number;
  readonly cardsPerDeck: number;
}

/** How large a learner's world is made. */
export interface FixtureSize extends DeckSize {
  readonly files: number;
  readonly reviewsPerFile: number;
}

export const largeDecks = { decks: 1000, cardsPerDeck: 100 };
export const largeHistory = { files: 5000, reviewsPerFile: 200 };

const deckName = (deck: number): string => `deck-${String(deck).padStart(4, '0')}`;
const devices = ['a1b2c3d4', 'b2c3d4e5', 'c3d4e5f6'];

/** A collection named `bench` of choice, typed and basic cards, in folders of 100 decks. */
export function writeDecks(folder: string, { decks, cardsPerDeck }: DeckSize): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.kartei.yaml'), 'name: bench\n');
  for (let deck = 0; deck < decks; deck++) {
    const place = join(folder, `part-${Math.floor(deck / 100)}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(folder, deckPath(deck)), deckText(deck, cardsPerDeck));
  }
}

/** Where `writeDecks` puts a deck, below its folder. */
export const deckPath = (deck: number): string =>
  join(`part-${Math.floor(deck / 100)}`, `${deckName(deck)}.md`);

function deckText(deck: number, cards: number): string {
  const texts = Array.from({ length: cards }, (_, card) =>
    cardText(`${deck}-${card}`, card, kinds[card % kinds.length] ?? 'basic'),
  );
  return `---\ndeck: Deck ${deck}\nid: ${deckName(deck)}\nlang: en\ntags: [bench]\n---\n${texts.join('')}`;
}

/** A collection named `kinds` with a deck of cards of each kind, named after it. */
export function writeKinds(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.kartei.yaml'), 'name: kinds\n');
  for (const kind of kinds) {
    const texts = Array.from({ length: 40 }, (_, card) => cardText(`${kind}-${card}`, card, kind));
    const head = `---\ndeck: ${kind}\nid: kinds/${kind}\nlang: en\n---\n`;
    writeFileSync(join(folder, `${kind}.md`), head + texts.join(''));
  }
}

/** The same questions in the form that other programs read, `Q:` and `A:`. */
export function plainDeckText(deck: number, cards: number): string {
  const card = (name: string) => `Q: What is to be known of number ${name}?\nA: ${bodies.basic(name)}\n`;
  return Array.from({ length: cards }, (_, i) => card(`${deck}-${i}`)).join('');
}

type Kind = 'choice' | 'typed' | 'basic';
const kinds: readonly Kind[] = ['choice', 'typed', 'basic'];

const bodies: Readonly<Record<Kind, (name: string) => string>> = {
  choice: (name) =>
    `- [x] The right one of ${name}\n  > It is right because it is.\n- [ ] The second\n- [ ] The third\n- [ ] The fourth\n`,
  typed: (name) => `\`\`\`answer command\nls -l /srv/${name}\n\`\`\`\n\nIt lists the folder.\n`,
  basic: (name) => `The answer of ${name}, a sentence of some length that explains what is behind it.\n`,
};

const cardText = (name: string, card: number, kind: Kind): string =>
  `\n## What is to be known of number ${name}?\n\n<!-- id: c${card}, tags: [core] -->\n\n${bodies[kind](name)}`;

/**
 * Reviews of these decks by three devices, one file a session, the last one three days before `now`. The files' own
 * times are those of their sessions, as they would be.
 */
export function writeHistory(progress: string, size: FixtureSize, now: number): void {
  const first = now - 3 * day - size.files * 5 * hour;
  for (let file = 0; file < size.files; file++) {
    const device = devices[file % devices.length] ?? '';
    const start = first + file * 5 * hour;
    const utc = new Date(start).toISOString();
    const hex = file.toString(16).padStart(8, '0');
    const folder = join(progress, 'devices', device, utc.slice(0, 4));
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${utc.slice(0, 19).replace(/[-:]/g, '')}Z-${hex}.jsonl`);
    writeFileSync(path, segmentText(size, file, { device, hex, start }));
    utimesSync(path, start / 1000 + 3600, start / 1000 + 3600);
  }
}

interface Session {
  readonly device: string;
  readonly hex: string;
  readonly start: number;
}

function segmentText(size: FixtureSize, file: number, { device, hex, start }: Session): string {
  const lines: string[] = [];
  const add = (happening: Happening): void => {
    const n = lines.length;
    const t = start + n * (minute / 4);
    lines.push(`${encodeEntry({ id: `${device}-${hex}-${n}`, n, t, tz: 60, ...happening })}\n`);
  };
  add({ kind: 'segment', format: 1, app: '0.1.0', device });
  for (let i = 0; i < size.reviewsPerFile; i++) add(reviewOf(size, file * size.reviewsPerFile + i, start));
  return lines.join('');
}

/** A stride that visits all cards before it comes back to one. */
const stride = 7919;

function reviewOf({ decks, cardsPerDeck }: FixtureSize, count: number, start: number): Happening {
  const card = (count * stride) % (decks * cardsPerDeck);
  const rating = ([3, 3, 3, 4, 1, 3, 2] as const)[count % 7] ?? 3;
  return {
    kind: 'review',
    collection: 'bench',
    deck: deckName(Math.floor(card / cardsPerDeck)),
    card: `c${card % cardsPerDeck}`,
    part: '',
    rating,
    ms: 4000 + (count % 1000),
    mode: 'study',
    verdict: undefined,
    memory: [12.35, 5.43, 2, start],
  };
}
