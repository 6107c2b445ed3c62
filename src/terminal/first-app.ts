import type { Highlight } from '../core/text/draw-markdown.ts';
import type { OwnKeys } from './app/action-name.ts';
import type { App } from './app/app.ts';
import type { Appearance } from './app/desk.ts';
import { home } from './app/opened.ts';
import { type Language, messagesIn } from './messages/messages.ts';
import { asciiGlyphs, needsAscii, unicodeGlyphs } from './output/glyphs.ts';
import type { Look, Size, TerminalSystem } from './output/look.ts';

/** What decides the first frame beside decks and progress. */
export interface Start {
  readonly language: Language;
  readonly ownKeys: OwnKeys;
}

/** The state in which the screens begin: the home screen. */
export const firstApp = (
  { language, ownKeys }: Start,
  { columns, rows }: Size,
  startedBy: App['startedBy'],
): App => ({
  screen: home,
  homeScreen: home,
  startedBy,
  ownKeys,
  overlay: undefined,
  language,
  size: { columns, rows },
  scroll: undefined,
  menuRow: undefined,
  notice: undefined,
  arrival: { chunk: 0, drawnAt: undefined },
});

/** How a state is drawn on this terminal. */
export function lookFor(
  { size, language }: App,
  highlight: Highlight | undefined,
  appearance: Appearance,
  { env, platform }: Pick<TerminalSystem, 'env' | 'platform'>,
): Look {
  const isAscii = appearance.ascii ?? needsAscii(env, platform);
  return {
    size,
    glyphs: isAscii ? asciiGlyphs : unicodeGlyphs,
    ascii: isAscii,
    messages: messagesIn(language),
    language,
    highlight,
  };
}
