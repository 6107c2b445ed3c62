import { useSyncExternalStore } from 'react';
import { FrameScreen } from './screens/frame-screen.tsx';
import { MenuScreen } from './screens/menu-screen.tsx';
import { see, type ViewProps } from './see.ts';

/** Draws the store's value; the only component that knows the store. */
export function ViewApp(props: ViewProps) {
  useSyncExternalStore(props.store.subscribe, props.store.read);
  const { view, look } = see(props);
  return 'list' in view ? <MenuScreen menu={view} look={look} /> : <FrameScreen frame={view} />;
}
