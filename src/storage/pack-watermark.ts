import type { FileMark, FolderMark, Watermark } from './watermark.ts';

/** A folder's mark with its closed files, of which there may be thousands, in one text: a line each. */
export interface PackedFolder {
  readonly folder: string;
  readonly modified: number;
  readonly open: readonly FileMark[];
  readonly closed: string;
}

const separator = '\t';

/** Makes a watermark quick to write and to read. */
export const packWatermark = (watermark: Watermark): readonly PackedFolder[] =>
  watermark.map(({ folder, modified, files }) => {
    const packable = (file: FileMark) => file.closed && !/[\t\n]/.test(file.file + file.name + file.device);
    return {
      folder,
      modified,
      open: files.filter((file) => !packable(file)),
      closed: files.filter(packable).map(packFile).join('\n'),
    };
  });

const packFile = ({ file, device, name, nextN, length, newer }: FileMark): string =>
  [file, device, name, nextN, length, newer ? 1 : 0].join(separator);

export const unpackWatermark = (packed: readonly PackedFolder[]): Watermark =>
  packed.map(({ folder, modified, open, closed }): FolderMark => {
    const files = closed === '' ? [] : closed.split('\n').map(unpackFile);
    return { folder, modified, files: [...open, ...files] };
  });

function unpackFile(line: string): FileMark {
  const [file = '', device = '', name = '', nextN = '', length = '', newer = ''] = line.split(separator);
  return {
    file,
    device,
    name,
    nextN: Number(nextN),
    length: Number(length),
    newer: newer === '1',
    closed: true,
  };
}
