import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { besideFigures } from './beside-figures.ts';
import { keyFigures, slowStartFigures } from './key-figures.ts';
import { type Figure, tellFailure } from './measure.ts';
import { packageFigures } from './package-figures.ts';
import { ratingFigures } from './rating-figures.ts';
import { indexFigures, largeStartFigures, rebuildFigures } from './scale-figures.ts';
import { idleFigures, startFigures } from './start-figures.ts';
import { studyFigures } from './study-figures.ts';
import { Worlds } from './worlds.ts';

const flags = process.argv.slice(2);
const flagText = (flag: string): string | undefined =>
  flags.find((one) => one.startsWith(`--${flag}=`))?.slice(flag.length + 3);
const runs = Number(flagText('runs') ?? 21);
/** Samples of what takes seconds. */
const few = Math.max(1, Math.round(runs / 7));
const only = flagText('only')?.split(',');
const worlds = new Worlds();

const groups: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  start: () => startFigures(worlds.shipped(), runs),
  idle: () => idleFigures(worlds.shipped()),
  keys: () => keyFigures(worlds, { columns: 80, rows: 24 }),
  'keys-large': () => keyFigures(worlds, { columns: 200, rows: 50 }),
  'slow-start': () => slowStartFigures(worlds.shipped()),
  index: () => indexFigures(worlds, few),
  large: () => largeStartFigures(worlds, runs),
  rebuild: () => rebuildFigures(worlds, few),
  rating: () => ratingFigures(worlds),
  package: () => packageFigures(worlds, few),
  beside: () => besideFigures(worlds, few),
  plans: () => studyFigures(),
};

/** The figures of each group; those that could not be taken are named, and the rest goes on. */
async function measure(): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const names = Object.keys(groups);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`No group is called ${unknown}. There are: ${names.join(' ')}.`);
  const measured = new Map<string, readonly Figure[]>();
  for (const [name, take] of Object.entries(groups)) {
    if (only !== undefined && !only.includes(name)) continue;
    try {
      const figures = await take();
      measured.set(name, figures);
      if (!flags.includes('--json')) printTable(figures);
    } catch (failure) {
      tellFailure(name, failure);
      measured.set(name, []);
    }
  }
  return measured;
}

function printTable(figures: readonly Figure[]): void {
  for (const { name, value, unit, specified } of figures) {
    const digits = unit === 'share' ? 3 : unit === '×' || unit === 's' ? 2 : 1;
    const beside = specified === undefined ? '' : `  (specified: ${specified})`;
    const line = `${name.padEnd(48)} ${value.toFixed(digits).padStart(9)} ${unit}`.trimEnd();
    process.stdout.write(`${line}${beside}\n`);
  }
}

function printJson(figures: readonly Figure[]): void {
  const machine = { node: process.version, processors: cpus().length, runs };
  process.stdout.write(`${JSON.stringify({ version: 1, ...machine, figures }, undefined, 2)}\n`);
}

/** Compares with bounds.json, which is generous: a figure above its bound is a regression and no noise. */
function check(measured: ReadonlyMap<string, readonly Figure[]>): void {
  const path = join(import.meta.dirname, '../bench/bounds.json');
  const bounds: Record<string, Record<string, number>> = JSON.parse(readFileSync(path, 'utf8'));
  for (const [group, figures] of measured) {
    for (const [name, bound] of Object.entries(bounds[group] ?? {})) {
      const figure = figures.find((candidate) => candidate.name === name);
      if (figure !== undefined && figure.value <= bound) continue;
      process.exitCode = 1;
      const found = figure?.value.toFixed(2) ?? 'not measured';
      process.stderr.write(`${name}: ${found}, at most ${bound} allowed.\n`);
    }
  }
}

try {
  const measured = await measure();
  if (flags.includes('--json')) printJson([...measured.values()].flat());
  if (flags.includes('--check')) check(measured);
} finally {
  worlds.remove();
}
