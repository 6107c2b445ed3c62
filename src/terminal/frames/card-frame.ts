import { shownOrder } from '../../core/decks/shown-order.ts';
import { clean, shown } from '../../core/text/shown.ts';
import { keysLine } from '../app/bindings.ts';
import type { Desk } from '../app/desk.ts';
import { type Frame, layOut } from '../output/layout.ts';
import type { Look } from '../output/look.ts';
import { answerBody } from './answer-lines.ts';
import type { Page } from './reading-frames.ts';

/** A card to read: its question with the answer and every reason. */
export function cardFrame(
  key: string,
  desk: Pick<Desk, 'library'>,
  at: Omit<Page, 'title'>,
  look: Look,
): Frame {
  const item = desk.library().items.get(key);
  const keys = keysLine(at.bindings, look);
  if (item === undefined)
    return layOut({ head: { left: shown``, right: shown`` }, body: [], keys, scroll: undefined }, look);
  const written = item.languages.get(look.language) ?? { card: item.card, file: item.deck.base };
  const question = { item, card: written.card, order: shownOrder(item.card, key), tips: 0 };
  const body = answerBody(
    { question, answer: { kind: 'blank' }, grade: undefined, overridden: false, allReasons: true },
    look,
  );
  const head = { left: clean(written.file.deck.head.title), right: shown`` };
  return layOut({ head, body: body.lines, keys, scroll: at.scroll }, look);
}
