import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeEntry } from '../../src/core/history/encode-entry.ts';
import type { Entry } from '../../src/core/history/entry.ts';
import { mergeEntries } from '../../src/core/history/merge.ts';
import { crc32Hex } from '../../src/core/text/hash.ts';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { type JournalReading, type ReadJournalOptions, readJournal } from '../../src/storage/read-journal.ts';
import type { Watermark } from '../../src/storage/watermark.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { review } from './example-review.ts';

const now = Date.UTC(2026, 10, 21, 9, 30);
const day = 86_400_000;

const lineOf = (entry: Entry): string => `${encodeEntry(entry)}\n`;
const signed = (body: string): string => `${body},"crc":"${crc32Hex(body)}"}\n`;

/** The lines of a segment with one review for each card. */
function segmentLines(device: string, hex: string, cards: readonly string[]): string[] {
  const stamp = (n: number) => ({ id: `${device}-${hex}-${n}`, n, t: now + n, tz: 0 });
  return [
    lineOf({ ...stamp(0), kind: 'segment', format: 1, app: '0.1.0', device }),
    ...cards.map((card, i) => lineOf({ ...stamp(i + 1), ...review(card) })),
  ];
}

/** Writes a file as if it had rested since then. */
function put(path: string, content: string | Uint8Array, at: number = now - 5 * day): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  utimesSync(path, at / 1000, at / 1000);
  return path;
}

const age = (folder: string, at: number = now - 5 * day): void => utimesSync(folder, at / 1000, at / 1000);
const read = (
  progress: string,
  since?: Watermark,
  reach: ReadJournalOptions['reach'] = 'changed',
): JournalReading =>
  readJournal({ fileSystem: diskFileSystem, progress, now, reach, ...(since ? { since } : {}) });
const cards = (reading: JournalReading): readonly string[] =>
  mergeEntries(reading.segments).flatMap((entry) => (entry.kind === 'review' ? [entry.card] : []));
const flaws = (reading: JournalReading): readonly string[] =>
  reading.problems.map(
    ({ flaw, line, count }) => `${flaw} at ${line}${count > 1 ? ` and ${count - 1} more` : ''}`,
  );

describe('reading the journal', () => {
  it('finds nothing where nothing was recorded', () => {
    expect(read(join(temporaryFolder(), 'progress'))).toEqual({
      segments: [],
      problems: [],
      watermark: [],
      newer: false,
    });
  });

  it('joins all devices, and conflict copies cost nothing', () => {
    const progress = temporaryFolder();
    const a = put(
      join(progress, 'devices/aaaaaaaa/2026/s-00000001.jsonl'),
      segmentLines('aaaaaaaa', '00000001', ['a', 'b']).join(''),
    );
    put(
      join(progress, 'devices/bbbbbbbb/2025/s-00000002.jsonl'),
      segmentLines('bbbbbbbb', '00000002', ['c']).join(''),
    );
    copyFileSync(a, a.replace('.jsonl', '.sync-conflict-20261121-093000-ABCDEFG.jsonl'));
    put(
      join(progress, 'devices/bbbbbbbb/2025/s (conflicted copy).jsonl'),
      segmentLines('bbbbbbbb', '00000002', ['c', 'd']).join(''),
    );
    expect(cards(read(progress))).toEqual(['a', 'c', 'b', 'd']);
    expect(flaws(read(progress))).toEqual([]);
  });

  it('opens neither links nor what is no journal', () => {
    const progress = temporaryFolder();
    const outside = put(
      join(temporaryFolder(), 'x.jsonl'),
      segmentLines('aaaaaaaa', '00000001', ['a']).join(''),
    );
    mkdirSync(join(progress, 'folder.jsonl'));
    symlinkSync(outside, join(progress, 'link.jsonl'));
    symlinkSync(dirname(outside), join(progress, 'linked'));
    put(join(progress, '.git/x.jsonl'), 'x');
    put(join(progress, 'notes.txt'), 'x');
    expect(read(progress).segments).toEqual([]);
    expect(flaws(read(progress))).toEqual([]);
  });

  it('reads what Git on Windows made of it', () => {
    const progress = temporaryFolder();
    put(
      join(progress, 'a.jsonl'),
      segmentLines('aaaaaaaa', '00000001', ['a', 'é']).join('').replaceAll('\n', '\r\n'),
    );
    expect(cards(read(progress))).toEqual(['a', 'é']);
    expect(flaws(read(progress))).toEqual([]);
  });

  it('loses only the record that was cut, wherever it was cut', () => {
    const lines = segmentLines('aaaaaaaa', '00000001', ['a', 'b']);
    const last = Buffer.from(lines.at(-1) ?? '');
    const before = Buffer.from(lines.slice(0, -1).join(''));
    const path = join(temporaryFolder(), 'a.jsonl');
    for (let cut = 0; cut < last.length; cut++) {
      put(path, Buffer.concat([before, last.subarray(0, cut)]));
      const reading = read(dirname(path));
      const whole = cut === last.length - 1;
      expect(cards(reading)).toEqual(whole ? ['a', 'b'] : ['a']);
      expect(flaws(reading)).toEqual(cut === 0 || whole ? [] : ['torn-tail at 3']);
    }
  });

  it('loses only the record with a flipped bit, also when the bit was in its line end', () => {
    const lines = segmentLines('aaaaaaaa', '00000001', ['a', 'é', 'c']);
    const start = Buffer.byteLength(lines.slice(0, 2).join(''));
    const bytes = Buffer.from(lines.join(''));
    const path = join(temporaryFolder(), 'a.jsonl');
    const length = Buffer.byteLength(lines[2] ?? '');
    for (let bit = 0; bit < length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[start + (bit >> 3)] = (flipped[start + (bit >> 3)] ?? 0) ^ (1 << (bit & 7));
      put(path, flipped);
      const reading = read(dirname(path));
      const inLineEnd = bit >> 3 === length - 1;
      expect(cards(reading)).toEqual(inLineEnd ? ['a', 'é', 'c'] : ['a', 'c']);
      if (!inLineEnd) expect(reading.problems.map(({ count }) => count > 0)).toEqual([true]);
    }
  });

  it('names what it finds, with its line', () => {
    const lines = segmentLines('aaaaaaaa', '00000001', ['a', 'b', 'c', 'd', 'e', 'f']);
    const body = (n: number, rest: string): string =>
      signed(`{"id":"aaaaaaaa-00000001-${n}","n":${n},"t":5,${rest},"tz":0`);
    lines[2] = 'not a record\n';
    lines[3] = (lines[3] ?? '').replace('4321', '4322');
    lines[4] = body(4, '"kind":"hologram"');
    lines[5] = body(5, '"kind":"note"');
    const path = join(temporaryFolder(), 'a.jsonl');
    put(path, lines.join('') + (lines[6] ?? '') + body(9, '"kind":"note","text":""'));
    expect(flaws(read(dirname(path)))).toEqual([
      'no-crc at 3',
      'bad-crc at 4',
      'unknown-kind at 5',
      'bad-shape at 6',
      'seq-gap at 8 and 1 more',
      'dup-id at 8',
    ]);
  });

  it('tells a newer format from damage', () => {
    const progress = temporaryFolder();
    put(
      join(progress, 'a.jsonl'),
      signed('{"id":"a-b-0","n":0,"t":5,"kind":"segment","format":2,"app":"9","device":"a","tz":0') +
        signed('{"id":"a-b-1","n":1,"t":5,"kind":"note","words":[],"tz":0'),
    );
    const reading = read(progress);
    expect(reading.newer).toBe(true);
    expect(flaws(reading)).toEqual(['newer-version at 1 and 1 more']);
  });

  it('keeps the watermark honest about a file that cannot be read', () => {
    const progress = temporaryFolder();
    const path = put(join(progress, 'a.jsonl'), segmentLines('aaaaaaaa', '00000001', ['a']).join(''));
    const locked = {
      ...diskFileSystem,
      open: (): number => {
        throw Object.assign(new Error('no'), { code: 'EACCES' });
      },
    };
    age(progress);
    const first = readJournal({ fileSystem: locked, progress, now });
    expect(flaws(first)).toEqual(['unreadable at 0']);
    chmodSync(path, 0o600);
    expect(cards(read(progress, first.watermark))).toEqual(['a']);
  });
});

describe('reading only what came since', () => {
  const lines = segmentLines('aaaaaaaa', '00000001', ['a', 'b', 'c']);

  it('gives what was appended to an open file, once', () => {
    const progress = temporaryFolder();
    const path = put(join(progress, 'a.jsonl'), lines.slice(0, 2).join(''), now - 1000);
    age(progress);
    const first = read(progress);
    appendFileSync(path, (lines[2] ?? '') + (lines[3] ?? '').slice(0, 40));
    const second = read(progress, first.watermark);
    appendFileSync(path, (lines[3] ?? '').slice(40));
    const third = read(progress, JSON.parse(JSON.stringify(second.watermark)));
    expect([first, second, third].map(cards)).toEqual([['a'], ['b'], ['c']]);
    expect([first, second, third].map(flaws)).toEqual([[], ['torn-tail at 2'], []]);
    expect(third.segments[0]).toMatchObject({ device: 'aaaaaaaa', name: 'aaaaaaaa-00000001' });
    expect(cards(read(progress, third.watermark))).toEqual([]);
  });

  it('goes on behind a record that lost its line end', () => {
    const progress = temporaryFolder();
    const path = put(join(progress, 'a.jsonl'), lines.slice(0, 2).join('').slice(0, -1), now - 1000);
    age(progress);
    const first = read(progress);
    appendFileSync(path, `\n${lines[2]}`);
    const second = read(progress, first.watermark);
    expect([first, second].map(cards)).toEqual([['a'], ['b']]);
    expect(flaws(second)).toEqual([]);
  });

  it('finds a new file and a new folder', () => {
    const progress = temporaryFolder();
    put(join(progress, 'devices/aaaaaaaa/2026/a.jsonl'), lines.slice(0, 2).join(''));
    const first = read(progress);
    put(
      join(progress, 'devices/aaaaaaaa/2026/b.jsonl'),
      segmentLines('aaaaaaaa', '00000002', ['x']).join(''),
    );
    put(
      join(progress, 'devices/bbbbbbbb/2026/b.jsonl'),
      segmentLines('bbbbbbbb', '00000003', ['y']).join(''),
    );
    expect(cards(read(progress, first.watermark))).toEqual(['x', 'y']);
  });

  it('asks for the state of nothing but folders and files that may still grow', () => {
    const progress = temporaryFolder();
    const folder = join(progress, 'devices');
    for (let i = 0; i < 30; i++)
      put(join(folder, `${i}.jsonl`), segmentLines('aaaaaaaa', `0000000${i}`, ['a']).join(''));
    put(join(folder, 'open.jsonl'), lines.join(''), now - 1000);
    age(folder);
    age(progress);
    const { watermark } = read(progress);
    const asked: string[] = [];
    const counting = {
      ...diskFileSystem,
      list: (): never => expect.unreachable(),
      open: (): never => expect.unreachable(),
      status: (path: string) => {
        asked.push(path);
        return diskFileSystem.status(path);
      },
    };
    readJournal({ fileSystem: counting, progress, now, since: watermark });
    expect(new Set(asked)).toEqual(new Set([progress, folder, join(folder, 'open.jsonl')]));
  });

  it('does not trust a folder that changed a moment ago', () => {
    const progress = temporaryFolder();
    put(join(progress, 'a.jsonl'), lines.join(''));
    age(progress, now - 500);
    const first = read(progress);
    put(join(progress, 'b.jsonl'), segmentLines('aaaaaaaa', '00000002', ['x']).join(''));
    age(progress, now - 500);
    expect(cards(read(progress, first.watermark))).toEqual(['x']);
  });

  it('reads a file again that became shorter or other, and says so', () => {
    const progress = temporaryFolder();
    const path = put(join(progress, 'a.jsonl'), lines.join(''), now - 1000);
    age(progress);
    const { watermark } = read(progress);
    truncateSync(path, Buffer.byteLength(lines.slice(0, 2).join('')));
    const shorter = read(progress, watermark);
    expect(flaws(shorter)).toEqual(['watermark-short at 0']);
    expect(cards(shorter)).toEqual(['a']);
    writeFileSync(path, segmentLines('aaaaaaaa', '00000009', ['long', 'longer', 'longest', 'more']).join(''));
    const other = read(progress, watermark);
    expect(cards(other)).toEqual(['long', 'longer', 'longest', 'more']);
  });

  it('finds, when all is looked at, what a copy in place did to a closed file', () => {
    const progress = temporaryFolder();
    const path = put(join(progress, 'a.jsonl'), lines.slice(0, 2).join(''));
    age(progress);
    const { watermark } = read(progress);
    appendFileSync(path, lines[2] ?? '');
    expect(cards(read(progress, watermark))).toEqual([]);
    expect(cards(read(progress, watermark, 'all'))).toEqual(['b']);
  });
});
