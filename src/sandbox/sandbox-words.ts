import { lstatSync, readlinkSync } from 'node:fs';
import { insideHome, type Sandbox } from './sandbox.ts';

/** Where programs and their settings are; nothing that a person or a running service keeps. */
const systemFolders = ['usr', 'bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32', 'etc', 'opt', 'nix'];
/** Bytes of files in memory. */
const memory = 64 * 1024 * 1024;

/** The words for bubblewrap; older ones cannot limit the size of files in memory. */
export function bwrapWords(canLimitSize: boolean): Sandbox['words'] {
  const size = canLimitSize ? ['--size', `${memory}`] : [];
  return [
    'bwrap',
    ...['--unshare-all', '--die-with-parent', '--new-session'],
    ...systemFolders.flatMap((folder) => visibleFolder(`/${folder}`)),
    ...['--ro-bind-try', '/sys', '/sys', '--proc', '/proc', '--dev', '/dev'],
    ...['--ro-bind-try', '/run/current-system', '/run/current-system'],
    ...['--dir', '/run', '--dir', '/var/tmp'],
    ...[...size, '--tmpfs', '/dev/shm', ...size, '--tmpfs', '/tmp', '--dir', insideHome],
    ...['--remount-ro', '/', '--chdir', insideHome],
    ...['/bin/sh', '-c'],
  ];
}

function visibleFolder(folder: string): readonly string[] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return ['--symlink', readlinkSync(folder), folder];
  return found?.isDirectory() ? ['--ro-bind', folder, folder] : [];
}

/** The same by the tools of util-linux: a small tree becomes the root, then a namespace without any right in it. */
const enter = `set -e
uid=$1 gid=$2 script=$3
mount -t tmpfs -o size=${memory},mode=755 kartei /tmp
cd /tmp
mkdir old proc sys dev dev/shm tmp run var var/tmp
for d in ${systemFolders.join(' ')}; do
  if [ -h /$d ]; then ln -s "$(readlink /$d)" $d
  elif [ -d /$d ]; then
    mkdir $d
    mount --rbind /$d $d
    mount -o remount,bind,ro,nosuid,nodev $d
  fi
done
if [ -d /run/current-system ]; then ln -s "$(readlink -f /run/current-system)" run/current-system; fi
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys 2>/dev/null || :
for d in null zero full random urandom; do
  : >dev/$d
  mount --bind /dev/$d dev/$d
done
ln -s /proc/self/fd dev/fd
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr
(PATH=$PATH:/usr/sbin:/sbin; exec pivot_root . old)
cd /
umount -l old
rmdir old
mount -t tmpfs -o size=${memory},mode=755 kartei /tmp
mount -t tmpfs -o size=${memory},mode=755 kartei /dev/shm
mkdir ${insideHome}
mount -o remount,bind,ro /
cd ${insideHome}
exec unshare --user --map-user="$uid" --map-group="$gid" -- /bin/sh -c "$script" sh`;

export const unshareWords = (user: number, group: number): Sandbox['words'] => [
  'unshare',
  ...['--user', '--map-root-user', '--mount', '--net', '--pid', '--fork', '--kill-child', '--ipc', '--uts'],
  ...['/bin/sh', '-c', enter, 'sh', `${user}`, `${group}`],
];
