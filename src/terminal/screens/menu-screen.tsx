import { Box } from 'ink';
import { type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { Lines } from '../components/lines.tsx';
import { MenuList } from '../components/menu-list.tsx';
import { fitLine } from '../layout.ts';
import { type Look, marginOf } from '../look.ts';
import type { MenuRow } from '../menu.ts';

export interface MenuScreenProps {
  readonly top: readonly StyledLine[];
  readonly bottom: readonly StyledLine[];
  readonly rows: readonly MenuRow[];
  readonly cursor: number;
  readonly look: Look;
}

/** A list to choose from: actions, settings, kinds of drill, exams. */
export function MenuScreen({ top, bottom, rows, cursor, look }: MenuScreenProps) {
  const room = Math.max(1, look.size.rows - 1 - top.length - bottom.length);
  return (
    <Box flexDirection="column">
      <Lines lines={top} />
      <MenuList
        length={rows.length}
        cursor={cursor}
        room={room}
        row={(index, isCursor) => menuLine(rows[index], isCursor, look)}
        look={look}
      />
      <Lines lines={bottom} />
    </Box>
  );
}

function menuLine(row: MenuRow | undefined, isCursor: boolean, look: Look): StyledLine {
  if (row === undefined) return [];
  const sign = isCursor ? look.glyphs.cursor : shown` `;
  const letter: StyledLine = row.letter === undefined ? [] : [span(letterColumn(row.letter), 'accent')];
  const label = span(row.label, ...(isCursor ? (['strong'] as const) : []));
  return fitLine(
    [...blank(Math.max(0, marginOf(look) - 2)), span(sign, 'accent'), ...blank(1), ...letter, label],
    look,
  );
}

const letterColumn = (letter: Shown): Shown => shown`${letter.padEnd(4) as Shown}`;
