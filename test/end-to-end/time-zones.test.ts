import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { progressIn } from '../support/killed-session.ts';
import { isolatedEnvironment, program } from '../support/pty.ts';
import { deckOf } from '../support/read-deck.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;
const golden = join(import.meta.dirname, '../fixtures/golden');

/** In the order of the sun; the first changes its clocks in the southern spring, the second is half an hour off. */
const zones = ['Pacific/Auckland', 'Europe/Berlin', 'America/St_Johns'];

const cards = Array.from(
  { length: 20 },
  (_, n) => `## Which of ${n}?\n\n<!-- id: c${n}, shuffle: false -->\n\n- [x] Alpha\n- [ ] Beta\n`,
);

interface Seen {
  /** Of each card with a past: when it is due, how stable it is, whether it is suspended. */
  readonly schedule: Readonly<Record<string, readonly [due: number, stability: number, suspended: boolean]>>;
  /** The cards in the order in which a session asks for them. */
  readonly queue: readonly number[];
}

/** What a machine in a zone makes of the golden journal at an instant. */
function look(zone: string, now: number, locale = 'C.UTF-8'): Seen {
  const home = temporaryFolder({
    'decks/.kartei.yaml': 'name: golden\n',
    'decks/golden.md': deckOf(cards.join('\n')),
  });
  cpSync(join(golden, 'progress'), progressIn(home), { recursive: true });
  const kartei = (input: string, ...words: string[]): string =>
    spawnSync(
      node,
      ['--require', join(import.meta.dirname, '../support/fixed-clock.cjs'), program, ...words],
      {
        cwd: home,
        env: { ...isolatedEnvironment(home), TZ: zone, LANG: locale, KARTEI_NOW: String(now) },
        input,
        encoding: 'utf8',
      },
    ).stdout;
  const listed = JSON.parse(kartei('', 'list', './decks', '--json')).cards as readonly {
    card: string;
    due: number | null;
    stability: number;
    suspended: boolean;
  }[];
  const asked = kartei('a\n3\n'.repeat(30), 'study', '--plain', '--lang', 'en', './decks');
  return {
    schedule: Object.fromEntries(
      listed.flatMap(({ card, due, stability, suspended }) =>
        due === null ? [] : [[card, [due, Math.round(stability * 1e6) / 1e6, suspended] as const]],
      ),
    ),
    queue: [...asked.matchAll(/^Which of (\d+)\?$/gmu)].map(([, number]) => Number(number)),
  };
}

describe('P7: one journal gives one schedule and one queue', () => {
  // At noon in UTC it is the same learner's day from St. John's to Auckland. Clocks changed on the days before.
  test.each([
    ['2026-09-27T12:00:00Z', 'clocks went forward in Auckland'],
    ['2026-10-25T12:00:00Z', 'clocks went back in Berlin'],
    ['2026-11-01T12:00:00Z', "clocks went back in St. John's"],
    ['2026-11-21T12:00:00Z', 'an ordinary day'],
  ])('in every time zone at %s (%s)', (instant) => {
    const seen = zones.map((zone) => look(zone, Date.parse(instant)));
    expect(seen[0]?.queue.length).toBeGreaterThan(5);
    for (const [i, zone] of zones.entries()) expect(seen[i], zone).toEqual(seen[0]);
  });

  test('as it did when the golden journal was recorded', () => {
    const expected = JSON.parse(readFileSync(join(golden, 'expected.json'), 'utf8'));
    expect(look('Europe/Berlin', Date.parse('2026-11-21T12:00:00Z'), 'de_DE.UTF-8')).toEqual(expected);
  });
});
