import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const card = (prompt: string, id: string) => `## ${prompt}\n\n<!-- id: ${id} -->\n\nAnswer ${id}.\n`;
const deck = (id: string, ...cards: readonly string[]) =>
  `---\ndeck: ${id}\nid: ${id}\n---\n\n${cards.join('\n')}`;
const settings = { '.kartei.yaml': 'name: test\n' };

describe('kartei lint', () => {
  it('finds all problems of all files in one run, sorted, with a hint below each', async () => {
    const cwd = temporaryFolder({
      ...settings,
      'b.md': deck('b', card('One?', 'a'), card('Two?', 'a'), '## No answer\n'),
      'a.md': deck('a', '## Which?\n\n- [] this\n- [ ] that\n'),
    });
    const { code, out, err } = await runCommand(['lint'], { cwd });
    expect(code).toBe(1);
    const lines = out.split('\n').filter((line) => /^\S/.test(line));
    expect(lines.map((line) => line.split(' ', 2).join(' '))).toEqual([
      'a.md:8:1: error:',
      'b.md:12:1: error:',
      'b.md:18:1: error:',
    ]);
    expect(out).toMatch(/\n {4}Give this card another id\./u);
    expect(err).toBe('3 errors, 0 warnings in 2 decks.\n');
  });

  it('speaks German to readers, and English to machines', async () => {
    const cwd = temporaryFolder({ ...settings, 'a.md': deck('a', '## Which?\n\n- [] this\n- [ ] that\n') });
    const { out } = await runCommand(['lint'], { cwd, lang: 'de' });
    expect(out).toContain('`- [] this` ist beinahe, aber nicht ganz das Kennzeichen einer Kartenart.');
    expect(out).toContain('\n    `- [ ] Text` oder `- [x] Text` schreiben');
    for (const format of ['json', 'github', 'sarif', 'junit'])
      expect((await runCommand(['lint', '--format', format], { cwd, lang: 'de' })).out).toContain(
        'is nearly a mark of a card, but not quite.',
      );
  });

  it('says that all is well, and exits with 0', async () => {
    const cwd = temporaryFolder({ ...settings, 'a.md': deck('a', card('One?', 'a')) });
    expect(await runCommand(['lint', '.'], { cwd })).toEqual({
      code: 0,
      out: '',
      err: 'No problems in 1 deck with 1 card.\n',
    });
  });

  it('counts a deck with its translation once', async () => {
    const german = '---\ndeck: a\n---\n\n## Eine?\n\n<!-- id: a -->\n\nAntwort a.\n';
    const files = { 'a.md': deck('a', card('One?', 'a')), 'a.de.md': german };
    const cwd = temporaryFolder({ ...settings, ...files });
    expect((await runCommand(['lint'], { cwd })).err).toBe('No problems in 1 deck with 1 card.\n');
    expect((await runCommand(['lint', 'a.de.md'], { cwd })).err).toContain('1 deck with 1 card');
  });

  it('fails on warnings when told to, by a flag or by the collection', async () => {
    const files = { 'a.md': deck('a', 'A note \n', card('One?', 'a')) };
    const plain = temporaryFolder({ ...settings, ...files });
    expect((await runCommand(['lint'], { cwd: plain })).code).toBe(0);
    expect((await runCommand(['lint', '--strict'], { cwd: plain })).code).toBe(1);
    const strict = temporaryFolder({ ...files, '.kartei.yaml': 'name: test\nlint: { strict: true }\n' });
    expect((await runCommand(['lint'], { cwd: strict })).code).toBe(1);
    const off = temporaryFolder({
      ...files,
      '.kartei.yaml': 'lint: { strict: true, off: [trailing-blank] }\n',
    });
    expect((await runCommand(['lint'], { cwd: off })).code).toBe(0);
  });

  it('finds two files with one deck id, and names only what lies in the given paths', async () => {
    const cwd = temporaryFolder({
      ...settings,
      'x/a.md': deck('same', card('One?', 'a')),
      'y/b.md': deck('same', card('Two?', 'b')),
      'z/c.md': deck('c', '## Nothing\n'),
    });
    const { out } = await runCommand(['lint', 'y'], { cwd });
    expect(out).toContain('y/b.md:3:1: error: The deck id `same` is already that of x/a.md.');
    expect(out).not.toContain('z/c.md');
  });

  it('warns of a rule that cannot be switched off because there is none of that name', async () => {
    const text = deck('a', card('One?', 'a')).replace('id: a', 'id: a\nlint: [line-lenght]');
    const { out } = await runCommand(['lint'], { cwd: temporaryFolder({ ...settings, 'a.md': text }) });
    expect(out).toContain('a.md:4:1: warning: There is no rule `line-lenght` to switch off. [lint-unknown]');
    expect(out).toContain('Did you mean `line-length`?');
  });

  it('checks exams and option tables too', async () => {
    const text = deck('a', card('One?', 'a')).replace(
      'id: a',
      'id: a\ncommands: { frob: { optoins: [-a] } }',
    );
    const files = { ...settings, 'a.md': text, 'e.md': '---\nexam: E\ncut: 1\n---\n' };
    const { out } = await runCommand(['lint'], { cwd: temporaryFolder(files) });
    expect(out).toMatch(/^a\.md:4:1: warning: commands\.frob.*\[option-table\]$/mu);
    expect(out).toMatch(/^e\.md:2:1: error: .*\[exam-missing\]$/mu);
  });

  it('reads the facts that the collection names, inside the collection only', async () => {
    const text = deck('a', '## One?\n\n<!-- id: a, facts: [F1, F2] -->\n\nAnswer.\n');
    const files = { 'a.md': text, 'facts.tsv': 'F1\tsomething\n' };
    const inside = temporaryFolder({ ...files, '.kartei.yaml': 'facts: facts.tsv\n' });
    expect((await runCommand(['lint'], { cwd: inside })).out).toContain('There is no fact `F2`.');
    const outside = temporaryFolder({ ...files, '.kartei.yaml': 'facts: ../../etc/passwd\n' });
    expect((await runCommand(['lint'], { cwd: outside })).out).toContain('.kartei.yaml:1:1: warning');
  });

  it('says so when there is no such path, no deck, or no such format', async () => {
    const cwd = temporaryFolder({ 'notes.md': '# Notes\n' });
    expect(await runCommand(['lint', 'gone'], { cwd })).toMatchObject({ code: 1, err: /gone/ as unknown });
    expect((await runCommand(['lint'], { cwd })).err).toContain('No deck found');
    expect((await runCommand(['lint', '--format', 'xml'], { cwd })).code).toBe(2);
  });

  it('takes conflict markers, CRLF, a BOM, links and folders that it may not read', async () => {
    const cwd = temporaryFolder({
      ...settings,
      'crlf.md': `\ufeff${deck('crlf', card('One?', 'a'))}`.replaceAll('\n', '\r\n'),
      'merge.md': deck('m', `<<<<<<< a\n${card('A?', 'a')}=======\n${card('B?', 'b')}>>>>>>> b\n`),
      'latin.md': Buffer.concat([Buffer.from(deck('l', card('One?', 'a'))), Buffer.from([0xe4, 0x0a])]),
    });
    symlinkSync('/etc/passwd', join(cwd, 'link.md'));
    mkdirSync(join(cwd, 'closed'));
    chmodSync(join(cwd, 'closed'), 0);
    const { out } = await runCommand(['lint'], { cwd });
    expect(out).not.toContain('crlf.md');
    expect(out).not.toContain('passwd');
    expect(out).toMatch(/merge\.md:\d+:1: error: Git could not merge/u);
    expect(out).toContain('latin.md:11:1: error: This line holds a byte that is not UTF-8.');
    chmodSync(join(cwd, 'closed'), 0o700);
  });
});

describe('the formats for other programs', () => {
  const cwd = () =>
    temporaryFolder({
      ...settings,
      'a, b.md': deck('a', '## No <answer> & 100%\n\n- [] x\n', card('One?', 'a')),
    });

  it('json carries a version and counts', async () => {
    const { out } = await runCommand(['lint', '--format', 'json'], { cwd: cwd() });
    expect(JSON.parse(out)).toMatchObject({
      kartei: { format: 1, kind: 'lint' },
      errors: 1,
      warnings: 0,
      problems: [{ path: 'a, b.md', line: 8, column: 1, rule: 'mark-near-miss', severity: 'error' }],
    });
  });

  it('github escapes what would end an annotation', async () => {
    const { out, code } = await runCommand(['lint', '--format', 'github'], { cwd: cwd() });
    expect(out).toMatch(/^::error file=a%2C b\.md,line=8,col=1,title=mark-near-miss::[^\n]*%0A[^\n]*\n$/u);
    expect(code).toBe(1);
  });

  it('sarif names rules, levels and regions', async () => {
    const { out } = await runCommand(['lint', '--format', 'sarif'], { cwd: cwd() });
    const [run] = JSON.parse(out).runs;
    expect(run.tool.driver.rules).toMatchObject([{ id: 'mark-near-miss' }]);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a,%20b.md' },
      region: { startLine: 8, startColumn: 1 },
    });
  });

  it('sarif names files that a URI would cut', async () => {
    const folder = temporaryFolder({ '.kartei.yaml': '', 'c#?.md': deck('c', '## Q\n') });
    const { out } = await runCommand(['lint', '--format', 'sarif'], { cwd: folder });
    expect(out).toContain('"uri": "c%23%3F.md"');
  });

  it('junit fails one case for each error', async () => {
    const { out } = await runCommand(['lint', '--format', 'junit'], { cwd: cwd() });
    expect(out).toContain('<testsuite name="kartei lint" tests="1" failures="1" errors="0">');
    expect(out).toContain('<failure type="mark-near-miss"');
    expect(out).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/u);
  });
});
