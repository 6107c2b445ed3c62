import type { Command } from '../command.ts';
import { flag, json } from '../flags.ts';

/** The commands that look after what is recorded. */
export const upkeepCommands: readonly Command[] = [
  {
    name: 'reset',
    operands: 'CARD…',
    summary: { en: 'let cards start anew', de: 'Karten von vorn beginnen lassen' },
    details: {
      en: 'As if never studied. The answers stay in the journal, and a backup is taken before.',
      de: 'Als wären sie nie gelernt worden. Die Antworten bleiben im Journal, und vorher wird gesichert.',
    },
    flags: [flag('deck DECK…', 'all cards of this deck', 'alle Karten dieses Stapels'), json('reset')],
    example: 'kartei reset mid-setup',
    completes: 'cards',
    load: () => import('./reset.ts'),
  },
  {
    name: 'doctor',
    operands: '',
    summary: { en: 'examine all that is recorded', de: 'alles Aufgezeichnete untersuchen' },
    details: {
      en: 'Changes nothing. Exit status 0: all well, 1: something is worth a look, 2: something is damaged.',
      de: 'Ändert nichts. Exit-Status 0: alles gut, 1: etwas verdient einen Blick, 2: etwas ist beschädigt.',
    },
    flags: [
      flag(
        'fix',
        'mend what can be mended by writing new files',
        'beheben, was sich durch neue Dateien beheben lässt',
      ),
      json('status, records, files, done: []', 'findings: [{ kind, severity, where, line, count, message }]'),
    ],
    example: 'kartei doctor',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'backup',
    operands: '[list]',
    summary: { en: 'take a backup, or list them', de: 'eine Sicherung anlegen oder alle auflisten' },
    details: {
      en: 'One is taken by itself on each day with study. Kept: 12 daily, 10 weekly, 9 monthly.',
      de: 'An jedem Lerntag entsteht eine von selbst. Behalten werden 12 tägliche, 10 wöchentliche, 9 monatliche.',
    },
    flags: [
      flag(
        'seal',
        "join this device's files of each past month",
        'Dateien dieses Geräts je vergangenem Monat zusammenfassen',
      ),
      json(
        'taken: { name, t, why, files, bytes }',
        'snapshots: [{ name, t, why, files, bytes, damaged }]',
        'sealed, months',
      ),
    ],
    example: 'kartei backup list',
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    operands: '[SNAPSHOT]',
    summary: { en: 'bring back what a backup has', de: 'zurückholen, was eine Sicherung hat' },
    details: {
      en: 'Adds what is missing and replaces nothing. Without a name: the newest backup.',
      de: 'Ergänzt, was fehlt, und ersetzt nichts. Ohne Namen: die neueste Sicherung.',
    },
    flags: [json('snapshot, records, files: [], broken: []')],
    example: 'kartei restore 20261121',
    load: () => import('./restore.ts'),
  },
];
