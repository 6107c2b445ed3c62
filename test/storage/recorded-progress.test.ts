import { appendFileSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/core/history/entry.ts';
import { memoryKey } from '../../src/core/history/entry.ts';
import { mergeEntries } from '../../src/core/history/merge.ts';
import { replay } from '../../src/core/history/replay.ts';
import { day } from '../../src/core/schedule/time.ts';
import { createFileJournal } from '../../src/storage/file-journal.ts';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.ts';
import type { Journal } from '../../src/storage/journal.ts';
import { readJournal } from '../../src/storage/read-journal.ts';
import { RecordedProgress } from '../../src/storage/recorded-progress.ts';
import { createStateStore } from '../../src/storage/state-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Place {
  readonly progress: string;
  readonly state: string;
  readonly quarantine: string;
}

function place(): Place {
  clock = Date.now();
  const folder = temporaryFolder();
  return {
    progress: join(folder, 'progress'),
    state: join(folder, 'state'),
    quarantine: join(folder, 'quarantine'),
  };
}

/** Begins with the time that the files get, for it decides which of them may still grow. */
let clock = 0;
const now = (): number => clock;

/** One run of the program: what it read from the journal tells whether it read all of it, and how often it looked. */
function open(at: Place) {
  let bytes = 0;
  let looks = 0;
  const fileSystem: FileSystem = {
    ...diskFileSystem,
    status: (path) => {
      looks++;
      return diskFileSystem.status(path);
    },
    readFrom: (file, position) => {
      const read = diskFileSystem.readFrom(file, position);
      bytes += read.length;
      return read;
    },
  };
  const store = createStateStore({ fileSystem: diskFileSystem, ...at });
  const recorded = new RecordedProgress({ fileSystem, progress: at.progress, store, now });
  return { recorded, journal: journalOf(at), bytes: () => bytes, looks: () => looks };
}

let files = 0;
const journalOf = ({ progress }: Place, device = 'a1b2c3d4'): Journal =>
  createFileJournal({
    fileSystem: diskFileSystem,
    progress,
    device,
    app: '1.0.0',
    randomHex: () => (++files).toString(16).padStart(8, '0'),
  });

const ref = (deck: string, card: string) => ({ collection: 'kartei', deck, card, part: '' });
const review = (deck: string, card: string): Happening => ({
  ...ref(deck, card),
  kind: 'review',
  rating: 3,
  ms: 1000,
  mode: 'study',
  verdict: undefined,
  memory: [0, 0, 0, 0],
});

function record(run: ReturnType<typeof open>, happenings: readonly Happening[]): void {
  clock += 60_000;
  run.recorded.take(run.journal.append(happenings, { now: clock, tz: 60 }));
}

/** What a replay of everything says of each card. */
function truth(at: Place) {
  const { segments } = readJournal({ fileSystem: diskFileSystem, progress: at.progress, now: clock });
  return sorted(replay(mergeEntries(segments), { now: clock }));
}
const sorted = ({ cards, days }: { cards: { entries(): Iterable<[string, unknown]> }; days: unknown }) => ({
  cards: new Map([...cards.entries()].sort(([a], [b]) => (a < b ? -1 : 1))),
  days,
});
const told = (recorded: RecordedProgress) => {
  recorded.need();
  const { cards } = sorted(recorded.progress);
  return JSON.parse(JSON.stringify([...cards]));
};
const plainTruth = (at: Place) => JSON.parse(JSON.stringify([...truth(at).cards]));

/** Two decks with three reviews, stored, two days ago. */
async function studied(): Promise<Place> {
  const at = place();
  const run = open(at);
  record(run, [review('a', '1')]);
  record(run, [review('a', '2'), review('b', '1')]);
  run.journal.close();
  clock += 10_000;
  await run.recorded.write();
  return at;
}

describe('the next start', () => {
  it('keeps what another clock dated ahead, once its time has come, through the next stored states', async () => {
    const at = place();
    const other = journalOf(at, 'c1b2c3d4');
    const mine = open(at);
    const own = mine.journal.append([review('a', 'x')], { now: clock, tz: 0, notBefore: clock });
    mine.recorded.take(own);
    const ahead = clock + 3 * day;
    other.append([review('a', 'x')], { now: ahead, tz: 0, notBefore: ahead });
    await mine.recorded.write();
    clock += 2 * day;
    await open(at).recorded.write();
    const { recorded } = open(at);
    recorded.need();
    expect(recorded.progress.cards.get(memoryKey(ref('a', 'x')))?.tally.answers).toBe(2);
  });

  it('leaves out what was recorded while the clock stood days ahead, also when that was stored', async () => {
    const at = await studied();
    clock += 5 * day;
    const ahead = open(at);
    record(ahead, [review('a', '1'), review('b', '2')]);
    ahead.journal.close();
    await ahead.recorded.write();
    clock -= 5 * day;
    const back = open(at).recorded;
    expect(told(back)).toEqual(plainTruth(at));
    expect(back.progress.cards.get(memoryKey(ref('b', '2')))?.memory).toBeUndefined();
    await back.write();
    const next = open(at);
    expect(told(next.recorded)).toEqual(plainTruth(at));
    expect(next.recorded.progress.journal.complete).toBe(false);
  });

  it('goes on from the stored state without reading the journal', async () => {
    const at = await studied();
    const run = open(at);
    expect(told(run.recorded)).toEqual(plainTruth(at));
    expect(run.bytes()).toBe(0);
    expect(run.recorded.doubt).toBeUndefined();
  });

  it('reads only the tail after a kill that left no stored state', async () => {
    const at = await studied();
    const killed = open(at);
    record(killed, [review('b', '2')]);
    record(killed, [review('a', '1')]);
    const run = open(at);
    expect(told(run.recorded)).toEqual(plainTruth(at));
    expect(run.recorded.progress.journal.complete).toBe(false);
  });

  it('knows the last entry that can be undone', async () => {
    const at = await studied();
    expect(open(at).recorded.newestEntries().at(-1)).toMatchObject({ kind: 'review', deck: 'b', card: '1' });
  });

  it('undoes what an earlier run recorded', async () => {
    const at = await studied();
    const run = open(at);
    const last = run.recorded.newestEntries().at(-1);
    record(run, [{ kind: 'undo', of: last?.id ?? '' }]);
    expect(told(run.recorded)).toEqual(plainTruth(at));
    expect(run.recorded.progress.cards.get(memoryKey(ref('b', '1')))).toBeUndefined();
    await run.recorded.write();
    expect(told(open(at).recorded)).toEqual(plainTruth(at));
  });

  it('reads only the decks that it needs', async () => {
    const at = await studied();
    const { recorded } = open(at);
    recorded.need([`kartei\na`]);
    expect(recorded.progress.cards.get(memoryKey(ref('a', '1')))).toBeDefined();
    expect(recorded.progress.cards.get(memoryKey(ref('b', '1')))).toBeUndefined();
    recorded.need();
    expect(recorded.progress.cards.get(memoryKey(ref('b', '1')))).toBeDefined();
  });

  it('has the whole history when asked for it', async () => {
    const { recorded } = open(await studied());
    recorded.needHistory();
    expect(recorded.progress.journal.complete).toBe(true);
  });

  it('finds everything after many runs that stored something or were killed', async () => {
    const at = await studied();
    for (let run = 0; run < 6; run++) {
      const current = open(at);
      record(current, [review('a', String(run)), review(run % 2 === 0 ? 'b' : 'c', '1')]);
      if (run % 3 === 0) await current.recorded.write();
      if (run % 2 === 0) current.journal.close();
      clock += day;
    }
    expect(told(open(at).recorded)).toEqual(plainTruth(at));
  });
});

describe('a stored state that cannot be trusted costs no more than a replay', () => {
  const stores = (at: Place) =>
    readdirSync(at.state)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(at.state, name));
  const damages: Readonly<Record<string, (path: string) => void>> = {
    cut: (path) => writeFileSync(path, readFileSync(path).subarray(0, 40)),
    empty: (path) => writeFileSync(path, ''),
    gone: (path) => rmSync(path),
    flipped: (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"card":"1"', '"card":"7"')),
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`when a store is ${name}`, async () => {
      const at = await studied();
      for (const path of stores(at)) {
        damage(path);
        const { recorded } = open(at);
        expect(told(recorded)).toEqual(plainTruth(at));
        await recorded.write();
      }
      expect(told(open(at).recorded)).toEqual(plainTruth(at));
    });
  }

  it('when it belongs to another progress folder', async () => {
    const [at, other] = [await studied(), await studied()];
    const { recorded } = open({ ...at, state: other.state });
    expect(told(recorded)).toEqual(plainTruth(at));
  });

  it('when a newer program wrote it, which is left alone', async () => {
    const at = await studied();
    const path = join(at.state, 'summary.json');
    const newer = readFileSync(path, 'utf8').replace('"format":1', '"format":2');
    writeFileSync(path, newer);
    const run = open(at);
    record(run, [review('a', '9')]);
    await run.recorded.write();
    expect(told(run.recorded)).toEqual(plainTruth(at));
    expect(readFileSync(path, 'utf8')).toBe(newer);
  });

  it('when a journal file that it sums up is gone', async () => {
    const at = await studied();
    const second = open(at);
    record(second, [review('c', '1')]);
    clock += 10_000;
    await second.recorded.write();
    const [file] = journalFiles(at);
    rmSync(file ?? '');
    expect(told(open(at).recorded)).toEqual(plainTruth(at));
  });

  it('when a journal file was cut or exchanged behind its back', async () => {
    const at = await studied();
    const [file = ''] = journalFiles(at);
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n'));
    expect(told(open(at).recorded)).toEqual(plainTruth(at));
  });
});

describe('two windows', () => {
  it('read a deck from the state that the other one has stored since, and not the whole journal', async () => {
    const at = await studied();
    const [mine, other] = [open(at), open(at)];
    record(other, [review('a', '3'), review('b', '1')]);
    await other.recorded.write();
    mine.recorded.need(['kartei\na']);
    expect(mine.recorded.doubt).toBeUndefined();
    expect(told(mine.recorded)).toEqual(plainTruth(at));
    expect(mine.bytes()).toBe(0);
  });

  it('see what the other one recorded', async () => {
    const at = await studied();
    const [one, two] = [open(at), open(at)];
    record(one, [review('a', '5')]);
    expect(two.recorded.refresh()).toBe(true);
    expect(two.recorded.refresh()).toBe(false);
    record(two, [review('b', '5')]);
    expect(one.recorded.refresh()).toBe(true);
    expect(told(one.recorded)).toEqual(plainTruth(at));
    expect(told(two.recorded)).toEqual(plainTruth(at));
  });

  it('may both store their state in any order', async () => {
    const at = await studied();
    const [one, two] = [open(at), open(at)];
    record(one, [review('a', '5')]);
    record(two, [review('b', '5')]);
    await one.recorded.write();
    record(one, [review('b', '6')]);
    await two.recorded.write();
    expect(told(open(at).recorded)).toEqual(plainTruth(at));
  });

  it('do not count what a torn line may still become', async () => {
    const at = await studied();
    const [file = ''] = journalFiles(at);
    const run = open(at);
    appendFileSync(file, '{"id":"torn');
    expect(run.recorded.refresh()).toBe(false);
  });
});

describe('what a session looks at before each card', () => {
  /** Three devices that studied in each of so many years, and then today. */
  function studiedFor(years: number): Place {
    const at = place();
    for (let ago = years; ago >= 0; ago--) {
      for (const device of ['a1b2c3d4', 'b2c3d4e5', 'c3d4e5f6']) {
        const then = clock - ago * 365 * day;
        letRest(dirname(recordBy(at, device, then)), then);
      }
    }
    return at;
  }

  /** One review, in a file that rests since then. */
  function recordBy(at: Place, device: string, then: number): string {
    const journal = journalOf(at, device);
    journal.append([review('a', `${files}`)], { now: then, tz: 60 });
    journal.close();
    const name = `-${files.toString(16).padStart(8, '0')}.jsonl`;
    const path = journalFiles(at).find((file) => file.endsWith(name)) ?? '';
    letRest(path, then);
    return path;
  }

  const letRest = (path: string, since: number): void => utimesSync(path, since / 1000, since / 1000);

  it('does not grow with the years', () => {
    const looks = [1, 9].map((years) => {
      const run = open(studiedFor(years));
      const before = run.looks();
      run.recorded.refresh();
      return run.looks() - before;
    });
    expect(looks[1]).toBe(looks[0]);
  });

  it('has what others record now, and within a minute what they bring of past years', () => {
    const at = studiedFor(3);
    const { recorded } = open(at);
    recordBy(at, 'd4e5f6a7', clock);
    expect(recorded.refresh()).toBe(true);
    recordBy(at, 'a1b2c3d4', clock - 2 * 365 * day);
    expect(recorded.refresh()).toBe(false);
    clock += 60_000;
    expect(recorded.refresh()).toBe(true);
    expect(told(recorded)).toEqual(plainTruth(at));
  });

  it('has what a window records that was opened in the year before', () => {
    const at = place();
    const journal = journalOf(at);
    clock = Date.UTC(2027, 11, 31, 22);
    journal.append([review('a', '1')], { now: clock, tz: 60 });
    const [path = ''] = journalFiles(at);
    const { recorded } = open(at);
    for (let turn = 2; turn < 9; turn++) {
      clock += 20 * 3_600_000;
      recorded.refresh();
      clock += 10_000;
      letRest(dirname(path), Date.UTC(2027, 11, 1));
      journal.append([review('a', `${turn}`)], { now: clock, tz: 60 });
      letRest(path, clock);
      expect(recorded.refresh()).toBe(true);
    }
  });
});

const journalFiles = (at: Place): readonly string[] =>
  readdirSync(at.progress, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(at.progress, name));
