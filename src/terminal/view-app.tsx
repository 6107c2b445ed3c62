import { useSyncExternalStore } from 'react';
import type { Screens } from './draw-screens.ts';
import { FrameScreen } from './screens/frame-screen.tsx';
import { MenuScreen } from './screens/menu-screen.tsx';

export interface ViewProps {
  readonly screens: Pick<Screens, 'read' | 'subscribe'>;
}

/** Draws what is seen; the only component that hears of changes. */
export function ViewApp({ screens }: ViewProps) {
  const { view, look } = useSyncExternalStore(screens.subscribe, screens.read);
  return 'list' in view ? <MenuScreen menu={view} look={look} /> : <FrameScreen frame={view} />;
}
