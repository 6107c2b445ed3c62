import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { readDevice } from '../../src/storage/read-device.ts';
import { failingFileSystem } from '../support/failing-file-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const open = (state: string, host: string, hex: string, fileSystem = diskFileSystem): string =>
  readDevice({ fileSystem, state, host, randomHex: () => hex });

describe("the device's name", () => {
  it('stays the same on one machine', () => {
    const state = join(temporaryFolder(), 'state', 'kartei');
    expect(open(state, 'ada', '11111111')).toBe('11111111');
    expect(open(state, 'ada', '22222222')).toBe('11111111');
    expect(statSync(join(state, 'device')).mode & 0o777).toBe(0o600);
  });

  it('is another one when the home was copied to another machine', () => {
    const state = temporaryFolder();
    const copy = join(temporaryFolder(), 'copy');
    open(state, 'ada', '11111111');
    cpSync(state, copy, { recursive: true });
    expect(open(copy, 'grace', '22222222')).toBe('22222222');
    expect(open(copy, 'grace', '33333333')).toBe('22222222');
    expect(open(state, 'ada', '33333333')).toBe('11111111');
  });

  it("does not hold the host's name", () => {
    const state = temporaryFolder();
    open(state, 'ada.example.org', '11111111');
    expect(readFileSync(join(state, 'device'), 'utf8')).toMatch(/^11111111 [0-9a-f]{8}\n$/);
  });

  it('is made anew when its file is damaged', () => {
    const state = temporaryFolder();
    writeFileSync(join(state, 'device'), '../../x ');
    expect(open(state, 'ada', '22222222')).toBe('22222222');
    expect(open(state, 'ada', '33333333')).toBe('22222222');
  });

  it.each(['create', 'write', 'rename'] as const)('holds for this run when %s fails', (call) => {
    const disk = failingFileSystem([{ call, from: 1, to: Infinity, code: 'EROFS' }]);
    expect(open(temporaryFolder(), 'ada', '11111111', disk)).toBe('11111111');
  });
});
