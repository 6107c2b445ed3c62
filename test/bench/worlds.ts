import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeDecks, largeHistory, writeDecks, writeHistory, writeKinds } from './fixtures.ts';

/** A learner's home. */
export interface World {
  readonly home: string;
}

/** Homes are made when they are asked for, and all go away at the end. */
export class Worlds {
  private readonly place = mkdtempSync(join(tmpdir(), 'kartei-bench-'));
  private readonly made = new Map<string, World>();

  /** The shipped decks and no history; `name` keeps those apart that study. */
  shipped(name = 'shipped'): World {
    return this.world(name, () => {});
  }

  /** A deck of each kind of card, too. */
  kinds(): World {
    return this.world('kinds', (home) => this.open(home, this.folder('kinds decks', writeKinds), 'kinds'));
  }

  /** A folder with 100,000 cards in 1,000 decks; `copy` names one that may be changed. */
  largeDecks(copy = ''): string {
    return this.folder(`decks${copy}`, (folder) => writeDecks(folder, largeDecks));
  }

  /** 100,000 cards beside the shipped ones, and so many recorded reviews of them, in files of 200. */
  large(name: string, reviews = 0, decks = this.largeDecks()): World {
    return this.world(name, (home) => {
      this.open(home, decks, 'bench');
      const files = reviews / largeHistory.reviewsPerFile;
      const size = { ...largeDecks, ...largeHistory, files };
      if (files > 0) writeHistory(join(home, '.local/share/kartei/progress'), size, Date.now());
    });
  }

  /** An empty folder. */
  empty(name: string): string {
    return this.folder(name, (folder) => void mkdirSync(folder));
  }

  remove(): void {
    rmSync(this.place, { recursive: true, force: true });
  }

  private world(name: string, fill: (home: string) => void): World {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const home = join(this.place, name);
    mkdirSync(home);
    fill(home);
    this.made.set(name, { home });
    return { home };
  }

  private folder(name: string, fill: (folder: string) => void): string {
    const folder = join(this.place, name);
    if (this.made.has(folder)) return folder;
    fill(folder);
    this.made.set(folder, { home: folder });
    return folder;
  }

  /** As `kartei add FOLDER` does. */
  private open(home: string, decks: string, name: string): void {
    const collections = join(home, '.local/share/kartei/collections');
    mkdirSync(collections, { recursive: true });
    writeFileSync(join(collections, `${name}.path`), `${decks}\n`);
  }
}
