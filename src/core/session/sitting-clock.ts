import { type Instant, type Milliseconds, minute, second } from '../schedule/time.ts';
import { type Sitting, timeLeft } from './sitting.ts';

/** Tells the warnings whose time has come, the last one of several. */
export function warn(sitting: Sitting, now: Instant): Sitting {
  const left = timeLeft(sitting, now);
  const due = sitting.rules.warnings.filter(
    (minutes) => left <= minutes * minute && !sitting.warned.includes(minutes),
  );
  const last = due.at(-1);
  if (last === undefined) return sitting;
  const warned = [...sitting.warned, ...due];
  return { ...sitting, warned, notice: { kind: 'warning', minutes: last } };
}

/** From here on seconds are shown: in steps of ten, in the last minute each one. */
const exactBelow = 5 * minute;

const stepOf = (left: Milliseconds): Milliseconds =>
  left > exactBelow ? minute : left > minute ? 10 * second : second;

/** What the clock shows. */
export type ClockReading =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'seconds'; readonly minutes: number; readonly seconds: number };

/** Time left as it is shown, rounded up: it says 0 only when it is over. */
export function readClock(left: Milliseconds): ClockReading {
  const step = stepOf(left);
  const shown = Math.ceil(left / step) * step;
  return left > exactBelow
    ? { kind: 'minutes', minutes: shown / minute }
    : { kind: 'seconds', minutes: Math.floor(shown / minute), seconds: (shown % minute) / second };
}

/** How long until the clock shows something else; 0 when time is over. Warnings fall on such changes. */
export function nextReading(left: Milliseconds): Milliseconds {
  if (left <= 0) return 0;
  const step = stepOf(left);
  return left % step === 0 ? step : left % step;
}

/** How long until there is something to say: the next warning, or the end. */
export function nextAlarm({ rules, warned, deadline }: Sitting, now: Instant): Milliseconds {
  const left = timeLeft({ deadline }, now);
  const pending = rules.warnings.filter((minutes) => !warned.includes(minutes));
  return Math.min(left, ...pending.map((minutes) => Math.max(0, left - minutes * minute)));
}
