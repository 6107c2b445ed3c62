import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import type { Shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { Lines } from '../components/lines.tsx';
import { type Look, marginOf } from '../look.ts';
import { ansiLine } from '../theme.ts';

export interface MenuEntry {
  readonly key: string;
  readonly label: Shown;
}

export interface MenuScreenProps {
  readonly top: readonly StyledLine[];
  readonly bottom: readonly StyledLine[];
  readonly entries: readonly MenuEntry[];
  readonly look: Look;
  readonly onChoose: (key: string) => void;
}

/** A list to choose from: actions, settings, kinds of drill, exams. */
export function MenuScreen({ top, bottom, entries, look, onChoose }: MenuScreenProps) {
  const room = Math.max(1, look.size.rows - 1 - top.length - bottom.length);
  const labels = new Map(entries.map((entry) => [entry.key, entry.label]));
  const item = ({ isSelected = false, label }: { readonly isSelected?: boolean; readonly label: string }) => {
    const sign = isSelected ? look.glyphs.cursor : (' ' as Shown);
    const line: StyledLine = [
      ...blank(Math.max(0, marginOf(look) - 2)),
      span(sign, 'accent'),
      ...blank(1),
      span(labels.get(label) ?? (label as Shown), ...(isSelected ? (['strong'] as const) : [])),
    ];
    return <Text wrap="truncate">{ansiLine(line)}</Text>;
  };
  return (
    <Box flexDirection="column">
      <Lines lines={top} />
      <Box flexDirection="column" height={room} overflow="hidden">
        <SelectInput
          items={entries.map(({ key }) => ({ key, value: key, label: key }))}
          limit={room}
          indicatorComponent={() => null}
          itemComponent={item}
          onSelect={(chosen) => onChoose(chosen.value)}
        />
      </Box>
      <Lines lines={bottom} />
    </Box>
  );
}
