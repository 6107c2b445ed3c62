import { sentence } from '../../text/sentence.ts';
import { clean } from '../../text/shown.ts';
import { displayWidth } from '../../text/width.ts';
import type { Card, Option } from '../card.ts';
import type { Deck } from '../deck.ts';
import type { LintReport } from './lint-rules.ts';

/** Fewer cards prove nothing. */
const fewestCards = 6;

interface SingleChoice {
  readonly card: Card;
  readonly options: readonly Option[];
  /** Position of the one right option. */
  readonly key: number;
}

/** The key's length and place must give nothing away. Places are those of the base; translations follow it. */
export function lintKeys(deck: Deck, report: LintReport, withPlaces: boolean): void {
  const cards = deck.cards.flatMap(singleChoice);
  if (cards.length < fewestCards) return;
  lintLengths(cards, report);
  if (withPlaces) lintPlaces(cards, report);
}

function singleChoice(card: Card): readonly SingleChoice[] {
  const { content } = card;
  if (content.kind !== 'choice') return [];
  const right = content.options.flatMap((option, i) => (option.right ? [i] : []));
  const [key] = right;
  return right.length === 1 && key !== undefined ? [{ card, options: content.options, key }] : [];
}

function lintLengths(cards: readonly SingleChoice[], report: LintReport): void {
  const telling = cards.filter(isKeyLongest);
  if (telling.length * 3 <= cards.length) return;
  const message = sentence`The right option is longer than every other by more than half, as in ${telling.length} of ${cards.length} cards here.`;
  const hint = sentence('Shorten it, or give the others as much detail.');
  for (const { card } of telling) report('key-longest', card.line, message, hint);
}

function isKeyLongest({ options, key }: SingleChoice): boolean {
  const widths = options.map(({ text }) => displayWidth(clean(text)));
  const others = widths.filter((_, i) => i !== key);
  return (widths[key] ?? 0) > 1.5 * Math.max(...others);
}

/** A place is suspect when it holds the key over twice, or less than a quarter, of its fair share. */
function lintPlaces(cards: readonly SingleChoice[], report: LintReport): void {
  const most = Math.max(...cards.map(({ options }) => options.length));
  const first = cards[0]?.card.line ?? 1;
  for (let place = 0; place < most; place++) {
    const possible = cards.filter(({ options, card }) => place < options.length && card.attributes.shuffle);
    const fair = possible.reduce((sum, { options }) => sum + 1 / options.length, 0);
    const found = possible.filter(({ key }) => key === place).length;
    if (fair < fewestCards / 3 || (found <= fair * 2 && found >= fair / 4)) continue;
    report(
      'key-position',
      first,
      sentence`Option ${place + 1} is the right one in ${found} of ${possible.length} cards; about ${Math.round(fair)} would be even.`,
      sentence('Move the right options about; a reader of the file learns their places.'),
    );
  }
}
