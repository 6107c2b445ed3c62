import { vectors } from './vectors.ts';

vectors('command-name', 'ls', [
  ['ps', 'near', 'one-edit-away'],
  ['$ ls', 'equivalent', 'trimmed-prompt'],
  ['ls\u200b', 'equivalent', 'other-characters'],
]);
vectors('command-name', 'systemd-detect-virt', [
  ['systemd\u2013detect\u2013virt', 'equivalent', 'other-characters'],
]);
vectors('command-name', 'docker', [['sudo docker ps', 'near', 'sudo-given arguments-given']]);
vectors('command-name', 'chroot', [
  ['sudo /usr/sbin/chroot /mnt', 'near', 'sudo-given path-given arguments-given'],
]);
vectors('command-name', 'cloud-init', [['cloudinit', 'near', 'one-edit-away']]);
vectors('command-name', 'dbus-uuidgen', [['dbus-uuidgne', 'near', 'one-edit-away']]);
vectors('command-name', 'lsmod', [
  ['ismod', 'near', 'one-edit-away'],
  ['modprobe', 'wrong', ''],
  ['`lsmod`', 'equivalent', 'surrounding-backticks'],
  ['# lsmod', 'equivalent', 'trimmed-prompt'],
  ['LSMOD', 'near', 'other-case'],
]);
