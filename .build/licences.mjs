import { readdirSync, readFileSync } from 'node:fs';

/** The folders below node_modules that the bundled files come from, with scope: `ink`, `@alcalzone/ansi-tokenize`. */
export function bundledPackages(inputs) {
  const names = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** Who holds the rights to packages under the MIT licence that come without its text. */
const holdersOf = { 'yoga-layout': 'Copyright (c) Facebook, Inc. and its affiliates.' };

/**
 * The text of THIRD-PARTY: the bundled packages with their copyright, grouped by licence, so that each licence's terms
 * stand once. Throws if a package states none.
 *
 * @param {string} root the folder that holds node_modules, with a slash
 * @param {string[]} packages
 */
export function thirdPartyLicences(root, packages) {
  const groups = new Map();
  for (const name of packages) {
    const folder = `${root}node_modules/${name}/`;
    const { version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? mitOf(root, name, license) : readFileSync(folder + file, 'utf8').trim();
    const holders = text.split('\n').filter((line) => /^\s*(?:\W\s*)?copyright\b/i.test(line));
    const terms = text.split('\n').filter((line) => !holders.includes(line));
    const key = terms.join(' ').replace(/\s+/g, ' ').trim();
    const group = groups.get(key) ?? { terms: terms.join('\n').trim(), lines: [] };
    group.lines.push(`${name} ${version}`, ...holders.map((line) => `  ${line.trim()}`));
    groups.set(key, group);
  }
  const head = 'kartei contains the following packages, each under the licence that follows it.\n';
  const sections = [...groups.values()].map(({ terms, lines }) => `${lines.join('\n')}\n\n${terms}\n`);
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The terms are those of our own licence. */
function mitOf(root, name, license) {
  const holder = holdersOf[name];
  if (license !== 'MIT' || holder === undefined)
    throw new Error(`${name} comes without the text of its licence.`);
  return readFileSync(`${root}LICENSE`, 'utf8')
    .replace(/^copyright .*$/im, holder)
    .trim();
}
