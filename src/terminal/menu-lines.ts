import type { Shown } from '../core/text/shown.ts';
import { span } from '../core/text/styled-line.ts';
import { wrapSpans } from '../core/text/wrap.ts';
import type { App } from './app.ts';
import { type Binding, keysLine } from './bindings.ts';
import { headLine, type Layout, ruleLine } from './layout.ts';
import { type Look, textWidth } from './look.ts';
import { indented } from './question-lines.ts';

/** What stands above and below a menu: its head, and a hint or the word of the moment with the keys. */
export function menuLines(
  head: Layout['head'],
  hint: Shown,
  bindings: readonly Binding[],
  { notice }: Pick<App, 'notice'>,
  look: Look,
) {
  const top = [headLine(head, look), ruleLine(undefined, look), ...(look.size.rows >= 14 ? [[]] : [])];
  const bottom = [
    ...indented(wrapSpans([span(notice ?? hint, 'dim')], textWidth(look)), look),
    keysLine(bindings, look),
  ];
  return { top, bottom };
}
