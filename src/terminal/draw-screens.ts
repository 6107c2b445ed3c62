import type { Milliseconds } from '../core/schedule/time.ts';
import type { App } from './app/app.ts';
import type { Desk } from './app/desk.ts';
import type { Store } from './app/store.ts';
import { type View, viewOf, viewText } from './frames/view.ts';
import type { InkEnds } from './mount-ink.tsx';
import type { CellWriter } from './output/cell-writer.ts';
import type { Look } from './output/look.ts';

export interface DrawOptions {
  readonly store: Store;
  readonly desk: Desk;
  readonly lookOf: (app: App) => Look;
  readonly writer: CellWriter;
}

/** How the store's value looks. */
export interface Sight {
  readonly view: View;
  readonly look: Look;
}

/** After so long without a key the learner reads, and does not notice that the program is busy for a moment. */
export const typingPause: Milliseconds = 100;

/**
 * Draws the store's value, now and whenever it changes. Ink takes longer to load than all before it, and to draw than all
 * else that a key does: it follows in the next pause between keys, draws the same to the byte, and finds nothing to write.
 */
export class Screens {
  private readonly options: DrawOptions;
  private sight: Sight;
  private readonly followers = new Set<() => void>();
  private readonly stop: () => void;
  private endInk = (): void => {};
  private isEnded = false;
  private pause: NodeJS.Timeout | undefined;

  constructor(options: DrawOptions) {
    this.options = options;
    this.sight = this.draw();
    this.stop = options.store.subscribe(() => {
      this.sight = this.draw();
      clearTimeout(this.pause);
      this.pause = setTimeout(this.letInkFollow, typingPause);
    });
  }

  /** What was drawn last, for Ink. */
  readonly read = (): Sight => this.sight;

  readonly subscribe = (follow: () => void): (() => void) => {
    this.followers.add(follow);
    return () => this.followers.delete(follow);
  };

  private readonly letInkFollow = (): void => {
    for (const follow of this.followers) follow();
  };

  /** Loads Ink, which draws from then on what was drawn here. */
  async loadInk(ends: Omit<InkEnds, 'writer'>): Promise<void> {
    const { mountInk } = await import('./mount-ink.tsx');
    const { writer } = this.options;
    if (!this.isEnded) this.endInk = mountInk(this, { ...ends, writer });
  }

  end(): void {
    this.isEnded = true;
    this.stop();
    clearTimeout(this.pause);
    this.endInk();
  }

  /** The store hears how far what is seen can be scrolled, for only the drawing knows. */
  private draw(): Sight {
    const { store, desk, lookOf, writer } = this.options;
    const look = lookOf(store.app);
    const view = viewOf(store.app, desk, look);
    if (!('list' in view)) store.seen = view;
    writer.write(viewText(view, look));
    return { view, look };
  }
}
