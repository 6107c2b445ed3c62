import { posix, win32 } from 'node:path';

/** What the folders depend on; read once in `system.ts`. */
export interface LocationsEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The working directory, for a relative `--progress`. */
  readonly cwd: string;
}

/** The folders of this program; `kartei where` prints them. None is made by asking. */
export interface Locations {
  /** The truth: what all devices recorded. */
  readonly progress: string;
  /** Decks added from Git. */
  readonly collections: string;
  readonly backups: string;
  /** Stores that were found broken. */
  readonly quarantine: string;
  /** What can be rebuilt from the progress, and this device's name. Never synchronized. */
  readonly state: string;
  /** May vanish at any time. */
  readonly cache: string;
  /** Settings of this machine. */
  readonly config: string;
}

const appName = 'kartei';

/** `Locations.config` alone, which depends neither on `--progress` nor on the working directory. */
export const settingsFolder = (environment: Omit<LocationsEnvironment, 'cwd'>): string =>
  rootsOf(environment).config;

/** `progress` is the value of `--progress`; it goes before `KARTEI_PROGRESS`. */
export function locate(environment: LocationsEnvironment, progress?: string): Locations {
  const path = environment.platform === 'win32' ? win32 : posix;
  const { data, state, cache, config } = rootsOf(environment);
  const chosen = progress ?? environment.env.KARTEI_PROGRESS ?? '';
  return {
    progress: chosen === '' ? path.join(data, 'progress') : path.resolve(environment.cwd, chosen),
    collections: path.join(data, 'collections'),
    backups: path.join(data, 'backups'),
    quarantine: path.join(data, 'quarantine'),
    state,
    cache,
    config,
  };
}

type Roots = Readonly<Record<'data' | 'state' | 'cache' | 'config', string>>;

/** The same folders as the package env-paths gives, whose log folder is our state; but of a given environment. */
function rootsOf({ env, platform, home }: Omit<LocationsEnvironment, 'cwd'>): Roots {
  if (platform === 'darwin') {
    const inLibrary = (folder: string): string => posix.join(home, 'Library', folder, appName);
    return {
      data: inLibrary('Application Support'),
      state: inLibrary('Logs'),
      cache: inLibrary('Caches'),
      config: inLibrary('Preferences'),
    };
  }
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local');
    const roaming = env.APPDATA || win32.join(home, 'AppData', 'Roaming');
    return {
      data: win32.join(local, appName, 'Data'),
      state: win32.join(local, appName, 'Log'),
      cache: win32.join(local, appName, 'Cache'),
      config: win32.join(roaming, appName, 'Config'),
    };
  }
  /** The XDG specification: a relative path is to be ignored. */
  const base = (variable: string, ...otherwise: readonly string[]): string => {
    const value = env[variable] ?? '';
    return posix.join(posix.isAbsolute(value) ? value : posix.join(home, ...otherwise), appName);
  };
  return {
    data: base('XDG_DATA_HOME', '.local', 'share'),
    state: base('XDG_STATE_HOME', '.local', 'state'),
    cache: base('XDG_CACHE_HOME', '.cache'),
    config: base('XDG_CONFIG_HOME', '.config'),
  };
}
