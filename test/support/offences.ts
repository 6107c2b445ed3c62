import { posix } from 'node:path';

/** Paths are relative to src, with `/`: `core/decks/card.ts` → its text. */
export type SourceFiles = ReadonlyMap<string, string>;

/** A row of the table in src/README.md. */
export type FolderRow = { readonly folder: string; readonly mayImport: (folder: string) => boolean };

/** Reads the table of folders in src/README.md, which is the rule. */
export function parseFolderTable(readme: string): FolderRow[] {
  const rows = readme.matchAll(/^\| `([^`]+)` +\|[^|]*\|([^|]*)\|$/gm);
  return [...rows].map(([, folder = '', allowed = '']) => ({
    folder,
    mayImport: (other) => other === folder || allows(allowed, other),
  }));
}

function allows(cell: string, folder: string): boolean {
  if (cell.trim() === 'everything') return true;
  const below = [...cell.matchAll(/`([^`]+)` and all below it/g)].map(([, name]) => name);
  const named = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  return named.includes(folder) || below.some((name) => folder.startsWith(`${name}/`));
}

/** Where a package, or a module of Node that starts programs, may be imported. A pattern is matched with the path. */
const importers: readonly { readonly module: RegExp; readonly allowed: RegExp }[] = [
  { module: /^(ink|react|ink-select-input)(\/|$)/, allowed: /^terminal\// },
  { module: /^ts-fsrs$/, allowed: /^core\/schedule\/fsrs\.ts$/ },
  { module: /^(markdown-it|string-width|lowlight|highlight\.js)(\/|$)/, allowed: /^core\/text\// },
  { module: /^gray-matter$/, allowed: /^storage\/front-matter\.ts$/ },
  { module: /^yaml$/, allowed: /^(storage|transfer|core\/decks)\// },
  { module: /^(conf|env-paths)$/, allowed: /^storage\// },
  { module: /^(fflate|fzstd|sql\.js)$/, allowed: /^transfer\// },
  { module: /^@open-spaced-repetition\/binding$/, allowed: /^commands\/optimize\.ts$/ },
  {
    module: /^node:child_process$/,
    allowed: /^((git|sandbox)\/.*|terminal\/[a-z-]*editor[a-z-]*\.ts)$/,
  },
  { module: /^node:(fs|fs\/promises)$/, allowed: /^(storage|git|sandbox|commands|terminal)\/|^system\.ts$/ },
  { module: /^node:/, allowed: /^(?!core\/)/ },
];

const words: readonly { readonly pattern: RegExp; readonly name: string; readonly allowed: RegExp }[] = [
  { pattern: /\bprocess\s*\.\s*exit\b(?!Code)/, name: 'process.exit', allowed: /^terminal\/leave\.ts$/ },
  { pattern: /\bconsole\s*\./, name: 'console', allowed: /^$/ },
  // The linter can forbid a global in the core, but not one member of it.
  { pattern: /\bMath\s*\.\s*random\b/, name: 'Math.random', allowed: /^(?!core\/)/ },
];

/** Every breach of the map, as a sentence. */
export function offences(files: SourceFiles, rows: readonly FolderRow[]): string[] {
  return [...files].flatMap(([path, text]) => {
    const code = withoutComments(text);
    const row = rows.find(({ folder }) => folder === folderOf(path));
    return [
      ...(row === undefined ? [`src/${path} lies in a folder without a row in src/README.md.`] : []),
      ...importsOf(code).flatMap((specifier) => importOffence(files, path, specifier, row)),
      ...words.flatMap(({ pattern, name, allowed }) =>
        pattern.test(withoutStrings(code)) && !allowed.test(path) ? [`src/${path} uses ${name}.`] : [],
      ),
    ];
  });
}

/** What a file imports, statically, dynamically or for its types. */
export function importsOf(code: string): string[] {
  const patterns = [
    /\b(?:import|export)\b[^'"`;=()]*\bfrom\s*['"]([^'"]+)['"]/g,
    /(?<!['"])\bimport\s*['"]([^'"\n]+)['"]/g,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
    /\bimport\s*\(\s*([^'"`\s)][^)]*)\)/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, specifier = '']) => specifier));
}

function importOffence(
  files: SourceFiles,
  path: string,
  specifier: string,
  row: FolderRow | undefined,
): string[] {
  if (!specifier.startsWith('.')) return packageOffence(path, specifier);
  const target = posix.join(posix.dirname(path), specifier);
  if (target === '../package.json') {
    return folderOf(path) === '.' ? [] : [`src/${path} imports package.json.`];
  }
  if (!files.has(target)) return [`src/${path} imports ${specifier}, which is no file of src.`];
  if (row === undefined || row.mayImport(folderOf(target))) return [];
  return [`src/${path} imports src/${target}: ${row.folder} may not import from ${folderOf(target)}.`];
}

function packageOffence(path: string, specifier: string): string[] {
  const rule = importers.find(({ module }) => module.test(specifier));
  if (rule === undefined) return [`src/${path} imports ${specifier}, which no rule allows anywhere.`];
  return rule.allowed.test(path) ? [] : [`src/${path} imports ${specifier}, which is not allowed there.`];
}

function folderOf(path: string): string {
  return posix.dirname(path);
}

const stringOrComment =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function withoutComments(text: string): string {
  return text.replace(stringOrComment, (found) => (found.startsWith('/') ? ' ' : found));
}

function withoutStrings(code: string): string {
  return code.replace(stringOrComment, "''");
}
