import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../src/core/text/shown.ts';
import { askLines } from '../../../src/terminal/input/ask-lines.ts';
import type { TerminalSystem } from '../../../src/terminal/output/look.ts';

function asked(input: string) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  stdin.end(input);
  const streams = { stdin, stdout } as unknown as Pick<TerminalSystem, 'stdin' | 'stdout'>;
  return askLines(streams, [
    ['name', { text: shown`Name?`, preset: () => '' }],
    ['lang', { text: shown`Language?`, preset: (answers) => `${answers.get('name')?.slice(0, 1)}n` }],
  ]);
}

describe('questions on a terminal', () => {
  it('take lines that arrive all at once, and for an empty one what follows from those before', async () => {
    expect(await asked(' Cells \n\n')).toEqual(
      new Map([
        ['name', 'Cells'],
        ['lang', 'Cn'],
      ]),
    );
  });

  it('end without an answer when the input ends', async () => {
    expect(await asked('Cells\n')).toBeUndefined();
  });
});
