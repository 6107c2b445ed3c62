import { nearest } from '../text/nearest.ts';
import { sentence } from '../text/sentence.ts';
import { type Raw, raw } from '../text/shown.ts';
import { asWritten, type Block, fenceLines, joinBlocks } from './body.ts';
import { type AnswerShape, answerShapes } from './card.ts';
import type { CardSource, CardTexts } from './card-source.ts';
import { quoted, type Report } from './format-rules.ts';

/** A card with a fence `answer SHAPE`: one accepted answer a line. */
export function parseTyped({ body, asides, marks, report }: CardSource): CardTexts | undefined {
  const block = marks[0]?.block;
  if (!block) return undefined;
  const shape = readShape(block, report);
  const answers = readAnswers(block, fenceLines(body, block), report);
  if (!shape || answers.length === 0) return undefined;
  const all = /[ \t]all$/u.test(block.info);
  const cut = asides.rest.indexOf(block);
  return {
    content: { kind: 'typed', shape, all, answers },
    question: joinBlocks(body, asides.rest.slice(0, cut)),
    explanation: joinBlocks(body, asides.rest.slice(cut + 1)),
    rewritten: asWritten,
  };
}

function readShape({ info, start }: Block, report: Report): AnswerShape | undefined {
  const [, word = '', all, ...more] = info.split(/[ \t]+/u);
  const shape = answerShapes.find((known) => known === word);
  const at = { line: start + 1, column: 1 };
  if (shape && more.length === 0 && (all === undefined || all === 'all')) return shape;
  const hint = sentence`Write \`answer SHAPE\`, where SHAPE is one of ${answerShapes.join(', ')}.`;
  if (shape)
    report(
      'answer-shape',
      at,
      sentence`${quoted(info)} says too much.`,
      sentence('Only `all` may follow the shape.'),
    );
  else if (word === '') report('answer-shape', at, sentence('The shape of the answer is missing.'), hint);
  else {
    const near = nearest(word, answerShapes);
    report(
      'answer-shape',
      at,
      sentence`There is no shape ${quoted(word)}.`,
      near ? sentence`Did you mean \`${near}\`?` : hint,
    );
  }
  return undefined;
}

function readAnswers(
  { start }: Block,
  lines: readonly { text: string; line: number }[],
  report: Report,
): readonly Raw[] {
  const answers = new Set<Raw>();
  for (const { text, line } of lines) {
    const answer = raw(text.trim());
    if (answer === '') continue;
    if (answers.has(answer))
      report(
        'answer-twice',
        { line, column: 1 },
        sentence`The answer ${quoted(answer)} stands here twice.`,
        sentence('Remove one.'),
      );
    answers.add(answer);
  }
  if (answers.size === 0)
    report(
      'answer-empty',
      { line: start + 1, column: 1 },
      sentence('This block holds no answer.'),
      sentence('Write one a line.'),
    );
  return [...answers];
}
