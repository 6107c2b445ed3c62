import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { readJournal } from '../../src/storage/read-journal.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const source = new URL('../support/journal-writer.ts', import.meta.url).pathname;

function buildWriter(folder: string): string {
  const outfile = join(folder, 'writer.cjs');
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
}

/** Runs a writer until it has told so many ids, then kills it; gives every id that it told. */
function writeUntilKilled(writer: string, progress: string, ids: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, progress, '1000000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (told.split('\n').length > ids) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(told.split('\n').slice(0, -1)));
  });
}

describe('several processes at once', () => {
  it('lose nothing that was acknowledged, though each is killed while it writes', async () => {
    const folder = temporaryFolder();
    const writer = buildWriter(folder);
    const progress = join(folder, 'progress');
    const told: string[] = [];
    for (const round of [1, 2, 3]) {
      const runs = [1, 2, 3, 4].map((number) => writeUntilKilled(writer, progress, round * 5 + number));
      told.push(...(await Promise.all(runs)).flat());
    }
    const { segments, problems } = readJournal({ fileSystem: diskFileSystem, progress, now: 0 });
    const kept = new Set(segments.flatMap(({ entries }) => entries.map(({ id }) => id)));
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((id) => !kept.has(id))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
    expect(segments).toHaveLength(12);
    expect(problems.filter(({ flaw }) => flaw !== 'torn-tail')).toEqual([]);
  });
});

const traces = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

describe('the order on disk', () => {
  it.skipIf(!traces)(
    'is write, fdatasync, acknowledge (seen by strace, which must be there and allowed)',
    () => {
      const folder = temporaryFolder();
      const writer = buildWriter(folder);
      const trace = join(folder, 'trace');
      const calls = 'trace=write,pwrite64,writev,fdatasync,fsync';
      const run = [
        '-f',
        '-y',
        '-e',
        calls,
        '-o',
        trace,
        process.execPath,
        writer,
        join(folder, 'progress'),
        '4',
      ];
      expect(spawnSync('strace', run).status).toBe(0);
      const seen = readFileSync(trace, 'utf8')
        .split('\n')
        .map((line) => /\b(\w+)\((\d+)<([^>]*)>/.exec(line))
        .flatMap((found) => {
          const [, call, file, path = ''] = found ?? [];
          if (path.endsWith('.jsonl')) return [call === 'fdatasync' ? 'sync' : 'write'];
          if (call === 'fsync' && path.startsWith(folder)) return ['folder'];
          return file === '1' ? ['told'] : [];
        });
      const rating = ['write', 'sync', 'told'];
      expect(seen.filter((call) => call !== 'folder')).toEqual([...rating, ...rating, ...rating, ...rating]);
      expect(seen.slice(0, 8)).toEqual(['write', 'sync', ...Array(5).fill('folder'), 'told']);
    },
  );
});
