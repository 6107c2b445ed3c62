import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/catalogue.ts';
import { encodeEntry } from '../../src/core/history/encode-entry.ts';
import type { Entry } from '../../src/core/history/entry.ts';
import { attackName, attackText, forbiddenIn, hostileCollection } from '../support/hostile-collection.ts';
import { isolatedEnvironment, program, startKartei } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const node = process.env.KARTEI_NODE ?? process.execPath;

/** A home whose decks, journal, settings and environment are hostile. */
function hostileHome() {
  const home = temporaryFolder(hostileCollection());
  const folder = join(home, '.local/share/kartei/progress/devices/evil/2026');
  mkdirSync(folder, { recursive: true });
  const stamp = { tz: 0, t: Date.UTC(2026, 1, 1) };
  const ref = { collection: 'hostile', deck: 'hostile-0', part: '' };
  const entries: readonly Entry[] = [
    {
      ...stamp,
      id: `evil-00000001-0${attackText}`,
      n: 0,
      kind: 'segment',
      format: 1,
      app: attackText,
      device: attackText,
    },
    {
      ...stamp,
      id: `evil-00000001-1`,
      n: 1,
      kind: 'flag',
      ...ref,
      card: 'basic',
      on: true,
      text: attackText,
    },
    {
      ...stamp,
      id: `evil-00000001-2`,
      n: 2,
      kind: 'card',
      ...ref,
      card: attackText.replaceAll('\n', ''),
      hash: 'x',
      prompt: attackText,
      answer: attackText,
    },
    { ...stamp, id: `evil-00000001-3${attackText}`, n: 3, kind: 'note', text: attackText },
    { ...stamp, id: `evil-00000001-4`, n: 4, kind: 'plan', exam: attackText, date: attackText },
    { ...stamp, id: `evil-${attackText}-5`, n: 9, t: Date.UTC(2099, 1, 1), kind: 'note', text: attackText },
  ];
  const file = join(folder, `${attackName.replaceAll('/', '')}-00000001.jsonl`);
  writeFileSync(file, entries.map((entry) => `${encodeEntry(entry)}\n`).join(''));
  appendFileSync(file, `{"id":"${attackText}\n`);
  const config = join(home, '.config/kartei');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'settings.json'), JSON.stringify({ editor: attackText, language: attackText }));
  return home;
}

const evilEnvironment = {
  EDITOR: `vi${attackName.replaceAll('\0', '')}`,
  VISUAL: `vi${attackName.replaceAll('\0', '')}`,
  LANG: `C.UTF-8${attackName.replaceAll('\0', '')}`,
};

const operandsOf: Readonly<Record<string, readonly string[]>> = {
  history: ['basic'],
  resume: ['basic'],
  config: ['list'],
  lint: ['./decks'],
  fmt: ['--check', './decks'],
  preview: ['./decks/hostile-0.md'],
  list: ['./decks'],
  due: ['--deck', './decks'],
  study: ['./decks'],
  drill: ['./decks'],
  reset: ['--deck', './decks'],
  completion: ['bash'],
  remove: [attackName],
  add: [attackName],
  exam: ['hostile-exam', '--plain'],
  new: ['new-deck', '--title', attackName],
  init: ['folder'],
  diff: ['HEAD'],
  verify: ['./decks'],
  update: [attackName],
  backup: ['list'],
  restore: [attackName],
};

/** These stay until they are told to go. */
const staying = new Set(['study', 'drill', 'exam', 'new', 'reset']);
/** Processes at a time. */
const abreast = 4;

const runs = commands.flatMap(({ name, flags }) => {
  const operands = operandsOf[name] ?? [];
  const json = flags.some((flag) => flag.name === 'json') ? [[name, ...operands, '--json']] : [];
  return [
    [name, ...operands],
    [name, attackName],
    [name, `--${attackName}`],
    [name, '--lang', 'de', ...operands],
    ...json,
  ];
});

describe('a hostile world through every command', () => {
  test('leaves none out: each that takes words is given some', () => {
    const wordless = commands.filter(
      ({ name, operands }) => operands !== '' && operandsOf[name] === undefined,
    );
    expect(wordless.map(({ name }) => name)).toEqual([]);
  });

  test('says nothing to the terminal but text, in a pipe and with --json', () => {
    const home = hostileHome();
    const env = { ...isolatedEnvironment(home), ...evilEnvironment };
    const found = runs.flatMap((words) => {
      const { stdout, stderr, signal } = spawnSync(node, [program, ...words], {
        cwd: home,
        env,
        encoding: 'utf8',
        input: 'a\n:?\n:tip\n3\n:x\n1\n'.repeat(6),
        timeout: 20_000,
      });
      const bad = forbiddenIn(stdout) ?? forbiddenIn(stderr);
      if (signal !== null) return [`${JSON.stringify(words)} did not end`];
      return bad === undefined ? [] : [`${JSON.stringify(words)}: ${bad}`];
    });
    expect(found).toEqual([]);
    expect(existsSync('/tmp/kartei-pwned')).toBe(false);
  }, 240_000);

  test('says nothing to the terminal but text, in a terminal', async () => {
    const home = hostileHome();
    const waiting = commands.map(({ name }) => name);
    const found: string[] = [];
    const work = async (): Promise<void> => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const args = [name, ...(operandsOf[name] ?? [])];
        const session = await startKartei({ args, home, env: { ...evilEnvironment, TERM: 'xterm' } });
        if (staying.has(name)) {
          const isSettled = session.waitFor((screen) => screen.join('').trim() !== '');
          await Promise.race([isSettled.catch(() => undefined), session.exit]);
          session.kill('SIGTERM');
        }
        await session.exit;
        const bad = forbiddenIn(session.raw());
        if (bad !== undefined) found.push(`${name}: ${bad}`);
        await session.close();
      }
    };
    await Promise.all(Array.from({ length: abreast }, work));
    expect(found).toEqual([]);
    expect(existsSync('/tmp/kartei-pwned')).toBe(false);
  }, 240_000);
});
