import { vectors } from './vectors.ts';

vectors('literal', 'kvm_intel', [
  ['kvm-intel', 'near', 'one-edit-away'],
  ['KVM_INTEL', 'near', 'other-case'],
  ['kvm_amd', 'wrong', ''],
]);
vectors('literal', 'FROM', [['from', 'near', 'other-case']]);
vectors('literal', 'vmx', [['vmy', 'near', 'one-edit-away']]);
vectors('literal', 'uninitialized', [['uninitialised', 'near', 'one-edit-away']]);
