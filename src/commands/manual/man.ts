import { clean, raw } from '../../core/text/shown.ts';
import type { Command, Flag, Run } from '../command.ts';
import { manPage } from './man-page.ts';

/** Prints the manual page of these commands, which come in because the catalogue names this file. */
export const manFor =
  (commands: readonly Command[], common: readonly Flag[]): Run =>
  async ({ print, messages, language, version }) => {
    print(clean(raw(manPage(commands, common, messages, language, version))));
    return 0;
  };
