import { authoringCommands } from './authoring-commands.ts';
import type { Command, Flag } from './command.ts';
import { json } from './json-flag.ts';

const deckFilter: Flag = {
  name: 'deck',
  value: 'DECK',
  several: true,
  summary: { en: 'only this deck', de: 'nur dieser Stapel' },
};
const tagFilter: Flag = {
  name: 'tag',
  value: 'TAG',
  several: true,
  summary: { en: 'only cards with this tag', de: 'nur Karten mit diesem Schlagwort' },
};
const objectiveFilter: Flag = {
  name: 'objective',
  value: 'CODE',
  several: true,
  summary: { en: 'only cards of this objective', de: 'nur Karten dieses Lernziels' },
};
const cardLimit: Flag = {
  name: 'cards',
  value: 'N',
  summary: { en: 'stop after N cards', de: 'nach N Karten aufhören' },
};
const minuteLimit: Flag = {
  name: 'minutes',
  value: 'N',
  summary: { en: 'stop after N minutes', de: 'nach N Minuten aufhören' },
};

/** Flags that every command takes. */
export const commonFlags: readonly Flag[] = [
  { name: 'help', short: 'h', summary: { en: 'what the command does', de: 'was der Befehl tut' } },
  { name: 'version', summary: { en: 'the version', de: 'die Version' } },
  {
    name: 'lang',
    value: 'en|de',
    summary: { en: 'language of the interface', de: 'Sprache der Oberfläche' },
  },
  {
    name: 'plain',
    summary: { en: 'plain lines instead of a screen', de: 'schlichte Zeilen statt eines Bildschirms' },
  },
  {
    name: 'progress',
    value: 'FOLDER',
    summary: { en: 'where the progress is kept', de: 'wo der Fortschritt liegt' },
  },
  {
    name: 'debug',
    summary: { en: 'write a log file and name it', de: 'eine Protokolldatei schreiben und nennen' },
  },
];

/** Every command, in the order of the help page. */
export const commands: readonly Command[] = [
  {
    name: 'study',
    operands: '[DECK…|PATH…]',
    summary: { en: 'study what is due and new', de: 'lernen, was fällig und neu ist' },
    details: {
      en: 'Without a name: all decks. A path to a file or folder studies decks that are not registered.',
      de: 'Ohne Namen: alle Stapel. Ein Pfad zu einer Datei oder einem Ordner lernt Stapel, die nicht eingetragen sind.',
    },
    flags: [
      cardLimit,
      minuteLimit,
      tagFilter,
      objectiveFilter,
      {
        name: 'ahead',
        summary: { en: 'also cards that are due later', de: 'auch Karten, die erst später fällig sind' },
      },
    ],
    example: 'kartei study machine-id --minutes 10',
    completes: 'decks',
    load: () => import('./study.ts'),
  },
  {
    name: 'drill',
    operands: '[DECK…|PATH…]',
    summary: { en: 'ask cards without a schedule', de: 'Karten ohne Zeitplan abfragen' },
    flags: [
      cardLimit,
      minuteLimit,
      tagFilter,
      objectiveFilter,
      { name: 'flagged', summary: { en: 'only flagged cards', de: 'nur angemerkte Karten' } },
      {
        name: 'missed',
        summary: { en: 'only cards missed lately', de: 'nur zuletzt falsch beantwortete Karten' },
      },
      { name: 'unseen', summary: { en: 'only cards never seen', de: 'nur nie gesehene Karten' } },
      {
        name: 'missed-in',
        value: 'N',
        summary: { en: 'missed in the last N exams', de: 'in den letzten N Prüfungen falsch' },
      },
      {
        name: 'count',
        summary: {
          en: 'let the answers count for the schedule',
          de: 'die Antworten für den Zeitplan zählen lassen',
        },
      },
    ],
    example: 'kartei drill --missed --cards 20',
    completes: 'decks',
    load: () => import('./drill.ts'),
  },
  {
    name: 'due',
    operands: '',
    summary: { en: 'what is due, by deck', de: 'was fällig ist, nach Stapeln' },
    flags: [deckFilter, json],
    example: 'kartei due --json',
    load: () => import('./due.ts'),
  },
  {
    name: 'list',
    operands: '[DECK…|PATH…]',
    summary: { en: 'list cards', de: 'Karten auflisten' },
    flags: [
      tagFilter,
      objectiveFilter,
      {
        name: 'flagged',
        summary: {
          en: 'flagged cards as path:line: prompt: text',
          de: 'angemerkte Karten als Pfad:Zeile: Frage: Text',
        },
      },
      { name: 'suspended', summary: { en: 'suspended cards', de: 'ausgesetzte Karten' } },
      json,
    ],
    example: 'kartei list --flagged',
    completes: 'decks',
    load: () => import('./list.ts'),
  },
  {
    name: 'history',
    operands: 'CARD',
    summary: { en: 'every answer to a card', de: 'jede Antwort auf eine Karte' },
    flags: [json],
    example: 'kartei history mid-setup',
    completes: 'cards',
    load: () => import('./history.ts'),
  },
  {
    name: 'resume',
    operands: 'CARD',
    summary: { en: 'ask a suspended card again', de: 'eine ausgesetzte Karte wieder fragen' },
    flags: [],
    example: 'kartei resume mid-setup',
    completes: 'cards',
    load: () => import('./resume.ts'),
  },
  {
    name: 'undo',
    operands: '',
    summary: {
      en: 'take the last answer or change back',
      de: 'die letzte Antwort oder Änderung zurücknehmen',
    },
    flags: [json],
    example: 'kartei undo',
    load: () => import('./undo.ts'),
  },
  ...authoringCommands,
  {
    name: 'where',
    operands: '',
    summary: { en: 'where everything is kept', de: 'wo alles liegt' },
    flags: [json],
    example: 'kartei where',
    load: () => import('./where.ts'),
  },
  {
    name: 'config',
    operands: 'list | get KEY | set KEY VALUE',
    summary: { en: 'settings', de: 'Einstellungen' },
    flags: [json],
    example: 'kartei config set editor "code --wait"',
    load: () => import('./config.ts'),
  },
];
