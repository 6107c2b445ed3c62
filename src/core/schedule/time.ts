/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A span in milliseconds. */
export type Milliseconds = number;
/** A span in minutes; also an offset from UTC (east is positive). */
export type Minutes = number;
/** A learner's day, `YYYY-MM-DD`: it begins at the day's first hour in local time, so 03:59 belongs to the day before. */
export type Day = string;

export const second: Milliseconds = 1000;
export const minute: Milliseconds = 60_000;
export const hour: Milliseconds = 60 * minute;
export const day: Milliseconds = 24 * hour;

/** What an answer takes, before a learner's own pace is known. */
export const usualAnswer: Milliseconds = 12 * second;
