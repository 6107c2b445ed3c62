import type { Shown } from '../../core/text/shown.ts';
import type { RecordedProgress } from '../../storage/recorded-progress.ts';
import { messagesIn } from '../../terminal/messages/messages.ts';

/** What the learner should know of the progress as it was found, the gravest first. */
export function progressNotices(
  { newer, doubt, flaws }: Pick<RecordedProgress, 'newer' | 'doubt' | 'flaws'>,
  lang: string,
): readonly Shown[] {
  const { home } = messagesIn(lang === 'de' ? 'de' : 'en');
  return [
    ...(newer ? [home.newer] : []),
    ...(flaws.areAny ? [home.damaged] : []),
    ...(doubt === 'newer' ? [home.newerState] : []),
    ...(doubt === 'quarantined' || doubt === 'stale' ? [home.rebuilt] : []),
  ];
}
