import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeEntry } from '../../../src/core/history/encode-entry.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { sealEnvelope } from '../../../src/storage/state-envelope.ts';
import { findingKinds } from '../../../src/storage/upkeep/finding.ts';
import { learnAll } from '../../support/learned-home.ts';
import { deckOf } from '../../support/read-deck.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Report {
  readonly status: number;
  readonly records: number;
  readonly findings: readonly {
    kind: string;
    severity: string;
    where: string;
    line: number;
    message: string;
  }[];
}

/** A home in which two cards were studied; its decks lie in a folder of their own. */
async function studied() {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: test\n',
    'decks/system.md': deckOf('## One?\n\nuname\n\n## Two?\n\nhostname\n\n'),
  });
  await learnAll(home, join(home, 'decks'));
  const data = join(home, '.local/share/kartei');
  const progress = join(data, 'progress');
  const file = filesBelow(progress).find((path) => path.endsWith('.jsonl')) ?? '';
  const kartei = (...words: string[]) => runCommand(words, { cwd: home });
  const examine = async (...words: string[]): Promise<Report> => {
    const { out, code } = await kartei('doctor', '--json', ...words);
    const report: Report = JSON.parse(out);
    expect(report.status).toBe(code);
    return report;
  };
  const kinds = async () => (await examine()).findings.map(({ kind, severity }) => `${kind} ${severity}`);
  return { home, data, progress, file, state: join(home, '.local/state/kartei'), kartei, examine, kinds };
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
const lastEntry = (path: string): Entry => JSON.parse(linesOf(path).at(-1) ?? '');

const orphan = 'orphan-card note';

describe('kartei doctor', () => {
  test('finds nothing but cards of decks that are not open in a home that is well, and changes nothing', async () => {
    const { home, kinds } = await studied();
    const before = filesBelow(home).map((path) => [path, readFileSync(path, 'latin1')]);
    expect(await kinds()).toEqual([orphan]);
    expect(filesBelow(home).map((path) => [path, readFileSync(path, 'latin1')])).toEqual(before);
  });

  test.each([1, 2, -1])(
    'is content once a repair has brought back what line %i of a file had lost',
    async (at) => {
      const { file, kartei, kinds } = await studied();
      await kartei('backup');
      const lines = linesOf(file);
      writeFileSync(file, `${lines.with(at, `damage${lines.at(at)}`).join('\n')}\n`);
      expect(await kinds()).toContain('bad-crc error');
      await kartei('doctor', '--fix');
      expect(await kinds()).toEqual(['dup-id note', orphan]);
      expect((await kartei('due')).out).not.toContain('cannot be read');
    },
  );

  test('names damage that no copy makes good', async () => {
    const { file, kinds } = await studied();
    const lines = linesOf(file);
    const damaged = `${lines.with(2, `damage${lines[2]}`).join('\n')}\n`;
    writeFileSync(file, damaged);
    writeFileSync(file.replace('.jsonl', '.copy.jsonl'), damaged);
    expect(await kinds()).toContain('bad-crc error');
  });

  test.each<[string, string, (at: Awaited<ReturnType<typeof studied>>) => void]>([
    ['torn-tail', 'warning', ({ file }) => appendFileSync(file, '{"id":"a1')],
    [
      'bad-crc',
      'error',
      ({ file }) => {
        const lines = linesOf(file);
        lines[2] = (lines[2] ?? '').replace('"rating":3', '"rating":4');
        writeFileSync(file, `${lines.join('\n')}\n`);
      },
    ],
    ['seq-gap', 'error', ({ file }) => writeFileSync(file, `${linesOf(file).toSpliced(2, 1).join('\n')}\n`)],
    ['dup-id', 'warning', ({ file }) => appendFileSync(file, `${linesOf(file).at(-1)}\n`)],
    ['dup-id', 'note', ({ file }) => cpSync(file, file.replace('.jsonl', '-copy.jsonl'))],
    [
      'dup-id',
      'error',
      ({ file }) => {
        const other = { ...lastEntry(file), tz: 60 };
        writeFileSync(file.replace('.jsonl', '-other.jsonl'), `${encodeEntry(other)}\n`);
      },
    ],
    [
      'unknown-kind',
      'warning',
      ({ file }) => appendLine(file, (entry) => ({ ...entry, kind: 'dream' }) as unknown as Entry),
    ],
    [
      'newer-version',
      'warning',
      ({ file }) => {
        const segment = {
          ...(JSON.parse(linesOf(file)[0] ?? '') as Entry),
          id: 'ffffffff-00000001-0',
          format: 99,
        };
        writeFileSync(join(dirname(file), 'newer-00000001.jsonl'), `${encodeEntry(segment as Entry)}\n`);
      },
    ],
    ['future-time', 'warning', ({ file }) => appendLine(file, (entry) => ({ ...entry, t: entry.t + 4e9 }))],
    ['clock-back', 'note', ({ file }) => appendLine(file, (entry) => ({ ...entry, wall: entry.t - 5000 }))],
    [
      'conflict-copies',
      'warning',
      ({ file }) => cpSync(file, file.replace('.jsonl', '.sync-conflict-20261121-031341-ABCDEFG.jsonl')),
    ],
    ['watermark-short', 'warning', ({ file }) => writeFileSync(file, `${linesOf(file)[0]}\n`)],
    [
      'state-stale',
      'warning',
      ({ state }) => {
        for (const path of filesBelow(state)) {
          if (/deck-/u.test(path)) renameSync(path, `${path}.gone`);
        }
      },
    ],
    ['state-drift', 'warning', ({ state }) => writeFileSync(join(state, 'summary.json'), '{"format":1}')],
    ['permissions', 'warning', ({ file }) => chmodSync(file, 0o666)],
    ['permissions', 'error', ({ progress }) => chmodSync(progress, 0o500)],
    [
      'backup-age',
      'warning',
      ({ data, file }) => {
        rmSync(join(data, 'backups'), { recursive: true });
        utimesSync(file, 1_780_000_000, 1_780_000_000);
      },
    ],
    [
      'backup-age',
      'error',
      ({ data }) => {
        for (const copy of filesBelow(join(data, 'backups/files'))) writeFileSync(copy, 'damaged');
      },
    ],
    [
      'git-dirty',
      'note',
      ({ progress }) => execFileSync('git', ['init', '-q', progress], { stdio: 'ignore' }),
    ],
  ])('names %s as %s', async (kind, severity, harm) => {
    const home = await studied();
    harm(home);
    const { findings, status } = await home.examine();
    const found = findings.find((one) => one.kind === kind && one.severity === severity);
    expect(findings.map((one) => `${one.kind} ${one.severity}`)).toContain(`${kind} ${severity}`);
    expect(found?.message).toMatch(/\.$/u);
    expect(status).toBeGreaterThanOrEqual(['note', 'warning', 'error'].indexOf(severity));
    const inGerman = await runCommand(['doctor'], { cwd: home.home, lang: 'de' });
    expect(inGerman.out).toContain(`[${kind}]`);
    chmodSync(home.progress, 0o700);
  });

  test('names a stored schedule that is sound in itself and says something else than the journal', async () => {
    const { state, examine, kartei } = await studied();
    tamperWithSchedule(state);
    expect((await examine()).findings.map(({ kind }) => kind)).toContain('state-drift');
    expect((await kartei('doctor', '--fix')).out).toContain('computed anew');
    expect((await examine()).findings.map(({ kind }) => kind)).not.toContain('state-drift');
  });

  test('names a journal file that is gone, also after --fix and a start, until its summary is out of quarantine', async () => {
    const { home, data, file, kartei, examine } = await studied();
    await learnAll(home, join(home, 'decks'), 1_790_000_000_000);
    const named = async () =>
      (await examine()).findings
        .filter(({ kind }) => kind === 'watermark-short')
        .map(({ where }) => join(data, 'progress', where));
    expect(await named()).toEqual([]);
    rmSync(file);
    rmSync(join(data, 'backups'), { recursive: true });
    expect(await named()).toEqual([file]);
    await kartei('doctor', '--fix');
    expect(await named()).toEqual([file]);
    await kartei('due');
    expect(await named()).toEqual([file]);
    rmSync(join(data, 'quarantine'), { recursive: true });
    expect(await named()).toEqual([]);
  });

  test('names a journal file that was gone at a start', async () => {
    const { home, file, kartei, kinds } = await studied();
    await learnAll(home, join(home, 'decks'), 1_790_000_000_000);
    rmSync(file);
    await kartei('due');
    expect(await kinds()).toContain('watermark-short warning');
  });

  test('brings damaged and lost records back from backups, by new files alone', async () => {
    const { file, kartei, examine } = await studied();
    const whole = (await examine()).records;
    await kartei('backup');
    const damaged = `${linesOf(file).slice(0, 2).join('\n')}\n{"id":"damaged"\n`;
    writeFileSync(file, damaged);
    expect((await kartei('doctor', '--fix')).out).toContain('brought back');
    expect(readFileSync(file, 'utf8')).toBe(damaged);
    const copy = filesBelow(dirname(file)).find((path) => path.includes('.restored-')) ?? '';
    expect(linesOf(copy)).toHaveLength(whole);
  });

  test('is named at the start when some of the progress cannot be read', async () => {
    const { file, state, kartei } = await studied();
    expect((await kartei('due')).out).not.toContain('kartei doctor');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"rating":3', '"rating":4'));
    rmSync(state, { recursive: true });
    expect((await kartei('due')).out).toMatch(/^Some of what was recorded cannot be read .* kartei doctor/u);
  });

  test('has a sentence for every kind in both languages', async () => {
    const { upkeep } = await import('../../../src/terminal/messages/upkeep.ts');
    for (const { findings } of [upkeep.en, upkeep.de]) {
      expect(Object.keys(findings).sort()).toEqual([...findingKinds].sort());
    }
  });
});

function appendLine(file: string, change: (entry: Entry) => Entry): void {
  const last = lastEntry(file);
  const { crc: _, ...entry } = change(last) as Entry & { readonly crc?: string };
  const n = last.n + 1;
  appendFileSync(file, `${encodeEntry({ ...entry, n, id: last.id.replace(/\d+$/u, String(n)) })}\n`);
}

/** Changes a stability in the stored deck and seals both stores again, as a program with a fault would. */
function tamperWithSchedule(state: string): void {
  const name = filesBelow(state).find((path) => /deck-/u.test(path)) ?? '';
  const deck = JSON.parse(readFileSync(name, 'utf8'));
  const [, , memory] = deck.content.cards[0];
  const stability = 1;
  memory[stability] += 5;
  const sealed = sealEnvelope(deck.of, deck.content, []);
  writeFileSync(name, JSON.stringify(sealed.envelope));
  const path = join(state, 'summary.json');
  const summary = JSON.parse(readFileSync(path, 'utf8'));
  const stores = summary.stores.map(([store]: [string]) => [store, sealed.sum]);
  mkdirSync(state, { recursive: true });
  writeFileSync(path, JSON.stringify(sealEnvelope('summary', summary.content, stores).envelope));
}
