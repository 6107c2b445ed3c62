import { join } from 'node:path';
import type { Glance } from '../core/session/glance.ts';
import { readCached, writeCached } from './cache-file.ts';
import { errorCode } from './file-system.ts';

export interface GlanceFileOptions {
  /** `Locations.cache` */
  readonly cache: string;
  /** Names the build: what another one wrote is not believed. */
  readonly build: string;
  /** `Locations.progress` */
  readonly progress: string;
  /** The folders of the collections that are open. */
  readonly roots: readonly string[];
}

const glanceFormat = 1;

/**
 * What the home screen showed last, to be drawn while decks and progress are being opened. It is no part of the truth:
 * it is looked at before anything is checked, and what was drawn from it is corrected before the first key is taken.
 */
export class GlanceFile {
  private readonly path: string;
  /** Of what it shows the home screen. */
  private readonly of: string;
  private last = '';

  constructor({ cache, build, progress, roots }: GlanceFileOptions) {
    this.path = join(cache, 'home.json');
    this.of = JSON.stringify([glanceFormat, build, progress, ...roots]);
  }

  read(): Glance | undefined {
    const found = readCached(this.path) as { readonly of?: string; readonly glance: Glance } | undefined;
    return found?.of === this.of ? found.glance : undefined;
  }

  /** It never fails: without it the next start shows its first frame a little later. */
  write(glance: Glance): void {
    const { of } = this;
    const text = JSON.stringify(glance);
    if (text === this.last) return;
    try {
      writeCached(this.path, { of, glance });
      this.last = text;
    } catch (error) {
      if (errorCode(error) === '') throw error;
    }
  }
}
