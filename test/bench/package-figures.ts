import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isolatedEnvironment } from '../support/pty.ts';
import { type Figure, median, milliseconds } from './measure.ts';
import type { Worlds } from './worlds.ts';

const root = join(import.meta.dirname, '../..');

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly entryCount: number;
}

/** The package as it is published, and `npx` from it with an empty cache, offline. */
export function packageFigures(worlds: Worlds, runs: number): Figure[] {
  const place = worlds.empty('package');
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', place];
  const report = execFileSync('npm', pack, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const [packed]: readonly (Packed | undefined)[] = JSON.parse(report.toString());
  if (packed === undefined) throw new Error('npm packed nothing.');
  const times = Array.from({ length: runs }, (_, run) =>
    npxTime(place, packed.filename, worlds.empty(`npx ${run}`)),
  );
  return [
    { name: 'package, packed', value: packed.size / 1000, unit: 'kB' },
    { name: 'package, unpacked', value: packed.unpackedSize / 1000, unit: 'kB' },
    { name: 'package, files', value: packed.entryCount, unit: '' },
    { name: 'npx with an empty cache', value: median(times), unit: 'ms' },
  ];
}

/** npm takes a path for a package only when it begins with a dot. */
function npxTime(place: string, tarball: string, home: string): number {
  const env = {
    ...isolatedEnvironment(home),
    npm_config_cache: join(home, 'cache'),
    npm_config_prefer_offline: 'true',
    // Whatever would be asked of a registry fails, and with it the run.
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  const start = process.hrtime.bigint();
  execFileSync('npx', ['--yes', `./${tarball}`, '--version'], { cwd: place, env, stdio: 'ignore' });
  return milliseconds(process.hrtime.bigint() - start);
}
