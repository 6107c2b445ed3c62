import { hash12 } from '../text/hash.ts';
import type { Raw } from '../text/shown.ts';
import type { CardContent, Segment } from './card.ts';
import { collapse } from './cloze-gaps.ts';

/**
 * Identity of a question (deck format, section 6): the heading and what belongs to it, white space collapsed, NFC.
 * The text of a cloze belongs to it, the marks of its gaps do not: another gap is not another question.
 */
export function questionHash(prompt: Raw, question: Raw, content: CardContent): string {
  const cloze = content.kind === 'cloze' ? content : undefined;
  return hash12(
    collapse(`${cloze ? plain(cloze.heading) : prompt}\n${question}\n${cloze ? plain(cloze.text) : ''}`),
  );
}

const plain = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');
