import { hour, type Instant, type Milliseconds } from '../schedule/time.ts';

/** An event further ahead of the clock than this is taken for the work of a wrong clock. */
export const farFuture: Milliseconds = 48 * hour;

/**
 * The instant that an event gets: not before any earlier event, whatever the clock says, unless that event lies so
 * far ahead that its clock must have been wrong.
 */
export const nextInstant = (wall: Instant, earlier: readonly Instant[]): Instant =>
  earlier.reduce((latest, t) => (t > latest && t <= wall + farFuture ? t : latest), wall);
