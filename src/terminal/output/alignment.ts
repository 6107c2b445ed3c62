/** So many places are inserted before one, or removed from it on; places are counted when the shifts before it are done. */
export interface Shift {
  readonly at: number;
  readonly by: number;
}

/** Two sequences, and what it takes to make the second one of the first, in bytes, about. */
export interface Sequences {
  readonly before: number;
  readonly after: number;
  /** Of writing one over another; 0 where they are the same. */
  readonly change: (from: number, to: number) => number;
  /** Of writing one on an empty place. */
  readonly write: (to: number) => number;
  /** Of a shift. */
  readonly shift: number;
  /** Of the way to what is to be written or shifted behind what stays. */
  readonly jump: number;
}

/** What comes next on the way along both sequences, and what came last. */
type Step = 0 | 1 | 2 | 3;
const keep: Step = 0;
const write: Step = 1;
const remove: Step = 2;
const insert: Step = 3;

/** More than any way takes. */
const impossible = 1e9;

/** The shifts, from first to last, after which the least is to be written. */
export function alignment(sequences: Sequences): readonly Shift[] {
  const { before, after } = sequences;
  const steps = cheapestSteps(sequences);
  const shifts: Shift[] = [];
  let last: number = write;
  for (let i = 0, j = 0; i < before || j < after; ) {
    const step = steps[(i * (after + 1) + j) * 4 + last] ?? write;
    if (step >= remove) {
      const begun = step === last ? shifts.pop() : undefined;
      shifts.push({ at: begun?.at ?? j, by: (begun?.by ?? 0) + (step === insert ? 1 : -1) });
    }
    if (step !== insert) i += 1;
    if (step !== remove) j += 1;
    last = step;
  }
  return shifts;
}

/** For each pair of places, and each step that led there, the step that is taken from it. */
function cheapestSteps({ before, after, change, write: writing, shift, jump }: Sequences): Uint8Array {
  const width = after + 1;
  const steps = new Uint8Array((before + 1) * width * 4);
  const costs = new Uint32Array(steps.length);
  for (let i = before; i >= 0; i -= 1) {
    for (let j = after; j >= 0; j -= 1) {
      if (i === before && j === after) continue;
      const at = (i * width + j) * 4;
      const own = i < before && j < after ? change(i, j) : impossible;
      const pass = own === 0 ? keep : write;
      const passing = own + (costs[at + (width + 1) * 4 + pass] ?? 0);
      const removing = i < before ? shift + (costs[at + width * 4 + remove] ?? 0) : impossible;
      const inserting = j < after ? shift + writing(j) + (costs[at + 4 + insert] ?? 0) : impossible;
      for (let last = 0; last < 4; last += 1) {
        const way = last === keep ? jump : 0;
        const passed = passing + (pass === keep ? 0 : way);
        const removed = removing + way - (last === remove ? shift : 0);
        const inserted = inserting + way - (last === insert ? shift : 0);
        const least = Math.min(passed, removed, inserted);
        costs[at + last] = least;
        steps[at + last] = least === passed ? pass : least === removed ? remove : insert;
      }
    }
  }
  return steps;
}
