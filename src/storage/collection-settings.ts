import { join } from 'node:path';
import type { FrontMatterValue } from '../core/decks/deck.ts';
import { quoted, reportTo } from '../core/decks/format-rules.ts';
import { limits } from '../core/decks/limits.ts';
import type { Problem } from '../core/decks/problem.ts';
import { nearest } from '../core/text/nearest.ts';
import { sentence } from '../core/text/sentence.ts';
import { type Raw, raw } from '../core/text/shown.ts';
import { settingsFile } from './collection-name.ts';
import { readRegularFile } from './read-regular-file.ts';
import { readYaml } from './read-yaml.ts';

/** What `.kartei.yaml` at a collection's root says. */
export interface CollectionSettings {
  readonly name: string | undefined;
  /** Globs of paths below the root. */
  readonly ignore: readonly string[];
  /** Lint rules switched off in all decks. */
  readonly lintOff: readonly string[];
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** A file below the root that lists the facts which cards may cite. */
  readonly facts: string | undefined;
  readonly problems: readonly Problem[];
}

const keys = ['name', 'ignore', 'lint', 'facts'] as const;
/** What a collection can be called. */
export const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._/ -]{0,99}$/u;

/** Reads the settings of the collection at `root`; `path` names the file in problems. */
export function readCollectionSettings(root: string, path: Raw = raw(settingsFile)): CollectionSettings {
  const problems: Problem[] = [];
  const report = reportTo(problems, path);
  const start = { line: 1, column: 1 };
  const bytes = readRegularFile(join(root, settingsFile), limits.frontMatter);
  const reading =
    bytes.kind === 'read' ? readYaml(bytes.content.toString('utf8').replace(/\r\n?/gu, '\n')) : undefined;
  if (bytes.kind === 'large')
    report('limit', start, sentence('This file is larger than 64 KiB.'), sentence('Shorten it.'));
  if (reading?.kind === 'broken') report('front-matter', reading.at, reading.message, reading.hint);
  const values: ReadonlyMap<string, FrontMatterValue> =
    reading?.kind === 'mapping' ? reading.values : new Map();
  for (const key of values.keys()) {
    if (keys.some((known) => known === key)) continue;
    const near = nearest(key, keys);
    report(
      'deck-key',
      start,
      sentence`The key ${quoted(key)} is not known.`,
      sentence`Did you mean \`${near ?? keys.join('`, `')}\`?`,
    );
  }
  const name = values.get('name');
  const named = typeof name === 'string' && namePattern.test(name);
  if (name !== undefined && !named)
    report(
      'deck-value',
      start,
      sentence('The name of the collection cannot be used.'),
      sentence('Write `name:` and a word of letters, digits, `.`, `_`, `/`, `-`.'),
    );
  const facts = values.get('facts');
  const lint = values.get('lint');
  const lintValues = lint instanceof Map ? lint : new Map<string, FrontMatterValue>();
  return {
    name: named ? name : undefined,
    ignore: textsOf(values.get('ignore')),
    lintOff: textsOf(lintValues.get('off')),
    strict: lintValues.get('strict') === 'true',
    facts: typeof facts === 'string' && facts !== '' ? facts : undefined,
    problems,
  };
}

function textsOf(value: FrontMatterValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
