import { join } from 'node:path';
import type { PtyOptions } from '../support/pty.ts';
import {
  commandTime,
  type Figure,
  firstFrameTime,
  firstKeyTime,
  idleCost,
  interleave,
  median,
  node,
  pause,
  peakMemory,
  processTime,
  ratio,
  withSession,
} from './measure.ts';
import type { World } from './worlds.ts';

/** Answered on every card. */
const help = '?';

/** Times from the start on, against bare Node. */
export async function startFigures({ home }: World, runs: number): Promise<Figure[]> {
  const { bare = [], ...times } = await interleave(
    {
      bare: processTime(['-e', '0'], home),
      'kartei --version': commandTime(['--version'], home),
      'kartei --help': commandTime(['--help'], home),
      'kartei due': commandTime(['due'], home),
      'kartei, first frame': firstFrameTime({ home }),
      'kartei study, first frame': firstFrameTime({ home, args: ['study'] }),
      'kartei, first key answered': firstKeyTime({ home }, 'j'),
      'kartei study, first key answered': firstKeyTime({ home, args: ['study'] }, help),
    },
    runs,
  );
  const ratios = Object.entries(times).map(([name, taken]) => ratio(name, taken, bare));
  return [{ name: 'node -e 0', value: median(bare), unit: 'ms' }, ...ratios];
}

/** What a session costs while nothing happens. */
export async function idleFigures({ home }: World): Promise<Figure[]> {
  const idle = await idleCost({ home, args: ['study'] }, 10_000);
  const hello = await helloPeak(home);
  return [
    { name: 'ten idle seconds', value: idle.bytes, unit: 'bytes' },
    { name: 'ten idle seconds, processor', value: idle.time, unit: 'ms' },
    { name: 'study, peak memory', value: idle.peak, unit: 'MB' },
    { name: "study, peak memory against Ink's hello world", value: idle.peak / hello, unit: '×' },
  ];
}

/** React's production build, as in ours. */
function helloPeak(home: string): Promise<number> {
  const hello = join(import.meta.dirname, '../bench/hello-ink.mjs');
  const options: PtyOptions = {
    home,
    command: [node, hello],
    env: { NODE_ENV: 'production' },
  };
  return withSession(options, async (session) => {
    await session.waitFor((screen) => screen.some((line) => /Hello, world/.test(line)));
    await pause(1000);
    return peakMemory(session.pid);
  });
}
