import { homedir } from 'node:os';
import envPaths from 'env-paths';
import { describe, expect, it } from 'vitest';
import { locate } from '../../src/storage/locations.ts';

const linux = { env: {}, platform: 'linux', home: '/home/ada', cwd: '/work' } as const;

describe('the folders', () => {
  it('are those of the XDG specification on Linux', () => {
    expect(locate(linux)).toEqual({
      progress: '/home/ada/.local/share/kartei/progress',
      collections: '/home/ada/.local/share/kartei/collections',
      backups: '/home/ada/.local/share/kartei/backups',
      quarantine: '/home/ada/.local/share/kartei/quarantine',
      state: '/home/ada/.local/state/kartei',
      cache: '/home/ada/.cache/kartei',
      config: '/home/ada/.config/kartei',
    });
  });

  it('follow the XDG variables, but not relative or empty ones', () => {
    const env = { XDG_DATA_HOME: '/d', XDG_STATE_HOME: 's', XDG_CACHE_HOME: '', XDG_CONFIG_HOME: '/c' };
    expect(locate({ ...linux, env })).toMatchObject({
      progress: '/d/kartei/progress',
      state: '/home/ada/.local/state/kartei',
      cache: '/home/ada/.cache/kartei',
      config: '/c/kartei',
    });
  });

  it('take the progress from --progress, else from KARTEI_PROGRESS', () => {
    const env = { KARTEI_PROGRESS: '/sync/p' };
    expect(locate({ ...linux, env }).progress).toBe('/sync/p');
    expect(locate({ ...linux, env }, 'mine').progress).toBe('/work/mine');
  });

  it('are those of env-paths on this system', () => {
    const paths = envPaths('kartei', { suffix: '' });
    const here = locate({ env: process.env, platform: process.platform, home: homedir(), cwd: '/' });
    expect(here).toMatchObject({ state: paths.log, cache: paths.cache, config: paths.config });
  });

  it('are the usual ones on macOS and Windows', () => {
    expect(locate({ ...linux, platform: 'darwin', home: '/Users/ada' })).toMatchObject({
      progress: '/Users/ada/Library/Application Support/kartei/progress',
      config: '/Users/ada/Library/Preferences/kartei',
    });
    const env = { LOCALAPPDATA: 'C:\\L', APPDATA: 'C:\\R' };
    expect(locate({ env, platform: 'win32', home: 'C:\\Users\\ada', cwd: 'C:\\' })).toMatchObject({
      progress: 'C:\\L\\kartei\\Data\\progress',
      state: 'C:\\L\\kartei\\Log',
      config: 'C:\\R\\kartei\\Config',
    });
  });
});
