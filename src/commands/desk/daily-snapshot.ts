import { setTimeout } from 'node:timers/promises';
import { diskFileSystem, errorCode } from '../../storage/file-system.ts';
import type { Locations } from '../../storage/locations.ts';
import { randomHex } from '../../storage/random-hex.ts';
import type { System } from '../../system.ts';

export interface DailySnapshotOptions {
  readonly locations: Locations;
  readonly system: System;
  readonly version: string;
}

/** For so long no key is heard while files are copied, in milliseconds. */
const longestHold = 12;
/** What keys and frames then have for themselves. */
const pause = 12;
/** Whoever leaves waits no longer for it. */
const patience = 1000;

/** The snapshot that a run takes by itself: once, when something was recorded and the program rests or ends. */
export class DailySnapshot {
  private readonly options: DailySnapshotOptions;
  private phase: 'nothing-new' | 'expected' | 'begun' | 'stopped' = 'nothing-new';
  private work: Promise<void> = Promise.resolve();

  constructor(options: DailySnapshotOptions) {
    this.options = options;
  }

  /** Something was recorded. */
  expect(): void {
    if (this.phase === 'nothing-new') this.phase = 'expected';
  }

  /**
   * Takes it when the day has none yet, or a new version of the program none, and goes on with it after a while
   * for as long as the program runs. When the disk refuses it, `kartei doctor` says that none comes.
   */
  take(): Promise<void> {
    if (this.phase === 'expected') {
      this.phase = 'begun';
      this.work = this.takeInSlices();
    }
    return Promise.race([this.work, setTimeout(patience, undefined, { ref: false })]);
  }

  /** The program ends; the next run goes on with what is not finished. */
  stop(): void {
    this.phase = 'stopped';
  }

  /** What it needs is loaded here, out of the way of the first frame. */
  private async takeInSlices(): Promise<void> {
    const { locations, system, version } = this.options;
    const { dueSnapshot, snapshotSteps } = await import('../../storage/upkeep/take-snapshot.ts');
    const { progress, backups } = locations;
    const tag = randomHex(4);
    const now = system.now();
    const options = { fileSystem: diskFileSystem, progress, backups, now, app: version, tag };
    try {
      const why = dueSnapshot(options);
      if (why === undefined) return;
      let rested = performance.now();
      for (const _ of snapshotSteps(options, why)) {
        if (performance.now() - rested < longestHold) continue;
        await setTimeout(pause);
        if (this.phase === 'stopped') return;
        rested = performance.now();
      }
    } catch (error) {
      // The next session tries again; the doctor names what is in no backup after a week.
      if (errorCode(error) === '') throw error;
    }
  }
}
