import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AskedCards } from '../../src/storage/asked-cards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const own = process.pid;
/** Another process that is alive as long as this one. */
const other = process.ppid;

const windowOf = (cache: string, pid: number, later = 0) =>
  new AskedCards({ cache, pid, now: () => Date.now() + later });

describe('a card that one window asks', () => {
  test('is not asked by another one until that has gone on', () => {
    const cache = temporaryFolder();
    const [one, two] = [windowOf(cache, own), windowOf(cache, other)];
    expect(one.take('a')).toBe(true);
    expect(one.take('a')).toBe(true);
    expect(two.take('a')).toBe(false);
    expect(two.take('b')).toBe(true);
    expect(one.take('c')).toBe(true);
    expect(two.take('a')).toBe(true);
    for (const window of [one, two]) window.release();
    expect(readdirSync(join(cache, 'asked'))).toEqual([]);
  });

  test('is free again when its process is gone, or was not touched for an hour', async () => {
    const cache = temporaryFolder();
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'close');
    windowOf(cache, child.pid ?? 0).take('a');
    expect(windowOf(cache, own).take('a')).toBe(true);
    expect(windowOf(cache, other).take('a')).toBe(false);
    expect(windowOf(cache, other, 3_600_001).take('a')).toBe(true);
  });

  test('is asked nevertheless where no marks can be made', () => {
    const home = temporaryFolder({ file: 'no folder' });
    expect(windowOf(join(home, 'file'), own).take('a')).toBe(true);
    mkdirSync(join(home, 'cache'));
    writeFileSync(join(home, 'cache/asked'), 'no folder');
    expect(windowOf(join(home, 'cache'), own).take('a')).toBe(true);
  });
});
