import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { shown } from '../../src/core/text/shown.ts';
import { progressBar } from '../../src/terminal/progress-bar.ts';

test('a bar that has ended draws no more, for a screen may have the terminal now', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true });
  let now = 0;
  const bar = progressBar(stream as unknown as NodeJS.WriteStream, () => now, shown`reading`);
  now = 1000;
  bar.show(1, 4);
  bar.end();
  expect(String(stream.read())).toMatch(/reading \[#+-+\] 1\/4.*\r\u001b\[K$/su);
  now = 5000;
  bar.show(0, 4);
  bar.end();
  expect(stream.read()).toBeNull();
});

test.each([24, 40, 80, 120])('a bar stays on one line of %d columns', (columns) => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns });
  let now = 0;
  const bar = progressBar(stream as unknown as NodeJS.WriteStream, () => now, shown`reading`);
  now = 1000;
  bar.show(119, 119);
  expect(String(stream.read()).replace('\r\u001b[K', '').length).toBeLessThan(Math.max(25, columns));
});
