import { describe, expect, it } from 'vitest';
import { compareTranscript } from '../../../src/core/decks/compare-transcript.ts';
import { findTranscripts } from '../../../src/core/decks/find-transcripts.ts';
import { parseTranscript } from '../../../src/core/decks/parse-transcript.ts';
import type { StepRun, Transcript } from '../../../src/core/decks/transcript.ts';
import { toolsOf } from '../../../src/core/decks/transcript-tools.ts';
import { raw } from '../../../src/core/text/shown.ts';

const source = (...lines: readonly string[]) => ({ line: 10, lines: lines.map(raw) });

function transcript(...lines: readonly string[]): Transcript {
  const parsed = parseTranscript(source(...lines));
  if (!('steps' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}

const faults = (...lines: readonly string[]) => {
  const parsed = parseTranscript(source(...lines));
  return 'steps' in parsed ? [] : parsed.map(({ line, message }) => `${line} ${message.text}`);
};

describe('reading a transcript', () => {
  it('parts commands, continued lines, output and status, each with its line in the file', () => {
    const { steps } = transcript('$ cat <<E', '> $ x', '>', '> E', '$ x', '', '$ false', 'one', '...', '[1]');
    expect(steps.map(({ command, line, status }) => [command, line, status])).toEqual([
      ['cat <<E', 11, 0].map((one) => (one === 'cat <<E' ? 'cat <<E\n$ x\n\nE' : one)),
      ['x', 15, 0],
      ['false', 17, 1],
    ]);
    expect(steps.map(({ expected }) => expected.map(({ kind }) => kind))).toEqual([
      [],
      ['line'],
      ['line', 'any'],
    ]);
  });

  it('takes a line that begins with > below output as output', () => {
    expect(transcript('$ diff a b', '1c1', '> new').steps[0]?.expected.map(({ text }) => text)).toEqual([
      '1c1',
      '> new',
    ]);
  });

  it('a status is one only as the last line, and a pattern only as a whole line', () => {
    const [step] = transcript('$ x', '[1]', '/^a', 'b$/', '/^c$/').steps;
    expect(step?.status).toBe(0);
    expect(step?.expected.map(({ kind }) => kind)).toEqual(['line', 'line', 'line', 'pattern']);
  });

  it('refuses what cannot be run or compared, with the line', () => {
    expect(faults('output', '$ x')).toEqual(['11 Output stands above the first command.']);
    expect(faults()).toEqual(['10 This block holds no command.']);
    expect(faults('$ x', '/^(a)\\1$/')).toEqual([expect.stringMatching(/^12 This pattern is not taken/)]);
    expect(faults('$ x', '[256]')).toEqual(['12 No exit status is above 255.']);
    expect(faults('$ x', 'a\0')).toEqual(['12 This line holds a NUL character.']);
  });

  it('is found in a deck file wherever it stands, and nowhere else', () => {
    const deck =
      '---\ndeck: d\n---\n\n```console verify\n$ a\n```\n\n## x\n\n  ```console verify\n  $ b\n    c\n  ```\n\n```console\n$ no\n```\n\n````\n```console verify\n$ no\n```\n````\n';
    expect(findTranscripts(raw(deck), 3)).toEqual([
      { line: 5, lines: ['$ a'] },
      { line: 11, lines: ['$ b', '  c'] },
    ]);
    expect(findTranscripts(raw(`\ufeff${deck.replaceAll('\n', '\r\n')}`), 3)).toHaveLength(2);
  });
});

describe('the tools of a transcript', () => {
  it.each([
    ["systemd-id128 new | grep -cE '^[0-9a-f]{32}$'", ['grep', 'systemd-id128']],
    ['app=1; LANG=C sort -u <a >b || cat b 2>&1 | wc -l', ['cat', 'sort', 'wc']],
    ['x=$(id -u) && test "$(stat -c %s g)" -lt 10 && echo small', ['echo', 'id', 'test']],
    ['! /sbin/modinfo virtio; ./made-here; "$0"', ['/sbin/modinfo']],
    ['for i in a b; do nonsense; done', []],
    ['f() { echo hi; }; f', ['echo']],
    ['echo $((a + b)) # not this | nor that', ['echo']],
    ["printf 'a | b; c\\n' >'x y' && >out cat", ['cat', 'printf']],
    ['>out ls', ['ls']],
    ['if true; then ls; fi', ['ls', 'true']],
    ['sleep 1 & wait', ['sleep', 'wait']],
  ])('%s', (command, tools) => {
    expect(toolsOf(transcript(`$ ${command}`))).toEqual(tools);
  });

  it('are not sought in here documents, nor where 127 is expected', () => {
    expect(toolsOf(transcript('$ cat <<E', '> not a tool', '> E'))).toEqual(['cat']);
    expect(toolsOf(transcript('$ no-such-tool', '...', '[127]'))).toEqual([]);
  });
});

describe('comparing', () => {
  const run = (...steps: readonly (readonly [string, number?])[]): readonly StepRun[] =>
    steps.map(([output, status = 0]) => ({ output: raw(output), status }));
  const differences = (lines: readonly string[], steps: readonly StepRun[]) =>
    compareTranscript(transcript(...lines), { steps, end: 'finished' }).map(({ kind, lines }) => [
      kind,
      ...lines.map(({ mark, text }) => mark + text),
    ]);

  it.each([
    ['equal lines', ['$ x', 'a', 'b'], 'a\nb\n'],
    ['a last line without an end', ['$ x', 'a'], 'a'],
    ['no output', ['$ x'], ''],
    ['a blank line at the end', ['$ x', 'a', ''], 'a\n\n'],
    ['... for none', ['$ x', '...', 'a'], 'a\n'],
    ['... for many', ['$ x', '...', 'a', '...', 'b'], 'x\na\na\nb\nb\n'],
    ['a pattern', ['$ x', '/^\\d+ \\/a$/'], '12 /a\n'],
    ['line ends as terminals have them', ['$ x', 'a', 'b'], 'a\r\nb\r\n'],
  ])('%s is the same', (_name, lines, output) => {
    expect(differences(lines, run([output]))).toEqual([]);
  });

  it('shows what was expected and what came instead, in its place', () => {
    expect(differences(['$ x', 'a', 'b', 'c'], run(['a\nB\nc\nd\n', 2]))).toEqual([
      ['differs', ' a', '-b', '+B', ' c', '+d', '-[0]', '+[2]'],
    ]);
  });

  it('tells blanks and tabs apart', () => {
    expect(differences(['$ x', 'a b'], run(['a\tb\n']))).toEqual([['differs', '-a b', '+a\tb']]);
    expect(differences(['$ x', 'a'], run(['a \n']))).toHaveLength(1);
  });

  it('says which commands were never reached', () => {
    expect(differences(['$ exit 3', '[3]', '$ y'], run(['', 3]))).toEqual([['not-run']]);
  });

  it('is bounded: a pattern that fits everywhere against a flood is refused, not tried', () => {
    const lines = ['$ x', ...Array.from({ length: 200 }, () => ['...', '/^(a|a)*(a|a)*b$/']).flat()];
    expect(differences(lines, run([`${'a'.repeat(100)}\n`.repeat(2500)]))).toEqual([['too-large']]);
  });
});
