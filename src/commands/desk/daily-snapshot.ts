import { diskFileSystem, errorCode } from '../../storage/file-system.ts';
import type { Locations } from '../../storage/locations.ts';
import { randomHex } from '../../storage/random-hex.ts';
import type { System } from '../../system.ts';

export interface DailySnapshotOptions {
  readonly locations: Locations;
  readonly system: System;
  readonly version: string;
}

/** The snapshot that a run takes by itself: once, when something was recorded and the program rests or ends. */
export class DailySnapshot {
  private readonly options: DailySnapshotOptions;
  private phase: 'nothing-new' | 'expected' | 'looked' = 'nothing-new';

  constructor(options: DailySnapshotOptions) {
    this.options = options;
  }

  /** Something was recorded. */
  expect(): void {
    if (this.phase === 'nothing-new') this.phase = 'expected';
  }

  /**
   * Takes it when the day has none yet, or a new version of the program none. What that needs is loaded here, out of
   * the way of the first frame. When the disk refuses it, `kartei doctor` says that none comes.
   */
  async take(): Promise<void> {
    if (this.phase !== 'expected') return;
    this.phase = 'looked';
    const { locations, system, version } = this.options;
    const { dueSnapshot, takeSnapshot } = await import('../../storage/upkeep/take-snapshot.ts');
    const { progress, backups } = locations;
    const tag = randomHex(4);
    const now = system.now();
    const options = { fileSystem: diskFileSystem, progress, backups, now, app: version, tag };
    try {
      const why = dueSnapshot(options);
      if (why !== undefined) takeSnapshot(options, why);
    } catch (error) {
      if (errorCode(error) === '') throw error;
    }
  }
}
