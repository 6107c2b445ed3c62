import type { Shown } from '../core/text/shown.ts';
import { blank, span } from '../core/text/styled-line.ts';
import { wrapSpans } from '../core/text/wrap.ts';
import type { App } from './app.ts';
import { type Binding, keysLine } from './bindings.ts';
import { repeat } from './layout.ts';
import { type Look, textWidth } from './look.ts';
import { indented } from './question-lines.ts';

/** What stands above and below a menu: its title, and a hint or the word of the moment with the keys. */
export function menuLines(
  title: Shown,
  hint: Shown,
  bindings: readonly Binding[],
  { notice }: Pick<App, 'notice'>,
  look: Look,
) {
  const rule = [...blank(1), span(repeat(look.glyphs.left, Math.min(90, look.size.columns - 2)), 'dim')];
  const top = [[...blank(1), span(title, 'strong')], rule, ...(look.size.rows >= 14 ? [[]] : [])];
  const bottom = [
    ...indented(wrapSpans([span(notice ?? hint, 'dim')], textWidth(look)), look),
    keysLine(bindings, look),
  ];
  return { top, bottom };
}
