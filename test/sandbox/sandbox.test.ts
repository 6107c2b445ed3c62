import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parseTranscript } from '../../src/core/decks/parse-transcript.ts';
import { raw } from '../../src/core/text/shown.ts';
import { findMissingTools } from '../../src/sandbox/find-missing-tools.ts';
import { findSandbox } from '../../src/sandbox/find-sandbox.ts';
import { runTranscript } from '../../src/sandbox/run-transcript.ts';
import { type Limits, type Sandbox, sandboxKinds } from '../../src/sandbox/sandbox.ts';

const sandboxes = await Promise.all(sandboxKinds.map((kind) => findSandbox([kind])));
const limits: Limits = { time: 20_000, output: 100_000 };

async function run(sandbox: Sandbox, commands: readonly string[], given: Partial<Limits> = {}) {
  const parsed = parseTranscript({ line: 1, lines: commands.map((command) => raw(`$ ${command}`)) });
  if (!('steps' in parsed)) throw new Error('no transcript');
  return await runTranscript(parsed, sandbox, { ...limits, ...given });
}

const outputs = async (sandbox: Sandbox, ...commands: readonly string[]) =>
  (await run(sandbox, commands)).steps.map(({ output, status }) => [output, status]);

/** Processes of this machine with a word in their command line. */
const alive = (word: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      try {
        return execFileSync('cat', [`/proc/${pid}/cmdline`], {
          stdio: ['ignore', 'pipe', 'ignore'],
        }).includes(word);
      } catch {
        return false;
      }
    });

describe.each(sandboxKinds.map((kind, i) => [kind, sandboxes[i]] as const))('with %s', (kind, found) => {
  const sandbox = found ?? { kind: 'none', words: ['sh', '-c'], user: undefined };
  const isThere = sandbox.kind === kind;
  const test = it.skipIf(!isThere);

  test('a block has one shell, an empty home it starts in, English and UTC, and no root', async () => {
    expect(
      await outputs(
        sandbox,
        'x=1; cd .',
        'echo $x; false',
        'echo $?; ls -A',
        '[ "$PWD" = "$HOME" ]',
        'date +%Z; echo ä',
      ),
    ).toEqual([
      ['', 0],
      ['1\n', 1],
      ['1\n', 0],
      ['', 0],
      ['UTC\nä\n', 0],
    ]);
    expect(await outputs(sandbox, '[ "$(id -u)" != 0 ]')).toEqual([['', 0]]);
  });

  test('standard error is in its place, and standard input is empty', async () => {
    expect(await outputs(sandbox, 'echo a; echo b >&2; echo c', 'cat; read x || echo end')).toEqual([
      ['a\nb\nc\n', 0],
      ['end\n', 0],
    ]);
  });

  test('an open quote, an exit and a redirected shell cost their own step and what cannot follow', async () => {
    expect((await outputs(sandbox, "echo 'open", 'echo on'))[1]).toEqual(['on\n', 0]);
    expect(await outputs(sandbox, 'exec >file 2>&1; echo hidden', 'echo too')).toEqual([
      ['', 0],
      ['', 0],
    ]);
    expect(await outputs(sandbox, 'echo bye; exit 3', 'echo never')).toEqual([['bye\n', 3]]);
  });

  test('what takes too long is ended, with what it printed so far', async () => {
    const { steps, end } = await run(sandbox, ['echo first', 'echo here; sleep 1000'], { time: 3000 });
    expect(end).toBe('time');
    expect(steps.map(({ output, status }) => [output.trim(), status])).toEqual([
      ['first', 0],
      ['here', undefined],
    ]);
  });

  test('endless output is cut at the limit', async () => {
    const { steps, end } = await run(sandbox, ['yes'], { output: 5000 });
    expect(end).toBe('output');
    expect(steps[0]?.output.length).toBeLessThanOrEqual(5000);
  });

  test('a process left in the background holds nothing up and does not stay', async () => {
    const word = `1000${process.pid}.${sandboxKinds.indexOf(kind)}1`;
    expect(await outputs(sandbox, `sleep ${word} & echo started`)).toEqual([['started\n', 0]]);
    expect(alive(word)).toEqual([]);
  });

  test('a fork bomb ends at the limits', async () => {
    const word = `1000${process.pid}.${sandboxKinds.indexOf(kind)}3`;
    // Whether the shell itself ends first, for want of processes, is a matter of luck.
    await run(sandbox, [`f() { f | f & }; f; sleep ${word}`], { time: 3000, output: 1_000_000 });
    const patience = { timeout: 50_000, interval: 200 };
    await vi.waitFor(() => expect(alive(word)).toEqual([]), patience);
    // What has ended counts among the processes of its user until the system has cleared it away.
    await vi.waitFor(
      async () => expect((await outputs(sandbox, 'echo alive'))[0]).toEqual(['alive\n', 0]),
      patience,
    );
  });

  test('tools that are missing are told from those that are there, builtins among them', async () => {
    const missing = await findMissingTools(['sh', 'cd', 'no-such-tool', '/bin/no-such'], sandbox);
    expect([...missing].sort()).toEqual(['/bin/no-such', 'no-such-tool']);
  });

  const shutOff = it.skipIf(!isThere || kind === 'none');

  shutOff('even a process that leaves the session goes with its block', async () => {
    const word = `1000${process.pid}.${sandboxKinds.indexOf(kind)}2`;
    await run(sandbox, [`setsid sleep ${word} >/dev/null 2>&1 & echo started`]);
    expect(alive(word)).toEqual([]);
  });

  shutOff('nothing outside of its home can be written or removed', async () => {
    const file = join(tmpdir(), `kartei-victim-${process.pid}-${kind}`);
    writeFileSync(file, 'mine', { mode: 0o666 });
    onTestFinished(() => rmSync(file, { force: true }));
    const script = `rm -rf ${file} /tmp/.[!.]* /etc/hostname; echo x >${file}; echo x >/usr/x; echo x >/x; touch /etc/x`;
    await run(sandbox, [
      script,
      'unshare -rm sh -c "mount -o remount,rw,bind /etc; mount -o remount,rw /; touch /etc/x"',
    ]);
    expect(existsSync(file)).toBe(true);
    expect(execFileSync('cat', [file], { encoding: 'utf8' })).toBe('mine');
    expect([existsSync('/usr/x'), existsSync('/x'), existsSync('/etc/x')]).toEqual([false, false, false]);
  });

  shutOff("neither people's files nor sockets of services are to be seen", async () => {
    const places = [
      process.cwd(),
      '/root',
      '/home',
      '/var/lib',
      '/run/docker.sock',
      '/run/dbus',
      '/run/user',
    ];
    expect(await outputs(sandbox, `ls -d ${places.join(' ')} 2>/dev/null | wc -l`)).toEqual([['0\n', 0]]);
  });

  shutOff('its home holds no more than its share of memory', async () => {
    const [step] = (await run(sandbox, ['head -c 100000000 /dev/zero >big; stat -c %s big'])).steps;
    expect(step?.output).toContain('No space left on device');
  });

  shutOff('no network is reachable, not even that of this machine', async () => {
    let calls = 0;
    const server = createServer(() => calls++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const [step] = (await run(sandbox, [`bash -c ': </dev/tcp/127.0.0.1/${port}'`])).steps;
    expect(step?.status).not.toBe(0);
    expect(calls).toBe(0);
  });

  shutOff('root of its own namespace is nobody outside', async () => {
    expect((await outputs(sandbox, 'cat /etc/shadow'))[0]?.[1]).toBe(1);
    expect((await outputs(sandbox, 'unshare -r cat /etc/shadow'))[0]?.[1]).toBe(1);
  });
});
