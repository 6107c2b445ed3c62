import { describe } from 'vitest';
import { contextFor } from './typed-card.ts';
import { vectors } from './vectors.ts';

describe('what the specification lists', () => {
  vectors('path', '/etc/machine-id', [
    ['/etc/machine-id ', 'exact', ''],
    ['/etc/machine-id\u00a0', 'exact', ''],
    ['//etc/machine-id', 'equivalent', 'simplified-path'],
    ['/etc/machine-id/', 'near', 'trailing-slash-added'],
    ['etc/machine-id', 'near', 'no-leading-slash'],
    ['machine-id', 'near', 'base-name-only'],
    ['/etc/Machine-id', 'near', 'other-case'],
    ['/etc/machine_id', 'near', 'one-edit-away'],
    ['/var/lib/dbus/machine-id', 'wrong', ''],
    ['', 'blank', ''],
  ]);
  vectors('command-name', 'chroot', [
    ['chroot', 'exact', ''],
    ['/usr/sbin/chroot', 'near', 'path-given'],
    ['sudo chroot', 'near', 'sudo-given'],
    ['chroot /mnt', 'near', 'arguments-given'],
    ['Chroot', 'near', 'other-case'],
    ['chrot', 'near', 'one-edit-away'],
    ['', 'blank', ''],
  ]);
  vectors(
    'option',
    ['-d', '--detach'],
    [
      ['-d', 'exact', ''],
      ['--detach', 'exact', ''],
      ['-D', 'near', 'other-case'],
      ['d', 'near', 'dash-missing'],
      ['-d nginx', 'near', 'value-added'],
    ],
  );
  vectors('command', 'docker run -it --rm alpine sh', [
    ['docker run -it --rm alpine sh', 'exact', ''],
    ['docker run --rm -it alpine sh', 'equivalent', 'option-order'],
    ['docker run -i -t --rm alpine sh', 'equivalent', 'option-spelling'],
    ['docker run --interactive --tty --rm alpine sh', 'equivalent', 'option-spelling'],
    ['sudo docker run -it --rm alpine sh', 'equivalent', 'trimmed-sudo'],
    ['$ docker run -it --rm alpine sh', 'equivalent', 'trimmed-prompt'],
    ['docker run -it alpine sh', 'near', 'missing-option'],
    ['docker run alpine -it --rm sh', 'wrong', ''],
    ['grep "foo', 'near', 'unclosed-quote'],
  ]);
  vectors('command', 'tar -czf a.tgz dir', [
    ['tar czf a.tgz dir', 'equivalent', 'option-spelling'],
    ['tar -c -z -f a.tgz dir', 'equivalent', 'option-spelling'],
    ['tar -cfz a.tgz dir', 'wrong', ''],
    ['tar -xzf a.tgz dir', 'wrong', ''],
  ]);
  vectors('command', "docker inspect -f '{{.State.Status}}' web", [
    ['docker inspect -f {{.State.Status}} web', 'equivalent', 'other-quotes'],
  ]);
  vectors('literal', '#cloud-config', [
    ['#cloud-config', 'exact', ''],
    ['# cloud-config', 'near', 'other-blanks'],
    ['#Cloud-config', 'near', 'other-case'],
  ]);
  vectors('command', "find / -name '*.conf'", [
    ['find / -name "*.conf"', 'equivalent', 'other-quotes'],
    ['find / -name \\*.conf', 'equivalent', 'other-quotes'],
    ['find / -name *.conf', 'near', 'unquoted'],
  ]);
  vectors('command', 'cmd >out 2>&1', [
    ['cmd > out 2>&1', 'equivalent', 'other-blanks'],
    ['cmd 2>&1 >out', 'wrong', ''],
  ]);
  vectors('command', 'echo "$HOME"', [
    ['echo $HOME', 'near', 'unquoted'],
    ["echo '$HOME'", 'wrong', ''],
  ]);
  vectors('command', 'ssh-keygen -A', [['ssh-keygen -a', 'near', 'option-case other-option']]);
  vectors('command', 'ls', [
    ['grep "foo', 'near', 'unclosed-quote'],
    ['', 'blank', ''],
  ]);
  vectors(
    'number',
    '100',
    [
      ['100', 'exact', ''],
      [' 100 ', 'exact', ''],
      ['1OO', 'near', 'letter-for-digit'],
    ],
    contextFor('de'),
  );
  vectors('text', 'paravirtualization', [
    ['para-virtualization', 'equivalent', 'hyphen-or-blank-ignored'],
    ['Paravirtualization', 'equivalent', 'letter-case-ignored'],
  ]);
  vectors('text', 'KVM', [
    ['kvm', 'equivalent', 'letter-case-ignored'],
    ['LVM', 'wrong', ''],
    ['', 'blank', ''],
  ]);
});
