import fc from 'fast-check';
import { afterAll, test } from 'vitest';

/** Milliseconds that one input may take (security.md). */
const longest = 200;

/** All inputs together. */
const isLong = process.env.KARTEI_SUITE === 'fuzz';
const total = Number(process.env.KARTEI_INPUTS ?? (isLong ? 1_000_000 : 20_000));

/** A reader of text from outside, and what is thrown at it. */
export interface Target<Input> {
  readonly name: string;
  /** Of all inputs, in hundredths. */
  readonly share: number;
  readonly inputs: fc.Arbitrary<Input>;
  /** Throws when something is wrong with what it made of the input. */
  readonly read: (input: Input) => void;
}

const counts: string[] = [];
const started = performance.now();
afterAll(() => {
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`\nfuzzing: ${counts.join('; ')}; ${seconds} s\n`);
});

/** One test for a reader: whatever comes in, it neither throws nor takes longer than a learner would wait. */
export function fuzz<Input>({ name, share, inputs, read }: Target<Input>): void {
  const numRuns = Math.round((total * share) / 100);
  test(`${name} survives whatever comes in, each input in less than ${longest} ms`, {
    timeout: 3_600_000,
  }, () => {
    let count = 0;
    let slowest = 0;
    const property = fc.property(inputs, (input) => {
      count++;
      const taken = quickest(() => read(input));
      slowest = Math.max(slowest, taken);
      if (taken >= longest) throw new Error(`${taken.toFixed()} ms, at best of five tries`);
    });
    fc.assert(property, { numRuns, interruptAfterTimeLimit: Number.POSITIVE_INFINITY });
    counts.push(`${name} ${count.toLocaleString('en')} (slowest ${slowest.toFixed()} ms)`);
  });
}

/** Milliseconds of work: a machine that is busy with other things makes an input wait, but not five times over. */
function quickest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && best >= longest; tries++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, performance.now() - start, (user + system) / 1000);
  }
  return best;
}
