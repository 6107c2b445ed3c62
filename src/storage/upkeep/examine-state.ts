import { join } from 'node:path';
import type { CardProgress } from '../../core/history/card-progress.ts';
import { mergeEntries } from '../../core/history/merge.ts';
import { heldEntries, type Progress } from '../../core/history/progress.ts';
import { replay } from '../../core/history/replay.ts';
import type { Instant } from '../../core/schedule/time.ts';
import { raw } from '../../core/text/shown.ts';
import type { FileSystem } from '../file-system.ts';
import { readProgressState, watermarkIn } from '../progress-state.ts';
import { type JournalReading, readJournal } from '../read-journal.ts';
import { readWholeFile } from '../read-whole-file.ts';
import { RecordedProgress } from '../recorded-progress.ts';
import { createStateStore } from '../state-store.ts';
import type { Watermark } from '../watermark.ts';
import type { Finding, FindingKind, Severity } from './finding.ts';
import { namesIn } from './snapshot.ts';

export interface StatePlaces {
  /** One on which nothing can be changed: a broken store is named here and not set aside. */
  readonly fileSystem: FileSystem;
  readonly progress: string;
  readonly state: string;
  readonly quarantine: string;
  readonly now: Instant;
}

/** What the whole journal amounts to, and whether the stored state says the same. */
export function examineState(
  places: StatePlaces,
  reading: JournalReading,
): { readonly findings: readonly Finding[]; readonly progress: Progress } {
  const { now } = places;
  const progress = replay(mergeEntries(reading.segments), { now });
  const findings = [...shortWatermark(places, reading), ...doubts(places, progress), ...future(progress)];
  return { findings, progress };
}

const finding = (kind: FindingKind, severity: Severity, where: string, count: number): Finding => ({
  kind,
  severity,
  where: raw(where),
  line: 0,
  count,
});

/**
 * Files that are shorter now than when the state was written, and those that are gone, which a state that was set aside
 * may know of too. What a file held may stand in another one since: it is gone when nobody has its segment.
 */
function shortWatermark(places: StatePlaces, { segments }: JournalReading): readonly Finding[] {
  const { fileSystem, progress, state, quarantine, now } = places;
  const store = createStateStore({ fileSystem, state, quarantine });
  // How far it was read holds whatever the clock says.
  const stored = readProgressState(store, progress, Number.POSITIVE_INFINITY);
  const since = typeof stored === 'string' ? [] : stored.watermark;
  const { problems } = readJournal({ fileSystem, progress, now, since, reach: 'all' });
  const short = problems.filter(({ flaw }) => flaw === 'watermark-short').map(({ file }) => `${file}`);
  const there = new Set(segments.map(({ name }) => name));
  const known = [since, ...setAside(places)].flat();
  const gone = known.flatMap(({ folder, files }) =>
    files.filter(({ name, nextN }) => nextN > 0 && !there.has(name)).map(({ file }) => `${folder}/${file}`),
  );
  return [...new Set([...short, ...gone])].map((file) => finding('watermark-short', 'warning', file, 1));
}

/** How far the journal had been read by the states in quarantine. */
const setAside = ({ fileSystem, progress, quarantine }: StatePlaces): readonly Watermark[] =>
  namesIn(fileSystem, quarantine)
    .filter((name) => /^summary-.*\.json$/u.test(name))
    .map((name) => watermarkIn(readWholeFile(fileSystem, join(quarantine, name)), progress));

function doubts(places: StatePlaces, truth: Progress): readonly Finding[] {
  const { fileSystem, progress, state, quarantine, now } = places;
  const store = createStateStore({ fileSystem, state, quarantine });
  const recorded = new RecordedProgress({ fileSystem, progress, store, now: () => now });
  recorded.need();
  if (recorded.doubt === 'stale') return [finding('state-stale', 'warning', state, 1)];
  if (recorded.doubt === 'quarantined') return [finding('state-drift', 'warning', state, 1)];
  if (recorded.doubt === 'newer') return [finding('newer-version', 'warning', state, 1)];
  const drifted = driftOf(recorded.progress, truth);
  return drifted === 0 ? [] : [finding('state-drift', 'warning', state, drifted)];
}

/** Cards of which the state says something else than the journal. */
function driftOf(stored: Progress, truth: Progress): number {
  const [a, b] = [stored, truth].map(
    ({ cards }) => new Map([...cards.entries()].map(([key, card]) => [key, scheduleOf(card)])),
  );
  const keys = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...keys].filter((key) => a?.get(key) !== b?.get(key)).length;
}

/** All that decides when a card is asked. */
const scheduleOf = ({ memory, suspended, buriedUntil, flag, dueOverride, tally }: CardProgress): string =>
  JSON.stringify([memory, suspended, buriedUntil, flag, dueOverride, tally.answers]);

const future = (progress: Progress): readonly Finding[] =>
  heldEntries(progress).map(({ id }) => finding('future-time', 'warning', id, 1));
