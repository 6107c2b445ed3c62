import { accessSync, constants } from 'node:fs';
import { basename, delimiter, isAbsolute, join } from 'node:path';
import type { EditorCommand } from '../terminal/desk.ts';

export interface EditorTarget {
  readonly path: string;
  readonly line: number;
  readonly readOnly: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Words = (line: number, path: string, readOnly: boolean) => readonly string[];

const plusLine: Words = (line, path) => [`+${line}`, path];
const goto: Words = (line, path) => ['--goto', `${path}:${line}`];
const viLike: Words = (line, path, readOnly) => [...(readOnly ? ['-R'] : []), `+${line}`, path];

/** How each editor takes a line; others get the file alone. */
const lineWords: ReadonlyMap<string, Words> = new Map([
  ['vi', viLike],
  ['vim', viLike],
  ['nvim', viLike],
  ['gvim', viLike],
  ['nano', (line, path, readOnly) => [...(readOnly ? ['-v'] : []), `+${line}`, path]],
  ['emacs', plusLine],
  ['emacsclient', plusLine],
  ['kak', plusLine],
  ['micro', plusLine],
  ['joe', plusLine],
  ['mcedit', plusLine],
  ['hx', (line, path) => [`${path}:${line}`]],
  ['helix', (line, path) => [`${path}:${line}`]],
  ['subl', (line, path) => [`${path}:${line}`]],
  ['code', goto],
  ['codium', goto],
  ['code-insiders', goto],
]);

/**
 * The program and its arguments for an editor as it stands in `$VISUAL` or `$EDITOR`: words apart by blanks, quotes
 * keep blanks, nothing is expanded. Undefined when there is none, or it is not to be found.
 */
export function editorWords(
  spelled: string,
  { path, line, readOnly, env }: EditorTarget,
): EditorCommand | undefined {
  const [name, ...words] = splitWords(spelled);
  const file = name === undefined ? undefined : findProgram(name, env);
  if (file === undefined) return undefined;
  const forLine = lineWords.get(basename(file).replace(/\.(?:exe|cmd)$/u, ''));
  return { file, arguments: [...words, ...(forLine?.(line, path, readOnly) ?? [path])], readOnly };
}

function splitWords(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function findProgram(name: string, env: EditorTarget['env']): string | undefined {
  const folders = isAbsolute(name) ? [''] : (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => (folder === '' ? name : join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
