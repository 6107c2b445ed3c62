import { expect, test } from 'vitest';
import { commonFlags } from '../../src/commands/catalogue.ts';
import { commandPlace, parseArguments } from '../../src/commands/parse-arguments.ts';
import { nearest } from '../../src/core/text/nearest.ts';

test.each([
  [['study', 'docker'], 0],
  [['--plain', 'study'], 1],
  [['--lang', 'de', 'study', '--plain'], 2],
  [['--lang=de', 'study'], 1],
  [['--help'], 1],
  [['--cards', '3', 'study'], 3],
  [[], 0],
])('the command of %j is its word %i', (words, place) => {
  expect(commandPlace(words, commonFlags)).toBe(place);
});

test('a value that is none of the named choices is refused', () => {
  const fault = { kind: 'value-refused', flag: '--lang', value: 'en|de', given: 'fr' };
  expect(parseArguments(['--lang', 'fr'], commonFlags)).toEqual({ fault });
  expect(parseArguments(['--lang=fr'], commonFlags)).toEqual({ fault });
  expect(parseArguments(['--lang', 'de'], commonFlags)).not.toHaveProperty('fault');
});

test('a value whose name only describes it may be anything', () => {
  const flag = { name: 'init', value: 'URL|PATH', summary: { en: 'where', de: 'wohin' } };
  expect(parseArguments(['--init', 'git@host:you/progress.git'], [flag])).not.toHaveProperty('fault');
});

test('a command that takes no words refuses one, so that "undo 3" undoes nothing', () => {
  expect(parseArguments(['3'], commonFlags, false)).toEqual({
    fault: { kind: 'operand-surplus', flag: '3' },
  });
});

test('an unknown word is answered with the one that it begins, or with one that is nearly it', () => {
  expect(nearest('hist', ['list', 'history'])).toBe('history');
  expect(nearest('stduy', ['study', 'due'])).toBe('study');
  expect(nearest('re', ['restore', 'reset'])).toBeUndefined();
});
