import { asciiGlyphs, needsAscii, unicodeGlyphs } from '../terminal/output/glyphs.ts';
import type { Look } from '../terminal/output/look.ts';
import type { CommandContext } from './command.ts';

const paperWidth = 80;
const endless = 10_000;

/** How the screens' texts look when they are printed: as wide as the window, at most 80 columns, without an end. */
export function plainLook({ system, messages, language }: CommandContext): Look {
  const isAscii = needsAscii(system.env, system.platform);
  return {
    size: { columns: Math.min(paperWidth, system.stdout.columns ?? paperWidth), rows: endless },
    glyphs: isAscii ? asciiGlyphs : unicodeGlyphs,
    ascii: isAscii,
    messages,
    language,
    highlight: undefined,
  };
}
