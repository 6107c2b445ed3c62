import { expect, test } from 'vitest';
import { orderlyHome } from '../../support/faulty-recovery.ts';
import { progressIn } from '../../support/killed-session.ts';
import { filesBelow } from '../../support/recorded-home.ts';
import { runCommand } from '../../support/run-command.ts';

test('the doctor misses no file that sealing joined with others, before and after the next start', async () => {
  const setting = { cwd: await orderlyHome(), now: Date.now() };
  const files = () => filesBelow(progressIn(setting.cwd)).filter((path) => path.endsWith('.jsonl')).length;
  const before = files();
  await runCommand(['backup', '--seal'], setting);
  expect(files()).toBeLessThan(before);
  for (const words of [['doctor'], ['due'], ['doctor']]) {
    expect((await runCommand(words, setting)).out).not.toContain('watermark-short');
  }
});
