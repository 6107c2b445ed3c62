import type { Raw } from '../text/shown.ts';
import type { ExamItem } from './exam-item.ts';

/** How terms are compared: case and blanks do not matter. */
export const termKey = (term: Raw): string => term.trim().replace(/\s+/gu, ' ').toLowerCase();

/** The terms that an item's card names. */
export const termsOf = ({ card }: ExamItem): readonly string[] => card.attributes.terms.map(termKey);
