import { Box } from 'ink';
import { Lines } from '../components/lines.tsx';
import { MenuList } from '../components/menu-list.tsx';
import { deckRows } from '../deck-rows.ts';
import { type HomeView, homeBottom, homeTop, noDecks } from '../home-frame.ts';
import type { Look } from '../look.ts';

export interface HomeScreenProps {
  readonly view: HomeView;
  readonly look: Look;
}

/** The decks with what is due; the list is a menu. */
export function HomeScreen({ view, look }: HomeScreenProps) {
  const top = homeTop(view, look);
  const bottom = homeBottom(view, look);
  const room = Math.max(1, look.size.rows - 1 - top.length - bottom.length);
  const { decks } = view.overview;
  const drawRow = deckRows(decks, look);
  const row = (index: number, isCursor: boolean) => {
    const deck = decks[index];
    return deck === undefined ? [] : drawRow(deck, isCursor, view.selected.includes(deck.key));
  };
  return (
    <Box flexDirection="column">
      <Lines lines={top} />
      {decks.length === 0 ? (
        <Box flexDirection="column" height={room} overflow="hidden">
          <Lines lines={noDecks(look)} />
        </Box>
      ) : (
        <MenuList length={decks.length} cursor={view.cursor} room={room} row={row} look={look} />
      )}
      <Lines lines={bottom} />
    </Box>
  );
}
