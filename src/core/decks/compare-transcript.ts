import { matchesPattern } from '../text/pattern.ts';
import { type Raw, raw } from '../text/shown.ts';
import type { Expectation, StepRun, Transcript, TranscriptRun, TranscriptStep } from './transcript.ts';

/** A line of a comparison: got as expected, expected but not got, got but not expected. */
export interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: Raw;
}

/**
 * `differs`: another output or status. `time`, `output`: ended at a limit while it ran. `not-run`: the shell ended
 * before it. `too-large`: more output than is compared.
 */
export type DifferenceKind = 'differs' | 'time' | 'output' | 'not-run' | 'too-large';

export interface StepDifference {
  readonly kind: DifferenceKind;
  readonly step: TranscriptStep;
  readonly lines: readonly DiffLine[];
}

/** Pairs of lines, and states of patterns times characters, that one comparison may take. */
const mostPairs = 1_000_000;
const mostSteps = 20_000_000;

/** What a run gave against what the transcript says; empty when all is as it says. */
export function compareTranscript({ steps }: Transcript, run: TranscriptRun): readonly StepDifference[] {
  return steps.flatMap((step, i) => {
    const got = run.steps[i];
    if (got === undefined) return [{ kind: 'not-run', step, lines: [] } as const];
    const found = compareStep(step, got);
    if (got.status !== undefined) return found ?? [];
    const kind = run.end === 'finished' ? 'differs' : run.end;
    return [{ kind, step, lines: found?.lines ?? [] }];
  });
}

function compareStep(step: TranscriptStep, { output, status }: StepRun): StepDifference | undefined {
  const got = linesOf(output);
  if (isTooLarge(step.expected, got)) return { kind: 'too-large', step, lines: [] };
  const lines = [...compareOutput(step.expected, got)];
  if (status !== undefined && status !== step.status) {
    lines.push({ mark: '-', text: statusLine(step.status) }, { mark: '+', text: statusLine(status) });
  } else if (step.status !== 0) lines.push({ mark: ' ', text: statusLine(step.status) });
  return lines.some(({ mark }) => mark !== ' ') ? { kind: 'differs', step, lines } : undefined;
}

const statusLine = (status: number): Raw => raw(`[${status}]`);

/** A transcript cannot show whether the last line has an end, nor the carriage returns of `\r\n`. */
function linesOf(output: Raw): readonly Raw[] {
  if (output === '') return [];
  return output
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => raw(line.endsWith('\r') ? line.slice(0, -1) : line));
}

function isTooLarge(expected: readonly Expectation[], got: readonly Raw[]): boolean {
  if ((expected.length + 1) * (got.length + 1) > mostPairs) return true;
  const characters = got.reduce((sum, line) => sum + line.length + 1, 0);
  const states = expected.reduce(
    (sum, one) => sum + (one.kind === 'pattern' ? one.pattern.states.length : 0),
    0,
  );
  return characters * states > mostSteps;
}

const matches = (expected: Expectation, line: Raw): boolean =>
  expected.kind === 'pattern' ? matchesPattern(expected.pattern, line) : expected.text === line;

/** The alignment with the fewest lines on one side only. */
function compareOutput(expected: readonly Expectation[], got: readonly Raw[]): readonly DiffLine[] {
  const width = got.length + 1;
  const costs = new Uint32Array((expected.length + 1) * width);
  const pairs = new Uint8Array(expected.length * width);
  const cost = (i: number, j: number): number => costs[i * width + j] ?? 0;
  for (let i = expected.length; i >= 0; i--) {
    const wanted = expected[i];
    for (let j = got.length; j >= 0; j--) {
      const line = got[j];
      let least = wanted === undefined ? 0 : cost(i + 1, j) + (wanted.kind === 'any' ? 0 : 1);
      if (line !== undefined) {
        const taken = cost(i, j + 1) + (wanted?.kind === 'any' ? 0 : 1);
        least = wanted === undefined ? taken : Math.min(least, taken);
        if (wanted !== undefined && wanted.kind !== 'any' && matches(wanted, line)) {
          pairs[i * width + j] = 1;
          least = Math.min(least, cost(i + 1, j + 1));
        }
      }
      costs[i * width + j] = least;
    }
  }
  return trace(expected, got, cost, (i, j) => pairs[i * width + j] === 1);
}

function trace(
  expected: readonly Expectation[],
  got: readonly Raw[],
  cost: (i: number, j: number) => number,
  isPair: (i: number, j: number) => boolean,
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length || j < got.length) {
    const [wanted, line] = [expected[i], got[j]];
    const price = wanted?.kind === 'any' ? 0 : 1;
    if (wanted && line !== undefined && isPair(i, j) && cost(i, j) === cost(i + 1, j + 1)) {
      lines.push({ mark: ' ', text: line });
      i++;
      j++;
    } else if (wanted && cost(i, j) === cost(i + 1, j) + price) {
      if (price === 1) lines.push({ mark: '-', text: wanted.text });
      i++;
    } else {
      if (line !== undefined) lines.push({ mark: price === 0 ? ' ' : '+', text: line });
      j++;
    }
  }
  return lines;
}
