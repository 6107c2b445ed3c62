import { type Day, day as dayLength, hour, type Instant, type Minutes, minute } from './time.ts';

/** The learner's day of an instant; `tz` is the offset from UTC, `dayStart` the hour at which a day begins. */
export function dayOf(instant: Instant, tz: Minutes, dayStart: number): Day {
  return formatDay(Math.floor((instant + tz * minute - dayStart * hour) / dayLength));
}

/** The first instant of a learner's day. */
export function startOfDay(day: Day, tz: Minutes, dayStart: number): Instant {
  return dayNumber(day) * dayLength + dayStart * hour - tz * minute;
}

/** The day so many days later, or earlier when negative. */
export const addDays = (day: Day, count: number): Day => formatDay(dayNumber(day) + count);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

const daysOfEra = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const epochShift = 719_468;

/** Proleptic Gregorian, in years that begin in March, so that the leap day is a year's last. */
function dayNumber(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const march = month <= 2 ? year - 1 : year;
  const era = Math.floor(march / 400);
  const yearOfEra = march - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfEra + dayOfEra - epochShift;
}

/** A million reviews fall on few days. */
const formatted = new Map<number, Day>();
const mostFormatted = 10_000;

function formatDay(number: number): Day {
  const known = formatted.get(number);
  if (known !== undefined) return known;
  if (formatted.size >= mostFormatted) formatted.clear();
  const day = writeDay(number);
  formatted.set(number, day);
  return day;
}

function writeDay(number: number): Day {
  const shifted = number + epochShift;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
