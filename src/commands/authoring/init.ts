import { join, resolve } from 'node:path';
import type { Shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { defaultCollectionName, findWorkTree } from '../../storage/collection-name.ts';
import { namePattern } from '../../storage/collection-settings.ts';
import { repositoryMessages } from '../../terminal/messages/repository.ts';
import { type CommandContext, flagValue, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { shortPath } from '../short-path.ts';
import { createFile } from './create-file.ts';
import { initFiles } from './init-files.ts';

/** Writes what a repository of decks needs, and leaves alone what is there. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { system, version, language, print, warn } = context;
  const {
    init,
    new: { notWritten },
  } = repositoryMessages[language];
  const folder = resolve(system.cwd, context.arguments.operands[0] ?? '.');
  const name = flagValue(context, 'name') ?? defaultCollectionName(folder);
  if (!namePattern.test(name)) throw new UserError(init.badName(show(name)), init.badNameHint, 2);
  let failed = 0;
  for (const [path, text] of initFiles({ name, version, language })) {
    const outcome = createFile(join(folder, path), text);
    if (outcome === 'created') print(init.created(show(path)));
    else if (outcome === 'exists') print(init.kept(show(path)));
    else {
      failed++;
      warn(notWritten(show(path), show(outcome.code)));
    }
  }
  if (failed === 0) print(init.next(nextSteps(system.cwd, folder)));
  return failed === 0 ? 0 : 1;
};

/** What to type, line by line. A folder is added as it is as long as it is no repository, which is cloned. */
function nextSteps(cwd: string, folder: string): readonly Shown[] {
  const path = shortPath(cwd, folder, '.');
  const top = findWorkTree(folder);
  const plain = /^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  return [
    ...(path === '.' ? [] : [`cd ${plain}`]),
    ...['kartei new', 'kartei lint'],
    ...(top === folder ? ['git add .', 'git commit -m decks'] : []),
    'kartei add .',
    ...(top === undefined ? ['git init'] : []),
  ].map(show);
}
