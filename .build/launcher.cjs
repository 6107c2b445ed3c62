#!/usr/bin/env node
'use strict';
// Starts the program. The build fills in BUILD, COMMANDS, MAIN and PARTS and copies the rest as it is. Nothing newer than Node 10
// understands (no `?.`): an old Node must get as far as the sentence below.
const BUILD = '%BUILD%';
const COMMANDS = '%COMMANDS%'.split(' ');
const MAIN = Number('%MAIN%');
// Of each: its name, its file, where its text is in it and how long, the number of its first chunk.
const PARTS = '%PARTS%'.split('|').map((part) => part.split(' '));
// Bytes before the content of a cache file. They keep code aligned, or V8 would copy it.
const headSize = 16;
// Where the second half of a cache file is read to, in pieces: fresh memory costs more than a few more calls.
const piece = Buffer.allocUnsafeSlow(32768);
// What was unpacked in this run, by its file.
const unpacked = new Map();

// How a chunk says what it exports, and how it sees what others do.
const helpers = {
  exported(target, getters) {
    for (const name in getters) Object.defineProperty(target, name, { get: getters[name], enumerable: true });
  },
  common: (exported) => Object.defineProperty(exported, '__esModule', { value: true }),
  asModule: (exported) =>
    exported.__esModule
      ? exported
      : Object.create(exported, { default: { value: exported, enumerable: true } }),
};

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
  const folder = cacheFolder();
  const parts = new Map();
  const loaded = new Map();

  function load(number) {
    const known = loaded.get(number);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(number, module);
    const part = PARTS.findLast((one) => one[4] <= number);
    const run = openPart(part).chunks[number - part[4]];
    run(module.exports, requireFromChunk, module, __filename, __dirname, helpers);
    return module.exports;
  }

  // Each part is a script whose value is a list of functions with the parameters of a CommonJS module and `helpers`, one for
  // each chunk.
  function openPart([name, file, offset, length]) {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const text = openCache(fs, folder && `${folder}/${name}`);
    const isUnpacked = text.content !== undefined && text.content.length === Number(length);
    if (!isUnpacked) {
      text.content = unpack(fs, file).subarray(Number(offset), Number(offset) + Number(length));
      text.generation = 0;
    }
    const code = openCache(fs, folder && `${folder}/${commandName()}-${name}`);
    // The build writes ASCII only; latin1 is the encoding that needs no decoding.
    const script = new vm.Script(text.content.latin1Slice(), {
      filename: `${__dirname}/${name}.cjs`,
      cachedData: code.content,
    });
    if (script.cachedDataRejected !== false) code.generation = 0;
    const part = { script, text, code, chunks: script.runInThisContext() };
    parts.set(name, part);
    return part;
  }

  // Chunks are numbers; modules of Node have names.
  function requireFromChunk(id, isLater) {
    if (typeof id === 'string') return require(id);
    return isLater ? later(id) : load(id);
  }

  // Loaded when something of it is first used.
  function later(number) {
    let known;
    return new Proxy(
      {},
      {
        get(_, key) {
          if (known === undefined) known = load(number);
          return known[key];
        },
      },
    );
  }

  load(MAIN).main(process.argv.slice(2), BUILD);

  process.on('exit', () => {
    const files = [];
    for (const { script, text, code } of parts.values()) {
      if (text.generation < 1) files.push(text);
      if (code.generation < 2) files.push({ ...code, content: script.createCachedData() });
    }
    if (folder !== undefined && files.length > 0) saveCache(fs, folder, files);
  });
}

// The package holds the parts compressed; what an earlier run has unpacked is read from the cache.
function unpack(fs, file) {
  if (!unpacked.has(file))
    unpacked.set(file, require('node:zlib').brotliDecompressSync(fs.readFileSync(`${__dirname}/${file}`)));
  return unpacked.get(file);
}

// The cache holds the text of each part, and V8's code for it: functions that an earlier run has compiled. One file of
// code for each command and part, because commands run different functions; written at the end of the first two runs,
// when the functions are known. Nothing here may fail loudly: without a cache the program starts a little later.
function cacheFolder() {
  const env = process.env;
  if (env.NODE_DISABLE_COMPILE_CACHE || process.platform === 'win32') return undefined;
  const absolute = (path) => path && path[0] === '/';
  const ofHome = process.platform === 'darwin' ? '/Library/Caches' : '/.cache';
  const base = absolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : absolute(env.HOME) && env.HOME + ofHome;
  return base ? `${base}/kartei/code/${BUILD}-${process.version}-${process.arch}` : undefined;
}

function commandName() {
  const words = process.argv.slice(2);
  if (words.some((word) => word === '--help' || word === '-h' || word === '--version')) return 'help';
  return COMMANDS.includes(words[0]) ? words[0] : 'home';
}

// V8 trusts its cache: one flipped byte crashes Node. So the bytes are stored twice and compared, which costs a tenth
// of a millisecond, where loading a hash (`node:crypto`) costs four. A file of somebody else is code of somebody else
// and is not read (`sudo` may keep HOME).
function openCache(fs, path) {
  try {
    const file = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    try {
      const stat = fs.fstatSync(file);
      if (!stat.isFile() || stat.uid !== process.getuid() || stat.size > 64e6) throw new Error('not ours');
      const size = stat.size / 2;
      const half = Buffer.allocUnsafeSlow(size);
      if (fs.readSync(file, half, 0, size, 0) !== size) throw new Error('cut short');
      for (let at = 0; at < size; at += piece.length) {
        const length = Math.min(piece.length, size - at);
        const isWhole = fs.readSync(file, piece, 0, length, size + at) === length;
        if (!isWhole || half.compare(piece, 0, length, at, at + length) !== 0) throw new Error('damaged');
      }
      const generation = half.readUInt32LE(0);
      if (generation === 0) throw new Error('zeros');
      return { path, generation, content: half.subarray(headSize) };
    } finally {
      fs.closeSync(file);
    }
  } catch {
    // None yet, or cut: it is made as if there were none.
    return { path, generation: 0, content: undefined };
  }
}

function saveCache(fs, folder, files) {
  let draft;
  try {
    makeFolders(fs, folder);
    for (const { path, generation, content } of files) {
      const head = Buffer.alloc(headSize);
      head.writeUInt32LE(generation + 1, 0);
      const half = Buffer.concat([head, content]);
      draft = `${path}.${process.pid}`;
      const file = fs.openSync(draft, 'wx', 0o600);
      fs.writeSync(file, half);
      fs.writeSync(file, half);
      // Without this a power cut may leave zeros, the same in both halves.
      fs.fsyncSync(file);
      fs.closeSync(file);
      fs.renameSync(draft, path);
    }
    removeOtherBuilds(fs, folder.slice(0, folder.lastIndexOf('/')));
  } catch {
    // A full disk or a home that cannot be written: start without a cache next time, too.
    removeDraft(fs, draft);
  }
}

// On a full disk each start would take a little more of it.
function removeDraft(fs, draft) {
  try {
    fs.unlinkSync(draft);
  } catch {
    // None was made.
  }
}

// Node's `recursive` tries for ever where a folder cannot be made although the one above it is there.
function makeFolders(fs, folder) {
  try {
    fs.mkdirSync(folder, 0o700);
  } catch (error) {
    if (error.code === 'EEXIST') return;
    if (error.code !== 'ENOENT' || folder === '') throw error;
    makeFolders(fs, folder.slice(0, folder.lastIndexOf('/')));
    fs.mkdirSync(folder, 0o700);
  }
}

function removeOtherBuilds(fs, folder) {
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(`${BUILD}-`)) fs.rmSync(`${folder}/${name}`, { recursive: true, force: true });
  }
}
