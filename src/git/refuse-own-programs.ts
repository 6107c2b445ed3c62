import { sentence } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import { type Environment, type Repository, runGit } from './run-git.ts';

/**
 * Settings with which a repository's own configuration would start a program, or go elsewhere, and that no option of
 * ours takes back without taking back the learner's own as well.
 */
const programs =
  '^(core\\.(sshcommand|gitproxy)|credential\\..*|gc\\.recentobjectshook|gpg\\..*|remote\\..*\\.vcs|url\\..*)$';

/** A folder that was synchronized or copied from elsewhere brings its configuration along. Throws a `UserError`. */
export async function refuseOwnPrograms(env: Environment, repository: Repository): Promise<void> {
  const words = ['config', '--show-scope', '--name-only', '-z', '--get-regexp', programs];
  const { stdout } = await runGit(words, { env, repository });
  const pairs = [...stdout.matchAll(/([^\0]*)\0([^\0]*)\0/gu)];
  const own = pairs.flatMap(([, scope, key = '']) =>
    scope === 'local' || scope === 'worktree' ? [key] : [],
  );
  const [first] = own;
  if (first === undefined) return;
  throw new UserError(
    sentence`The settings of the repository in ${repository.workTree} would start a program: ${first}`,
    sentence('Remove it there; what you set with "git config --global" is used.'),
  );
}
