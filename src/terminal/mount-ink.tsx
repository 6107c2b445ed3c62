import { render } from 'ink';
import { InkInput } from './input/ink-input.ts';
import type { KeyStream } from './input/key-stream.ts';
import type { CellWriter } from './output/cell-writer.ts';
import type { ViewProps } from './see.ts';
import { ViewApp } from './view-app.tsx';

export interface InkOptions extends ViewProps {
  readonly writer: CellWriter;
  readonly keys: KeyStream;
  /** Hears of what a screen throws. */
  readonly onError: (error: unknown) => void;
}

/** Has Ink draw the screens from now on; gives what ends that. */
export function mountInk({ writer, keys, onError, ...view }: InkOptions): () => void {
  const ink = render(<ViewApp {...view} />, {
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
