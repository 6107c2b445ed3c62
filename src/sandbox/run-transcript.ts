import { randomBytes } from 'node:crypto';
import type { StepRun, Transcript, TranscriptRun } from '../core/decks/transcript.ts';
import { sentence } from '../core/text/sentence.ts';
import { type Raw, raw } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { runScript, type ScriptOutcome } from './run-script.ts';
import type { Limits, Sandbox } from './sandbox.ts';

/**
 * Bounds for a fork bomb and for a program that takes all memory: 4 GiB a process, no core files, and 256 processes,
 * which a namespace and the user `nobody` count for themselves; a learner's own user has many more already.
 */
export function shellPrelude({ kind, user }: Sandbox): string {
  const processes = kind === 'none' && user === undefined ? 4096 : 256;
  return `ulimit -c 0
ulimit -v 4194304
ulimit -p ${processes} 2>/dev/null || ulimit -u ${processes} 2>/dev/null`;
}

/** Runs a transcript's commands in one shell, and tells what each printed and how it ended. */
export async function runTranscript(
  { steps }: Transcript,
  sandbox: Sandbox,
  limits: Limits,
): Promise<TranscriptRun> {
  const mark = `kartei-${randomBytes(12).toString('hex')}`;
  const script = [
    shellPrelude(sandbox),
    // The marks between outputs have a descriptor of their own, so that a redirected shell still writes them.
    'exec 9>&1 2>&1',
    `kartei_step_end() { set -- "$?"; printf '\\n%s %s\\n' ${mark} "$1" >&9; return "$1"; }`,
    `printf '%s 0\\n' ${mark}`,
    // In \`eval\`, an open quote or a here document cannot reach the next command.
    ...steps.map(({ command }) => `command eval ${quote(command)} 9>&-\nkartei_step_end`),
  ].join('\n');
  const outcome = await runScript(script, sandbox, limits);
  return readRun(outcome, mark, steps.length);
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function readRun(
  { output, complaint, status, end }: ScriptOutcome,
  mark: string,
  count: number,
): TranscriptRun {
  if (!output.startsWith(`${mark} 0\n`)) {
    if (end !== 'finished') return { steps: [{ output: raw(''), status: undefined }], end };
    throw new UserError(sentence('The shell for a block could not be started.'), complaint);
  }
  const steps: StepRun[] = [];
  let at = `${mark} 0\n`.length;
  for (let found = output.indexOf(`\n${mark} `, at); found >= 0; found = output.indexOf(`\n${mark} `, at)) {
    const lineEnd = output.indexOf('\n', found + 1);
    if (lineEnd < 0) break;
    steps.push({
      output: slice(output, at, found),
      status: Number(output.slice(found + mark.length + 2, lineEnd)),
    });
    at = lineEnd + 1;
  }
  if (steps.length < count) {
    steps.push({ output: slice(output, at, output.length), status: end === 'finished' ? status : undefined });
  }
  return { steps, end };
}

const slice = (output: Raw, from: number, to: number): Raw => raw(output.slice(from, to));
