import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { examDeck } from '../support/exam-desk.ts';
import { reviewedCards } from '../support/faulty-study.ts';
import { damageIn, progressIn } from '../support/killed-session.ts';
import { bar, largeHome } from '../support/large-home.ts';
import { type PtySession, startKartei } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const exam = `---
exam: An exam
id: an-exam
questions: 4
minutes: 10
scale: { min: 200, pass: 500, max: 800 }
cut: 2
objectives:
  - { id: "1", title: Objective one, weight: 4 }
---
`;
const cards = deckOf(
  ['a', 'b', 'c']
    .map((id) => `## ${id}?\n\n<!-- id: ${id} -->\n\n\`\`\`answer text\nword\n\`\`\`\n`)
    .join('\n'),
);

/**
 * In place of an ssh, which stays until it is told to go, of an editor, which reads the terminal, and of one that asks
 * nobody when it ends, and saves then.
 */
const scripts = {
  'ssh.sh': '#!/bin/sh\necho $$ > "$HOME/started"\nexec sleep 600\n',
  'editor.sh': '#!/bin/sh\necho $$ > "$HOME/started"\nexec cat\n',
  'deaf-editor.sh': `#!/bin/sh
trap '' HUP INT TERM
echo $$ > "$HOME/started"
for wait in $(seq 600); do [ -e "$HOME/save" ] && break; sleep 0.05; done
echo 'A line of the learner.' >> "$1"
`,
};

function learner(): string {
  const home = temporaryFolder({
    'decks/t.md': cards,
    ...scripts,
    '.local/share/kartei/collections/own/deck.md': examDeck,
    '.local/share/kartei/collections/own/exam.md': exam,
  });
  for (const name of Object.keys(scripts)) chmodSync(join(home, name), 0o755);
  return home;
}

const shows = (text: string | RegExp) => (screen: readonly string[]) =>
  new RegExp(text, 'u').test(screen.join('\n'));

interface Moment {
  readonly args: readonly string[];
  /** Brings the program to the moment. */
  readonly reach: (session: PtySession) => Promise<unknown>;
  /** How often the program has said until then that something is saved. */
  readonly reviews?: number;
}

async function rate(session: PtySession): Promise<void> {
  await session.waitFor(shows('Esc actions'));
  session.press('word\r');
  await session.waitFor(shows('1–4 rate'));
  session.press('3');
  await session.waitFor(shows(' 1 of \\d'));
  await session.waitFor(shows('Esc actions'));
}

async function rateOnLines(session: PtySession): Promise<void> {
  await session.waitFor(shows('\\?'));
  session.press('word\r');
  await session.waitFor(shows('1 Again'));
  session.press('3\r');
  await session.waitFor(shows('2 of'));
}

const moments: Readonly<Record<string, Moment>> = {
  'the home screen is shown': { args: [], reach: (session) => session.waitFor(shows('due')) },
  'a card is shown, after a rating': { args: ['drill', './decks'], reach: rate, reviews: 1 },
  'an answer is typed': {
    args: ['drill', './decks'],
    reach: async (session) => {
      await session.waitFor(shows('Esc actions'));
      session.press('wor');
      await session.waitFor(shows('wor'));
    },
  },
  'an answer is typed in line mode': {
    args: ['drill', '--plain', './decks'],
    reach: async (session) => {
      await session.waitFor(shows('\\?'));
      session.press('wor');
      await session.waitFor(shows('wor'));
    },
  },
  'an item of an exam is shown': {
    args: ['exam', 'an-exam'],
    reach: async (session) => {
      await session.waitFor(shows('Enter'));
      session.press('\r');
      await session.waitFor(shows('1 of 4'));
    },
  },
  'an editor is open': {
    args: ['drill', './decks'],
    reach: async (session) => {
      await rate(session);
      session.press('\u001bv');
      await vi.waitFor(() => expect(existsSync(join(session.home, 'started'))).toBe(true), patience);
    },
    reviews: 1,
  },
  'Git waits for another machine': {
    args: ['add', 'ssh://host.invalid/decks'],
    reach: (session) =>
      vi.waitFor(() => expect(existsSync(join(session.home, 'started'))).toBe(true), patience),
  },
};

const patience = { timeout: 30_000, interval: 50 };

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a terminal that vanishes ends the program as a hang-up, and what was saved stays', () => {
  test.each(Object.entries(moments))('while %s', async (_when, { args, reach, reviews = 0 }) => {
    const home = learner();
    const [ssh, editor] = Object.keys(scripts).map((name) => join(home, name));
    const env = { EDITOR: `${editor}`, GIT_SSH_COMMAND: `${ssh}` };
    const session = await startKartei({ home, args, env });
    await reach(session);
    session.hangUp();
    // By the signal itself, and not by an abort that leaves a core.
    expect(await session.exit).toEqual({ code: 0, signal: 1 });
    expect(reviewedCards(home)).toHaveLength(reviews);
    expect(damageIn(home)).toEqual([]);
    if (existsSync(join(home, 'started'))) {
      const pid = Number(readFileSync(join(home, 'started'), 'utf8'));
      await vi.waitFor(() => expect(isRunning(pid)).toBe(false), patience);
    }
  });

  test.each([
    ['the screens', ['drill', './decks'], rate, '\u001bv'],
    ['plain lines', ['drill', '--plain', './decks'], rateOnLines, ':v\r'],
  ])('an editor on %s that stays keeps its file to itself', async (_where, args, rateFirst, edit) => {
    const home = learner();
    const session = await startKartei({ home, args, env: { EDITOR: join(home, 'deaf-editor.sh') } });
    await rateFirst(session);
    session.press(edit);
    await vi.waitFor(() => expect(existsSync(join(home, 'started'))).toBe(true), patience);
    session.hangUp();
    expect(await session.exit).toEqual({ code: 0, signal: 1 });
    const editor = Number(readFileSync(join(home, 'started'), 'utf8'));
    expect(isRunning(editor)).toBe(true);
    writeFileSync(join(home, 'save'), '');
    await vi.waitFor(() => expect(isRunning(editor)).toBe(false), patience);
    expect(readFileSync(join(home, 'decks/t.md'), 'utf8')).toBe(`${cards}A line of the learner.\n`);
    expect(reviewedCards(home)).toHaveLength(1);
    expect(damageIn(home)).toEqual([]);
  });

  test.each([
    ['the first index', ['due'], 400],
    ['a lint', ['lint', './decks'], 3000],
  ])(
    'while %s goes on',
    async (_what, args, decks) => {
      const { home } = largeHome(decks);
      const session = await startKartei({ home, args });
      await session.waitFor((screen) => screen.some((line) => bar.test(line)), 60_000);
      session.hangUp();
      expect(await session.exit).toEqual({ code: 0, signal: 1 });
      expect(existsSync(progressIn(home))).toBe(false);
    },
    180_000,
  );
});
