import { render } from 'ink';
import { InkInput } from './input/ink-input.ts';
import type { KeyStream } from './input/key-stream.ts';
import type { CellWriter } from './output/cell-writer.ts';
import { ViewApp, type ViewProps } from './view-app.tsx';

export interface InkEnds {
  readonly writer: CellWriter;
  readonly keys: KeyStream;
  /** Hears of what a screen throws. */
  readonly onError: (error: unknown) => void;
}

/** Has Ink draw what was drawn; gives what ends that. */
export function mountInk(screens: ViewProps['screens'], { writer, keys, onError }: InkEnds): () => void {
  const ink = render(<ViewApp screens={screens} />, {
    stdout: writer as unknown as NodeJS.WriteStream,
    stdin: new InkInput(keys).asStdin(),
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
    interactive: true,
  });
  ink.waitUntilExit().catch(onError);
  return () => ink.unmount();
}
