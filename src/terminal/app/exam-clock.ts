import type { Instant, Milliseconds } from '../../core/schedule/time.ts';

/**
 * The time while exams are sat. It follows the system's clock, but a clock that is set back gives the learner nothing:
 * then it goes on by the time that has passed.
 */
export class ExamClock {
  private readonly wall: () => Instant;
  private readonly uptime: () => Milliseconds;
  private at = Number.NEGATIVE_INFINITY;
  private measured: Milliseconds = 0;

  /** `uptime` counts from any beginning and is never set. */
  constructor(wall: () => Instant, uptime: () => Milliseconds) {
    this.wall = wall;
    this.uptime = uptime;
  }

  readonly now = (): Instant => {
    const measured = this.uptime();
    this.at = Math.max(this.wall(), this.at + measured - this.measured);
    this.measured = measured;
    return this.at;
  };

  /** It is at least as late as this: something was recorded then. */
  reach(at: Instant): void {
    this.at = Math.max(this.now(), at);
  }
}
