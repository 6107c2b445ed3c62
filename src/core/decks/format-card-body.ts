import { type Raw, raw } from '../text/shown.ts';
import type { Card, Segment } from './card.ts';
import { fenceMark } from './card-mark.ts';
import { lineStart, marginOf } from './line-start.ts';
import { formatOption } from './parse-choice.ts';

/** The texts of a card that its body is made of. */
export type BodyTexts = Pick<Card, 'question' | 'content' | 'hints' | 'explanation' | 'transcripts'>;

/**
 * A card's body from its texts, for cards that no author wrote. The texts themselves must hold no mark of a card
 * and no heading of levels one and two; parse the result to be sure of a text from elsewhere.
 */
export function formatCardBody(texts: BodyTexts): Raw {
  const { content, explanation } = texts;
  const apart = explanation !== '' && (content.kind === 'basic' || goesOn(explanation));
  const parts = [
    ...formatContent(texts),
    apart ? formatAlert('NOTE', explanation) : explanation,
    ...texts.hints.map((hint) => formatAlert('TIP', hint)),
    ...texts.transcripts,
  ];
  return raw(parts.filter((part) => part !== '').join('\n\n'));
}

function formatContent({ question, content }: BodyTexts): readonly string[] {
  switch (content.kind) {
    case 'basic':
      return question === '' && !holdsBreak(content.answer)
        ? [content.answer]
        : [question, '---', content.answer];
    case 'choice':
      return [question, content.options.map(formatOption).join('\n')];
    case 'typed':
      return [question, formatFence(`answer ${content.shape}${content.all ? ' all' : ''}`, content.answers)];
    case 'order':
      return [question, formatFence('order', content.lines)];
    case 'cloze':
      return [question, formatSegments(content.text)];
  }
}

/** A list, or an indented line, right after a list would go on with it. */
function goesOn(text: string): boolean {
  const { at, indent } = marginOf(text);
  return indent > 0 || lineStart(text, at).kind === 'item';
}

const holdsBreak = (text: string): boolean =>
  text.split('\n').some((line) => lineStart(line, marginOf(line).at).kind === 'break');

function formatAlert(word: 'TIP' | 'NOTE', text: string): string {
  const lines = text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return [`> [!${word}]`, ...lines].join('\n');
}

/** A fence longer than any run of backticks in its lines. */
export function formatFence(info: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/gu) ?? []).map((run) => run.length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${info}`, ...lines, marks].join('\n');
}

/** The inverse of reading gaps. A gap's text that holds `::` outside of code must have a hint. */
function formatSegments(segments: readonly Segment[]): string {
  let text = '';
  let fence: { readonly end: string; readonly cloze: boolean } | undefined;
  for (const segment of segments) {
    if (segment.kind === 'gap') {
      text += formatGap(segment);
      continue;
    }
    segment.text.split('\n').forEach((line, i) => {
      const begins = i > 0 || text === '' || text.endsWith('\n');
      const start = lineStart(line, marginOf(line).at);
      if (i > 0) text += '\n';
      text += fence?.cloze ? line.replaceAll('{{', '\\{{') : line;
      if (fence && begins && line.trim().startsWith(fence.end)) fence = undefined;
      else if (!fence && begins && start.kind === 'fence')
        fence = { end: start.char.repeat(start.length), cloze: fenceMark(start.info) === 'cloze' };
    });
  }
  return text;
}

function formatGap({ part, text, hint }: Segment & { readonly kind: 'gap' }): string {
  const number = /^c[1-9]\d{0,2}$/u.test(part) ? `${part}::` : '';
  return `{{${number}${text}${hint === undefined ? '' : `::${hint}`}}}`;
}
