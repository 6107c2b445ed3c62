// Packs the program, installs the package into an empty folder with the network off, and runs it there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partFiles } from './parts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packedLimit = 700_000;
const place = mkdtempSync(join(tmpdir(), 'kartei-smoke-'));

try {
  const tarball = pack();
  const installed = install(tarball);
  checkContents(installed);
  checkNothingOfThisMachine(installed);
  runInstalled(tarball);
  console.log(`The package works: ${statSync(tarball).size} bytes packed, no dependencies, network off.`);
} finally {
  rmSync(place, { recursive: true, force: true });
}

function pack() {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', place], { cwd: root }));
  const tarball = join(place, packed.filename);
  assert.ok(statSync(tarball).size <= packedLimit, `The package is larger than ${packedLimit} bytes.`);
  return tarball;
}

function install(tarball) {
  mkdirSync(join(place, 'home'));
  run('npm', ['install', '--global', '--prefix', join(place, 'prefix'), tarball]);
  return join(place, 'prefix/lib/node_modules/kartei');
}

function checkContents(installed) {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
    assert.equal(manifest[kind], undefined, `The package has ${kind}.`);
  }
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
    assert.equal(manifest.scripts?.[script], undefined, `The package has a script for ${script}.`);
  }
  assert.deepEqual(readdirSync(installed).sort(), ['LICENSE', 'README.md', 'decks', 'dist', 'package.json']);
  const built = ['THIRD-PARTY', 'kartei.cjs', 'yoga.br', ...partFiles];
  assert.deepEqual(readdirSync(join(installed, 'dist')).sort(), built.sort());
  const decks = filesBelow(join(installed, 'decks')).filter((path) => path.endsWith('.md'));
  assert.ok(decks.length > 0, 'The package holds no decks.');
}

function checkNothingOfThisMachine(installed) {
  const folders = [root, place, `${homedir()}/`, `${tmpdir()}/`];
  // A short name such as `vm` is a word of the program; decks speak of /root and /tmp as anybody may.
  const inProgram = [...folders, hostname()].filter((trace) => trace.length > 5);
  for (const path of filesBelow(installed)) {
    const name = relative(installed, path);
    const traces = name.startsWith('dist/') ? inProgram : [root, place];
    const text = readFileSync(path, 'latin1');
    for (const trace of traces) {
      assert.ok(!text.includes(trace), `${name} holds ${trace}, which is of this machine.`);
    }
  }
}

function runInstalled(tarball) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const kartei = join(place, 'prefix/bin/kartei');
  assert.equal(run(kartei, ['--version']), `${version}\n`);
  assert.notEqual(run(kartei, ['--help']), '');
  assert.notEqual(run(kartei, ['due']), '');
  assert.equal(run('npx', ['--yes', `./${basename(tarball)}`, '--version']), `${version}\n`);
}

/** Runs with an empty home and cache, away from the checkout, with a registry that nothing listens on. */
function run(command, args, { cwd = place } = {}) {
  const { PATH } = process.env;
  const node = process.env.KARTEI_NODE ? `${dirname(process.env.KARTEI_NODE)}:` : '';
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: node + PATH,
      HOME: join(place, 'home'),
      npm_config_cache: join(place, 'cache'),
      npm_config_offline: 'true',
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_update_notifier: 'false',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
    },
  });
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
