import { describe, expect, it } from 'vitest';
import { findSandbox } from '../../../src/sandbox/find-sandbox.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const block = (...lines: readonly string[]) => `\`\`\`console verify\n${lines.join('\n')}\n\`\`\`\n`;
const deck = (...blocks: readonly string[]) =>
  `---\ndeck: d\nid: d\n---\n\n## One?\n\n<!-- id: a -->\n\nAnswer.\n\n${blocks.join('\n')}`;
const settings = { '.kartei.yaml': 'name: test\n' };
const verify = (files: Readonly<Record<string, string>>, ...words: readonly string[]) =>
  runCommand(['verify', '--unsafe', ...words], { cwd: temporaryFolder({ ...settings, ...files }) });
const isShutOff = (await findSandbox()).kind !== 'none';

describe('kartei verify', () => {
  it('says that all passed, and what shut the commands off', async () => {
    const { code, out, err } = await verify({
      'a.md': deck(block('$ echo hi', 'hi'), block('$ false', '[1]')),
    });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^Run .*\n2 blocks passed, 0 failed, 0 skipped\.\n$/u);
  });

  it('names file and line of each command that differs, with expected and got', async () => {
    const { code, out } = await verify({
      'a.md': deck(block('$ true', '$ printf "a\\nc \\n"; exit 4', 'a', 'b')),
    });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        'a.md:14: expected (-) and got (+) differ',
        '    $ printf "a\\nc \\n"; exit 4',
        '     a',
        '    -b',
        '    +c\\x20',
        '    -[0]',
        '    +[4]',
        '',
      ].join('\n'),
    );
  });

  it('shows what steers a terminal as text', async () => {
    const { out } = await verify({
      'a.md': deck(block(`$ printf '\\033]0;title\\007\\033[31mred\\r\\n\\302\\233'`, 'red')),
    });
    expect(out).toContain('+\\x1b]0;title\\x07\\x1b[31mred');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });

  it('passes over blocks whose tools are missing, and names the tools', async () => {
    const { code, err } = await verify({
      'a.md': deck(block('$ no-such-tool', 'x'), block('$ : | no-such-tool 2', 'x'), block('$ true')),
    });
    expect(code).toBe(0);
    expect(err).toContain('skipped without no-such-tool: 2 blocks\n');
    expect(err).toContain('1 block passed, 0 failed, 2 skipped.');
  });

  it('runs a block that stands in the translation too only once, and names both places', async () => {
    const files = { 'a.md': deck(block('$ echo x', 'y')), 'a.de.md': deck(block('$ echo x', 'y')) };
    const { out, err } = await verify(files);
    expect(err).toContain('0 blocks passed, 1 failed');
    expect(out).toMatch(/^a\.md:13: .*\n[\s\S]*\n {4}also in a\.de\.md:12\n$/u);
  });

  it('takes a file, a folder or the name of a deck', async () => {
    const files = {
      'x/a.md': deck(block('$ true')),
      'b.md': deck(block('$ false')).replace('id: d', 'id: b'),
    };
    expect((await verify(files, 'x')).code).toBe(0);
    expect((await verify(files, 'x/a.md')).code).toBe(0);
    expect((await verify(files, '.')).code).toBe(1);
    const shipped = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`no-decks/${path}`, text]),
    );
    expect((await verify(shipped, 'b')).code).toBe(1);
    expect((await verify(shipped, 'd')).code).toBe(0);
  });

  it('reports a transcript that cannot be run, with the mend, as a failure', async () => {
    const { code, out } = await verify({ 'a.md': deck(block('$ echo', '/^(x)\\1$/')) });
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.md:14: error: This pattern is not taken: .*\n {4}There are .*\n$/u);
  });

  it('asks for a least number of blocks that pass', async () => {
    const { code, err } = await verify({ 'a.md': deck(block('$ true')) }, '--at-least', '2');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('Fewer than 2 passed.') });
  });

  it('takes a time limit, and refuses one that is no number', async () => {
    const slow = { 'a.md': deck(block('$ sleep 1000')) };
    const { code, out } = await verify(slow, '--timeout', '1', '--jobs', '1');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('took too long') });
    expect((await verify(slow, '--timeout', 'long')).code).toBe(2);
    expect((await verify(slow, '--jobs', '0')).code).toBe(2);
  });

  it('prints JSON with a version, counts, places and comparisons', async () => {
    const files = { 'a.md': deck(block('$ echo a', 'b'), block('$ no-such-tool')) };
    const { out } = await verify(files, '--json');
    expect(JSON.parse(out)).toMatchObject({
      kartei: { kind: 'verify' },
      passed: 0,
      failed: 1,
      skipped: 1,
      blocks: [
        {
          places: [{ path: 'a.md', line: 12 }],
          outcome: 'differs',
          differences: [{ line: 13, command: 'echo a', comparison: ['-b', '+a'] }],
        },
        { outcome: 'skipped', missing: ['no-such-tool'] },
      ],
    });
  });

  it('says so when there is nothing to run', async () => {
    expect((await verify({ 'a.md': deck() })).err).toBe('No console verify block in 1 file.\n');
    expect((await verify({ 'notes.md': '# Notes\n' })).err).toContain('No deck found');
    expect((await verify({}, 'gone')).code).toBe(2);
  });

  it('speaks German', async () => {
    const cwd = temporaryFolder({ ...settings, 'a.md': deck(block('$ echo', 'x')) });
    const { out, err } = await runCommand(['verify', '--unsafe'], { cwd, lang: 'de' });
    expect(out).toContain('erwartet (-) und erhalten (+)');
    expect(err).toContain('0 Blöcke bestanden, 1 gescheitert, 0 übergangen.');
  });

  it.skipIf(isShutOff)('runs nothing where nothing shuts it off, unless told to', async () => {
    const cwd = temporaryFolder({ ...settings, 'a.md': deck(block('$ true')) });
    expect(await runCommand(['verify'], { cwd })).toMatchObject({ code: 3, out: '' });
  });
});
