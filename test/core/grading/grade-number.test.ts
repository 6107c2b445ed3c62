import { contextFor } from './typed-card.ts';
import { vectors } from './vectors.ts';

vectors('number', '0644', [['644', 'equivalent', 'other-notation']]);
vectors('number', '644', [['0644', 'wrong', '']]);
vectors('number', '1000', [['1,000', 'near', 'thousands-marks']]);
vectors('number', '1.5', [['1,5', 'equivalent', 'decimal-comma']], contextFor('de'));
vectors('number', '1.5', [['1,5', 'wrong', '']]);
vectors('number', '100 +- 5', [
  ['104', 'equivalent', 'within-tolerance'],
  ['106', 'wrong', ''],
]);
vectors('number', '-1', [['\u22121', 'equivalent', 'other-characters']]);
vectors('number', '65536', [['65.536', 'near', 'thousands-marks']], contextFor('de'));
vectors('number', '32', [['32 bytes', 'wrong', '']]);
vectors('number', '3.14', [['3.140', 'equivalent', 'other-notation']]);
vectors('number', '0.5', [['.5', 'equivalent', 'other-notation']]);
vectors('number', '7', [['seven', 'wrong', '']]);
vectors('number', '12', [['+12', 'equivalent', 'other-notation']]);
