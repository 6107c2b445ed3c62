import { viewText } from './frames/view.ts';
import type { InkOptions } from './mount-ink.tsx';
import { see } from './see.ts';

export interface Screens {
  /** Loads Ink, which draws from then on. It finds nothing to write, for it draws the same values. */
  handToInk(): Promise<void>;
  end(): void;
}

/**
 * Draws the store's value, now and whenever it changes. Ink takes longer to load than all before it, so the first frames
 * are drawn without it: to the byte what Ink draws.
 */
export function drawScreens(options: InkOptions): Screens {
  const { store, writer } = options;
  const draw = (): void => {
    const { view, look } = see(options);
    writer.write(viewText(view, look));
  };
  let isEnded = false;
  draw();
  let stop: () => void = store.subscribe(draw);
  return {
    handToInk: async () => {
      const { mountInk } = await import('./mount-ink.tsx');
      if (isEnded) return;
      const unmount = mountInk(options);
      stop();
      stop = unmount;
    },
    end: () => {
      isEnded = true;
      stop();
    },
  };
}
