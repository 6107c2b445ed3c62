import { relative, resolve } from 'node:path';

/** A path below a root as messages name it: relative to the working directory where that is shorter. */
export function shortPath(cwd: string, root: string, path: string): string {
  const absolute = resolve(root, path);
  const near = relative(cwd, absolute) || '.';
  return near.length < absolute.length ? near : absolute;
}
