import { vectors } from './vectors.ts';

vectors('path', '/etc/ssh/', [['/etc/ssh', 'equivalent', 'trailing-slash-left-out']]);
vectors('path', '/etc/ssh', [
  ['/etc/ssh/./', 'near', 'trailing-slash-added'],
  ['/etc/x/../ssh', 'wrong', ''],
]);
vectors('path', '/dev/kvm', [['dev/kvm/', 'near', 'no-leading-slash']]);
vectors('path', '/', [['//', 'equivalent', 'simplified-path']]);
vectors('path', '~/.ssh/config', [['/root/.ssh/config', 'wrong', '']]);
vectors('path', '/etc/ssh/sshd_config', [
  ['ssh/sshd_config', 'wrong', ''],
  ['sshd_config', 'near', 'base-name-only'],
  ['/etc/ssh/ssh_config', 'near', 'one-edit-away'],
  ['/etc/./ssh//sshd_config', 'equivalent', 'simplified-path'],
]);
vectors('path', '/etc/machine-id', [['`/etc/machine-id`', 'equivalent', 'surrounding-backticks']]);
vectors('path', '/run', [['/var/run', 'wrong', '']]);
