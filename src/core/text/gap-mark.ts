import { type Raw, raw } from './shown.ts';

/**
 * A gap of a cloze text is marked in its Markdown by two noncharacters, which no Markdown means anything by and
 * which `clean` lets nobody else show. They never leave the core: drawing turns them into the style `gap`.
 */
export const gapStart = '\ufdd0';
export const gapEnd = '\ufdd1';

/** Marks the text that stands in a gap, so that it is drawn as one, even within code. */
export const markGap = (text: Raw): Raw => raw(gapStart + dropGapMarks(text) + gapEnd);

/** An author's own text without characters that would pass for gap marks. */
const dropGapMarks = (text: Raw): Raw => raw(text.replace(/[\ufdd0\ufdd1]/gu, ''));
