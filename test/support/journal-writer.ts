import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createFileJournal } from '../../src/storage/file-journal.ts';
import { diskFileSystem } from '../../src/storage/file-system.ts';

/** A process that records notes and tells the id of each on standard output once it is acknowledged. */
const [progress = '', count = '0'] = process.argv.slice(2);
const journal = createFileJournal({
  fileSystem: diskFileSystem,
  progress,
  device: 'a1b2c3d4',
  app: '0.1.0',
  randomHex: () => randomBytes(4).toString('hex'),
});
for (let i = 0; i < Number(count); i++) {
  const now = Date.UTC(2026, 10, 21) + i;
  const [entry] = journal.append([{ kind: 'note', text: `é ${i}` }], { now, tz: 0 });
  writeSync(1, `${entry?.id}\n`);
}
