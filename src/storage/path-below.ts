import { join, sep } from 'node:path';

/**
 * Gives the places of files below a root, whose own paths are in order already (`walkCollection`). A thousand of them
 * are joined at each start, and `join` looks at every letter.
 */
export function pathBelow(root: string): (path: string) => string {
  return sep === '/' && !root.endsWith('/') ? (path) => `${root}/${path}` : (path) => join(root, path);
}
