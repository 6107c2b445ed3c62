import { useSyncExternalStore } from 'react';
import type { App } from './app/app.ts';
import type { Desk } from './app/desk.ts';
import type { Store } from './app/store.ts';
import { viewOf } from './frames/view.ts';
import type { Look } from './output/look.ts';
import { FrameScreen } from './screens/frame-screen.tsx';
import { MenuScreen } from './screens/menu-screen.tsx';

export interface ViewProps {
  readonly store: Store;
  readonly desk: Desk;
  readonly lookOf: (app: App) => Look;
}

/** Draws the store's value; the only component that knows the store. */
export function ViewApp({ store, desk, lookOf }: ViewProps) {
  const app = useSyncExternalStore(store.subscribe, store.read);
  const look = lookOf(app);
  const view = viewOf(app, desk, look);
  if ('list' in view) return <MenuScreen menu={view} look={look} />;
  // Only the drawing knows how far a text can be scrolled.
  store.seen = view;
  return <FrameScreen frame={view} />;
}
