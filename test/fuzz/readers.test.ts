import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe } from 'vitest';
import { answerShapes, type Card } from '../../src/core/decks/card.ts';
import { formatDeck } from '../../src/core/decks/format-deck.ts';
import { limits } from '../../src/core/decks/limits.ts';
import { type ParsedDeck, parseDeck } from '../../src/core/decks/parse-deck.ts';
import { parseBlueprint } from '../../src/core/exam/parse-blueprint.ts';
import { gradeAnswer } from '../../src/core/grading/grade-answer.ts';
import { typedDiff } from '../../src/core/grading/typed-diff.ts';
import { encodeEntry } from '../../src/core/history/encode-entry.ts';
import { mergeEntries } from '../../src/core/history/merge.ts';
import { replay } from '../../src/core/history/replay.ts';
import { drawInline, drawMarkdown } from '../../src/core/text/draw-markdown.ts';
import { crc32Hex } from '../../src/core/text/hash.ts';
import { loadMarkdown } from '../../src/core/text/markdown.ts';
import { clean, raw } from '../../src/core/text/shown.ts';
import { lineWidth, type StyledLine } from '../../src/core/text/styled-line.ts';
import { listAddedCollections } from '../../src/storage/added-collections.ts';
import { readCollectionSettings } from '../../src/storage/collection-settings.ts';
import { diskFileSystem } from '../../src/storage/file-system.ts';
import { readFrontMatter } from '../../src/storage/front-matter.ts';
import { readSegments } from '../../src/storage/read-segments.ts';
import { readSettings } from '../../src/storage/read-settings.ts';
import { settleRest, splitKeys } from '../../src/terminal/input/split-keys.ts';
import { contextFor, typedCard } from '../core/grading/typed-card.ts';
import { entryArbitrary } from '../core/history/entry-arbitrary.ts';
import { attackText } from '../support/hostile-collection.ts';
import { deckOf } from '../support/read-deck.ts';
import { fuzz } from './fuzz.ts';
import { hostileText } from './hostile-text.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8');
const shipped = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../decks/lpic-1', name), 'utf8');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kartei-fuzz-'));
  mkdirSync(join(folder, 'collections'));
  await loadMarkdown();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const yamlSigns = [
  ...[
    '---\n',
    '...\n',
    ': ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '<<: ',
    '!!js ',
    '!',
    '|\n',
    '>-\n',
  ],
  ...[
    '# ',
    '%YAML 1.1\n',
    'deck: ',
    'id: ',
    'exam: ',
    'tags: [',
    'lang: de\n',
    '---js\n',
    '"\\u0000"',
    '@',
    'a: a\n',
  ],
];
const markdownSigns = [
  ...[
    '## ',
    '# ',
    '- [ ] ',
    '- [x] ',
    '- ',
    '  ',
    '1. ',
    '> ',
    '> [!TIP]\n',
    '```\n',
    '~~~',
    '```answer command\n',
  ],
  ...[
    '```order\n',
    '```x cloze\n',
    '```console verify\n$ ',
    '{{',
    '}}',
    '::',
    '{{c1::',
    '<!-- id: ',
    '-->',
    '|',
    '---|',
  ],
  ...[
    '**',
    '*',
    '_',
    '`',
    '``',
    '[',
    '](',
    ')',
    '![',
    '<b>',
    '<',
    '</',
    'https://a.example/',
    '&amp;',
    '<<<<<<< ',
    '~~',
  ],
];
const journalSigns = [
  '"',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '\\u0000',
  '"t":',
  '"n":-1',
  '"kind":"undo"',
  ',"crc":"',
  '\n',
];
const shellSigns = [
  ...[
    'docker ',
    'run ',
    '-it ',
    '--rm',
    '--name=',
    'sudo ',
    'A=1 ',
    'sh -c ',
    '$(',
    '`',
    ')',
    '"',
    "'",
    '\\',
    '|',
    '&&',
  ],
  ...[
    ';',
    '>',
    '2>&1 ',
    '<<EOF\n',
    '{a,b}',
    '*',
    '?',
    '[a-z]',
    '~',
    '#',
    '/etc/',
    '../',
    '//',
    '-',
    '--',
    '=',
    '1,000.5',
  ],
];
const exam = shipped('lpic1-102.6.md');
const examSigns = [
  'minutes: ',
  'questions: ',
  'weight: ',
  'scale: { min: ',
  'terms: [',
  'warnings: [',
  '1e9',
  '0x1',
  '-0',
];
const commands = [
  'docker run -it --rm -p 80:80 nginx sh',
  "sudo sh -c 'a > b' && echo $x | tee /etc/y",
  '/etc/machine-id',
];
const decks = [fixture('every-kind.md'), fixture('every-kind.de.md')];
const heads = [...decks, '---\ndeck: "T"\nid: a/b\ntags: [x, "y z"]\nlang: en\n---\n\n## Q\n\nA\n'];
const context = contextFor();
const settingsFile = JSON.stringify({
  language: 'de',
  colours: 'never',
  editor: 'vi',
  keys: [['quit', 'q']],
});

const bodyOf = (text: string): string => text.slice(text.indexOf('\n---\n', 4) + 5);

/** Made of the body alone, under a head that is sound. */
function readDeck(body: string): ParsedDeck {
  const text = raw(deckOf(body));
  const frontMatter = readFrontMatter(text);
  if (frontMatter.kind !== 'found') throw new Error('the head is sound');
  return parseDeck(text, { path: raw('deck.md'), defaultId: 'deck', langFromName: undefined, frontMatter });
}

/** What `clean` never lets through: controls, and what is invisible or turns the direction. */
const unseen =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]|[\u{e0000}-\u{e007f}]/u;

function mustBeShown(text: string): void {
  const bad = unseen.exec(text);
  if (bad !== null)
    throw new Error(`shown: ${JSON.stringify(text.slice(Math.max(0, bad.index - 40), bad.index + 20))}`);
}

/** A line of a deck, where the answers to a card stand. */
const lineOf = (text: string): string => text.replace(/\n/gu, ' ').slice(0, limits.line);

function mustFit(lines: readonly StyledLine[], width: number): void {
  for (const line of lines) {
    mustBeShown(line.map(({ text }) => text).join(''));
    if (lineWidth(line) > Math.max(2, width))
      throw new Error(`a row of ${lineWidth(line)} in ${width} columns`);
  }
}

/** The texts of a card as the screens show them. */
function draw(card: Card, width: number): void {
  mustFit(drawInline(card.prompt, width), width);
  for (const text of [card.question, card.body, card.explanation, ...card.hints, ...card.transcripts]) {
    mustFit(drawMarkdown(text, width), width);
  }
}

/** A line whose check sum is right, so that what it says is looked at. */
const signed = (line: string): string => {
  const body = line.replace(/,"crc":"[0-9a-f]{8}"\}$/u, '');
  return `${body},"crc":"${crc32Hex(body)}"}`;
};

const soundLines = fc.sample(entryArbitrary, { numRuns: 300, seed: 7 }).map(encodeEntry);

describe('fuzzing', () => {
  fuzz({
    name: 'front matter',
    share: 15,
    inputs: hostileText([...heads, exam], yamlSigns).map((text) =>
      raw(text.startsWith('---') ? text : `---\n${text}\n---\n`),
    ),
    read: (text) => {
      const reading = readFrontMatter(text);
      if (reading.kind === 'problem') mustBeShown(clean(reading.message.text));
    },
  });

  fuzz({
    name: 'cards',
    share: 10,
    inputs: fc.tuple(hostileText(decks.map(bodyOf), markdownSigns), fc.integer({ min: 1, max: 120 })),
    read: ([body, width]) => {
      const { deck, problems } = readDeck(body);
      for (const { message } of problems) mustBeShown(clean(message.text));
      if (deck === undefined) return;
      formatDeck(deck);
      for (const card of deck.cards) draw(card, width);
    },
  });

  fuzz({
    name: 'Markdown',
    share: 10,
    inputs: fc.tuple(
      hostileText(decks.map(bodyOf), markdownSigns).map(raw),
      fc.integer({ min: 1, max: 120 }),
    ),
    read: ([text, width]) => mustFit(drawMarkdown(text, width), width),
  });

  fuzz({
    name: 'journal lines',
    share: 20,
    inputs: fc
      .tuple(fc.array(hostileText(soundLines, journalSigns), { minLength: 1, maxLength: 5 }), fc.boolean())
      .map(([lines, isSigned]) => lines.map((line) => (isSigned ? signed(line) : line)).join('\n')),
    read: (text) => {
      const place = { device: '', name: '', nextN: 0, newer: false };
      const { segments } = readSegments(text, place, () => undefined);
      const files = segments.map(({ device, name, entries }) => ({ device, file: name, entries }));
      replay(mergeEntries(files), { now: Date.UTC(2026, 10, 21) });
    },
  });

  fuzz({
    name: 'the cleaner',
    share: 20,
    inputs: hostileText([attackText, ...decks], attackText.split(' ')).map(raw),
    read: (text) => {
      const shown = clean(text);
      mustBeShown(shown);
      if (clean(raw(shown)) !== shown) throw new Error('cleaned twice it is another text');
    },
  });

  fuzz({
    name: 'the grader',
    share: 15,
    inputs: fc.record({
      shape: fc.constantFrom(...answerShapes),
      all: fc.boolean(),
      wanted: fc.array(hostileText(commands, shellSigns).map(lineOf), { minLength: 1, maxLength: 3 }),
      typed: fc.array(hostileText(commands, shellSigns), { maxLength: 3 }),
    }),
    read: ({ shape, all, wanted, typed }) => {
      const card = typedCard(shape, wanted, all);
      const { share } = gradeAnswer(card, { kind: 'typed', lines: typed.map(raw) }, context);
      if (!(share >= 0 && share <= 1)) throw new Error(`a share of ${share}`);
      typedDiff(raw(typed[0] ?? ''), raw(wanted[0] ?? ''));
    },
  });

  fuzz({
    name: 'exam files',
    share: 4,
    inputs: hostileText([exam], [...yamlSigns, ...examSigns]).map((text) => raw(text)),
    read: (text) => {
      const reading = readFrontMatter(text);
      if (reading.kind !== 'found') return;
      const { problems } = parseBlueprint(reading, { path: raw('exam.md'), defaultId: 'exam' });
      for (const { message } of problems) mustBeShown(clean(message.text));
    },
  });

  fuzz({
    name: '.kartei.yaml',
    share: 2,
    inputs: hostileText(
      ['name: a\nignore: [b/**, "*.x"]\nlint: { off: [x], strict: true }\nfacts: f.tsv\n'],
      yamlSigns,
    ),
    read: (text) => {
      writeFileSync(join(folder, '.kartei.yaml'), text);
      for (const { message } of readCollectionSettings(folder).problems) mustBeShown(clean(message.text));
    },
  });

  fuzz({
    name: 'settings',
    share: 1,
    inputs: hostileText([settingsFile], journalSigns),
    read: (text) => {
      writeFileSync(join(folder, 'settings.json'), text);
      readSettings(diskFileSystem, folder);
    },
  });

  fuzz({
    name: 'added collections',
    share: 1,
    inputs: hostileText(
      ['/usr/share\n', 'decks'],
      ['/', '..', '\n', '~', '/dev/zero', '/proc/self', 'x'.repeat(5000)],
    ),
    read: (text) => {
      writeFileSync(join(folder, 'collections/a.path'), text);
      listAddedCollections(join(folder, 'collections'));
    },
  });

  fuzz({
    name: 'keys',
    share: 2,
    inputs: hostileText(
      ['\u001b[1;5A', 'abc', '\u001b[200~x\u001b[201~'],
      ['\u001b[', '\u001bO', '200~', '201~', ';5', 'A'],
    ),
    read: (text) => void settleRest(splitKeys(text).rest),
  });
});
