import { authoringCommands } from './authoring/authoring-commands.ts';
import type { Command, Flag } from './command.ts';
import {
  cardLimit,
  deckFilter,
  flag,
  json,
  minuteLimit,
  objectiveFilter,
  tagFilter,
  unseenFilter,
} from './flags.ts';
import { sharingCommands } from './sharing/sharing-commands.ts';
import { upkeepCommands } from './upkeep/upkeep-commands.ts';

/** Flags that every command takes. */
export const commonFlags: readonly Flag[] = [
  { ...flag('help', 'what the command does', 'was der Befehl tut'), short: 'h' },
  flag('version', 'the version', 'die Version'),
  flag('lang en|de', 'language of the interface', 'Sprache der Oberfläche'),
  flag('plain', 'plain lines instead of a screen', 'schlichte Zeilen statt eines Bildschirms'),
  flag('progress FOLDER', 'where the progress is kept', 'wo der Fortschritt liegt'),
  flag('debug', 'write a log file and name it', 'eine Protokolldatei schreiben und nennen'),
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
      flag('ahead', 'cards that are due later', 'Karten, die erst später fällig sind'),
    ],
    example: 'kartei study machine-id --minutes 10',
    completes: 'decks',
    load: () => import('./studying/study.ts'),
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
      flag('flagged', 'only flagged cards', 'nur angemerkte Karten'),
      flag('missed', 'only cards missed lately', 'nur zuletzt falsch beantwortete Karten'),
      unseenFilter,
      flag('missed-in N', 'missed in the last N exams', 'in den letzten N Prüfungen falsch'),
      flag('count', 'let the answers count for the schedule', 'die Antworten für den Zeitplan zählen lassen'),
    ],
    example: 'kartei drill --missed --cards 20',
    completes: 'decks',
    load: () => import('./studying/drill.ts'),
  },
  {
    name: 'exam',
    operands: '[ID] | report [N]',
    summary: {
      en: 'sit a simulated exam, or read its report',
      de: 'eine Prüfung üben oder ihren Bericht lesen',
    },
    details: {
      en: 'Without an ID the exams are listed; a running one goes on. "report" prints the last report, "report 2" the one before.',
      de: 'Ohne ID werden die Prüfungen aufgezählt; eine laufende geht weiter. „report“ zeigt den letzten Bericht, „report 2“ den davor.',
    },
    flags: [
      flag('questions N', 'so many questions', 'so viele Fragen'),
      flag('minutes N', 'so much time', 'so viel Zeit'),
      flag('extra-time N', 'minutes more, named in the report', 'Minuten mehr, im Bericht genannt'),
      objectiveFilter,
      flag(
        'missed-in N',
        'only what the last N exams missed',
        'nur, was in den letzten N Prüfungen falsch war',
      ),
      unseenFilter,
      flag('seed N', 'the paper that this number draws', 'die Prüfung, die diese Zahl zieht'),
      flag('markdown', 'the report as Markdown', 'den Bericht als Markdown'),
      json(
        'report: { sitting, exam, title, lang, custom, startedAt, endedAt, ended, void: []',
        '  score: { points, items, cut, passed, scaled }, scale: { min, pass, max }',
        '  objectives: [{ objective, title, items, points, missing }], kinds: [{ kind, items, points }]',
        '  times: { all, median, slowest: [{ item, ms }] }, changes: { wrongToRight, rightToWrong, wrongToWrong }',
        '  marked: { items, wrong }, seenBefore, leaves, extraTime',
        '  attempts: [{ startedAt, custom, points, items, passed, scaled }]',
        '  missed: [{ item, objective, deck, card, points, answer: [], verdict, prompt, explanation',
        '    options: [{ text, right, reason }], answers: [], lines: [] }] }',
      ),
    ],
    example: 'kartei exam lpic1-102.6',
    completes: 'exams',
    load: () => import('./exams/exam.ts'),
  },
  {
    name: 'ready',
    operands: '',
    summary: {
      en: 'how ready you are, and what would help most',
      de: 'wie gut du vorbereitet bist und was am meisten hilft',
    },
    flags: [
      flag('exam ID', 'only this exam', 'nur diese Prüfung'),
      json(
        'exams: [{ exam, title, coverage, seen, lacks: [], chance: { low, high }, brier, offset',
        '  objectives: [{ objective, coverage, cards, seen, recall }], raises: [{ kind, objective, gain, points }] }]',
      ),
    ],
    example: 'kartei ready --exam lpic1-102.6',
    load: () => import('./exams/ready.ts'),
  },
  {
    name: 'plan',
    operands: '',
    summary: { en: 'study towards the date of an exam', de: 'auf das Datum einer Prüfung hin lernen' },
    flags: [
      flag('exam ID', 'which exam', 'welche Prüfung'),
      flag('date YYYY-MM-DD', 'its date; "none" takes it back', 'ihr Datum; „none“ nimmt es zurück'),
      flag('simulate', 'compare ways to study on your own cards', 'Lernwege an deinen Karten vergleichen'),
      json(
        'exam, title, date, stage, daysLeft, newAllowed, pass, unfit, eve',
        'simulation: { finalPass, dense, capped: { recall, reviews, busiest, lastDay } }',
      ),
    ],
    example: 'kartei plan --exam lpic1-102.6 --date 2027-03-01',
    load: () => import('./exams/plan.ts'),
  },
  {
    name: 'due',
    operands: '[DECK…|PATH…]',
    summary: { en: 'what is due, by deck', de: 'was fällig ist, nach Stapeln' },
    flags: [
      deckFilter,
      json(
        'due, learning, new, forecast: []',
        'decks: [{ collection, deck, title, due, learning, new, known, total }]',
      ),
    ],
    example: 'kartei due --json',
    completes: 'decks',
    load: () => import('./studying/due.ts'),
  },
  {
    name: 'list',
    operands: '[DECK…|PATH…]',
    summary: { en: 'list cards', de: 'Karten auflisten' },
    flags: [
      tagFilter,
      objectiveFilter,
      flag(
        'flagged',
        'flagged cards as path:line: prompt: text',
        'angemerkte Karten als Pfad:Zeile: Frage: Text',
      ),
      flag('suspended', 'suspended cards', 'ausgesetzte Karten'),
      json(
        'cards: [{ collection, deck, card, part, kind, prompt, path, line, due, stability, suspended, flag, url }]',
      ),
    ],
    example: 'kartei list --flagged',
    completes: 'decks',
    load: () => import('./studying/list.ts'),
  },
  {
    name: 'history',
    operands: 'CARD',
    summary: { en: 'every answer to a card', de: 'jede Antwort auf eine Karte' },
    flags: [json('entries: [{ card, part, t, kind, rating, ms, mode, due, stability }]')],
    example: 'kartei history mid-setup',
    completes: 'cards',
    load: () => import('./studying/history.ts'),
  },
  {
    name: 'resume',
    operands: 'CARD',
    summary: { en: 'ask a suspended card again', de: 'eine ausgesetzte Karte wieder fragen' },
    flags: [],
    example: 'kartei resume mid-setup',
    completes: 'cards',
    load: () => import('./studying/resume.ts'),
  },
  {
    name: 'undo',
    operands: '',
    summary: {
      en: 'take the last answer or change back',
      de: 'die letzte Antwort oder Änderung zurücknehmen',
    },
    flags: [json('undone')],
    example: 'kartei undo',
    load: () => import('./studying/undo.ts'),
  },
  ...authoringCommands,
  ...sharingCommands,
  ...upkeepCommands,
  {
    name: 'where',
    operands: '',
    summary: { en: 'where everything is kept', de: 'wo alles liegt' },
    flags: [json('folders: { progress, collections, backups, quarantine, state, cache, config, decks }')],
    example: 'kartei where',
    load: () => import('./where.ts'),
  },
  {
    name: 'config',
    operands: 'list | get KEY | set KEY VALUE',
    summary: { en: 'settings', de: 'Einstellungen' },
    flags: [
      json(
        'settings: { language, colours, symbols, lineMode, editor, keys: [{ action, key }]',
        '  newPerDay, reviewsPerDay, retention, dayStart }',
      ),
    ],
    example: 'kartei config set editor "code --wait"',
    load: () => import('./config.ts'),
  },
  {
    name: 'completion',
    operands: 'bash | zsh | fish',
    summary: { en: 'completions for a shell', de: 'Vervollständigung für eine Shell' },
    details: {
      en: 'bash: eval "$(kartei completion bash)" in ~/.bashrc. zsh: source <(kartei completion zsh) in ~/.zshrc. fish: kartei completion fish > ~/.config/fish/completions/kartei.fish',
      de: 'bash: eval "$(kartei completion bash)" in ~/.bashrc. zsh: source <(kartei completion zsh) in ~/.zshrc. fish: kartei completion fish > ~/.config/fish/completions/kartei.fish',
    },
    flags: [],
    example: 'eval "$(kartei completion bash)"',
    completes: 'shells',
    load: async () => ({
      run: (await import('./manual/completion.ts')).completionFor(commands, commonFlags),
    }),
  },
  {
    name: 'man',
    operands: '',
    summary: { en: 'print the manual page', de: 'die Handbuchseite ausgeben' },
    flags: [],
    example: 'kartei man | man -l -',
    load: async () => ({ run: (await import('./manual/man.ts')).manFor(commands, commonFlags) }),
  },
];
