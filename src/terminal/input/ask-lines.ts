import { createInterface } from 'node:readline';
import { clean, raw, type Shown } from '../../core/text/shown.ts';
import type { TerminalSystem } from '../output/look.ts';

/** A question with the answer that Enter gives, which may follow from the answers before. */
export interface LineQuestion<Name extends string> {
  readonly text: Shown;
  readonly preset: (answers: ReadonlyMap<Name, string>) => string;
}

/**
 * Asks one question after the other on a terminal; an empty answer is the preset one. Answers that are pasted all at
 * once are taken one by one. `undefined` when the learner ends it with Ctrl-C or Ctrl-D.
 */
export async function askLines<Name extends string>(
  { stdin, stdout }: Pick<TerminalSystem, 'stdin' | 'stdout'>,
  questions: readonly (readonly [Name, LineQuestion<Name>])[],
): Promise<ReadonlyMap<Name, string> | undefined> {
  const keyboard = createInterface({ input: stdin, output: stdout });
  const lines = keyboard[Symbol.asyncIterator]();
  const answers = new Map<Name, string>();
  try {
    for (const [name, question] of questions) {
      const preset = clean(raw(question.preset(answers)));
      keyboard.setPrompt(`${question.text}${preset === '' ? '' : ` [${preset}]`} `);
      keyboard.prompt();
      const line = await lines.next();
      if (line.done === true) return undefined;
      answers.set(name, line.value.trim() || preset);
    }
    return answers;
  } finally {
    keyboard.close();
  }
}
