import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { shown } from '../../../src/core/text/shown.ts';
import { progressBar } from '../../../src/terminal/output/progress-bar.ts';

const onTerminal = (stream: PassThrough, now: () => number, TERM = 'xterm') => ({
  stderr: stream as unknown as NodeJS.WriteStream,
  now,
  env: { TERM },
});

test.each(['dumb', ''])('there is no bar on a terminal that could not take it back: TERM=%j', (TERM) => {
  const stream = Object.assign(new PassThrough(), { isTTY: true });
  let now = 0;
  const bar = progressBar(
    onTerminal(stream, () => now, TERM),
    shown`reading`,
  );
  now = 1000;
  bar.show(1, 4);
  bar.end();
  expect(stream.read()).toBeNull();
});

test('a bar that has ended draws no more, for a screen may have the terminal now', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true });
  let now = 0;
  const bar = progressBar(
    onTerminal(stream, () => now),
    shown`reading`,
  );
  now = 1000;
  bar.show(1, 4);
  bar.end();
  expect(String(stream.read())).toMatch(/reading \[#+-+\] 1\/4.*\r\u001b\[K$/su);
  now = 5000;
  bar.show(0, 4);
  bar.end();
  expect(stream.read()).toBeNull();
});

test.each([120, 80, 40, 24, 12])(
  'a bar is never wider than a window of %i columns, for it could not be taken back',
  (columns) => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns });
    let now = 0;
    const bar = progressBar(
      onTerminal(stream, () => now),
      shown`reading the decks`,
    );
    now = 1000;
    bar.show(9, 19);
    const line = String(stream.read()).replace('\r\u001b[K', '');
    expect(line).toContain('reading');
    expect(line.length).toBeLessThan(columns);
  },
);
