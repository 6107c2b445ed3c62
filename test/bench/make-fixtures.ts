import { join } from 'node:path';
import { largeDecks, largeHistory, writeDecks, writeHistory } from './fixtures.ts';

// node .build/run-typescript.mjs test/bench/make-fixtures.ts FOLDER: makes `decks` and `progress` there, to look at by hand.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder.');
writeDecks(join(folder, 'decks'), largeDecks);
writeHistory(join(folder, 'progress'), { ...largeDecks, ...largeHistory }, Date.now());
