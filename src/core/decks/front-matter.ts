import type { Raw } from '../text/shown.ts';
import type { FrontMatterValue } from './deck.ts';

/** 1-based; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What stands between the two `---` lines at the top of a file, read by storage/front-matter.ts. */
export interface FrontMatter {
  readonly values: ReadonlyMap<string, FrontMatterValue>;
  /** As written, without its fences and the last line end. */
  readonly source: Raw;
  /** Lines that it takes, both fences included: the text goes on at the line after. */
  readonly lines: number;
  /** Where each top-level key stands in the file. */
  readonly positions: ReadonlyMap<string, Position>;
}
