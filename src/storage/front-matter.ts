import matter from 'gray-matter';
import { quoted } from '../core/decks/format-rules.ts';
import type { FrontMatter } from '../core/decks/front-matter.ts';
import { exceeds, limits } from '../core/decks/limits.ts';
import { type Sentence, sentence } from '../core/text/sentence.ts';
import { type Raw, raw } from '../core/text/shown.ts';
import { readYaml, type YamlReading } from './read-yaml.ts';

export type FrontMatterReading =
  | { readonly kind: 'none' }
  | FrontMatterProblem
  | ({ readonly kind: 'found' } & FrontMatter);

export interface FrontMatterProblem {
  readonly kind: 'problem';
  /** 1-based, in the file. */
  readonly line: number;
  readonly column: number;
  readonly message: Sentence;
  readonly hint: Sentence | undefined;
}

const longestBlankRun = 512;
const tooManyBlanks = new RegExp(`\\s{${longestBlankRun + 1}}`, 'u');
const none: FrontMatterReading = { kind: 'none' };

/**
 * Reads front matter, which may be hostile. gray-matter would run JavaScript for `---js`, remember broken files and
 * take minutes for blank lines: it sees only what stands between two lines that are exactly `---`, always with
 * options, and with no engine but YAML. A file that names neither a deck nor an exam is never a problem.
 */
export function readFrontMatter(text: Raw): FrontMatterReading {
  const head = text
    .slice(0, limits.frontMatter + 8)
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n');
  const reading = readHead(head, text.length > limits.frontMatter);
  return reading.kind === 'problem' && !looksOurs(head) ? none : reading;
}

/** True when the top of the file has a key of ours, however broken its YAML is. */
const looksOurs = (head: string): boolean => /^[ \t]{0,3}["']?(?:deck|exam)["']?[ \t]*:/mu.test(head);

function readHead(head: string, long: boolean): FrontMatterReading {
  const lineEnd = head.indexOf('\n');
  const first = lineEnd < 0 ? head : head.slice(0, lineEnd);
  if (!first.startsWith('---') || /^----+$/u.test(first)) return none;
  if (first !== '---')
    return problem(
      1,
      4,
      sentence`${quoted(first.slice(3))} follows the three dashes of the first line.`,
      sentence('Front matter opens with a line that is exactly `---`, and is YAML.'),
    );
  const end = /\n---(?:\n|$)/u.exec(head)?.index;
  if (end === undefined || exceeds(head.slice(0, end), limits.frontMatter)) return notClosed(long);
  return readFenced(head.slice(4, Math.max(4, end)));
}

const notClosed = (long: boolean): FrontMatterProblem =>
  problem(
    1,
    1,
    long
      ? sentence('The front matter is larger than 64 KiB, or not closed.')
      : sentence('The front matter is not closed.'),
    sentence('Close it with a line that is exactly `---`.'),
  );

function problem(
  line: number,
  column: number,
  message: Sentence,
  hint: Sentence | undefined,
): FrontMatterProblem {
  return {
    kind: 'problem',
    line,
    column,
    message,
    hint,
  };
}

function readFenced(source: string): FrontMatterReading {
  const blanks = tooManyBlanks.exec(source);
  if (blanks) {
    const line = source.slice(0, blanks.index).split('\n').length + 1;
    return problem(
      line,
      1,
      sentence`More than ${longestBlankRun} blanks stand in a row.`,
      sentence('Delete them.'),
    );
  }
  const reading = callGrayMatter(source);
  if (reading.kind === 'broken')
    return problem(reading.at.line + 1, reading.at.column, reading.message, reading.hint);
  if (reading.kind === 'other') return none;
  return {
    kind: 'found',
    values: reading.values,
    source: raw(source),
    lines: source.split('\n').length + 2,
    positions: new Map(
      [...reading.positions].map(([key, at]) => [key, { line: at.line + 1, column: at.column }]),
    ),
  };
}

const refusing = {
  parse: (): never => {
    throw new Error('Front matter is YAML and nothing else.');
  },
};

function callGrayMatter(source: string): YamlReading {
  let reading: YamlReading = { kind: 'other' };
  matter(`---\n${source}\n---\n`, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: () => {
          reading = readYaml(source);
          return Object.create(null);
        },
      },
      json: refusing,
      javascript: refusing,
      js: refusing,
      coffee: refusing,
      toml: refusing,
    },
  });
  return reading;
}
