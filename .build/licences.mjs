import { readdirSync, readFileSync } from 'node:fs';

/** The folders below node_modules that the bundled files come from, with scope: `ink`, `@alcalzone/ansi-tokenize`. */
export function bundledPackages(inputs) {
  const names = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/**
 * The text of THIRD-PARTY: the licence of each bundled package. Throws if a package states none.
 *
 * @param {string} root the folder that holds node_modules, with a slash
 * @param {string[]} packages
 */
export function thirdPartyLicences(root, packages) {
  const sections = packages.map((name) => {
    const folder = `${root}node_modules/${name}/`;
    const { version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined && license === undefined) throw new Error(`${name} states no licence.`);
    const text = file === undefined ? `Licence: ${license}` : readFileSync(folder + file, 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  const head = 'kartei contains the following packages.\n';
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}
