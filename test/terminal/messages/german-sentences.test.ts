import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { germanSentences } from '../../../src/terminal/messages/german-sentences.ts';
import { messagesIn } from '../../../src/terminal/messages/messages.ts';

const source = join(import.meta.dirname, '../../../src');

interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

const isNamedSentence = (value: unknown): boolean =>
  isNode(value) && value.type === 'Identifier' && value.name === 'sentence';

/** The templates of all sentences below a node of a syntax tree; `undefined` stands for one that is no literal. */
function templatesBelow(value: unknown): readonly (string | undefined)[] {
  if (Array.isArray(value)) return value.flatMap(templatesBelow);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(templatesBelow);
  return isNode(value) ? [...templatesOf(value), ...inner] : inner;
}

function templatesOf(node: Node): readonly (string | undefined)[] {
  if (node.type === 'CallExpression' && isNamedSentence(node.callee)) {
    const [literal] = node.arguments as readonly Node[];
    return [typeof literal?.value === 'string' ? literal.value : undefined];
  }
  if (node.type !== 'TaggedTemplateExpression' || !isNamedSentence(node.tag)) return [];
  const { quasis } = node.quasi as { readonly quasis: readonly { readonly value: { cooked: string } }[] };
  return [quasis.map(({ value }, i) => (i === 0 ? value.cooked : `%${i}${value.cooked}`)).join('')];
}

const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/u.test(path))
  .flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    if (!/\bsentence \} from '[./]+(?:core\/)?(?:text\/)?sentence\.ts'/u.test(text)) return [];
    return templatesBelow(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })).map((template) => ({
      path,
      template,
    }));
  });
/** One without a word of its own, such as a place before a sentence, is the same in all languages. */
const templates = [...new Set(found.flatMap(({ template }) => template ?? []))].filter((text) =>
  /\p{L}/u.test(text),
);
const german = { ...germanSentences, ...messagesIn('de').sentences };
const placeholders = (text: string): string => (text.match(/%\d/gu) ?? []).sort().join();

test('every sentence of a problem is a literal where it is made, so that catalogues can name it', () => {
  expect(found.length).toBeGreaterThan(200);
  expect(found.filter(({ template }) => template === undefined)).toEqual([]);
});

test('every sentence of a problem or an error has a German twin', () => {
  expect(templates.filter((template) => !Object.hasOwn(german, template))).toEqual([]);
});

test('no German twin has outlived its sentence, and none stands in both catalogues', () => {
  const known = new Set(templates);
  expect(Object.keys(german).filter((template) => !known.has(template))).toEqual([]);
  const { sentences } = messagesIn('de');
  expect(Object.keys(germanSentences).filter((template) => Object.hasOwn(sentences, template))).toEqual([]);
});

test('a German twin takes the same values and differs from its English sentence', () => {
  const unlike = Object.entries(german).filter(
    ([template, twin]) => placeholders(template) !== placeholders(twin) || template === twin,
  );
  expect(unlike).toEqual([]);
});
