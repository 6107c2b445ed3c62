import { createInterface } from 'node:readline/promises';
import type { Shown } from '../core/text/shown.ts';
import type { TerminalSystem } from './look.ts';

/** A question with the answer that Enter gives. */
export interface LineQuestion {
  readonly text: Shown;
  readonly preset: string;
}

/** Asks one question after the other on a terminal; an empty answer is the preset one. */
export async function askLines<Name extends string>(
  { stdin, stdout }: Pick<TerminalSystem, 'stdin' | 'stdout'>,
  questions: Readonly<Record<Name, LineQuestion>>,
): Promise<Readonly<Record<Name, string>>> {
  const lines = createInterface({ input: stdin, output: stdout });
  const answers: Partial<Record<Name, string>> = {};
  try {
    for (const name of Object.keys(questions) as Name[]) {
      const { text, preset } = questions[name];
      const answer = await lines.question(`${text}${preset === '' ? '' : ` [${preset}]`} `);
      answers[name] = answer.trim() === '' ? preset : answer.trim();
    }
  } finally {
    lines.close();
  }
  return answers as Record<Name, string>;
}
