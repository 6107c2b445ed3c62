/** Code points from the first to the second, both included. */
export type Range = readonly [first: number, last: number];

/** A set of characters. */
export interface CharacterSet {
  readonly ranges: readonly Range[];
  readonly isNegated: boolean;
}

/** What an author wrote between `/^` and `$/`. */
export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly nodes: readonly PatternNode[] }
  /** `most` is `Infinity` for `*`, `+` and `{n,}`. */
  | { readonly kind: 'repeat'; readonly node: PatternNode; readonly least: number; readonly most: number };

/** One state of the automaton; `next` are states. The last state is the match. */
export type PatternState =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'match' };

/** A pattern for whole lines. Matching takes at most states × characters steps, whatever the pattern. */
export interface Pattern {
  readonly states: readonly PatternState[];
}

/** States that a pattern may take once its counts are written out. */
export const mostStates = 1000;

/** States that a node takes, before any is made. */
export function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return node.nodes.reduce((sum, one) => sum + sizeOf(one), 0);
    case 'choice':
      return node.nodes.reduce((sum, one) => sum + sizeOf(one) + 1, 1);
    case 'repeat': {
      const copies = node.most === Infinity ? node.least + 1 : node.most;
      return copies * (sizeOf(node.node) + 1) + 1;
    }
  }
}

/** Writes the automaton of a node (K. Thompson, Regular Expression Search Algorithm, CACM 11(6), 1968). */
export function compilePattern(node: PatternNode): Pattern {
  const states: PatternState[] = [];
  emit(node, states);
  states.push({ kind: 'match' });
  return { states };
}

/** Appends a node's states; whoever comes next in the list is where it goes on. */
function emit(node: PatternNode, states: PatternState[]): void {
  switch (node.kind) {
    case 'set':
      states.push(node);
      return;
    case 'sequence':
      for (const one of node.nodes) emit(one, states);
      return;
    case 'choice':
      emitChoice(node.nodes, states);
      return;
    case 'repeat':
      emitRepeat(node, states);
  }
}

function emitChoice(nodes: readonly PatternNode[], states: PatternState[]): void {
  const starts: number[] = [];
  const ends: number[] = [];
  states.push({ kind: 'fork', next: starts });
  for (const node of nodes) {
    starts.push(states.length);
    emit(node, states);
    ends.push(states.length);
    states.push({ kind: 'fork', next: [] });
  }
  for (const end of ends) states[end] = { kind: 'fork', next: [states.length] };
}

function emitRepeat({ node, least, most }: PatternNode & { kind: 'repeat' }, states: PatternState[]): void {
  for (let i = 0; i < least; i++) emit(node, states);
  if (most === Infinity) {
    const fork = states.length;
    states.push({ kind: 'fork', next: [] });
    emit(node, states);
    states.push({ kind: 'fork', next: [fork] });
    states[fork] = { kind: 'fork', next: [fork + 1, states.length] };
    return;
  }
  const forks: number[] = [];
  for (let i = least; i < most; i++) {
    forks.push(states.length);
    states.push({ kind: 'fork', next: [] });
    emit(node, states);
  }
  for (const fork of forks) states[fork] = { kind: 'fork', next: [fork + 1, states.length] };
}

/** Whether the pattern matches the line from its first character to its last. */
export function matchesPattern({ states }: Pattern, line: string): boolean {
  let marks = new Uint8Array(states.length);
  let current: number[] = [];
  reach(states, 0, marks, current);
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const next: number[] = [];
    marks = marks.fill(0);
    for (const at of current) {
      const state = states[at];
      if (state?.kind === 'set' && contains(state.set, code)) reach(states, at + 1, marks, next);
    }
    if (next.length === 0) return false;
    current = next;
  }
  return current.some((at) => states[at]?.kind === 'match');
}

/** Adds a state and all that follow it without a character; each is visited once. */
function reach(states: readonly PatternState[], from: number, marks: Uint8Array, found: number[]): void {
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (marks[at] === 1) continue;
    marks[at] = 1;
    const state = states[at];
    if (state?.kind === 'fork') open.push(...state.next);
    else found.push(at);
  }
}

const contains = ({ ranges, isNegated }: CharacterSet, code: number): boolean =>
  ranges.some(([first, last]) => first <= code && code <= last) !== isNegated;
