import { vectors } from './vectors.ts';

vectors('option', '--rm', [
  ['-rm', 'near', 'dash-missing'],
  ['rm', 'near', 'dash-missing'],
  ['\u2014rm', 'equivalent', 'other-characters'],
]);
vectors('option', '-p', [
  ['-P', 'near', 'other-case'],
  ['-p 80:80', 'near', 'value-added'],
  ['-p80:80', 'near', 'value-added'],
]);
vectors('option', '--name', [['--name=web', 'near', 'value-added']]);
vectors('option', '--all', [['-a', 'wrong', '']]);
vectors('option', '-A', [['-a', 'near', 'other-case']]);
vectors('option', '--machine-id', [['--machine_id', 'wrong', '']]);
vectors('option', '-f', [
  ['--f', 'near', 'surplus-dash'],
  ['-f k', 'near', 'value-added'],
]);
