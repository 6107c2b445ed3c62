import type { QueueCounts } from '../schedule/next-item.ts';
import type { Minutes } from '../schedule/time.ts';
import type { Answered, Drill } from './drill.ts';

/** Cards still to come. */
export interface Left extends QueueCounts {
  /** Those among them that were answered in this session. */
  readonly again: number;
}

/** How far a session has come: each card counts once, however often it is asked. */
export interface Pace {
  readonly seen: number;
  readonly total: number;
  /** Cards seen that come again. */
  readonly again: number;
  readonly minutes: Minutes;
}

/** The last answer to each card of a session. */
export const lastAnswers = ({ answered }: Drill): readonly Answered[] => [
  ...new Map(answered.map((one) => [one.item.key, one])).values(),
];

export function paceOf(drill: Drill, left: Left): Pace {
  const seen = lastAnswers(drill).length;
  const waiting = left.due + left.new + left.learning;
  const again = Math.min(left.again, waiting);
  return { seen, total: seen + waiting - again, again, minutes: left.minutes };
}
