import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeEntry } from '../../src/core/history/encode-entry.ts';
import type { Entry } from '../../src/core/history/entry.ts';
import { learnAll } from '../support/learned-home.ts';
import { deckOf } from '../support/read-deck.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const filesBelow = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, 'latin1')]);

/** A home in which a newer program has written the journal, or the stored state. */
async function homeOfNewer(what: 'journal' | 'state') {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: test\n',
    'decks/a.md': deckOf(
      '## One?\n\n<!-- id: one -->\n\nuname\n\n## Two?\n\n<!-- id: two -->\n\nhostname\n\n',
    ),
  });
  for (const age of [90, 80, 0])
    await learnAll(home, join(home, 'decks'), 1_790_000_000_000 - age * 86_400_000);
  const [progress, state] = [join(home, '.local/share/kartei/progress'), join(home, '.local/state/kartei')];
  if (what === 'journal') {
    const [[file, text] = ['', '']] = filesBelow(join(progress, 'devices'));
    const first: Entry = { ...JSON.parse(text.split('\n')[0] ?? ''), id: 'a1b2c3d4-0000beef-0', format: 99 };
    const { crc: _, ...segment } = first as Entry & { readonly crc: string };
    writeFileSync(
      join(dirname(file), '20260101T000000Z-0000beef.jsonl'),
      `${encodeEntry(segment as Entry)}\n{"new":1}\n`,
    );
  } else {
    const path = join(state, 'summary.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), format: 99 }));
  }
  const stores = () => filesBelow(state).filter(([path]) => /(?:summary|deck-\w+)\.json$/u.test(path));
  return { home, kept: () => [...filesBelow(progress), ...stores()] };
}

const recording: readonly (readonly string[])[] = [
  ['undo'],
  ['reset', '--deck', './decks'],
  ['config', 'set', 'newPerDay', '5'],
  ['backup', '--seal'],
];
const looking: readonly (readonly string[])[] = [
  ['due'],
  ['list', './decks'],
  ['backup'],
  ['doctor', '--fix'],
];

describe('what a newer program wrote', () => {
  test.each(recording)('in the journal is not written to: kartei %s %s', async (...words) => {
    const { home, kept } = await homeOfNewer('journal');
    const before = kept();
    const { code, err } = await runCommand(
      words.filter((word) => word !== undefined),
      { cwd: home },
    );
    expect(code).toBe(1);
    expect(err).toMatch(/newer kartei/u);
    expect(kept()).toEqual(before);
  });

  test.each(looking)('in the journal can be looked at: kartei %s %s', async (...words) => {
    const { home, kept } = await homeOfNewer('journal');
    const before = kept();
    const { code } = await runCommand(
      words.filter((word) => word !== undefined),
      { cwd: home },
    );
    expect(code).toBeLessThan(2);
    expect(kept()).toEqual(before);
  });

  test.each([
    ['journal', /progress was written by a newer kartei/u],
    ['state', /newer kartei wrote the stored schedule.*npm i -g kartei/u],
  ] as const)('in the %s is said at the start', async (what, sentence) => {
    const { home } = await homeOfNewer(what);
    expect((await runCommand(['due'], { cwd: home })).out).toMatch(sentence);
  });

  test.each([...recording, ...looking])(
    'in the stored state stays as it is: kartei %s %s',
    async (...words) => {
      const { home } = await homeOfNewer('state');
      const path = join(home, '.local/state/kartei/summary.json');
      const before = readFileSync(path, 'utf8');
      await runCommand(
        words.filter((word) => word !== undefined),
        { cwd: home },
      );
      expect(readFileSync(path, 'utf8')).toBe(before);
      expect(readdirSync(join(home, '.local/share/kartei'))).not.toContain('quarantine');
    },
  );
});
