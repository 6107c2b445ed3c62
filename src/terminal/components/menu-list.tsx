import { Box } from 'ink';
import SelectInput from 'ink-select-input';
import { type MenuList as List, visibleRows } from '../frames/menu-view.ts';
import type { Look } from '../output/look.ts';
import { ansiLine } from '../output/theme.ts';
import { Line, Lines } from './lines.tsx';

export interface MenuListProps {
  readonly list: List;
  /** Rows of the window that the list may have. */
  readonly room: number;
  readonly look: Look;
}

/**
 * The rows of a menu that fit. What is selected is the store's, and each row is drawn as it then looks: the list takes
 * no keys of its own, for a digit would choose at once.
 */
export function MenuList({ list, room, look }: MenuListProps) {
  const { first, count, sign } = visibleRows(list, room, look);
  const items = Array.from({ length: count }, (_, i) => {
    const index = first + i;
    return { label: ansiLine(list.row(index, index === list.cursor)), value: index };
  });
  return (
    <Box flexDirection="column" height={room}>
      <SelectInput items={items} isFocused={false} indicatorComponent={NoIndicator} itemComponent={Item} />
      <Lines lines={sign} />
    </Box>
  );
}

const NoIndicator = () => null;
const Item = ({ label }: { readonly label: string }) => <Line text={label} />;
