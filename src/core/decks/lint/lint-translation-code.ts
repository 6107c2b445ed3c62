import { sentence } from '../../text/sentence.ts';
import type { Card } from '../card.ts';
import { fenceMark } from '../card-mark.ts';
import type { Deck } from '../deck.ts';
import type { LintReport } from './lint-rules.ts';

/** Code is not translated: the blocks of a card are the same in every language. */
export function lintTranslationCode(base: Deck, translation: Deck, report: LintReport): void {
  const originals = new Map(base.cards.map((card) => [card.id, card]));
  for (const card of translation.cards) {
    const original = originals.get(card.id);
    // A translation may leave its checked examples to the base.
    const leavesOut = !card.body.includes(transcriptInfo);
    if (original === undefined || codeOf(original, leavesOut) === codeOf(card, false)) continue;
    report(
      'translation-code',
      card.line,
      sentence('The code of this card is not that of its original.'),
      sentence`Compare it with line ${original.line} of the base; comments in code count too.`,
    );
  }
}

const transcriptInfo = 'console verify';

/** The fenced blocks; those that hold answers in words, lines to order or gaps are compared as content. */
function codeOf(card: Card, withoutTranscripts: boolean): string {
  const code: string[] = [];
  let end: string | undefined;
  let isKept = false;
  for (const line of card.body.split('\n')) {
    const fence: string | undefined = /^[ \t>]*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (end !== undefined) {
      if (fence?.startsWith(end) && line.trim().replace(/^[> ]*/u, '') === fence) end = undefined;
      else if (isKept) code.push(line.trimEnd());
    } else if (fence !== undefined) {
      end = fence;
      const info = line.slice(line.indexOf(fence) + fence.length).trim();
      isKept = isCode(info) && !(withoutTranscripts && info === transcriptInfo);
      if (isKept) code.push('');
    }
  }
  return code.join('\n');
}

const isCode = (info: string): boolean =>
  !/^answer[ \t]+text\b/u.test(info) &&
  !['order', 'cloze'].includes(fenceMark(info) ?? '') &&
  info !== 'text';
