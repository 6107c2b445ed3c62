import { basename, join, resolve } from 'node:path';
import { formatRules } from '../../core/decks/format-rules.ts';
import { lintCollection } from '../../core/decks/lint/lint-collection.ts';
import { lintLines } from '../../core/decks/lint/lint-lines.ts';
import { type LintReport, lintReportTo, lintRules } from '../../core/decks/lint/lint-rules.ts';
import { lintTranscripts } from '../../core/decks/lint/lint-transcripts.ts';
import type { Problem } from '../../core/decks/problem.ts';
import { examFileRules } from '../../core/exam/exam-file-rules.ts';
import { readOptionTables } from '../../core/grading/read-option-tables.ts';
import { nearest } from '../../core/text/nearest.ts';
import { sentence } from '../../core/text/sentence.ts';
import { raw } from '../../core/text/shown.ts';
import { settingsFile } from '../../storage/collection-name.ts';
import { readCollectionSettings } from '../../storage/collection-settings.ts';
import { type ReadProgress, readDeckByDeck } from '../../storage/read-collection.ts';
import type { DeckSource } from '../../storage/read-deck-files.ts';
import { readExams } from '../../storage/read-exams.ts';
import { readFactIds } from '../../storage/read-fact-ids.ts';
import { shortPath } from '../short-path.ts';
import { isWithin, type PathsByRoot } from './paths-by-root.ts';

/** Every rule of decks, exams and good decks, with what its breach is. */
export const allRules = { ...formatRules, ...examFileRules, ...lintRules } as const;
export type Rule = keyof typeof allRules;

export interface LintResult {
  /** Sorted by path, line and column. */
  readonly problems: readonly Problem[];
  /** The deck files that were looked at, named as in problems. */
  readonly files: readonly string[];
  /** A translation belongs to the deck that it translates. */
  readonly decks: number;
  readonly cards: number;
  /** Some collection counts warnings as errors, in its settings. */
  readonly strict: boolean;
}

/** What is counted of a deck of which files lie within the paths. */
interface WantedDeck {
  readonly files: readonly string[];
  readonly cards: number;
}

/** Lints whole collections, for what is wrong may show across files, and keeps what lies within the paths. */
export function lintPaths(
  cwd: string,
  roots: PathsByRoot,
  onProgress: (progress: ReadProgress) => void,
): LintResult {
  const results = [...roots].map(([root, paths]) => lintRoot(cwd, root, paths, onProgress));
  return {
    problems: results.flatMap(({ problems }) => problems).sort(byPlace),
    files: results.flatMap(({ files }) => files).sort(),
    decks: results.reduce((sum, { decks }) => sum + decks, 0),
    cards: results.reduce((sum, { cards }) => sum + cards, 0),
    strict: results.some(({ strict }) => strict),
  };
}

const byPlace = (a: Problem, b: Problem): number =>
  a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1;

function lintRoot(
  cwd: string,
  root: string,
  paths: readonly string[],
  onProgress: (progress: ReadProgress) => void,
): LintResult {
  const nameOf = (path: string): string => shortPath(cwd, root, path);
  const isWanted = (path: string): boolean => paths.some((wanted) => isWithin(wanted, path));
  const settings = readCollectionSettings(root, raw(nameOf(settingsFile)));
  const facts = settings.facts === undefined ? undefined : readFactIds(root, settings.facts);
  const problems: Problem[] = [];
  const lint = lintCollection({ facts, nameOf: (path) => raw(nameOf(path)) });
  const wanted: WantedDeck[] = [];
  const onFile = (progress: ReadProgress): void => {
    const { deck } = progress;
    if (deck && isWanted(join(root, deck.path)))
      lintSource(deck, nameOf(deck.path), settings.lintOff, problems);
    onProgress(progress);
  };
  const collection = readDeckByDeck(root, { nameOf, onFile }, (deck) => {
    lint.add(deck);
    const { base, translations } = deck;
    const files = [base, ...translations.values()].filter(({ absolutePath }) => isWanted(absolutePath));
    if (files.length > 0)
      wanted.push({ files: files.map(({ path }) => nameOf(path)), cards: base.deck.cards.length });
  });
  problems.push(...collection.problems, ...readExams(collection, { nameOf }).problems, ...lint.problems);
  if (settings.facts !== undefined && facts === undefined)
    problems.push(noFacts(nameOf(settingsFile), settings.facts));
  const off = new Set(settings.lintOff);
  const isKept = ({ rule, severity, path }: Problem): boolean => {
    const place = resolve(cwd, path);
    if (severity === 'warning' && off.has(rule)) return false;
    return isWanted(place) || basename(place) === settingsFile || paths.some((one) => isWithin(place, one));
  };
  return {
    files: wanted.flatMap(({ files }) => files),
    decks: wanted.length,
    cards: wanted.reduce((sum, { cards }) => sum + cards, 0),
    problems: problems.filter(isKept),
    strict: settings.strict,
  };
}

/** What shows in the file alone: its lines, and what its front matter says besides the deck. */
function lintSource(
  { text, frontMatter }: DeckSource,
  name: string,
  lintOff: readonly string[],
  problems: Problem[],
): void {
  const lint = frontMatter.values.get('lint');
  const here = typeof lint === 'string' ? [lint] : Array.isArray(lint) ? lint : [];
  const off = here.filter((rule) => typeof rule === 'string');
  const report = lintReportTo(problems, raw(name), [...off, ...lintOff]);
  const lineOf = (key: string): number => frontMatter.positions.get(key)?.line ?? 1;
  lintLines(text, frontMatter.lines, report);
  lintTranscripts(text, frontMatter.lines, report);
  lintRuleNames(off, lineOf('lint'), report);
  const commands = frontMatter.values.get('commands');
  if (commands === undefined) return;
  for (const { message, hint, key } of readOptionTables(commands).problems)
    report('option-table', lineOf('commands'), sentence`${key}: ${message}`, hint);
}

function lintRuleNames(names: readonly string[], line: number, report: LintReport): void {
  const known = Object.keys(allRules);
  for (const name of names) {
    if (name === '' || known.includes(name)) continue;
    const near = nearest(name, known);
    report(
      'lint-unknown',
      line,
      sentence`There is no rule \`${name.slice(0, 60)}\` to switch off.`,
      near === undefined
        ? sentence('Rules are named in brackets behind each problem.')
        : sentence`Did you mean \`${near}\`?`,
    );
  }
}

const noFacts = (path: string, facts: string): Problem => ({
  severity: 'warning',
  rule: 'fact-unknown',
  path: raw(path),
  line: 1,
  column: 1,
  message: sentence`There is no file \`${facts.slice(0, 60)}\` with facts in this collection.`,
  hint: sentence('Name a file below the folder of `.kartei.yaml`.'),
});
