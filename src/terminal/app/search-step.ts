import { fieldText } from '../../core/session/draft.ts';
import { findCards } from '../../core/session/find-cards.ts';
import type { App, AppEvent } from './app.ts';
import type { Desk } from './desk.ts';
import { opened } from './opened.ts';

type SearchEvent = Extract<AppEvent, { kind: 'search-move' | 'open-found' | 'back-to-search' }>;

/** Moves among the cards found, opens one to read, and comes back. */
export function stepSearch(app: App, event: SearchEvent, desk: Pick<Desk, 'library'>): App {
  const { screen } = app;
  if (event.kind === 'back-to-search') {
    if (screen.kind !== 'card') return app;
    return opened(app, { kind: 'search', field: screen.search, selected: screen.selected });
  }
  if (screen.kind !== 'search') return app;
  const found = findCards(fieldText(screen.field), desk.library());
  if (event.kind === 'search-move') {
    const selected = Math.max(0, Math.min(found.length - 1, screen.selected + event.by));
    return { ...app, screen: { ...screen, selected } };
  }
  const item = found[screen.selected];
  if (item === undefined) return app;
  return opened(app, { kind: 'card', key: item.key, search: screen.field, selected: screen.selected });
}
