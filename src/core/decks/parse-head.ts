import { nearest } from '../text/nearest.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { type Raw, raw } from '../text/shown.ts';
import type { DeckHead, FrontMatterValue } from './deck.ts';
import { quoted, type Report } from './format-rules.ts';
import type { FrontMatter, Position } from './front-matter.ts';

export const deckKeys = [
  'deck',
  'id',
  'format',
  'lang',
  'objective',
  'tags',
  'cards',
  'commands',
  'lint',
  'description',
  'author',
  'license',
  'source',
] as const;
type DeckKey = (typeof deckKeys)[number];

export const deckIdPattern = /^[a-z0-9][a-z0-9._/-]{0,99}$/u;
const languagePattern = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u;
const formatVersion = 1;

interface HeadContext {
  readonly defaultId: string;
  readonly langFromName: string | undefined;
}

interface Reader {
  readonly matter: FrontMatter;
  readonly report: Report;
  sound: boolean;
}

/** `undefined` when the front matter does not describe a deck that can be loaded. */
export function parseHead(matter: FrontMatter, context: HeadContext, report: Report): DeckHead | undefined {
  const reader: Reader = { matter, report, sound: true };
  for (const key of matter.values.keys()) reportUnknown(reader, key);
  const title = readTitle(reader);
  checkFormat(reader);
  const id = matched(
    reader,
    'id',
    deckIdPattern,
    sentence('It is up to 100 of the characters a-z, 0-9, `.`, `_`, `/`, `-`.'),
  );
  const lang = matched(
    reader,
    'lang',
    languagePattern,
    sentence('It is a language tag such as `en` or `pt-BR`.'),
  );
  const cards = matched(reader, 'cards', /^(?:all|marked)$/u, sentence('It is `all` or `marked`.'));
  const head: DeckHead = {
    title: raw(title ?? ''),
    id: id ?? context.defaultId,
    lang: lang ?? context.langFromName ?? 'en',
    objectives: readList(reader, 'objective').map(raw),
    tags: readList(reader, 'tags').map(raw),
    sources: readList(reader, 'source').map(raw),
    description: readRaw(reader, 'description'),
    author: readRaw(reader, 'author'),
    license: readRaw(reader, 'license'),
    cards: cards === 'marked' ? 'marked' : 'all',
    lintOff: readList(reader, 'lint'),
    commands: matter.values.get('commands'),
  };
  return reader.sound ? head : undefined;
}

const positionOf = ({ matter }: Reader, key: string): Position =>
  matter.positions.get(key) ?? { line: 1, column: 1 };

function refuse(
  reader: Reader,
  rule: 'deck-value' | 'deck-title' | 'deck-format' | 'deck-id',
  key: DeckKey,
  message: Sentence,
  hint: Sentence,
): undefined {
  reader.sound = false;
  reader.report(rule, positionOf(reader, key), message, hint);
  return undefined;
}

function reportUnknown(reader: Reader, key: string): void {
  if (deckKeys.some((known) => known === key)) return;
  const near = nearest(key, deckKeys);
  reader.report(
    'deck-key',
    positionOf(reader, key),
    sentence`The key ${quoted(key)} is not known.`,
    near ? sentence`Did you mean \`${near}\`?` : sentence`The keys are ${deckKeys.join(', ')}.`,
  );
}

/** Everything that `clean` turns into the end of a line. */
const lineBreak = /[\n\r\u2028\u2029\u0085]/u;

function readTitle(reader: Reader): string | undefined {
  const title = readText(reader, 'deck')?.trim();
  if (title === undefined) return undefined;
  if (title === '')
    return refuse(
      reader,
      'deck-title',
      'deck',
      sentence('The deck has no title.'),
      sentence('Write `deck: Title`.'),
    );
  if (!lineBreak.test(title)) return title;
  return refuse(
    reader,
    'deck-title',
    'deck',
    sentence('The title takes more than one line.'),
    sentence('Use `description` for more.'),
  );
}

function checkFormat(reader: Reader): void {
  const version = readText(reader, 'format');
  if (version === undefined || version === String(formatVersion)) return;
  const newer = /^\d{1,9}$/u.test(version) && Number(version) > formatVersion;
  refuse(
    reader,
    'deck-format',
    'format',
    sentence`This deck is in format ${quoted(version)}; this program reads format ${formatVersion}.`,
    newer ? sentence('Install a newer kartei.') : sentence`Write \`format: ${formatVersion}\`.`,
  );
}

function matched(reader: Reader, key: DeckKey, pattern: RegExp, form: Sentence): string | undefined {
  const value = readText(reader, key);
  if (value === undefined || pattern.test(value)) return value;
  const rule = key === 'id' ? 'deck-id' : 'deck-value';
  return refuse(reader, rule, key, sentence`\`${key}\` cannot be ${quoted(value)}.`, form);
}

function readText(reader: Reader, key: DeckKey): string | undefined {
  const value = reader.matter.values.get(key);
  if (value === undefined || typeof value === 'string') return value;
  return refuse(
    reader,
    'deck-value',
    key,
    sentence`\`${key}\` must be one text.`,
    sentence`Write \`${key}: …\`.`,
  );
}

const readRaw = (reader: Reader, key: DeckKey): Raw | undefined => {
  const text = readText(reader, key);
  return text === undefined ? undefined : raw(text);
};

function readList(reader: Reader, key: DeckKey): readonly string[] {
  const value: FrontMatterValue | undefined = reader.matter.values.get(key);
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : [];
  if (Array.isArray(value) && texts.length === value.length) return texts;
  refuse(
    reader,
    'deck-value',
    key,
    sentence`\`${key}\` must be a list of texts.`,
    sentence`Write \`${key}: [a, b]\`.`,
  );
  return [];
}
