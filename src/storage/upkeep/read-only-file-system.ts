import type { FileSystem } from '../file-system.ts';

/** The same disk on which nothing can be changed: every call that would is refused as a read-only disk does. */
export function readOnlyFileSystem(fileSystem: FileSystem): FileSystem {
  const refuse = (): never => {
    throw Object.assign(new Error('looking changes nothing'), { code: 'EROFS' });
  };
  return {
    ...fileSystem,
    create: refuse,
    write: refuse,
    truncate: refuse,
    makeFolder: refuse,
    rename: refuse,
    remove: refuse,
  };
}
