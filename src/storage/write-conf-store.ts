import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { errorCode, type FileStatus, type FileSystem } from './file-system.ts';

/**
 * Replaces a whole store through conf, which is loaded only here and in `write-setting.ts`. False when the disk took
 * less than it was given, which conf does not notice. Throws the system's error when the folder is not writable: conf
 * would try for a second before it said so.
 */
export async function writeConfStore(
  fileSystem: FileSystem,
  folder: string,
  name: string,
  content: object,
): Promise<boolean> {
  accessSync(folder, constants.W_OK);
  const path = join(folder, `${name}.json`);
  // conf reads what is there, though it will be replaced, and would wait for a pipe.
  if (kindOf(fileSystem, path) === 'other') fileSystem.remove(path);
  const { default: Conf } = await import('conf');
  const text = JSON.stringify(content);
  const conf = new Conf({
    cwd: folder,
    configName: name,
    projectSuffix: '',
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    serialize: () => text,
    /** What is there will be replaced, so it is not worth reading, and a broken one must not stop us. */
    deserialize: () => ({}),
  });
  conf.store = { ...content };
  return fileSystem.status(path).size === Buffer.byteLength(text);
}

function kindOf(fileSystem: FileSystem, path: string): FileStatus['kind'] | undefined {
  try {
    return fileSystem.status(path).kind;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}
