import { type Sentence, sentence } from '../text/sentence.ts';
import { quoted, type Report } from './format-rules.ts';
import { exceeds, limits } from './limits.ts';
import type { ScannedLines } from './scan-state.ts';
import type { Section } from './split-sections.ts';

/** Lines of a deck where something is broken, for all of its sections. */
export interface BrokenLines {
  readonly fences: ReadonlySet<number>;
  readonly comments: ReadonlySet<number>;
  readonly conflicts: ReadonlySet<number>;
}

export function brokenLines({ openFences, openComments, conflicts }: ScannedLines): BrokenLines {
  const touched = new Set<number>();
  for (const { first, last } of conflicts) for (let i = first; i <= last; i++) touched.add(i);
  return { fences: new Set(openFences), comments: new Set(openComments), conflicts: touched };
}

/** What is wrong with a section's lines whatever they say; `false` when it cannot be read on. */
export function checkLines(
  scanned: ScannedLines,
  broken: BrokenLines,
  { start, end, kind }: Section,
  report: Report,
): boolean {
  let sound = true;
  let fence = start;
  for (let i = start; i < end; i++) {
    if (scanned.kinds[i] === 'fence-open') fence = i;
    if (!checkLine(scanned, broken, i, report)) sound = false;
    if (isHeadingInFence(scanned, i)) reportHeadingInFence(scanned, i, fence, report);
  }
  for (let i = start; i < end; i++) {
    if (!broken.conflicts.has(i)) continue;
    report(
      'conflict-marker',
      { line: i + 1, column: 1 },
      kind === 'card'
        ? sentence('Git could not merge this card: it holds conflict markers.')
        : sentence('Git could not merge this text: it holds conflict markers.'),
      sentence('Keep one of the two sides and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.'),
    );
    return false;
  }
  if (kind === 'card' && end - start > 1 && isTooLarge(scanned.lines.slice(start, end))) {
    report(
      'limit',
      { line: start + 1, column: 1 },
      sentence('This card is larger than 64 KiB.'),
      sentence('Split it.'),
    );
    return false;
  }
  return sound;
}

/** Most cards are decided by their length alone. */
function isTooLarge(lines: readonly string[]): boolean {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return length * 3 > limits.card && exceeds(lines.join('\n'), limits.card);
}

function checkLine({ lines, kinds }: ScannedLines, broken: BrokenLines, i: number, report: Report): boolean {
  const line = lines[i] ?? '';
  const at = { line: i + 1, column: 1 };
  const kind = kinds[i];
  if (kind === 'setext')
    report(
      'setext-heading',
      at,
      sentence('This line makes the text above it a heading.'),
      sentence('Put a blank line above the dashes, or write the heading with `#`.'),
    );
  if (broken.fences.has(i))
    report(
      'fence-open',
      at,
      sentence('This code block is open to the end of the file.'),
      sentence`Close it with ${fenceOf(line)}.`,
    );
  if (broken.comments.has(i))
    report(
      'comment-open',
      at,
      sentence('This comment or HTML block is not closed.'),
      sentence('Close it, with `-->` for a comment.'),
    );
  const long = exceeds(line, limits.line);
  if (long) report('limit', at, sentence('This line is longer than 8 KiB.'), sentence('Break it.'));
  if (kind === 'text' && /^ {0,3}##[^#\s]/u.test(line))
    report(
      'heading-space',
      at,
      sentence`${quoted(line)} is no heading.`,
      sentence('Put a blank after `##`.'),
    );
  return kind !== 'setext' && !long && !broken.fences.has(i) && !broken.comments.has(i);
}

const isHeadingInFence = ({ lines, kinds }: ScannedLines, i: number): boolean =>
  (kinds[i] === 'fence-line' || kinds[i] === 'item-fence') && /^ {0,3}##(?:[ \t]|$)/u.test(lines[i] ?? '');

function reportHeadingInFence(
  { lines, kinds }: ScannedLines,
  i: number,
  fence: number,
  report: Report,
): void {
  const above = kinds[i] === 'fence-line' ? sentence`the fence of line ${fence + 1}` : sentence('a fence');
  report(
    'heading-in-fence',
    { line: i + 1, column: 1 },
    sentence`${quoted(lines[i] ?? '')} stands in a code block and is no card.`,
    sentence`Is ${above} not closed? Else switch it off: \`lint: [heading-in-fence]\` in the front matter.`,
  );
}

const fenceOf = (line: string): Sentence => {
  const run = /`{3,}|~{3,}/u.exec(line)?.[0] ?? '```';
  return run.length > 20 ? sentence('a line of as many marks') : sentence`a line ${run}`;
};
