import type { Shift } from './alignment.ts';

/**
 * Shifts that wait until the pen comes by. Where an insertion would push what stands at the end off the screen, what is
 * to be removed later is removed before.
 */
export class Shifting {
  private readonly waiting: Shift[];
  /** So many places at the end may be pushed off. */
  private room: number;

  constructor(shifts: readonly Shift[], room: number) {
    this.waiting = [...shifts];
    this.room = room;
  }

  /** Gives those whose turn has come at a place, as they are then; `isAhead` says that the pen was not there yet. */
  upTo(place: number, perform: (shift: Shift, isAhead: boolean) => void): void {
    for (let next = this.waiting[0]; next !== undefined && next.at <= place; next = this.waiting[0]) {
      const removal = next.by > this.room ? this.waiting.findIndex(({ by }) => by < 0) : -1;
      const turn = Math.max(0, removal);
      const [{ at, by } = next] = this.waiting.splice(turn, 1);
      const pushed = this.waiting.slice(0, turn).reduce((sum, shift) => sum + shift.by, 0);
      this.room -= by;
      perform({ at: at - pushed, by }, turn > 0);
    }
  }
}
