import type { App, AppEvent } from './app.ts';

const beforeJournal: ReadonlySet<string> = new Set([
  ...['submit', 'show', 'dont-know', 'rate', 'rate-suggested', 'open-home', 'quit'],
  ...['open', 'exams', 'start-exam', 'begin-exam', 'last-report'],
  ...['next', 'back', 'go-to', 'grid', 'mark', 'hand-in', 'leave', 'confirm', 'tick'],
]);

/**
 * Whether the journal is looked at, before an event, for what others recorded: when a screen is opened, when a session, an
 * exam or its next question begins, before an answer is shown, right before it is rated, and on the way on in an exam.
 */
export const looksAtJournal = (event: AppEvent): boolean =>
  beforeJournal.has(event.kind === 'drill' || event.kind === 'sitting' ? event.event.kind : event.kind);

const beforeDecks: ReadonlySet<string> = new Set([
  ...['open-home', 'quit', 'close-exam'],
  ...['study', 'study-missed', 'start-exam'],
]);

/** Whether the files of the decks are: on the way home, and before a session or an exam begins. */
export const looksAtDecks = ({ kind }: AppEvent, { screen, overlay }: App): boolean =>
  beforeDecks.has(kind) && (kind !== 'quit' || (screen.kind !== 'home' && overlay === undefined));
