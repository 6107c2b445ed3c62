/**
 * Loaded into the built program before it starts (`node --require`), where no strace is needed: the changes that it
 * makes to files below a folder are counted, and those with the wanted numbers go wrong. KARTEI_FAULT holds a `Fault`
 * (faulty-program.ts). A write that goes wrong has written half of its bytes; a program that is started ends with 128.
 */
const childProcess = require('node:child_process');
const fs = require('node:fs');

const { below, log, call: only, from, to, code } = JSON.parse(process.env.KARTEI_FAULT);
const { appendFileSync, writeSync } = fs;
const paths = new Map();
let count = 0;

/** @param {string} call @param {unknown} path @param {() => void} [half] */
function change(call, path, half) {
  if (typeof path !== 'string' || !path.startsWith(below) || (only ?? call) !== call) return;
  count += 1;
  appendFileSync(log, `${call}\t${path}\n`);
  if (count < from || count > to) return;
  half?.();
  if (code === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${code}: ${call} '${path}'`), { code, syscall: call, path });
}

const isChange = (flags) => (typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(flags ?? 'r'));

for (const name of ['mkdirSync', 'renameSync', 'unlinkSync', 'rmSync', 'writeFileSync', 'symlinkSync']) {
  const original = fs[name];
  const at = name === 'symlinkSync' ? 1 : 0;
  fs[name] = (...given) => {
    change(name, given[at]);
    return original.apply(fs, given);
  };
}
for (const name of ['writeSync', 'fdatasyncSync', 'fsyncSync', 'ftruncateSync']) {
  const original = fs[name];
  fs[name] = (file, ...given) => {
    change(name, paths.get(file), () => {
      if (name === 'writeSync' && typeof given[0] !== 'string')
        writeSync(file, given[0], 0, given[0].length >> 1);
    });
    return original.call(fs, file, ...given);
  };
}
const { openSync, closeSync } = fs;
fs.openSync = (path, flags, ...given) => {
  if (isChange(flags)) change('openSync', path);
  const file = openSync.call(fs, path, flags, ...given);
  paths.set(file, path);
  return file;
};
fs.closeSync = (file) => {
  paths.delete(file);
  closeSync.call(fs, file);
};
const { spawn } = childProcess;
childProcess.spawn = (file, words, options) => {
  try {
    change('spawn', options?.cwd);
  } catch {
    return spawn.call(childProcess, process.execPath, ['-e', 'process.exit(128)'], options);
  }
  return spawn.call(childProcess, file, words, options);
};
