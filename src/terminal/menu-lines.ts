import type { Shown } from '../core/text/shown.ts';
import { blank, span } from '../core/text/styled-line.ts';
import { wrapSpans } from '../core/text/wrap.ts';
import type { App } from './app.ts';
import { keysLine } from './bindings.ts';
import { currentBindings } from './current-bindings.ts';
import { repeat } from './layout.ts';
import { type Look, textWidth } from './look.ts';
import { indented } from './question-lines.ts';

/** What stands above and below a menu: its title, and a hint or the word of the moment with the keys. */
export function menuLines(title: Shown, hint: Shown | undefined, app: App, look: Look) {
  const rule = [...blank(1), span(repeat(look.glyphs.left, Math.min(90, look.size.columns - 2)), 'dim')];
  const top = [[...blank(1), span(title, 'strong')], rule, ...(look.size.rows >= 14 ? [[]] : [])];
  const notice = app.notice ?? hint;
  const bottom = [
    ...(notice === undefined ? [] : indented(wrapSpans([span(notice, 'dim')], textWidth(look)), look)),
    keysLine(currentBindings(app), look),
  ];
  return { top, bottom };
}
