import { sentence } from '../../text/sentence.ts';
import { raw } from '../../text/shown.ts';
import type { Card, CardContent, Segment } from '../card.ts';
import type { Deck } from '../deck.ts';
import { quoted } from '../format-rules.ts';
import type { LintReport } from './lint-rules.ts';

const shortest = 3;
/** On one line. */
const fewWords = /^\S+(?:[^\S\n]+\S*){0,2}$/u;

/** A question that contains its answer asks for nothing. Numbers and very short answers are met by chance. */
export function lintAnswerInPrompt(deck: Deck, report: LintReport): void {
  for (const card of deck.cards) {
    const given = givenAway(card);
    if (given !== undefined)
      report(
        'answer-in-prompt',
        card.line,
        sentence`The prompt contains its answer, ${quoted(given)}.`,
        sentence('Ask without it.'),
      );
  }
}

function givenAway(card: Card): string | undefined {
  const { prompt, content } = card;
  const isGiven = (answer: string, isInView: boolean): boolean =>
    answer.length >= shortest && isInView && !isChoiceOf(prompt, answer);
  if (content.kind === 'cloze')
    return gapsOf(content).find((gap) =>
      isGiven(gap.text, holds(termsOf(viewBeside(gap, content)), termsOf(gap.text))),
    )?.text;
  const answer = answerOf(card);
  return answer !== undefined && isGiven(answer, holds(wordsOf(prompt), wordsOf(answer)))
    ? answer
    : undefined;
}

type Cloze = Extract<CardContent, { kind: 'cloze' }>;
type Gap = Extract<Segment, { kind: 'gap' }>;

const gapsOf = ({ heading, text }: Cloze): readonly Gap[] =>
  [...heading, ...text].filter((segment) => segment.kind === 'gap');

/** What is shown when a gap is asked: all but the gaps that are asked with it. A mark keeps its neighbours apart. */
const viewBeside = ({ part }: Gap, { heading, text }: Cloze): string =>
  [...heading, { kind: 'text' as const, text: raw(' … ') }, ...text]
    .map((segment) => (segment.kind === 'gap' && segment.part === part ? '…' : segment.text))
    .join('');

function answerOf({ content, attributes }: Card): string | undefined {
  if (content.kind === 'typed')
    return content.shape === 'number' || content.all ? undefined : content.answers[0];
  if (content.kind !== 'basic' || attributes.reverse) return undefined;
  const answer = content.answer.trim().replace(/[.!]$/u, '');
  return fewWords.test(answer) ? answer : undefined;
}

const wordsOf = (text: string): string => termsOf(text.toLowerCase());

/** Without emphasis and code marks, one blank between words and at both ends. A gap may be code, so case is kept. */
const termsOf = (text: string): string =>
  ` ${text.replace(/(?:[\s`*"'“”„‘’?,;:!()]|[.](?=[\s`*"'“”„‘’?,;:!()]|$))+/gu, ' ').trim()} `;

const holds = (prompt: string, words: string): boolean => words !== '  ' && prompt.includes(words);

/** "Is it A or B?" and "Which of A, B, C?" name their answer lawfully, among others. */
function isChoiceOf(prompt: string, answer: string): boolean {
  const words = wordsOf(answer);
  const isLinked = ['or', 'oder', 'and', 'und', 'than', 'als'].some((link) => {
    const all = wordsOf(prompt);
    return all.includes(`${words}${link} `) || all.includes(` ${link}${words}`);
  });
  const pieces = prompt.split(/([,;:.?!()])/u);
  const isComma = (i: number): boolean => pieces[i] === ',' || pieces[i] === ';';
  return (
    isLinked || pieces.some((piece, i) => wordsOf(piece) === words && (isComma(i - 1) || isComma(i + 1)))
  );
}
