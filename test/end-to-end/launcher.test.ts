import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { isolatedEnvironment, program, startKartei } from '../support/pty.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function run(home: string, env: Record<string, string> = {}) {
  const node = process.env.KARTEI_NODE ?? process.execPath;
  return spawnSync(node, [program, '--version'], {
    encoding: 'utf8',
    env: { ...isolatedEnvironment(home), ...env },
  });
}

const succeeded = { status: 0, stdout: `${version}\n`, stderr: '' };

/** What the runs so far have written: V8's code, or the text of the part that it belongs to. */
function cacheFile(home: string, name = 'help-start'): string {
  const code = join(home, '.cache/kartei/code');
  const [build = ''] = readdirSync(code);
  return join(code, build, name);
}

test('the program prints its version in a terminal and ends', async () => {
  const session = await startKartei({ args: ['--version'] });
  await session.waitFor((screen) => screen.includes(version));
  expect(await session.exit).toEqual({ code: 0, signal: undefined });
  await session.close();
});

test('a command line that is wrong is answered in the language that it asks for', () => {
  const node = process.env.KARTEI_NODE ?? process.execPath;
  const env = isolatedEnvironment(temporaryFolder());
  const said = (...words: string[]) => spawnSync(node, [program, ...words], { encoding: 'utf8', env }).stderr;
  expect(said('lint', '--frmat', 'json', '--lang', 'de')).toContain('Meintest du');
  expect(said('lint', '--frmat', 'json', '--lang=de')).toContain('Meintest du');
  expect(said('lint', '--frmat', 'json')).toContain('Did you mean');
});

test('the language that was set is the language of help, usage and errors, until --lang asks for another', () => {
  const node = process.env.KARTEI_NODE ?? process.execPath;
  const home = temporaryFolder();
  const said = (...words: string[]) => {
    const env = isolatedEnvironment(home);
    const { stdout, stderr } = spawnSync(node, [program, ...words], { cwd: home, encoding: 'utf8', env });
    return stdout + stderr;
  };
  expect(said('study', 'nowhere')).toContain('No deck or file is called');
  said('config', 'set', 'language', 'de');
  expect(said('study', 'nowhere')).toContain('Kein Stapel und keine Datei heißt');
  expect(said('lint', '--frmat', 'json')).toContain('Meintest du');
  expect(said('--help')).toContain('Befehle');
  expect(said('study', 'nowhere', '--lang', 'en')).toContain('No deck or file is called');
});

test('help is a word, too, alone and before the name of a command', () => {
  const node = process.env.KARTEI_NODE ?? process.execPath;
  const env = isolatedEnvironment(temporaryFolder());
  const said = (...words: string[]) => spawnSync(node, [program, ...words], { encoding: 'utf8', env }).stdout;
  expect(said('help')).toBe(said('--help'));
  expect(said('help', 'plan')).toBe(said('plan', '--help'));
  expect(said('--lang', 'de', 'help', 'plan')).toBe(said('plan', '--help', '--lang', 'de'));
  expect(said('help', 'plan')).toContain('kartei plan');
});

test('a reader slower than the program gets all of a long output', () => {
  const cards = Array.from({ length: 2000 }, (_, i) => `## Question ${i}\n\n- [ ] a\n- [ ] b\n`);
  const home = temporaryFolder({ 'deck.md': `---\ndeck: Long\n---\n\n${cards.join('\n')}` });
  const node = process.env.KARTEI_NODE ?? process.execPath;
  const { stdout } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" lint --format json | { read -r first; cat; }', node, program],
    {
      cwd: home,
      encoding: 'utf8',
      env: isolatedEnvironment(home),
      maxBuffer: 2 ** 24,
    },
  );
  expect(JSON.parse(`{${stdout}`)).toMatchObject({ errors: 2000 });
});

test('a command without a screen starts without the streams of Node, into a pipe as into a file', () => {
  const home = temporaryFolder({
    'hook.cjs': `process.on('exit', () => require('node:fs').writeFileSync('loaded', process.moduleLoadList.join('\\n')));`,
  });
  const node = process.env.KARTEI_NODE ?? process.execPath;
  const { stdout } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" due >due; "$0" -r ./hook.cjs "$1" due', node, program],
    { cwd: home, encoding: 'utf8', env: isolatedEnvironment(home) },
  );
  expect(stdout).toMatch(/^0 due.*\n(?: {2}.*\n)+$/u);
  expect(readFileSync(join(home, 'due'), 'utf8')).toBe(stdout);
  const loaded = readFileSync(join(home, 'loaded'), 'utf8').split('\n');
  expect(loaded).toContain('NativeModule fs');
  expect(loaded).not.toContain('NativeModule tty');
  expect(loaded).not.toContain('NativeModule net');
});

/** Notes which parts of the program were opened before it wrote anything. */
const noteParts = `
const fs = require('node:fs');
const opened = new Set();
for (const name of ['openSync', 'readFileSync']) {
  const own = fs[name];
  fs[name] = (path, ...rest) => {
    opened.add(/([a-z]+)$/.exec(path)?.[1]);
    return own(path, ...rest);
  };
}
const { write } = process.stdout;
process.stdout.write = (...all) => {
  if (!fs.existsSync('opened')) fs.writeFileSync('opened', [...opened].join(' '));
  return write.apply(process.stdout, all);
};`;

test.each([
  { name: 'home', args: [], needed: ['start', 'frames'] },
  { name: 'study', args: ['study'], needed: ['start', 'frames', 'question'] },
])('the first frame of $name waits for no part of the program but $needed', async ({ args, needed }) => {
  const home = temporaryFolder({ 'hook.cjs': noteParts });
  const node = process.env.KARTEI_NODE ?? process.execPath;
  for (const hook of [[], ['-r', './hook.cjs']]) {
    const session = await startKartei({ home, command: [node, ...hook, program, ...args] });
    await session.waitFor((screen) => screen.some((line) => /q leave|Esc actions/u.test(line)));
    session.press('\u0003');
    await session.exit;
    await session.close();
  }
  const opened = readFileSync(join(home, 'opened'), 'utf8').split(' ');
  const [, list = ''] = /^const PARTS = '(.*)'\.split/mu.exec(readFileSync(program, 'utf8')) ?? [];
  const parts = list.split('|').flatMap((part) => part.split(' ')[0] ?? []);
  expect(parts.length).toBeGreaterThan(needed.length);
  // Some questions have more markup than code, and cannot be drawn without the parser.
  const seen = parts.filter((part) => opened.includes(part) && part !== 'markdown');
  expect(seen.sort()).toEqual(needed.toSorted());
});

describe('the code cache', () => {
  test('is written by the first run and changes nothing in the second', () => {
    const home = temporaryFolder();
    expect(run(home)).toMatchObject(succeeded);
    expect(existsSync(cacheFile(home))).toBe(true);
    expect(run(home)).toMatchObject(succeeded);
    expect(run(home)).toMatchObject(succeeded);
  });

  const damages: [string, (path: string) => void][] = [
    ['a flipped bit', (path: string) => flip(path, 0.3)],
    ['a flipped bit near its end', (path: string) => flip(path, 0.95)],
    ['a cut', (path: string) => truncateSync(path, 5000)],
    ['nothing in it', (path: string) => writeFileSync(path, '')],
    ['zeros only', (path: string) => writeFileSync(path, Buffer.alloc(8192))],
    ['other text', (path: string) => writeFileSync(path, 'kartei'.repeat(1000))],
    ['as many zeros', (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length))],
  ];
  const cases = ['help-start', 'start'].flatMap((file) =>
    damages.map(([name, damage]) => ({ file, name, damage })),
  );
  test.each(cases)('with $name in $file is passed over and written again', ({ file, damage }) => {
    const home = temporaryFolder();
    run(home);
    const path = cacheFile(home, file);
    damage(path);
    const damaged = readFileSync(path);
    expect(run(home)).toMatchObject(succeeded);
    expect(readFileSync(path).equals(damaged)).toBe(false);
    expect(run(home)).toMatchObject(succeeded);
  });

  test('is left alone where it cannot be written', () => {
    const home = temporaryFolder();
    writeFileSync(join(home, '.cache'), 'a file in its place');
    expect(run(home)).toMatchObject(succeeded);
    chmodSync(home, 0o500);
    expect(run(home, { HOME: '', XDG_CACHE_HOME: '' })).toMatchObject(succeeded);
    expect(run(home, { XDG_CACHE_HOME: 'relative' })).toMatchObject(succeeded);
    expect(existsSync('relative')).toBe(false);
    chmodSync(home, 0o700);
  });

  test('that cannot be kept leaves no draft behind', () => {
    const home = temporaryFolder();
    run(home);
    const path = cacheFile(home);
    rmSync(path);
    // A draft is written and cannot take the name.
    mkdirSync(join(path, 'in the way'), { recursive: true });
    expect(run(home)).toMatchObject(succeeded);
    expect(readdirSync(dirname(path)).filter((name) => /\d$/u.test(name))).toEqual([]);
  });

  test('of an older build is removed', () => {
    const home = temporaryFolder();
    run(home);
    const code = join(home, '.cache/kartei/code');
    const [build = ''] = readdirSync(code);
    const path = cacheFile(home);
    writeFileSync(join(code, 'older'), '');
    flip(path, 0.5);
    run(home);
    expect(readdirSync(code)).toEqual([build]);
  });
});

function flip(path: string, where: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * where);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}

test('an old Node is told in one sentence what to install', () => {
  const text = readFileSync(program, 'utf8');
  const told: string[] = [];
  const old = {
    versions: { node: '18.20.4' },
    stderr: { write: (line: string) => told.push(line) },
    exitCode: 0,
  };
  // The first line is for the shell; as the body of a function, the rest sees the process it is given.
  new Function('process', 'require', '__dirname', text.replace(/^#!.*/, ''))(old, () => ({}), '/');
  expect(old.exitCode).toBe(1);
  expect(told.join('')).toMatch(/^kartei needs Node 20\.19 or later, and this is Node 18\.20\.4\. .*\n$/);
});
