import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDebugLog } from '../../src/commands/debug-log.ts';
import { shown } from '../../src/core/text/shown.ts';
import { systemOf } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a session goes on when its log can no longer be written', () => {
  const home = temporaryFolder();
  const { log } = openDebugLog(systemOf({ cwd: home }), '0.0.0');
  log(shown`written`);
  rmSync(join(home, '.local'), { recursive: true });
  expect(() => log(shown`lost`)).not.toThrow();
});

test('a log that cannot be begun is said before anything else', () => {
  const home = temporaryFolder({ '.local/state': 'a file' });
  expect(() => openDebugLog(systemOf({ cwd: home }), '0.0.0')).toThrow(/log file cannot be written/u);
});
