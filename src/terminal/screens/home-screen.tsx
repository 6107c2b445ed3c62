import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import type { ReactNode } from 'react';
import { Lines } from '../components/lines.tsx';
import { deckRows } from '../deck-rows.ts';
import { type HomeView, homeBottom, homeTop } from '../home-frame.ts';
import type { Look } from '../look.ts';
import { ansiLine } from '../theme.ts';

export interface HomeScreenProps {
  readonly view: HomeView;
  readonly look: Look;
  readonly onChoose: (deck: string) => void;
  readonly onHighlight: (deck: string) => void;
}

/** The decks with what is due; the list is a menu. */
export function HomeScreen({ view, look, onChoose, onHighlight }: HomeScreenProps) {
  const top = homeTop(view, look);
  const bottom = homeBottom(view, look);
  const room = Math.max(1, look.size.rows - 1 - top.length - bottom.length);
  const rows = new Map(view.overview.decks.map((row) => [row.key, row]));
  const drawRow = deckRows(view.overview.decks, look);
  const items = view.overview.decks.map(({ key }) => ({ key, value: key, label: key }));
  const item = ({
    isSelected = false,
    label,
  }: {
    readonly isSelected?: boolean;
    readonly label: string;
  }): ReactNode => {
    const row = rows.get(label);
    const line = row === undefined ? [] : drawRow(row, isSelected, view.selected.includes(label));
    return <Text wrap="truncate">{ansiLine(line)}</Text>;
  };
  return (
    <Box flexDirection="column">
      <Lines lines={top} />
      <Box flexDirection="column" height={room} overflow="hidden">
        {items.length === 0 ? (
          <Text>{`   ${look.messages.home.noDecks}\n   ${look.messages.home.noDecksHint}`}</Text>
        ) : (
          <SelectInput
            items={items}
            limit={room}
            initialIndex={Math.max(
              0,
              items.findIndex(({ key }) => key === view.highlighted),
            )}
            indicatorComponent={() => null}
            itemComponent={item}
            onSelect={(chosen) => onChoose(chosen.value)}
            onHighlight={(highlighted) => onHighlight(highlighted.value)}
          />
        )}
      </Box>
      <Lines lines={bottom} />
    </Box>
  );
}
