import { join } from 'node:path';
import { limits } from '../core/decks/limits.ts';
import { settingsFile } from './collection-name.ts';
import { deckReader } from './deck-reader.ts';
import type { IndexedSettings } from './index-file.ts';
import { readRegularFile } from './read-regular-file.ts';

/** The settings of a collection as they are written; `null` where there are none to read. */
export function settingsText(root: string): string | null {
  const file = readRegularFile(join(root, settingsFile), limits.frontMatter);
  return file.kind === 'unreadable' ? null : file.content.toString('utf8');
}

/** What an index keeps of them. */
export function readIndexedSettings(root: string): IndexedSettings {
  const settings = settingsText(root);
  const { name, ignore, problems } = deckReader().readCollectionSettings(root);
  return {
    settings,
    name: name ?? null,
    ignore,
    settingsErrors: problems.filter(({ severity }) => severity === 'error').length,
  };
}
