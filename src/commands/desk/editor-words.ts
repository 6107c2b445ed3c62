import { accessSync, constants, statSync } from 'node:fs';
import { basename, delimiter, isAbsolute, join } from 'node:path';
import type { EditorCommand } from '../../terminal/app/desk.ts';

export interface EditorTarget {
  readonly path: string;
  readonly line: number;
  /** To be opened read-only, where the editor can. */
  readonly shared: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Editor {
  readonly at: (line: number, path: string) => readonly string[];
  /** What makes it read-only, before or behind the file; undefined when nothing does. */
  readonly before?: readonly string[];
  readonly behind?: readonly string[];
}

const plusLine: Editor['at'] = (line, path) => [`+${line}`, path];
const colonLine: Editor['at'] = (line, path) => [`${path}:${line}`];
const goto: Editor['at'] = (line, path) => ['--goto', `${path}:${line}`];
const viLike: Editor = { at: plusLine, before: ['-R'] };

/** How each editor takes a line; others get the file alone. */
const editors: ReadonlyMap<string, Editor> = new Map<string, Editor>([
  ['vi', viLike],
  ['vim', viLike],
  ['nvim', viLike],
  ['gvim', viLike],
  ['view', { at: plusLine, before: [] }],
  ['editor', { at: plusLine }],
  ['nano', { at: plusLine, before: ['-v'] }],
  ['emacs', { at: plusLine, behind: ['-f', 'read-only-mode'] }],
  ['emacsclient', { at: plusLine }],
  ['kak', { at: plusLine, before: ['-ro'] }],
  ['micro', { at: plusLine, before: ['-readonly', 'true'] }],
  ['joe', { at: plusLine, before: ['-rdonly'] }],
  ['mcedit', { at: plusLine }],
  ['hx', { at: colonLine }],
  ['helix', { at: colonLine }],
  ['subl', { at: colonLine }],
  ['code', { at: goto }],
  ['codium', { at: goto }],
  ['code-insiders', { at: goto }],
]);

/** What is there where nobody has named an editor; Debian's `editor` is the one that was chosen for the machine. */
const usualEditors = ['editor', 'nano', 'vi'];

/**
 * The program and its arguments for an editor as it stands in `$VISUAL` or `$EDITOR`: words apart by blanks, quotes
 * keep blanks, nothing is expanded; a usual one where none is named. Undefined when it is not to be found.
 */
export function editorWords(
  spelled: string,
  { path, line, shared, env }: EditorTarget,
): EditorCommand | undefined {
  const [name, ...words] = splitWords(spelled);
  const names = name === undefined ? usualEditors : [name];
  const [file] = names.flatMap((one) => findProgram(one, env) ?? []);
  if (file === undefined) return undefined;
  const editor = editors.get(basename(file).replace(/\.(?:exe|cmd)$/u, ''));
  const { at = () => [path], before, behind } = editor ?? {};
  const readOnly = shared && (before ?? behind) !== undefined;
  const target = at(line, path);
  const all = readOnly ? [...(before ?? []), ...target, ...(behind ?? [])] : target;
  return { file, arguments: [...words, ...all], shared, readOnly };
}

/** Quotes may stand around a word or within it; one that is not closed is a character like others. */
const splitWords = (text: string): readonly string[] =>
  (text.match(/(?:"[^"]*"|'[^']*'|\S)+/gu) ?? []).map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/gu, (_, double?: string, single?: string) => double ?? single ?? ''),
  );

/** A path that is not absolute would hang on the folder that one happens to be in. */
function findProgram(name: string, env: EditorTarget['env']): string | undefined {
  if (isAbsolute(name)) return isProgram(name) ? name : undefined;
  if (name === '' || name !== basename(name)) return undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there or not ours to start: the next folder may have it.
    return false;
  }
}
