import { type Shown, shown } from '../../core/text/shown.ts';

/** The marks of the interface. Each has a twin in ASCII for locales and consoles that lack the others. */
export interface Glyphs {
  readonly cursor: Shown;
  readonly chosen: Shown;
  readonly open: Shown;
  readonly half: Shown;
  readonly right: Shown;
  readonly wrong: Shown;
  readonly done: Shown;
  readonly left: Shown;
  readonly barFull: Shown;
  readonly barEmpty: Shown;
  readonly separator: Shown;
  readonly ellipsis: Shown;
  readonly range: Shown;
  readonly lifted: Shown;
}

export const unicodeGlyphs: Glyphs = {
  cursor: shown`›`,
  chosen: shown`●`,
  open: shown`○`,
  half: shown`◐`,
  right: shown`✓`,
  wrong: shown`✗`,
  done: shown`━`,
  left: shown`─`,
  barFull: shown`█`,
  barEmpty: shown`░`,
  separator: shown` · `,
  ellipsis: shown`…`,
  range: shown`–`,
  lifted: shown`↕`,
};

export const asciiGlyphs: Glyphs = {
  cursor: shown`>`,
  chosen: shown`*`,
  open: shown`o`,
  half: shown`+`,
  right: shown`v`,
  wrong: shown`x`,
  done: shown`=`,
  left: shown`-`,
  barFull: shown`#`,
  barEmpty: shown`.`,
  separator: shown` - `,
  ellipsis: shown`...`,
  range: shown`-`,
  lifted: shown`^`,
};

/** A sentence of ours whose parts a dot separates, for terminals that may have no dot. */
export const separated = (sentence: Shown, { separator }: Pick<Glyphs, 'separator'>): Shown =>
  sentence.replaceAll(unicodeGlyphs.separator, separator) as Shown;

/** ASCII for the Linux console and for locales that are not UTF-8. */
export function needsAscii(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  if (env.TERM === 'linux') return true;
  if (platform === 'win32') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return !/utf-?8/iu.test(locale);
}
