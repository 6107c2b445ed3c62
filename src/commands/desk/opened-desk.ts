import type { Shown } from '../../core/text/shown.ts';
import type { GlanceFile } from '../../storage/glance-file.ts';
import type { StudyDesk } from '../../terminal/app/desk.ts';
import type { Undoable } from './undoable.ts';

/** The desk with what the commands alone do to it. */
export interface OpenDesk extends StudyDesk {
  /** The language in which cards are asked from now on. */
  speak(lang: string): void;
  lastUndoable(): Undoable | undefined;
  /** Adds to the notices. */
  tell(notices: readonly Shown[]): void;
  /** Reads the whole journal, for questions about single answers of the past. */
  needHistory(): void;
  /** Keeps what the home screen shows in a file from now on, for the next start. */
  keepGlance(file: GlanceFile): void;
  close(): Promise<void>;
}
