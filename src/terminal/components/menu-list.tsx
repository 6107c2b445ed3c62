import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import type { StyledLine } from '../../core/text/styled-line.ts';
import { scrollSign } from '../layout.ts';
import { listWindow } from '../list-window.ts';
import type { Look } from '../look.ts';
import { ansiLine } from '../theme.ts';
import { Lines } from './lines.tsx';

export interface MenuListProps {
  readonly length: number;
  /** The row that Enter takes. */
  readonly cursor: number;
  /** Rows of the window that the list may have. */
  readonly room: number;
  readonly row: (index: number, isCursor: boolean) => StyledLine;
  readonly look: Look;
}

/**
 * The rows of a menu that fit. What is selected is the store's: the list takes no keys of its own, for a digit would
 * choose at once, and is built anew with each move.
 */
export function MenuList({ length, cursor, room, row, look }: MenuListProps) {
  const { first, count, hasSign } = listWindow(length, cursor, room);
  const items = Array.from({ length: count }, (_, i) => ({ label: String(first + i), value: first + i }));
  const item = ({ isSelected = false, label }: { readonly isSelected?: boolean; readonly label: string }) => (
    <Text wrap="truncate">{ansiLine(row(Number(label), isSelected)) || ' '}</Text>
  );
  const sign = hasSign ? [scrollSign(first, length - first - count, look)] : [];
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
