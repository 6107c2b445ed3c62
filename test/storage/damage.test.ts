import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { examineJournal } from '../../src/storage/upkeep/examine-journal.ts';
import { examinationStatus } from '../../src/storage/upkeep/finding.ts';
import { journalFiles } from '../../src/storage/upkeep/journal-files.ts';
import { recordAt, today } from '../support/recorded-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const lineEnd = 0x0a;

/** A journal file of five records whose text is not only ASCII, and where its lines begin. */
function journal() {
  const progress = temporaryFolder();
  const written = recordAt(progress, today - 1000, 4);
  const [{ path } = { path: '' }] = journalFiles(diskFileSystem, progress);
  const bytes = readFileSync(join(progress, path));
  const starts = [0, ...[...bytes.keys()].filter((at) => bytes[at] === lineEnd).map((at) => at + 1)];
  return { progress, file: join(progress, path), bytes, starts, written };
}

/** Which of the records are found (by their place), and the kinds of what the doctor says. */
function look(progress: string) {
  const { findings, reading } = examineJournal(diskFileSystem, progress, today);
  return {
    found: reading.segments.flatMap(({ entries }) => entries.map(({ n }) => n)),
    notes: reading.segments.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'note')),
    kinds: findings.map(({ kind }) => kind),
    lines: findings.map(({ line }) => line),
    status: examinationStatus(findings),
  };
}

describe('P6: damage is found, named, and costs at most the damaged record', () => {
  test('at each point where the last record can be cut', () => {
    const { progress, file, bytes, starts } = journal();
    const last = starts.at(-2) ?? 0;
    for (let end = last; end < bytes.length; end++) {
      writeFileSync(file, bytes.subarray(0, end));
      const { found, kinds } = look(progress);
      // Without its line end alone the record is still sound.
      const isWhole = end === bytes.length - 1;
      expect(found, `cut at ${end}`).toEqual(isWhole ? [0, 1, 2, 3, 4] : [0, 1, 2, 3]);
      expect(kinds, `cut at ${end}`).toEqual(isWhole || end === last ? [] : ['torn-tail']);
    }
  });

  test.each([
    ['the first record', 0],
    ['a record in the middle', 2],
    ['the last record', 4],
  ])('at each flipped bit of %s', (_, place) => {
    const { progress, file, bytes, starts, written } = journal();
    const [start = 0, end = bytes.length] = starts.slice(place, place + 2);
    for (let bit = start * 8; bit < end * 8; bit++) {
      const damaged = Buffer.from(bytes);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(file, damaged);
      const { found, notes, kinds, lines, status } = look(progress);
      const others = [0, 1, 2, 3, 4].filter((n) => n !== place);
      const where = `bit ${bit - start * 8}`;
      expect(
        others.filter((n) => !found.includes(n)),
        where,
      ).toEqual([]);
      expect(new Set(found).size, where).toBe(found.length);
      expect(notes, where).toEqual(written.filter(({ n }) => found.includes(n)));
      if (found.length === 5) continue;
      expect(kinds.length, where).toBeGreaterThan(0);
      expect(lines[0], where).toBeGreaterThanOrEqual(place + 1);
      expect(status, where).toBeGreaterThan(0);
    }
  });

  test('a record that was taken out whole leaves a gap that is named', () => {
    const { progress, file, bytes, starts } = journal();
    for (const place of [1, 2, 3]) {
      const [start = 0, end = 0] = starts.slice(place, place + 2);
      writeFileSync(file, Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
      expect(look(progress)).toMatchObject({ kinds: ['seq-gap'], status: 2 });
    }
  });

  test('any bytes behind the last record cost no record', () => {
    const { progress, file, bytes } = journal();
    for (const tail of [
      '\0\0\0\0',
      'x',
      '{"id":',
      '\n',
      '\r\n',
      '\n\n{}',
      '\ufeff',
      `${'\0'.repeat(4096)}`,
    ]) {
      writeFileSync(file, bytes);
      appendFileSync(file, tail);
      expect(look(progress).found).toEqual([0, 1, 2, 3, 4]);
    }
  });

  test('a file of nothing but damage hides no other file', () => {
    const { progress, file } = journal();
    for (const [name, content] of [
      ['zeros', Buffer.alloc(8192)],
      ['empty', Buffer.alloc(0)],
    ] as const) {
      const other = join(dirname(file), `20260101T000000Z-0000000${name.length}.jsonl`);
      mkdirSync(dirname(other), { recursive: true });
      writeFileSync(other, content);
      expect(look(progress).found).toEqual([0, 1, 2, 3, 4]);
    }
  });
});
