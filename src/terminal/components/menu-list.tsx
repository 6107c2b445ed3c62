import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import { type MenuList as List, visibleRows } from '../frames/menu-view.ts';
import type { Look } from '../output/look.ts';
import { ansiLine } from '../output/theme.ts';
import { Lines } from './lines.tsx';

export interface MenuListProps {
  readonly list: List;
  /** Rows of the window that the list may have. */
  readonly room: number;
  readonly look: Look;
}

/**
 * The rows of a menu that fit. What is selected is the store's: the list takes no keys of its own, for a digit would
 * choose at once, and is built anew with each move.
 */
export function MenuList({ list, room, look }: MenuListProps) {
  const { cursor, row } = list;
  const { first, count, sign } = visibleRows(list, room, look);
  const items = Array.from({ length: count }, (_, i) => ({ label: String(first + i), value: first + i }));
  const item = ({ isSelected = false, label }: { readonly isSelected?: boolean; readonly label: string }) => (
    <Text wrap="truncate">{ansiLine(row(Number(label), isSelected)) || ' '}</Text>
  );
  return (
    <Box flexDirection="column" height={room} overflow="hidden">
      <SelectInput
        key={`${first} ${cursor} ${count}`}
        items={items}
        initialIndex={cursor - first}
        isFocused={false}
        indicatorComponent={() => null}
        itemComponent={item}
      />
      <Lines lines={sign} />
    </Box>
  );
}
