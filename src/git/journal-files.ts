import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const isFile = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Every journal file below the progress folder, and its attributes. */
export function journalsBelow(root: string): readonly string[] {
  const found = isFile(join(root, '.gitattributes')) ? ['.gitattributes'] : [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name === '.git') continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && entry.name.endsWith('.jsonl')) found.push(path);
    }
  };
  walk('');
  return found;
}
