import { parsePattern } from '../text/parse-pattern.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { type Raw, raw } from '../text/shown.ts';
import type { Expectation, Transcript, TranscriptSource, TranscriptStep } from './transcript.ts';

/** Something wrong in a transcript: a line of the file and sentences for a `Problem`. */
export interface TranscriptFault {
  readonly line: number;
  readonly message: Sentence;
  readonly hint: Sentence;
}

/** Reads a `console verify` block (deck format, section 4). */
export function parseTranscript({ line, lines }: TranscriptSource): Transcript | readonly TranscriptFault[] {
  const faults: TranscriptFault[] = [];
  const steps: TranscriptStep[] = [];
  const first = lines.findIndex((text) => text.startsWith('$ '));
  if (first !== 0)
    faults.push({
      line: first > 0 ? line + 1 : line,
      message:
        first > 0
          ? sentence('Output stands above the first command.')
          : sentence('This block holds no command.'),
      hint: sentence('Begin the block with a command: `$ …`.'),
    });
  const zero = lines.findIndex((text) => text.includes('\0'));
  if (zero >= 0)
    faults.push({
      line: line + 1 + zero,
      message: sentence('This line holds a NUL character.'),
      hint: sentence('Write it with `printf`: `\\0`.'),
    });
  for (let i = Math.max(first, 0); first >= 0 && i < lines.length; ) {
    const { step, end } = readStep(lines, i, line + 1, faults);
    steps.push(step);
    i = end;
  }
  return faults.length > 0 ? faults : { steps };
}

function readStep(
  lines: readonly Raw[],
  start: number,
  firstLine: number,
  faults: TranscriptFault[],
): { readonly step: TranscriptStep; readonly end: number } {
  const command = [(lines[start] ?? '').slice(2)];
  let output = start + 1;
  while (lines[output]?.startsWith('> ') || lines[output] === '>')
    command.push((lines[output++] ?? '').slice(2));
  let end = output;
  while (end < lines.length && !lines[end]?.startsWith('$ ')) end++;
  const status = /^\[(\d{1,3})\]$/u.exec(end > output ? (lines[end - 1] ?? '') : '');
  const last = status ? end - 1 : end;
  if (Number(status?.[1]) > 255)
    faults.push({
      line: firstLine + last,
      message: sentence('No exit status is above 255.'),
      hint: sentence('Write output that looks like a status as a pattern: `/^\\[256\\]$/`.'),
    });
  const expected = lines
    .slice(output, last)
    .map((text, i) => readExpectation(text, firstLine + output + i, faults));
  return {
    step: {
      command: raw(command.join('\n')),
      line: firstLine + start,
      expected,
      status: Number(status?.[1] ?? 0),
    },
    end,
  };
}

function readExpectation(text: Raw, line: number, faults: TranscriptFault[]): Expectation {
  if (text === '...') return { kind: 'any', text };
  if (!text.startsWith('/^') || !text.endsWith('$/') || text.length < 4) return { kind: 'line', text };
  const pattern = parsePattern(text.slice(2, -2));
  if (!('fault' in pattern)) return { kind: 'pattern', text, pattern };
  faults.push({ line, message: sentence`This pattern is not taken: ${pattern.fault}.`, hint: pattern.hint });
  return { kind: 'line', text };
}
