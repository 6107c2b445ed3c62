import { type Sentence, sentence } from '../text/sentence.ts';
import { raw } from '../text/shown.ts';
import { unquote } from './asides.ts';
import { type Block, type Body, joinBlocks } from './body.ts';
import type { Option } from './card.ts';
import { taskItem } from './card-mark.ts';
import type { CardSource, CardTexts } from './card-source.ts';
import { type FormatRule, quoted, type Report } from './format-rules.ts';
import { lineStart, marginOf } from './line-start.ts';

const fewest = 2;
const most = 8;

/** A card with a task list: its top-level task items are the options. */
export function parseChoice({ body, asides, marks, report }: CardSource): CardTexts | undefined {
  const blocks = marks.flatMap((mark) => mark.block ?? []);
  const outer = reasonsBelow(body, asides.rest, blocks, report);
  const options = blocks.map((block) => readOption(body, block, outer.get(block), report));
  const boxes = reportMissingBoxes(body, asides.rest, blocks, report);
  const sound = options.flatMap((option) => option ?? []);
  if (sound.length < options.length || !boxes || !checkOptions(sound, blocks, report)) return undefined;
  const rewritten = new Map<Block, string>();
  blocks.forEach((block, i) => {
    const option = sound[i];
    if (option) rewritten.set(block, formatOption(option));
  });
  for (const quote of outer.values()) rewritten.set(quote, '');
  const isText = (block: Block): boolean => !rewritten.has(block);
  const last = asides.rest.findLastIndex((block) => rewritten.has(block));
  return {
    content: { kind: 'choice', options: sound },
    question: joinBlocks(body, asides.rest.slice(0, last).filter(isText)),
    explanation: joinBlocks(body, asides.rest.slice(last + 1)),
    rewritten,
  };
}

/** Block quotes that stand right below an option, by option. */
function reasonsBelow(
  body: Body,
  rest: readonly Block[],
  options: readonly Block[],
  report: Report,
): ReadonlyMap<Block, Block> {
  const quotes = new Map(rest.filter((block) => block.kind === 'quote').map((block) => [block.start, block]));
  const found = new Map<Block, Block>();
  for (const option of options) {
    const quote = quotes.get(option.end);
    if (!quote) continue;
    found.set(option, quote);
    report(
      'reason-outside',
      { line: quote.start + 1, column: 1 },
      sentence('This quote is taken as the reason of the option above it.'),
      sentence`Indent it by two blanks: \`  ${(body.lines[quote.start] ?? '').slice(0, 40)}\`.`,
    );
  }
  return found;
}

/** One option: a paragraph, then block quotes with its reason. */
function readOption(body: Body, block: Block, outer: Block | undefined, report: Report): Option | undefined {
  const [, box, first = ''] = taskItem.exec(body.lines[block.start] ?? '') ?? [];
  const text = [first];
  const quotes: string[][] = [];
  let state: 'text' | 'quote' | 'blank' = 'text';
  for (let i = block.start + 1; i < block.end; i++) {
    const line = (body.lines[i] ?? '').trimStart();
    const kind = line === '' ? 'blank' : lineStart(line, 0).kind;
    if (kind === 'blank') state = 'blank';
    else if (kind === 'quote' && body.kinds[i] !== 'item-fence') {
      if (state === 'quote') quotes.at(-1)?.push(line);
      else quotes.push([line]);
      state = 'quote';
    } else if (state !== 'blank' && continuesParagraph(body, i, kind)) {
      if (state === 'quote') quotes.at(-1)?.push(line);
      else text.push(line);
    } else {
      reportBlock(i, report);
      return undefined;
    }
  }
  if (outer) quotes.push(body.lines.slice(outer.start, outer.end));
  const reason = quotes
    .map(unquote)
    .filter((quote) => quote !== '')
    .join('\n\n');
  return {
    text: raw(text.join('\n').trim()),
    right: box !== ' ',
    reason: reason === '' ? undefined : raw(reason),
  };
}

function continuesParagraph(body: Body, i: number, kind: string): boolean {
  if (body.kinds[i] === 'item-fence') return false;
  return kind === 'text' || marginOf(body.lines[i] ?? '').indent > 5;
}

function reportBlock(i: number, report: Report): void {
  report(
    'options-paragraph',
    { line: i + 1, column: 1 },
    sentence('An option is one paragraph, and a block quote for its reason.'),
    sentence(
      'Put code, lists and further paragraphs above the options, or below a blank line and at the left margin.',
    ),
  );
}

/** Plain items in the same list as options have lost their box. */
function reportMissingBoxes(
  body: Body,
  rest: readonly Block[],
  options: readonly Block[],
  report: Report,
): boolean {
  const isOption = new Set(options);
  let sound = true;
  rest.forEach((block, i) => {
    if (block.kind !== 'item' || isOption.has(block)) return;
    const beside = [rest[i - 1], rest[i + 1]].filter((other) => other && isOption.has(other));
    const marker = markerOf(body, block);
    if (!beside.some((other) => other && (marker === '-' || marker === markerOf(body, other)))) return;
    sound = false;
    report(
      'mark-near-miss',
      { line: block.start + 1, column: 1 },
      sentence`${quoted(body.lines[block.start] ?? '')} stands among the options but has no box.`,
      sentence('Write `- [ ] text`, or begin another list with `*`, a paragraph apart.'),
    );
  });
  return sound;
}

const markerOf = ({ lines }: Body, { start }: Block): string =>
  (lines[start] ?? '').trim().replace(/^\d+/u, '').charAt(0);

function checkOptions(options: readonly Option[], blocks: readonly Block[], report: Report): boolean {
  const fault = faultOf(options);
  if (fault === undefined) return true;
  const { rule, option = 0, message, hint } = fault;
  report(rule, { line: (blocks[option]?.start ?? 0) + 1, column: 1 }, message, hint);
  return false;
}

interface OptionsFault {
  readonly rule: FormatRule;
  /** The option where it shows; the first one, when it is about all of them. */
  readonly option?: number;
  readonly message: Sentence;
  readonly hint: Sentence;
}

function faultOf(options: readonly Option[]): OptionsFault | undefined {
  const empty = options.findIndex((option) => option.text === '');
  if (empty >= 0) {
    const message = sentence('This option is empty.');
    return { rule: 'options-empty', option: empty, message, hint: sentence('Write `- [ ] text`.') };
  }
  if (options.length < fewest || options.length > most) {
    const message = sentence`There are ${options.length} options.`;
    return { rule: 'options-count', message, hint: sentence`Write ${fewest} to ${most}.` };
  }
  const equal = options.findIndex((option, i) => options.findIndex((o) => o.text === option.text) < i);
  if (equal >= 0) {
    const message = sentence`The option ${quoted(options[equal]?.text ?? '')} stands here twice.`;
    return { rule: 'options-equal', option: equal, message, hint: sentence('Remove one.') };
  }
  return faultOfMarks(options.filter((option) => option.right).length, options.length);
}

function faultOfMarks(right: number, all: number): OptionsFault | undefined {
  if (right === 0) {
    const message = sentence('No option is right.');
    return { rule: 'options-none-right', message, hint: sentence('Mark the right one: `- [x] text`.') };
  }
  if (right < all) return undefined;
  const message = sentence('All options are right.');
  const hint = sentence('Add a wrong one, or ask for the answers with `answer … all`.');
  return { rule: 'options-all-right', message, hint };
}

/** An option in canonical form. */
export function formatOption({ text, right, reason }: Option): string {
  const lines = text
    .split('\n')
    .map((line, i) => (i === 0 ? `- [${right ? 'x' : ' '}] ${line}` : `  ${line}`));
  if (reason !== undefined)
    for (const line of reason.split('\n')) lines.push(line === '' ? '  >' : `  > ${line}`);
  return lines.join('\n');
}
