import { placeFromName } from './made-good.ts';
import { type FileMark, type FolderMark, isSettled, type Watermark } from './watermark.ts';

/** A folder's mark with its settled files, of which there may be thousands, in one text: a line each. */
export interface PackedFolder {
  readonly folder: string;
  readonly modified: number;
  readonly open: readonly FileMark[];
  readonly closed: string;
}

const separator = '\t';

/** Folders as they were read, until somebody looks at their files. */
const packedFolders = new WeakMap<FolderMark, PackedFolder>();

/** Makes a watermark quick to write and to read. */
export const packWatermark = (watermark: Watermark): readonly PackedFolder[] => watermark.map(packFolder);

function packFolder(mark: FolderMark): PackedFolder {
  const known = packedFolders.get(mark);
  if (known !== undefined) return known;
  const { folder, modified, files } = mark;
  const isPackable = (file: FileMark): boolean => {
    const { device, name } = placeOf(folder, file.file);
    return isSettled(file) && file.device === device && file.name === name && !/[\t\n]/.test(file.file);
  };
  return {
    folder,
    modified,
    open: files.filter((file) => !isPackable(file)),
    closed: files
      .filter(isPackable)
      .map(({ file, nextN, length }) => [file, nextN, length].join(separator))
      .join('\n'),
  };
}

export const unpackWatermark = (packed: readonly PackedFolder[]): Watermark => packed.map(unpackFolder);

/** The files of a folder that has not changed are made of their text only when somebody asks for them. */
function unpackFolder(packed: PackedFolder): FolderMark {
  const { folder, modified, open, closed } = packed;
  let files: readonly FileMark[] | undefined;
  const mark: FolderMark = {
    folder,
    modified,
    isSettled: open.every(isSettled),
    get files() {
      files ??= [
        ...open,
        ...(closed === '' ? [] : closed.split('\n').map((line) => unpackFile(folder, line))),
      ];
      return files;
    },
  };
  packedFolders.set(mark, packed);
  return mark;
}

function unpackFile(folder: string, line: string): FileMark {
  const [file = '', nextN = '', length = ''] = line.split(separator);
  const { device, name } = placeOf(folder, file);
  return { file, device, name, nextN: Number(nextN), length: Number(length), newer: false, closed: true };
}

const placeOf = (folder: string, file: string) => placeFromName(folder === '' ? file : `${folder}/${file}`);
