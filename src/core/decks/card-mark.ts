import { editDistance } from '../text/nearest.ts';
import { sentence } from '../text/sentence.ts';
import type { Block, Body } from './body.ts';
import type { CardKind } from './card.ts';
import { type Gaps, hasBraces, readGaps } from './cloze-gaps.ts';
import { quoted, type Report } from './format-rules.ts';

/** What decides the kind of a card. */
export interface Mark {
  readonly kind: Exclude<CardKind, 'basic'>;
  /** `undefined` for gaps in the heading. */
  readonly block: Block | undefined;
  readonly line: number;
  readonly column: number;
}

const nearMisses = {
  box: sentence('Write `- [ ] text` or `- [x] text`, with a blank after the dash and after the bracket.'),
  fence: sentence('The marks are `answer SHAPE`, `order`, and an info string that ends in `cloze`.'),
};

/** The mark of a fence, or `near` when it is likely meant to be one. */
export function fenceMark(info: string): 'typed' | 'order' | 'cloze' | 'near' | undefined {
  const words = info.split(/[ \t]+/u);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (first === 'answer') return 'typed';
  if (info === 'order') return 'order';
  if (last === 'cloze') return 'cloze';
  const lower = first.toLowerCase().slice(0, 20);
  const word = /^[a-z]*/u.exec(lower)?.[0] ?? '';
  const near = editDistance(word, 'answer') <= 1 || editDistance(word, 'order') <= 1 || word === 'ordered';
  return (near && word !== 'border') || /^clozes?$/iu.test(last) ? 'near' : undefined;
}

/** An item that is an option: `- [x] text`. */
export const taskItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?:[ \t]+(.*))?$/u;
const nearBox = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]*\[[ \t]*[xX]?[ \t]*\])(?![[(:])/u;
const nestedTask = /^[ \t]+(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]/u;

/** All marks among the blocks, in order; near misses are reported and make the result `undefined`. */
export function readMarks(body: Body, blocks: readonly Block[], report: Report): readonly Mark[] | undefined {
  const marks: Mark[] = [];
  let sound = true;
  for (const block of blocks) {
    const found = markOfBlock(body, block, report);
    if (found === 'near') sound = false;
    else if (found) marks.push(found);
  }
  return sound ? marks : undefined;
}

function markOfBlock(body: Body, block: Block, report: Report): Mark | 'near' | undefined {
  const at = { line: block.start + 1, column: 1 };
  if (block.kind === 'fence') {
    const kind = fenceMark(block.info);
    if (kind !== 'near') return kind && { kind, block, ...at };
    report(
      'mark-near-miss',
      at,
      sentence`The info string ${quoted(block.info)} is no mark.`,
      nearMisses.fence,
    );
    return 'near';
  }
  if (block.kind !== 'text' && block.kind !== 'item' && block.kind !== 'quote') return undefined;
  if (block.kind !== 'quote' && reportNearBoxes(body, block, report)) return 'near';
  if (block.kind === 'item' && taskItem.test(body.lines[block.start] ?? ''))
    return { kind: 'choice', block, ...at };
  return gapMark(body, block, report);
}

function reportNearBoxes(body: Body, block: Block, report: Report): boolean {
  let found = false;
  const option = block.kind === 'item' && taskItem.test(body.lines[block.start] ?? '');
  for (let i = block.start; i < block.end; i++) {
    const line = body.lines[i] ?? '';
    const kind = body.kinds[i];
    if (kind === 'item-fence') {
      const mark = /^[ \t]*(?:`{3,}|~{3,})(.*)$/u.exec(line)?.[1]?.trim();
      if (mark === undefined || !['typed', 'order'].includes(fenceMark(mark) ?? '')) continue;
    } else if (kind === 'item' ? !nearBox.test(line) || taskItem.test(line) : !isNearLine(line, option))
      continue;
    const at = { line: i + 1, column: line.search(/\S/u) + 1 };
    const hint =
      kind === 'item-fence' ? sentence('Put it at the left margin, outside of the list.') : nearMisses.box;
    report('mark-near-miss', at, sentence`${quoted(line)} is nearly a mark of a card, but not quite.`, hint);
    found = true;
  }
  return found;
}

/** A line within a block that was meant to begin an option. */
const isNearLine = (line: string, option: boolean): boolean =>
  nestedTask.test(line) ? !option : nearBox.test(line);

/** Pieces of a block in which braces count, in order; the rest is code and comments. */
export interface Run {
  readonly mode: 'text' | 'fence' | 'literal';
  readonly text: string;
  /** 0-based line. */
  readonly start: number;
}

export function runsOf(body: Body, block: Block): readonly Run[] {
  const runs: Run[] = [];
  let mode: Run['mode'] | undefined;
  let start = block.start;
  for (let i = block.start; i <= block.end; i++) {
    const next = i < block.end ? modeOf(body, block, i) : undefined;
    if (next === mode) continue;
    if (mode) runs.push({ mode, start, text: body.lines.slice(start, i).join('\n') });
    [mode, start] = [next, i];
  }
  return runs;
}

function modeOf(body: Body, block: Block, line: number): Run['mode'] {
  switch (body.kinds[line]) {
    case 'fence-line':
      return fenceMark(block.info) === 'cloze' ? 'fence' : 'literal';
    case 'text':
    case 'quote':
    case 'item':
    case 'item-line':
    case 'heading-3':
      return 'text';
    default:
      return 'literal';
  }
}

export const gapsOfRun = (run: Run): Gaps | undefined =>
  run.mode === 'literal' ? undefined : readGaps(run.text, run.mode === 'fence');

function gapMark(body: Body, block: Block, report: Report): Mark | 'near' | undefined {
  let mark: Mark | undefined;
  for (const run of runsOf(body, block)) {
    if (!hasBraces(run.text)) continue;
    const gaps = gapsOfRun(run);
    if (!gaps) continue;
    if (gaps.problem) {
      const at = positionIn(run.text, gaps.problem.index, run.start);
      report(gaps.problem.rule, at, gaps.problem.message, gaps.problem.hint);
      return 'near';
    }
    const at = positionIn(run.text, Math.max(0, run.text.indexOf('{{')), run.start);
    if (gaps.count > 0) mark ??= { kind: 'cloze', block, ...at };
  }
  return mark;
}

/** Line and column of an index in a text that begins at the start of a 0-based line. */
export function positionIn(text: string, index: number, firstLine: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: firstLine + before.length, column: (before.at(-1) ?? '').length + 1 };
}
