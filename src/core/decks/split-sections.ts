import { attributeCommentOf } from './attribute-comment.ts';
import type { ScannedLines } from './scan-state.ts';

/** A stretch of a deck; lines are 0-based, `end` is the line after the last. */
export interface Section {
  readonly kind: 'note' | 'group' | 'card';
  readonly start: number;
  readonly end: number;
}

/** Cuts a deck at its headings of levels one and two. With `marked`, unmarked level-two headings are notes. */
export function splitSections(scanned: ScannedLines, from: number, marked: boolean): readonly Section[] {
  const sections: Section[] = [];
  let start = from;
  let kind: Section['kind'] = 'note';
  const close = (end: number): void => {
    if (end > start) sections.push({ kind, start, end });
    start = end;
  };
  for (let i = from; i < scanned.kinds.length; i++) {
    const line = scanned.kinds[i];
    if (line === 'heading-1') {
      close(i);
      sections.push({ kind: 'group', start: i, end: i + 1 });
      start = i + 1;
      kind = 'note';
    } else if (line === 'heading-2') {
      const card = !marked || attributeCommentOf(scanned, i) !== undefined;
      if (!card && kind === 'note') continue;
      close(i);
      kind = card ? 'card' : 'note';
    }
  }
  close(scanned.kinds.length);
  return sections;
}
