import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commandTime,
  type Figure,
  firstFrameTime,
  idleCost,
  interleave,
  keyCosts,
  median,
  processTime,
} from './measure.ts';
import { studyFigures } from './study-figures.ts';
import { canTrace, ratingCost } from './system-calls.ts';

/** The last line of every screen names the way out; with it the frame is complete. */
const footer = /q leave/;
const studyArgs = ['study'];

const flags = process.argv.slice(2);
const runs = Number(flags.find((flag) => /^--runs=\d+$/.test(flag))?.slice('--runs='.length) ?? 21);
const home = mkdtempSync(join(tmpdir(), 'kartei-bench-'));

async function startFigures(): Promise<Figure[]> {
  const { bare = Number.NaN, ...times } = await interleave(
    {
      bare: processTime(['-e', '0'], home),
      'kartei --version': commandTime(['--version'], home),
      'kartei --help': commandTime(['--help'], home),
      'kartei due': commandTime(['due'], home),
      'kartei, first frame': firstFrameTime({ home }, footer),
      'kartei study, first frame': firstFrameTime({ home, args: studyArgs }, footer),
    },
    runs,
  );
  const ratios = Object.entries(times).map(([name, time]) => ({ name, value: time / bare, unit: '×' }));
  return [{ name: 'node -e 0', value: bare, unit: 'ms' }, ...ratios];
}

async function keyFigures(columns: number, rows: number): Promise<Figure[]> {
  const size = `${columns}×${rows}`;
  const selection = await keyCosts({ home, columns, rows }, footer, ['j', 'k', 'j', 'k', 'j', 'k', 'j', 'k']);
  const study = await keyCosts({ home, columns, rows, args: studyArgs }, footer, [
    '?',
    '\u001b',
    '?',
    '\u001b',
  ]);
  return [
    {
      name: `selection in home, ${size}`,
      value: Math.max(...selection.map(({ bytes }) => bytes)),
      unit: 'bytes',
    },
    {
      name: `selection in home, ${size}, writes`,
      value: Math.max(...selection.map(({ writes }) => writes)),
      unit: '',
    },
    {
      name: `selection in home, ${size}, time`,
      value: median(selection.map(({ time }) => time)),
      unit: 'ms',
    },
    {
      name: `help over a card, ${size}, time`,
      value: median(study.map(({ time }) => time)),
      unit: 'ms',
    },
  ];
}

async function idleFigures(): Promise<Figure[]> {
  const idle = await idleCost({ home, args: studyArgs }, footer, 10_000);
  return [
    { name: 'ten idle seconds', value: idle.bytes, unit: 'bytes' },
    { name: 'ten idle seconds, processor', value: idle.time, unit: 'ms' },
    { name: 'study, peak memory', value: idle.peak, unit: 'MB' },
  ];
}

async function ratingFigures(): Promise<Figure[]> {
  if (!canTrace()) return [];
  const cost = await ratingCost({ home, args: studyArgs }, footer, 'x\r', 8);
  return [
    { name: 'file writes for a rating', value: cost.writes, unit: '' },
    { name: 'syncs for a rating', value: cost.syncs, unit: '' },
  ];
}

/** Figures that could not be taken are told, and the rest goes on. */
async function attempt(name: string, take: () => Promise<Figure[]>): Promise<Figure[]> {
  try {
    return await take();
  } catch (failure) {
    process.exitCode = 1;
    process.stderr.write(`Not measured: ${name}. ${failure instanceof Error ? failure.message : failure}\n`);
    return [];
  }
}

function print(figures: readonly Figure[]): void {
  if (flags.includes('--json')) {
    const machine = { node: process.version, processors: cpus().length, runs };
    process.stdout.write(`${JSON.stringify({ version: 1, ...machine, figures }, undefined, 2)}\n`);
    return;
  }
  for (const { name, value, unit, specified } of figures) {
    const digits = unit === 'share' ? 3 : unit === '×' ? 2 : 1;
    const beside = specified === undefined ? '' : `  (specified: ${specified})`;
    process.stdout.write(
      `${`${name.padEnd(44)} ${value.toFixed(digits).padStart(9)} ${unit}`.trimEnd()}${beside}\n`,
    );
  }
}

/** Compares with bounds.json, which is generous: a figure above its bound is a regression and no noise. */
function check(figures: readonly Figure[]): void {
  const path = join(import.meta.dirname, '../bench/bounds.json');
  const bounds: Record<string, number> = JSON.parse(readFileSync(path, 'utf8'));
  for (const [name, bound] of Object.entries(bounds)) {
    const figure = figures.find((candidate) => candidate.name === name);
    if (figure !== undefined && figure.value <= bound) continue;
    process.exitCode = 1;
    process.stderr.write(
      `${name}: ${figure?.value.toFixed(2) ?? 'not measured'}, at most ${bound} allowed.\n`,
    );
  }
}

try {
  const figures = [
    ...(await attempt('start', startFigures)),
    ...(await attempt('keys', () => keyFigures(80, 24))),
    ...(await attempt('keys in a large window', () => keyFigures(200, 50))),
    ...(await attempt('idle', idleFigures)),
    ...(await attempt('rating', ratingFigures)),
    ...(await attempt('studying towards a date', async () => studyFigures())),
  ];
  print(figures);
  if (flags.includes('--check')) check(figures);
} finally {
  rmSync(home, { recursive: true, force: true });
}
