import type { Entry } from '../core/history/entry.ts';
import type { Journal } from './journal.ts';
import { createInstants, stampEntries } from './stamp-entries.ts';

/** A journal that keeps nothing beyond the run: for tests and for trying a deck out. */
export interface MemoryJournal extends Journal {
  readonly entries: readonly Entry[];
}

export function createMemoryJournal(device: string): MemoryJournal {
  const entries: Entry[] = [];
  const instants = createInstants();
  const keep = (added: readonly Entry[]): readonly Entry[] => {
    for (const entry of added) instants.add(entry.t);
    entries.push(...added);
    return added;
  };
  return {
    entries,
    append: (happenings, at) =>
      keep(stampEntries(happenings, at, { device, hex: '00000000' }, entries.length + 1, instants)),
    retry: keep,
    close: () => {},
  };
}
