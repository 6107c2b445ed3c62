import { plainText, type StyledLine } from '../../src/core/text/styled-line.ts';

/** What a reader sees of styled lines when colour is off. */
export const textPicture = (lines: readonly StyledLine[]): string =>
  lines.map((line) => `${plainText(line).trimEnd()}\n`).join('');
