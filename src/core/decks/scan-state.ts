/** What each line of a deck is, at the top level of its Markdown; lists and quotes are not looked into. */
export type LineKind =
  | 'blank'
  | 'text'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'fence-open'
  | 'fence-line'
  | 'fence-close'
  | 'quote'
  /** Begins an item of a top-level list. */
  | 'item'
  /** Goes on with the item above. */
  | 'item-line'
  /** A fence in an item. */
  | 'item-fence'
  | 'break'
  | 'setext'
  | 'comment'
  | 'verbatim'
  | 'indented-code'
  | 'conflict';

export interface ScannedLines {
  readonly lines: readonly string[];
  readonly kinds: readonly LineKind[];
  /** 0-based lines of fences and of comments that nothing closes. */
  readonly openFences: readonly number[];
  readonly openComments: readonly number[];
  /** 0-based first and last lines of what Git could not merge. */
  readonly conflicts: readonly { readonly first: number; readonly last: number }[];
}

export interface Fence {
  readonly char: string;
  readonly length: number;
  readonly line: number;
  /** Columns that a line needs to be in the item that holds the fence; 0 outside of lists. */
  readonly offset: number;
  /** Nothing closes it: it is read up to the next heading. */
  readonly open: boolean;
}

export interface Closers {
  readonly '`': Int32Array;
  readonly '~': Int32Array;
}

export interface ScanState {
  readonly lines: readonly string[];
  readonly kinds: LineKind[];
  readonly openFences: number[];
  readonly openComments: number[];
  readonly conflicts: { first: number; last: number }[];
  /** Longest closing fence from a line to the end of the file; known from the first fence on. */
  closers: Closers | undefined;
  fence: Fence | undefined;
  /** The comment or verbatim block that we are in, with the text that ends it; `undefined` when nothing does. */
  html:
    | { readonly kind: 'comment' | 'verbatim'; readonly end: string | undefined; readonly line: number }
    | undefined;
  /** The last line that could end a comment. */
  readonly lastCommentEnd: number;
  /** Content columns of the open list items, outermost first. */
  offsets: number[];
  /** The line before is running text, so the next may go on with it. */
  paragraph: boolean;
  inQuote: boolean;
  quoteFence: string;
  fenceBeforeConflict: Fence | undefined;
  inConflict: boolean;
}
