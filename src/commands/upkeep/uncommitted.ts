import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { raw } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { runGit } from '../../git/run-git.ts';
import type { Finding } from '../../storage/upkeep/finding.ts';
import type { CommandContext } from '../command.ts';

/** Journal files of a Git work tree that are in no commit yet. Without Git installed, nothing is said of it. */
export async function uncommitted({ system }: CommandContext, progress: string): Promise<readonly Finding[]> {
  const gitFolder = join(progress, '.git');
  if (!existsSync(gitFolder)) return [];
  try {
    const { status, stdout } = await runGit(['status', '--porcelain', '-z', '--untracked-files=all'], {
      env: system.env,
      repository: { gitFolder, workTree: progress },
    });
    const files = stdout.split('\0').filter((path) => path !== '').length;
    if (status === 0 && files === 0) return [];
    return [
      { kind: 'git-dirty', severity: 'note', where: raw(progress), line: 0, count: Math.max(files, 1) },
    ];
  } catch (error) {
    // Without Git nothing can be said of it; sync says what is missing.
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
