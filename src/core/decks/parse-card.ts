import { sentence } from '../text/sentence.ts';
import { type Raw, raw } from '../text/shown.ts';
import { type Asides, readAsides } from './asides.ts';
import { type AttributeComment, attributeCommentOf, commentAt } from './attribute-comment.ts';
import { type Body, joinBlocks, readBody } from './body.ts';
import type { Attributes, Card, CardKind } from './card.ts';
import { type Mark, readMarks } from './card-mark.ts';
import type { CardSource, CardTexts } from './card-source.ts';
import { readGaps } from './cloze-gaps.ts';
import { quoted, type Report } from './format-rules.ts';
import { headingText } from './heading.ts';
import { kindWords } from './kind-words.ts';
import { noAttributes, parseAttributes } from './parse-attributes.ts';
import { parseBasic } from './parse-basic.ts';
import { parseChoice } from './parse-choice.ts';
import { parseCloze } from './parse-cloze.ts';
import { parseOrder } from './parse-order.ts';
import { parseTyped } from './parse-typed.ts';
import { questionHash } from './question-hash.ts';
import type { ScannedLines } from './scan-state.ts';
import type { Section } from './split-sections.ts';

const parsers: Record<CardKind, (source: CardSource) => CardTexts | undefined> = {
  basic: parseBasic,
  choice: parseChoice,
  typed: parseTyped,
  order: parseOrder,
  cloze: parseCloze,
};

/** Reads the card in a section; `undefined` when it has an error, which is reported. */
export function parseCard(
  scanned: ScannedLines,
  section: Section,
  group: Raw | undefined,
  report: Report,
): Card | undefined {
  const comment = attributeCommentOf(scanned, section.start);
  const attributes = readAttributes(comment, report);
  const body = readBody(scanned, bodyStart(section, comment), section.end);
  const prompt = promptOf(scanned, section, comment, report);
  const places = checkComments(scanned, body, comment, report);
  const asides = readAsides(body, report);
  const marks = readAllMarks(body, asides, section.start, prompt ?? '', report);
  if (!attributes || prompt === undefined || !places || !marks) return undefined;
  const kind = marks[0]?.kind ?? 'basic';
  const at = { line: section.start + 1, column: 1 };
  const source = { prompt, at, body, asides, marks, report };
  const texts = parsers[kind](source);
  if (!texts) return undefined;
  checkAttributes(attributes, kind, at, report);
  return assemble(source, texts, attributes, group);
}

function assemble(
  { prompt, at, body, asides }: CardSource,
  { content, question, explanation, rewritten }: CardTexts,
  attributes: Attributes,
  group: Raw | undefined,
): Card {
  const hash = questionHash(raw(prompt), raw(question), content);
  return {
    id: attributes.id ?? `h${hash}`,
    hash,
    prompt: raw(prompt),
    body: raw(joinBlocks(body, body.blocks, rewritten)),
    group,
    question: raw(question),
    content,
    hints: asides.hints,
    explanation: raw([explanation, ...asides.notes].filter((text) => text !== '').join('\n\n')),
    transcripts: asides.transcripts,
    attributes,
    line: at.line,
  };
}

function readAttributes(comment: AttributeComment | undefined, report: Report): Attributes | undefined {
  if (!comment) return noAttributes;
  if (comment.near) {
    report(
      'attributes-near-miss',
      comment.at,
      sentence('This comment looks like attributes but is none.'),
      sentence('Attributes begin with a key and a colon: `<!-- id: name, tags: [a, b] -->`.'),
    );
    return noAttributes;
  }
  if (comment.blanks > 1)
    report(
      'attributes-place',
      comment.at,
      sentence('The attributes stand too far below their heading.'),
      sentence('Leave one blank line between them.'),
    );
  if (comment.blanks < 0 || comment.rest === '') return parseAttributes(comment, report);
  report(
    'attributes-syntax',
    { line: comment.last + 1, column: 1 },
    sentence('Text follows the attributes on their line.'),
    sentence('Begin it on a line of its own.'),
  );
  return undefined;
}

const bodyStart = (section: Section, comment: AttributeComment | undefined): number =>
  comment && !comment.near && comment.blanks >= 0 ? comment.last + 1 : section.start + 1;

function promptOf(
  { lines }: ScannedLines,
  { start }: Section,
  comment: AttributeComment | undefined,
  report: Report,
): string | undefined {
  const line = lines[start] ?? '';
  const cut = comment && !comment.near && comment.blanks < 0 ? line.lastIndexOf('<!--') : line.length;
  const prompt =
    cut < line.length
      ? line
          .slice(0, cut)
          .replace(/^ {0,3}##/u, '')
          .trim()
      : headingText(line);
  if (prompt !== '') return prompt;
  report(
    'prompt-empty',
    { line: start + 1, column: 1 },
    sentence('This card has no prompt.'),
    sentence('Write it after `##`.'),
  );
  return undefined;
}

/** Attribute comments that stand where nothing reads them. */
function checkComments(
  scanned: ScannedLines,
  body: Body,
  comment: AttributeComment | undefined,
  report: Report,
): boolean {
  let sound = true;
  body.blocks.forEach((block, i) => {
    if (block.kind !== 'comment') return;
    const found = commentAt(scanned, block.start, 0);
    if (!found || found.near) return;
    const second = i === 0 && comment !== undefined && !comment.near;
    if (second) sound = false;
    report(
      second ? 'attributes-twice' : 'attributes-place',
      found.at,
      second
        ? sentence('This card has two comments with attributes.')
        : sentence('These attributes are not read.'),
      second
        ? sentence('Join them into one.')
        : sentence('Move them up: attributes are the first thing under the heading.'),
    );
  });
  return sound;
}

function readAllMarks(
  body: Body,
  asides: Asides,
  line: number,
  prompt: string,
  report: Report,
): readonly Mark[] | undefined {
  const inBody = readMarks(body, asides.rest, report);
  const at = { line: line + 1, column: 1 };
  const gaps = readGaps(prompt, false);
  if (gaps.problem) report(gaps.problem.rule, at, gaps.problem.message, gaps.problem.hint);
  if (!inBody || gaps.problem) return undefined;
  const marks: readonly Mark[] =
    gaps.count > 0 ? [{ kind: 'cloze', block: undefined, ...at }, ...inBody] : inBody;
  const [first] = marks;
  const single = first?.kind === 'typed' || first?.kind === 'order';
  const other = marks.find((mark, i) => i > 0 && (mark.kind !== first?.kind || single));
  if (!first || !other) return marks;
  const text = other.block ? (body.lines[other.line - 1] ?? '') : prompt;
  report(
    'marks-mixed',
    other,
    first.kind === other.kind
      ? sentence`${quoted(text)} is a second block to answer; the first is in line ${first.line}.`
      : sentence`A card is of one kind: ${quoted(text)} makes it ${kindWords[other.kind]}, line ${first.line} makes it ${kindWords[first.kind]}.`,
    first.kind === 'cloze' || other.kind === 'cloze'
      ? sentence('Braces that are no gap stand in code, or are written `\\{{`.')
      : sentence('Make two cards of it.'),
  );
  return undefined;
}

function checkAttributes(
  { reverse, shuffle }: Attributes,
  kind: CardKind,
  at: { line: number; column: number },
  report: Report,
): void {
  if (reverse && kind !== 'basic')
    report(
      'attributes-misplaced',
      at,
      sentence('`reverse` means something on basic cards only.'),
      sentence('Remove it.'),
    );
  if (!shuffle && kind !== 'choice')
    report(
      'attributes-misplaced',
      at,
      sentence('`shuffle` means something on choice cards only.'),
      sentence('Remove it.'),
    );
}
