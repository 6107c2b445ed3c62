import { contextFor } from './typed-card.ts';
import { vectors } from './vectors.ts';

vectors('text', 'host', [['the host', 'equivalent', 'article-ignored']]);
vectors(
  'text',
  'der Host',
  [['Host', 'equivalent', 'letter-case-ignored article-ignored']],
  contextFor('de'),
);
vectors(
  'text',
  'Größe',
  [['Groesse', 'equivalent', 'letter-case-ignored umlaut-spelling']],
  contextFor('de'),
);
vectors('text', 'virtual machine', [
  ['virtual maschine', 'near', 'one-edit-away'],
  ['Virtual Machine.', 'equivalent', 'letter-case-ignored final-mark-ignored'],
]);
vectors('text', 'hypervisor', [['hypervisr', 'equivalent', 'typo-accepted']]);
vectors('text', 'type 2', [
  ['type2', 'equivalent', 'hyphen-or-blank-ignored'],
  ['type-2', 'equivalent', 'hyphen-or-blank-ignored'],
  ['type 1', 'wrong', ''],
]);
vectors('text', '10 1', [['101', 'wrong', '']]);
vectors('text', 'container', [['containers', 'equivalent', 'typo-accepted']]);
vectors('text', 'snapshot', [['snapshoot', 'equivalent', 'typo-accepted']]);
vectors('text', 'SSH host keys', [
  ['ssh hostkeys', 'equivalent', 'letter-case-ignored hyphen-or-blank-ignored'],
]);
vectors(
  'text',
  'Gastsystem',
  [['Gast-System', 'equivalent', 'letter-case-ignored hyphen-or-blank-ignored']],
  contextFor('de'),
);
vectors('text', 'C++', [['C', 'wrong', '']]);
vectors('text', 'namespace', [['name space', 'equivalent', 'hyphen-or-blank-ignored']]);
vectors(
  'text',
  'Linux-Container',
  [['linux container', 'equivalent', 'letter-case-ignored hyphen-or-blank-ignored']],
  contextFor('de'),
);
vectors('text', 'container', [['Behälter', 'wrong', '']], contextFor('de'));
vectors('text', 'snapshot', [['snapshop', 'near', 'one-edit-away']], contextFor('en', ['Snapshop']));
vectors('text', 'sha256sums', [['sha256sum', 'near', 'one-edit-away']]);
