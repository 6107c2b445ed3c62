import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';

const root = join(import.meta.dirname, '../..');

type LockedPackage = {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Locked = { readonly packages: Readonly<Record<string, LockedPackage>> };
const lock: Locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what is installed', () => {
  test('needs no install script: these have one and work without', () => {
    const scripted = locked.filter(([, entry]) => entry.hasInstallScript === true).map(([path]) => path);
    // esbuild finds its program in the package for the platform.
    expect(scripted.sort()).toEqual(['node_modules/esbuild']);
  });

  test('is 243 packages, those for other platforms counted; whoever adds one says so here', () => {
    expect(locked).toHaveLength(243);
  });

  test('is enough without any script of ours that runs at an installation', () => {
    const names = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];
    expect(Object.keys(manifest.scripts).filter((name) => names.includes(name))).toEqual([]);
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('npm cit --ignore-scripts');
  });

  test('is locked by its content', () => {
    expect(locked.filter(([, entry]) => entry.integrity === undefined)).toEqual([]);
  });

  test('is locked for every platform, without which `npm ci` refuses to start', () => {
    const wanted = locked.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    const known = new Set(locked.map(([path]) => path));
    expect(wanted.filter((name) => !known.has(`node_modules/${name}`))).toEqual([]);
  });

  test('is named by exact versions', () => {
    const inexact = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(inexact).toEqual([]);
  });
});

describe('what is published', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
  );
  const paths: string[] = packed.files.map((file: { path: string }) => file.path);

  test('is the program, its decks and nothing else', () => {
    const known = /^(LICENSE|README\.md|package\.json|decks\/.+|dist\/([\w-]+\.(cjs|br)|THIRD-PARTY))$/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['dist/kartei.cjs', 'dist/first.br', 'dist/THIRD-PARTY']));
    expect(paths.some((path) => path.endsWith('.md') && path.startsWith('decks/'))).toBe(true);
  });

  test('names every package of which it holds code, with its version, its holders and its terms', async () => {
    const { metafile } = await build({
      entryPoints: [join(root, 'src/main.ts')],
      absWorkingDir: root,
      bundle: true,
      splitting: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      outdir: 'nowhere',
      external: ['react-devtools-core'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    });
    // What the bundler leaves of a file; one of which nothing is left is not shipped.
    const inputs = Object.values(metafile.outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    );
    const bundled = new Set<string | undefined>(
      inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
    );
    const sections = readFileSync(join(root, 'dist/THIRD-PARTY'), 'utf8')
      .split(`\n${'-'.repeat(80)}\n\n`)
      .slice(1);
    const named = new Set<string | undefined>(
      sections.flatMap((text) => [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S*$/gmu)].map(([, name]) => name)),
    );
    expect(bundled.size).toBeGreaterThan(40);
    expect([...named].filter((name) => !bundled.has(name))).toEqual([]);
    // Left out by our patches: Ink's page for errors, the schemas of conf, the YAML of gray-matter.
    expect([...bundled].filter((name) => !named.has(name)).sort()).toEqual([
      'code-excerpt',
      'convert-to-spaces',
      'escape-string-regexp',
      'fast-deep-equal',
      'fast-uri',
      'is-unicode-supported',
      'js-yaml',
      'json-schema-traverse',
      'stack-utils',
    ]);
    const withName = sections.filter((text) => /^\S+ \d+\.\d+\.\d+/u.test(text));
    for (const text of withName) {
      expect(text).toMatch(/permission is hereby granted|permission to use, copy|redistribution and use/iu);
    }
  });

  test('depends on nothing at run time', () => {
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['dependencies']));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['optionalDependencies']));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['peerDependencies']));
  });

  test('can be started', () => {
    expect(manifest.bin.kartei).toBe('dist/kartei.cjs');
    expect(statSync(join(root, 'dist/kartei.cjs')).mode & 0o111).not.toBe(0);
    expect(readFileSync(join(root, 'dist/kartei.cjs'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('is at most 700 kB', () => {
    expect(packed.size).toBeLessThanOrEqual(700_000);
  });
});
