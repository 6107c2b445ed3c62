import type { Shown } from '../../core/text/shown.ts';
import type { JournalFlaw } from '../../storage/read-segments.ts';
import type { RecordedProgress } from '../../storage/recorded-progress.ts';
import { messagesIn } from '../../terminal/messages/messages.ts';

/** Flaws of the journal that cost a record, or hide some. */
const costly: ReadonlySet<JournalFlaw> = new Set<JournalFlaw>([
  'no-crc',
  'bad-crc',
  'bad-json',
  'bad-shape',
  'seq-gap',
  'unreadable',
]);

/** What the learner should know of the progress as it was found, the gravest first. */
export function progressNotices(
  { newer, doubt, flaws }: Pick<RecordedProgress, 'newer' | 'doubt' | 'flaws'>,
  lang: string,
): readonly Shown[] {
  const { home } = messagesIn(lang === 'de' ? 'de' : 'en');
  return [
    ...(newer ? [home.newer] : []),
    ...(flaws.some(({ flaw }) => costly.has(flaw)) ? [home.damaged] : []),
    ...(doubt === 'newer' ? [home.newerState] : []),
    ...(doubt === 'quarantined' || doubt === 'stale' ? [home.rebuilt] : []),
  ];
}
