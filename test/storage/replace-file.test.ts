import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../src/storage/replace-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const before = Buffer.from('before');

describe('replacing a file', () => {
  it('keeps its mode and leaves nothing else behind', () => {
    const folder = temporaryFolder({ 'a.md': 'before' });
    chmodSync(join(folder, 'a.md'), 0o640);
    expect(replaceFile(join(folder, 'a.md'), before, 'after')).toEqual({ kind: 'written' });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('after');
    expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('leaves a file alone that nobody may write, that has changed, or that is none', () => {
    const folder = temporaryFolder({ 'a.md': 'before' });
    const path = join(folder, 'a.md');
    chmodSync(path, 0o444);
    expect(replaceFile(path, before, 'after')).toEqual({ kind: 'failed', code: 'EACCES' });
    chmodSync(path, 0o644);
    writeFileSync(path, 'by another hand');
    expect(replaceFile(path, before, 'after')).toEqual({ kind: 'changed' });
    expect(readFileSync(path, 'utf8')).toBe('by another hand');
    mkdirSync(join(folder, 'folder'));
    expect(replaceFile(join(folder, 'folder'), before, 'after')).toEqual({ kind: 'failed', code: 'EISDIR' });
    expect(replaceFile(join(folder, 'gone'), before, 'after')).toEqual({ kind: 'failed', code: 'ENOENT' });
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'folder']);
  });
});
