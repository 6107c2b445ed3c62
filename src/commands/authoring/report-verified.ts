import type { DiffLine, StepDifference } from '../../core/decks/compare-transcript.ts';
import { clean, joinShown, type Raw, raw, type Shown, shown } from '../../core/text/shown.ts';
import { type Span, type StyledLine, span } from '../../core/text/styled-line.ts';
import type { AuthoringMessages } from '../../terminal/messages/authoring.ts';
import { inEnglish, type Say } from '../../terminal/messages/say.ts';
import type { ShownJson } from '../print-json.ts';
import type { Place } from './collect-transcripts.ts';
import type { BlockOutcome, VerifiedBlock } from './verify-blocks.ts';

type VerifyMessages = AuthoringMessages['verify'];

/** Lines of one comparison that are printed. */
const mostLines = 40;

/** What is wrong with one block, each step with its place; nothing for blocks that passed or were passed over. */
export function verifiedLines(
  { block, outcome }: VerifiedBlock,
  messages: AuthoringMessages,
  say: Say,
): StyledLine[] {
  const [first, ...others] = block.places;
  const lines = wrongLines(first, outcome, messages, say);
  if (lines.length === 0 || others.length === 0) return lines;
  const also = joinShown(others.map(placeOf), ', ');
  return [...lines, [span(shown`    ${messages.verify.also(also)}`, 'dim')]];
}

const placeOf = ({ path, line }: Place): Shown => shown`${oneLine(path)}:${line}`;
const oneLine = (text: Raw): Shown => clean(raw(text.replace(/\s*\n\s*/gu, ' ↵ ')));

function wrongLines(
  place: Place,
  outcome: BlockOutcome,
  messages: AuthoringMessages,
  say: Say,
): StyledLine[] {
  const { path } = place;
  switch (outcome.kind) {
    case 'differs':
      return outcome.differences.flatMap((one) => differenceLines(path, one, messages.verify));
    case 'broken':
      return [[span(shown`${placeOf(place)}: `, 'strong'), span(say(outcome.why), 'wrong')]];
    case 'malformed':
      return outcome.faults.flatMap(({ line, message, hint }) => [
        [
          span(shown`${placeOf({ path, line })}: `, 'strong'),
          span(messages.severities.error, 'wrong'),
          span(shown`: ${say(message)}`),
        ],
        [span(shown`    ${say(hint)}`, 'dim')],
      ]);
    default:
      return [];
  }
}

function differenceLines(
  path: Raw,
  { kind, step, lines }: StepDifference,
  messages: VerifyMessages,
): StyledLine[] {
  const head: StyledLine = [
    span(shown`${placeOf({ path, line: step.line })}: `, 'strong'),
    span(messages.kinds[kind], 'wrong'),
  ];
  const hidden = lines.length - mostLines;
  const more: StyledLine[] = hidden > 0 ? [[span(shown`    ${messages.moreLines(hidden)}`, 'dim')]] : [];
  return [
    head,
    [span(shown`    $ ${oneLine(step.command)}`, 'code')],
    ...lines.slice(0, mostLines).map((line) => [diffSpan(line)]),
    ...more,
  ];
}

function diffSpan({ mark, text }: DiffLine): Span {
  if (mark === ' ') return span(shown`     ${clean(text)}`);
  return span(shown`    ${clean(raw(mark))}${visible(text)}`, mark === '-' ? 'right' : 'wrong');
}

/** Where lines differ, what nobody sees must be seen: control characters, and blanks at the end. */
function visible(text: Raw): Shown {
  const named = text
    .slice(0, 2000)
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, (c) => (c === '\t' ? '\\t' : hex(c)))
    .replace(/ $/u, hex);
  return clean(raw(named));
}

const hex = (c: string): string => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** Which tools were missing, and how many blocks each of them cost. */
export function missingLines(verified: readonly VerifiedBlock[], messages: VerifyMessages): Shown[] {
  const costs = new Map<string, number>();
  for (const { outcome } of verified) {
    if (outcome.kind !== 'skipped') continue;
    for (const tool of outcome.missing) costs.set(tool, (costs.get(tool) ?? 0) + 1);
  }
  return [...costs].map(([tool, blocks]) => messages.without(clean(raw(tool)), blocks));
}

export function blockJson({ block, outcome }: VerifiedBlock): ShownJson {
  return {
    places: block.places.map(({ path, line }) => ({ path: clean(path), line })),
    outcome: clean(raw(outcome.kind)),
    ...outcomeJson(outcome),
  };
}

function outcomeJson(outcome: BlockOutcome): { readonly [name: string]: ShownJson } {
  switch (outcome.kind) {
    case 'differs':
      return { differences: outcome.differences.map(differenceJson) };
    case 'skipped':
      return { missing: outcome.missing.map((tool) => clean(raw(tool))) };
    case 'malformed':
      return {
        problems: outcome.faults.map(({ line, message, hint }) => ({
          line,
          message: inEnglish(message),
          hint: inEnglish(hint),
        })),
      };
    case 'broken':
      return { message: inEnglish(outcome.why) };
    case 'passed':
      return {};
  }
}

const differenceJson = ({ kind, step, lines }: StepDifference): ShownJson => ({
  line: step.line,
  command: clean(step.command),
  reason: clean(raw(kind)),
  comparison: lines.slice(0, mostLines).map(({ mark, text }) => shown`${clean(raw(mark))}${visible(text)}`),
});
