import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isolatedEnvironment, program } from '../../support/pty.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const head = '---\ndeck: Test\nid: test\n---\n\n';
const choice = '## Which one?\n\n- [x] this one\n  > It is.\n- [ ] that one\n  > It is not.\n';

describe('kartei preview', () => {
  it('shows each card as question and answer, with all reasons', async () => {
    const cwd = temporaryFolder({
      '.kartei.yaml': '',
      'a.md': `${head}${choice}\n## The {{c1::first}} gap\n`,
    });
    const { code, out } = await runCommand(['preview', 'a.md'], { cwd, env: { LANG: 'C.UTF-8' } });
    expect(code).toBe(0);
    expect(out.match(/Which one\?/gu)).toHaveLength(2);
    expect(out).toContain('It is not.');
    expect(out).toContain('The […] gap');
    expect(out).toContain('The first gap');
    expect(out).not.toContain('\u001b');
  });

  it('shows the tips of a card below its question', async () => {
    const tips = '> [!TIP]\n> It has no end.\n\n> [!TIP]\n> It begins with pi.\n';
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': `${head}## Which number?\n\nPi.\n\n${tips}` });
    const { out } = await runCommand(['preview', 'a.md'], { cwd });
    expect(out).toMatch(
      /Tip 1 of 2\n\s+It has no end\.\n\n\s+Tip 2 of 2\n\s+It begins with pi\.\n.* answer /su,
    );
  });

  it('shows problems between the cards, where they were found', async () => {
    const text = `${head}${choice}\n## Broken\n\n- [] x\n\n## Last?\n\nYes.\n`;
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': text });
    const { out } = await runCommand(['preview', 'a.md'], { cwd });
    const places = ['Which one?', 'a.md:15:1: error', 'Last?'].map((words) => out.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('breaks a problem between words in a narrow terminal', async () => {
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': `${head}## Broken\n\n- [] x\n` });
    const { out } = await runCommand(['preview', 'a.md'], { cwd, lang: 'de' });
    expect(out).toContain('das Kennzeichen einer\n    Kartenart. [mark-near-miss]\n    `- [ ] Text` oder');
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('shows a translation in its own language', async () => {
    const cwd = temporaryFolder({
      '.kartei.yaml': '',
      'a.md': `${head}## One?\n\n<!-- id: one -->\n\nYes.\n`,
      'a.de.md': '---\ndeck: Test\n---\n\n## Eins?\n\n<!-- id: one -->\n\nJa.\n',
    });
    const { out } = await runCommand(['preview', 'a.de.md'], { cwd, lang: 'de' });
    expect(out).toContain('Eins?');
    expect(out).not.toContain('One?');
  });

  it('fails when there is nothing to show, and asks for one file', async () => {
    const cwd = temporaryFolder({ 'notes.md': '# Notes\n' });
    expect(await runCommand(['preview', 'notes.md'], { cwd })).toMatchObject({ code: 1 });
    expect(await runCommand(['preview'], { cwd })).toMatchObject({ code: 2 });
  });

  it('shows the file again when it was saved, and at the end what has changed', async () => {
    const cwd = temporaryFolder({ '.kartei.yaml': '', 'a.md': head + choice });
    const child = spawn(process.execPath, [program, 'preview', 'a.md', '--watch'], {
      cwd,
      env: isolatedEnvironment(cwd),
    });
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    let out = '';
    await new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (!out.includes('Which one?') && (out + text).includes('Which one?'))
          writeFileSync(join(cwd, 'a.md'), `${head}## A new card?\n\nYes.\n\n${choice}`);
        out += text;
        if (out.includes('2 cards, 0 problems')) resolve();
      });
    });
    const [, atTheEnd = ''] = out.split('changed since the last save');
    expect(atTheEnd).toContain('A new card?');
    expect(atTheEnd).not.toContain('Which one?');
  });
});
