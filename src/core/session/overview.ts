import type { Progress } from '../history/progress.ts';
import { dueAt } from '../history/progress.ts';
import { addDays, dayOf, startOfDay } from '../schedule/day.ts';
import type { Instant, Minutes } from '../schedule/time.ts';
import type { Raw } from '../text/shown.ts';
import type { Library, StudyItem } from './library.ts';

/** One deck on the home screen. */
export interface DeckOverview {
  /** `<collection>\n<deck id>` */
  readonly key: string;
  readonly title: Raw;
  readonly due: number;
  readonly learning: number;
  /** New cards that may be introduced today. */
  readonly fresh: number;
  /** Cards out of the learning steps. */
  readonly known: number;
  readonly total: number;
}

export interface Overview {
  readonly decks: readonly DeckOverview[];
  readonly due: number;
  readonly learning: number;
  readonly fresh: number;
  /** Cards due on each of the next seven days, tomorrow first. */
  readonly forecast: readonly number[];
  /** The next instant at which a card is due after today, if any. */
  readonly nextDue: Instant | undefined;
  readonly corrected: number;
  readonly problems: number;
}

export const deckKey = (item: Pick<StudyItem, 'ref'>): string => `${item.ref.collection}\n${item.ref.deck}`;
