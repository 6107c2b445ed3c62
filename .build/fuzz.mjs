import { configureGlobal } from 'fast-check';

// Every property that does not fix its own number of runs is tried this often. Seeds differ from run to run;
// fast-check prints the one that failed.
configureGlobal({ numRuns: Number(process.env.KARTEI_RUNS ?? 20_000), interruptAfterTimeLimit: 300_000 });
