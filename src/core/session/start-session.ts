import { type Instant, minute } from '../schedule/time.ts';
import type { Drill } from './drill.ts';
import type { Session, SessionPlan } from './session.ts';
import { startDrill } from './step-drill.ts';

/** Begins the session that a plan describes; finished when there is nothing to ask. */
export function startSession({ mode, counts, limits }: SessionPlan, session: Session, now: Instant): Drill {
  const { cards, minutes } = limits;
  const until = minutes === undefined ? undefined : now + minutes * minute;
  return startDrill(mode === 'drill' && counts === true ? 'ahead' : mode, { cards, until }, session, now);
}
