#!/usr/bin/env node
'use strict';
// Starts the program. The build fills in BUILD, COMMANDS and LOOSE and copies the rest as it is. Nothing newer than Node 10
// understands (no `?.`): an old Node must get as far as the sentence below.
const BUILD = '%BUILD%';
const COMMANDS = '%COMMANDS%'.split(' ');
const LOOSE = '%LOOSE%'.split(' ');

const node = process.versions.node.split('.').map(Number);
if (node[0] < 20 || (node[0] === 20 && node[1] < 19)) {
  process.stderr.write(
    'kartei needs Node 20.19 or later, and this is Node ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and run kartei again.\n',
  );
  process.exitCode = 1;
} else {
  start();
}

function start() {
  const fs = require('node:fs');
  const vm = require('node:vm');
  const cache = openCache(fs);
  const scripts = new Map();
  const loaded = new Map();
  let stale = cache.generation < 2;
  let archive;

  // Each file in dist/ is a script whose value is a function with the parameters of a CommonJS module.
  function load(name) {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const path = `${__dirname}/${name}`;
    const source = readSource(name, path);
    const script = new vm.Script(source, { filename: path, cachedData: cache.entries.get(name) });
    if (script.cachedDataRejected !== false) stale = true;
    scripts.set(name, script);
    const module = { exports: {} };
    loaded.set(name, module);
    script.runInThisContext()(module.exports, requireFromChunk, module, path, __dirname);
    return module.exports;
  }

  // The build writes ASCII only; latin1 is the encoding that needs no decoding.
  function readSource(name, path) {
    if (LOOSE.includes(name)) return fs.readFileSync(path, 'latin1');
    if (archive === undefined) archive = unpackArchive(fs);
    return archive.get(name);
  }

  function requireFromChunk(id) {
    return id.startsWith('./') ? load(id.slice(2)) : require(id);
  }

  load('main.cjs')
    .main(process.argv.slice(2), BUILD)
    .then((code) => {
      process.exitCode = code;
    });

  process.on('exit', () => {
    if (stale && cache.path !== undefined) saveCache(fs, cache, scripts);
  });
}

// The chunks that do not lie loose: a line of JSON with the length of each, then their texts.
function unpackArchive(fs) {
  const { brotliDecompressSync } = require('node:zlib');
  const text = brotliDecompressSync(fs.readFileSync(`${__dirname}/rest.br`)).latin1Slice();
  let offset = text.indexOf('\n') + 1;
  const sources = new Map();
  for (const [name, length] of JSON.parse(text.slice(0, offset))) {
    sources.set(name, text.slice(offset, offset + length));
    offset += length;
  }
  return sources;
}

// V8's code cache: functions that an earlier run has compiled. One file for each command, because commands run
// different functions; written at the end of the first two runs, when the functions are known. Nothing here may fail
// loudly: without a cache the program starts a little later.
function openCache(fs) {
  const cache = { path: cachePath(), generation: 0, entries: new Map() };
  if (cache.path === undefined) return cache;
  try {
    const half = readTwin(fs, cache.path);
    const headLength = half.readUInt32LE(0);
    const head = JSON.parse(half.latin1Slice(4, 4 + headLength));
    if (head.size !== half.length) return cache;
    for (const [name, offset, length] of head.entries) {
      cache.entries.set(name, half.subarray(offset, offset + length));
    }
    cache.generation = head.generation;
  } catch {
    cache.entries.clear();
  }
  return cache;
}

function cachePath() {
  const env = process.env;
  if (env.NODE_DISABLE_COMPILE_CACHE || process.platform === 'win32') return undefined;
  const absolute = (path) => path && path[0] === '/';
  const ofHome = process.platform === 'darwin' ? '/Library/Caches' : '/.cache';
  const base = absolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : absolute(env.HOME) && env.HOME + ofHome;
  if (!base) return undefined;
  const command = COMMANDS.includes(process.argv[2]) ? process.argv[2] : 'home';
  return `${base}/kartei/code/${BUILD}-${process.version}-${process.arch}/${command}`;
}

// V8 trusts its cache: one flipped byte crashes Node. So the bytes are stored twice and compared, which costs a tenth
// of a millisecond, where loading a hash (`node:crypto`) costs four. A file of somebody else is code of somebody else
// and is not read (`sudo` may keep HOME).
function readTwin(fs, path) {
  const file = fs.openSync(path, 'r');
  try {
    const stat = fs.fstatSync(file);
    if (!stat.isFile() || stat.uid !== process.getuid() || stat.size > 64e6) throw new Error('not ours');
    const bytes = Buffer.allocUnsafeSlow(stat.size);
    if (fs.readSync(file, bytes, 0, stat.size, 0) !== stat.size) throw new Error('cut short');
    const half = bytes.subarray(0, stat.size / 2);
    if (!half.equals(bytes.subarray(stat.size / 2))) throw new Error('damaged');
    return half;
  } finally {
    fs.closeSync(file);
  }
}

function saveCache(fs, cache, scripts) {
  try {
    const folder = cache.path.slice(0, cache.path.lastIndexOf('/'));
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const half = encodeHalf(scripts, cache.generation + 1);
    const temporary = `${cache.path}.${process.pid}`;
    const file = fs.openSync(temporary, 'wx', 0o600);
    fs.writeSync(file, half);
    fs.writeSync(file, half);
    // Without this a power cut may leave zeros, the same in both halves.
    fs.fsyncSync(file);
    fs.closeSync(file);
    fs.renameSync(temporary, cache.path);
    removeOtherBuilds(fs, folder.slice(0, folder.lastIndexOf('/')));
  } catch {
    // A full disk or a home that cannot be written: start without a cache next time, too.
  }
}

function encodeHalf(scripts, generation) {
  const align = (length) => Math.ceil(length / 16) * 16;
  const bodies = [...scripts].map(([name, script]) => [name, script.createCachedData()]);
  // Room for the head is fixed first, because its numbers depend on its length.
  const room = align(256 + bodies.length * 128);
  let size = room;
  const entries = bodies.map(([name, body]) => {
    const offset = size;
    size += align(body.length);
    return [name, offset, body.length];
  });
  const half = Buffer.alloc(size);
  half.writeUInt32LE(room - 4, 0);
  half.fill(' ', 4, room);
  half.write(JSON.stringify({ size, generation, entries }), 4, 'latin1');
  bodies.forEach(([, body], index) => {
    body.copy(half, entries[index][1]);
  });
  return half;
}

function removeOtherBuilds(fs, folder) {
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(`${BUILD}-`)) fs.rmSync(`${folder}/${name}`, { recursive: true, force: true });
  }
}
