import { Box } from 'ink';
import { Lines } from '../components/lines.tsx';
import { MenuList } from '../components/menu-list.tsx';
import { type MenuView, roomOf } from '../frames/menu-view.ts';
import type { Look } from '../output/look.ts';

export interface MenuScreenProps {
  readonly menu: MenuView;
  readonly look: Look;
}

/** A list to choose from: decks, actions, settings, kinds of drill, exams. */
export function MenuScreen({ menu, look }: MenuScreenProps) {
  return (
    <Box flexDirection="column">
      <Lines lines={menu.top} />
      <MenuList list={menu.list} room={roomOf(menu, look)} look={look} />
      <Lines lines={menu.bottom} />
    </Box>
  );
}
