import { matches, missedBy } from '../../core/session/card-filter.ts';
import { makeOverview, newLeftOn } from '../../core/session/overview.ts';
import type { SessionPlan } from '../../core/session/session.ts';
import type { Shown } from '../../core/text/shown.ts';
import type { Desk } from '../app/desk.ts';
import { doneText } from '../frames/home-frame.ts';
import { type LineLook, wrapText } from './line-look.ts';

/** What is said when a plan has no card to ask: when the next one comes, and what can be studied instead. */
export function nothingText(plan: SessionPlan, desk: Desk, look: LineLook): Shown[] {
  const { home, study } = look.messages;
  const library = desk.library();
  if (library.items.size === 0)
    return [home.noDecks, home.noDecksHint].flatMap((text) => wrapText(text, look));
  const progress = desk.exams.progress();
  const missed = missedBy(plan.filter, desk.exams.sittings);
  const items = new Map(
    [...library.items].filter(([, item]) => matches(item, plan.filter, progress, missed)),
  );
  const now = desk.now();
  const overview = makeOverview({ ...library, items }, progress, now, desk.tz(now));
  const isDone = items.size > 0 && plan.mode === 'study';
  const unseen = [...items.values()].filter((item) =>
    matches(item, { ...plan.filter, only: ['unseen'] }, progress, missed),
  ).length;
  const isLimited = unseen > 0 && newLeftOn(progress, now, desk.tz(now)) === 0;
  const { limitReached, ahead, instead } = look.lines;
  return [
    isDone ? doneText(overview, now, look) : study.nothing(plan.mode),
    ...(isLimited ? [limitReached(progress.parameters.newPerDay, unseen)] : []),
    ...(plan.mode === 'study' ? [ahead] : []),
    ...(plan.mode === 'drill' ? [] : [instead]),
  ].flatMap((text) => wrapText(text, look));
}
