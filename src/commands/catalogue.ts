import { authoringCommands } from './authoring/authoring-commands.ts';
import type { Command, Flag } from './command.ts';
import { json } from './json-flag.ts';
import { sharingCommands } from './sharing/sharing-commands.ts';
import { upkeepCommands } from './upkeep/upkeep-commands.ts';

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
      { name: 'questions', value: 'N', summary: { en: 'so many questions', de: 'so viele Fragen' } },
      { name: 'minutes', value: 'N', summary: { en: 'so much time', de: 'so viel Zeit' } },
      {
        name: 'extra-time',
        value: 'N',
        summary: { en: 'minutes more, named in the report', de: 'Minuten mehr, im Bericht genannt' },
      },
      objectiveFilter,
      {
        name: 'missed-in',
        value: 'N',
        summary: {
          en: 'only what the last N exams missed',
          de: 'nur, was in den letzten N Prüfungen falsch war',
        },
      },
      { name: 'unseen', summary: { en: 'only cards never seen', de: 'nur nie gesehene Karten' } },
      {
        name: 'seed',
        value: 'N',
        summary: { en: 'the paper that this number draws', de: 'die Prüfung, die diese Zahl zieht' },
      },
      { name: 'markdown', summary: { en: 'the report as Markdown', de: 'den Bericht als Markdown' } },
      json,
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
      de: 'wie reif du bist und was am meisten hilft',
    },
    flags: [{ name: 'exam', value: 'ID', summary: { en: 'only this exam', de: 'nur diese Prüfung' } }, json],
    example: 'kartei ready --exam lpic1-102.6',
    load: () => import('./exams/ready.ts'),
  },
  {
    name: 'plan',
    operands: '',
    summary: { en: 'study towards the date of an exam', de: 'auf das Datum einer Prüfung hin lernen' },
    flags: [
      { name: 'exam', value: 'ID', summary: { en: 'which exam', de: 'welche Prüfung' } },
      {
        name: 'date',
        value: 'YYYY-MM-DD',
        summary: { en: 'its date; "none" takes it back', de: 'ihr Datum; „none“ nimmt es zurück' },
      },
      {
        name: 'simulate',
        summary: {
          en: 'compare ways to study on your own cards',
          de: 'Lernwege an deinen Karten vergleichen',
        },
      },
      json,
    ],
    example: 'kartei plan --exam lpic1-102.6 --date 2027-03-01',
    load: () => import('./exams/plan.ts'),
  },
  {
    name: 'due',
    operands: '',
    summary: { en: 'what is due, by deck', de: 'was fällig ist, nach Stapeln' },
    flags: [deckFilter, json],
    example: 'kartei due --json',
    load: () => import('./studying/due.ts'),
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
    load: () => import('./studying/list.ts'),
  },
  {
    name: 'history',
    operands: 'CARD',
    summary: { en: 'every answer to a card', de: 'jede Antwort auf eine Karte' },
    flags: [json],
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
    flags: [json],
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
