import { existsSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { clean, raw } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { findCollectionRoot } from '../../storage/collection-name.ts';
import { authoring } from '../../terminal/messages/authoring.ts';
import type { CommandContext } from '../command.ts';

/** Real, absolute paths of files and folders, by the root of the collection that they belong to. */
export type PathsByRoot = ReadonlyMap<string, readonly string[]>;

/** The collections that the operands lie in; without operands, that of the working directory. */
export function pathsByRoot({ system, arguments: given, language }: CommandContext): PathsByRoot {
  const roots = new Map<string, string[]>();
  for (const operand of given.operands.length === 0 ? ['.'] : given.operands) {
    const path = resolve(system.cwd, operand);
    if (!existsSync(path)) throw new UserError(authoring[language].notThere(clean(raw(operand))));
    const root = findCollectionRoot(path);
    roots.set(root, [...(roots.get(root) ?? []), realpathSync(path)]);
  }
  return roots;
}

/** True for the path itself and for all below it. */
export const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
