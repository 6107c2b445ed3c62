import type { Card } from '../card.ts';
import type { Deck } from '../deck.ts';
import { quoted } from '../format-rules.ts';
import type { LintReport } from './lint-rules.ts';

const shortest = 3;
const mostWords = 3;

/** A question that contains its answer asks for nothing. Numbers and very short answers are met by chance. */
export function lintAnswerInPrompt(deck: Deck, report: LintReport): void {
  for (const card of deck.cards) {
    const { prompt } = card;
    const words = wordsOf(prompt);
    const given = answersOf(card).find(
      (answer) => answer.length >= shortest && holds(words, wordsOf(answer)) && !isChoiceOf(prompt, answer),
    );
    if (given !== undefined)
      report(
        'answer-in-prompt',
        card.line,
        `The prompt contains its answer, ${quoted(given)}.`,
        'Ask without it.',
      );
  }
}

function answersOf({ content, attributes }: Card): readonly string[] {
  if (content.kind === 'typed')
    return content.shape === 'number' || content.all ? [] : content.answers.slice(0, 1);
  if (content.kind !== 'basic' || attributes.reverse) return [];
  const answer = content.answer.trim().replace(/[.!]$/u, '');
  return answer.includes('\n') || answer.split(/\s+/u).length > mostWords ? [] : [answer];
}

/** Without emphasis and code marks, one blank between words and at both ends. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[`*"'“”„‘’?,;:!()]/gu, ' ')
    .replace(/[.](?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()} `;

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
