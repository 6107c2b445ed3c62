import type { Raw } from '../../text/shown.ts';
import { findTranscripts } from '../find-transcripts.ts';
import { parseTranscript } from '../parse-transcript.ts';
import type { LintReport } from './lint-rules.ts';

/** Checks that the `console verify` blocks of a deck file can be run; `from` is the first line below the front matter. */
export function lintTranscripts(text: Raw, from: number, report: LintReport): void {
  for (const source of findTranscripts(text, from)) {
    const parsed = parseTranscript(source);
    if ('steps' in parsed) continue;
    for (const { line, message, hint } of parsed) report('transcript', line, message, hint);
  }
}
