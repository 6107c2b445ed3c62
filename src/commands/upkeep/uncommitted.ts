import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { raw } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { countUncommitted } from '../../git/count-uncommitted.ts';
import type { Finding } from '../../storage/upkeep/finding.ts';
import type { CommandContext } from '../command.ts';

/** Journal files of a Git work tree that are in no commit yet. Without Git installed, nothing is said of it. */
export async function uncommitted({ system }: CommandContext, progress: string): Promise<readonly Finding[]> {
  if (!existsSync(join(progress, '.git'))) return [];
  try {
    const count = await countUncommitted(system.env, progress);
    return count === 0 ? [] : [{ kind: 'git-dirty', severity: 'note', where: raw(progress), line: 0, count }];
  } catch (error) {
    // Without Git nothing can be said of it; sync says what is missing.
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
