import type { ReviewMode } from '../history/entry.ts';
import type { Instant } from '../schedule/time.ts';
import type { Shown } from '../text/shown.ts';
import type { Drill, DrillTools } from './drill.ts';
import type { Left } from './pace.ts';

/** What a session asks: which cards, in which mode, how many. */
export interface SessionPlan {
  readonly mode: ReviewMode;
  /** Lets the answers of a drill count for the schedule, though not for the day's limits. */
  readonly counts?: boolean;
  /** The head of the screen: a deck's title, or what was asked for. Undefined: all decks. */
  readonly title: Shown | undefined;
  readonly filter: CardFilter;
  readonly limits: { readonly cards: number | undefined; readonly minutes: number | undefined };
}

/** Which cards a session takes; an empty list does not restrict. */
export interface CardFilter {
  /** Deck keys: `<collection>\n<deck id>`. */
  readonly decks: readonly string[];
  readonly tags: readonly string[];
  readonly objectives: readonly string[];
  readonly only: readonly CardState[];
  readonly missedInExams: number | undefined;
}

const cardStates = ['flagged', 'missed', 'unseen', 'suspended'] as const;
export type CardState = (typeof cardStates)[number];

export const everyCard: CardFilter = {
  decks: [],
  tags: [],
  objectives: [],
  only: [],
  missedInExams: undefined,
};

/** Today's study of all decks. */
export const everything: SessionPlan = {
  mode: 'study',
  title: undefined,
  filter: everyCard,
  limits: { cards: undefined, minutes: undefined },
};

/** A running session's view of progress and decks. */
export interface Session extends DrillTools {
  /** Cards still to come, by state, with the minutes they will take. */
  left(drill: Drill, now: Instant): Left;
  /** Reads the text of the card that will probably be asked next, so that nobody waits for it then. */
  readAhead(drill: Drill, now: Instant): void;
}
