import { join } from 'node:path';
import type { Collection } from '../core/decks/collection.ts';
import { defaultDeckId } from '../core/decks/deck-name.ts';
import { limits } from '../core/decks/limits.ts';
import type { Problem } from '../core/decks/problem.ts';
import type { Blueprint } from '../core/exam/blueprint.ts';
import { reportExamTo } from '../core/exam/exam-file-rules.ts';
import { parseBlueprint } from '../core/exam/parse-blueprint.ts';
import { sentence } from '../core/text/sentence.ts';
import { type Raw, raw } from '../core/text/shown.ts';
import { decodeText } from './decode-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { readRegularFile } from './read-regular-file.ts';

/** An exam file that was read. */
export interface LoadedExam {
  readonly collection: string;
  /** Below the collection's root. */
  readonly path: Raw;
  readonly absolutePath: string;
  readonly blueprint: Blueprint;
}

export interface ExamsReading {
  readonly exams: readonly LoadedExam[];
  readonly problems: readonly Problem[];
}

export interface ReadExamsOptions {
  /** How a path below the root is named in problems; as it is by default. */
  readonly nameOf?: (path: string) => string;
}

/** Reads the exam files of a collection. A broken one costs only itself; of two with one id the first counts. */
export function readExams(
  { name, root, exams: files }: Pick<Collection, 'name' | 'root' | 'exams'>,
  { nameOf = (path) => path }: ReadExamsOptions = {},
): ExamsReading {
  const problems: Problem[] = [];
  const exams = new Map<string, LoadedExam>();
  for (const { path } of files) {
    const absolutePath = join(root, path);
    const shownPath = raw(nameOf(path));
    const blueprint = readBlueprint(absolutePath, shownPath, defaultDeckId(path), problems);
    if (blueprint === undefined) continue;
    const other = exams.get(blueprint.id);
    if (other === undefined) exams.set(blueprint.id, { collection: name, path, absolutePath, blueprint });
    else
      reportExamTo(problems, shownPath)(
        'duplicate-exam',
        { line: 1, column: 1 },
        sentence`The exam id \`${blueprint.id}\` is already that of ${nameOf(other.path)}.`,
        sentence('Give this exam another `id`.'),
      );
  }
  return { exams: [...exams.values()], problems };
}

/** The file was there a moment ago, when the collection was read; what has become of it since is no problem. */
function readBlueprint(
  absolutePath: string,
  path: Raw,
  defaultId: string,
  problems: Problem[],
): Blueprint | undefined {
  const file = readRegularFile(absolutePath, limits.file);
  if (file.kind !== 'read') return undefined;
  const frontMatter = readFrontMatter(decodeText(file.content).text);
  if (frontMatter.kind !== 'found') return undefined;
  const parsed = parseBlueprint(frontMatter, { path, defaultId });
  problems.push(...parsed.problems);
  return parsed.blueprint;
}
