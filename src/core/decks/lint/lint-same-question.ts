import { hash12 } from '../../text/hash.ts';
import { sentence } from '../../text/sentence.ts';
import type { Raw } from '../../text/shown.ts';
import type { Card } from '../card.ts';
import type { DeckFile } from '../collection.ts';
import type { LintReport } from './lint-rules.ts';

export interface QuestionIndex {
  /** Reports the cards of a file that ask what a card met before asks. */
  add(file: DeckFile, report: LintReport): void;
}

/** Two cards ask the same when kind and language are one, and the questions differ in case and punctuation only. */
export function questionIndex(nameOf: (path: string) => Raw): QuestionIndex {
  const met = new Map<string, { readonly path: Raw; readonly line: number }>();
  return {
    add({ path, deck }, report) {
      for (const card of deck.cards) {
        const key = questionKey(card, deck.head.lang);
        const other = met.get(key);
        if (other === undefined) met.set(key, { path, line: card.line });
        else
          report(
            'same-question',
            card.line,
            sentence`This asks what ${nameOf(other.path)}:${other.line} asks.`,
            sentence('Ask it in another way, of another kind, or delete one of them.'),
          );
      }
    },
  };
}

/** Code keeps its punctuation, for there it is what is asked about. */
function questionKey({ prompt, question, content }: Card, lang: string): string {
  const text = content.kind === 'cloze' ? content.text.map((segment) => segment.text).join('') : question;
  const asked = content.kind === 'order' ? `${text}\n${[...content.lines].sort().join('\n')}` : text;
  const words = withoutPunctuation(prompt);
  return hash12(`${lang} ${content.kind} ${words}\n${asked.replace(/\s+/gu, ' ').trim().toLowerCase()}`);
}

function withoutPunctuation(text: string): string {
  const plain = (piece: string): string => piece.toLowerCase().replace(/[\p{P}\s]+/gu, ' ');
  const normal = text.normalize('NFC');
  const words = normal.includes('`')
    ? normal
        .split(/(`[^`]*`)/u)
        .map((piece) => (piece.startsWith('`') ? piece : plain(piece)))
        .join('')
    : plain(normal);
  return words.trim();
}
