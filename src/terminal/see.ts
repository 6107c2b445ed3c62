import type { App } from './app/app.ts';
import type { Desk } from './app/desk.ts';
import type { Store } from './app/store.ts';
import { type View, viewOf } from './frames/view.ts';
import type { Look } from './output/look.ts';

export interface ViewProps {
  readonly store: Store;
  readonly desk: Desk;
  readonly lookOf: (app: App) => Look;
}

/** How the store's value looks now. The store hears how far that can be scrolled, for only the drawing knows. */
export function see({ store, desk, lookOf }: ViewProps): { readonly view: View; readonly look: Look } {
  const look = lookOf(store.app);
  const view = viewOf(store.app, desk, look);
  if (!('list' in view)) store.seen = view;
  return { view, look };
}
