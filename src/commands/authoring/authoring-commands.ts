import type { Command } from '../command.ts';
import { json } from '../json-flag.ts';

/** The commands for those who write decks, in the order of the help page. */
export const authoringCommands: readonly Command[] = [
  {
    name: 'new',
    operands: '[NAME]',
    summary: { en: 'write a first deck', de: 'einen ersten Stapel schreiben' },
    details: {
      en: 'Asks a few questions on a terminal; a flag answers its question beforehand. Never overwrites a file.',
      de: 'Stellt im Terminal einige Fragen; ein Flag beantwortet die seine vorab. Überschreibt nie eine Datei.',
    },
    flags: [
      {
        name: 'title',
        value: 'TEXT',
        summary: { en: 'its title', de: 'der Titel' },
      },
      {
        name: 'id',
        value: 'ID',
        summary: { en: 'its id', de: 'die ID' },
      },
      {
        name: 'deck-lang',
        value: 'TAG',
        summary: { en: 'the language of its cards', de: 'die Sprache der Karten' },
      },
      {
        name: 'objective',
        value: 'CODE',
        summary: { en: 'the exam objective it serves', de: 'das Lernziel, dem er dient' },
      },
      {
        name: 'license',
        value: 'NAME',
        summary: { en: 'its licence', de: 'die Lizenz' },
      },
    ],
    example: 'kartei new shell-basics --title "Shell basics"',
    load: () => import('./new.ts'),
  },
  {
    name: 'init',
    operands: '[FOLDER]',
    summary: { en: 'make a folder a collection for Git', de: 'einen Ordner zur Sammlung für Git machen' },
    details: {
      en: 'Writes .kartei.yaml, a README, settings for Git and pre-commit, workflows and a JSON Schema. Never overwrites a file.',
      de: 'Schreibt .kartei.yaml, eine README, Einstellungen für Git und pre-commit, Workflows und ein JSON Schema. Überschreibt nie eine Datei.',
    },
    flags: [
      {
        name: 'name',
        value: 'NAME',
        summary: { en: 'the name of the collection', de: 'der Name der Sammlung' },
      },
    ],
    example: 'kartei init --name biology',
    completes: 'files',
    load: () => import('./init.ts'),
  },
  {
    name: 'lint',
    operands: '[PATH…]',
    summary: { en: 'check decks, all problems in one run', de: 'Stapel prüfen, alle Fehler in einem Lauf' },
    details: {
      en: 'Checks the collections that the paths lie in and prints what lies within them; without a path, the current folder. Exit status 1 when there is an error.',
      de: 'Prüft die Sammlungen, in denen die Pfade liegen, und gibt aus, was in ihnen liegt; ohne Pfad der aktuelle Ordner. Exit-Status 1 bei Fehlern.',
    },
    flags: [
      {
        name: 'format',
        value: 'text|json|github|sarif|junit',
        summary: { en: 'how problems are printed', de: 'wie Fehler ausgegeben werden' },
      },
      {
        name: 'strict',
        summary: { en: 'exit status 1 on warnings too', de: 'Exit-Status 1 auch bei Warnungen' },
      },
      {
        name: 'explain',
        value: 'RULE',
        summary: {
          en: 'what a rule wants; "all" for the list',
          de: 'was eine Regel will; „all“ für die Liste',
        },
      },
    ],
    example: 'kartei lint decks --strict',
    completes: 'files',
    load: () => import('./lint.ts'),
  },
  {
    name: 'fmt',
    operands: '[PATH…]',
    summary: { en: 'write decks in canonical form', de: 'Stapel in kanonischer Form schreiben' },
    details: {
      en: 'Never changes what a deck says; a file with errors is left as it is. Without a path: the current folder.',
      de: 'Ändert nie, was ein Stapel sagt; eine Datei mit Fehlern bleibt, wie sie ist. Ohne Pfad: der aktuelle Ordner.',
    },
    flags: [
      {
        name: 'check',
        summary: {
          en: 'only say what is not canonical; exit status 1',
          de: 'nur sagen, was nicht kanonisch ist; Exit-Status 1',
        },
      },
      {
        name: 'ids',
        summary: {
          en: 'write ids for cards without one, in translations too',
          de: 'Karten ohne ID eine geben, auch in Übersetzungen',
        },
      },
    ],
    example: 'kartei fmt --check decks',
    completes: 'files',
    load: () => import('./fmt.ts'),
  },
  {
    name: 'preview',
    operands: 'FILE',
    summary: {
      en: 'show the cards of a file as they will be asked',
      de: 'die Karten einer Datei zeigen, wie sie gefragt werden',
    },
    flags: [
      {
        name: 'watch',
        summary: { en: 'show them again after each save', de: 'nach jedem Speichern neu zeigen' },
      },
    ],
    example: 'kartei preview deck.md --watch',
    completes: 'files',
    load: () => import('./preview.ts'),
  },
  {
    name: 'diff',
    operands: '[REV [REV]]',
    summary: {
      en: 'which cards changed since a commit',
      de: 'welche Karten sich seit einem Commit änderten',
    },
    details: {
      en: 'Compares the work tree with a commit (HEAD), or two commits: key changed, wording, attributes, new, gone.',
      de: 'Vergleicht den Arbeitsordner mit einem Commit (HEAD) oder zwei Commits: Lösung, Wortlaut, Attribute, neu, entfernt.',
    },
    flags: [
      {
        name: 'markdown',
        summary: { en: 'as Markdown for a pull request', de: 'als Markdown für einen Pull Request' },
      },
      json,
    ],
    example: 'kartei diff origin/main --markdown',
    load: () => import('./diff.ts'),
  },
  {
    name: 'verify',
    operands: '[DECK…|PATH…]',
    summary: {
      en: 'run the examples of decks and compare',
      de: 'die Beispiele von Stapeln ausführen und vergleichen',
    },
    details: {
      en: 'Runs the console verify blocks; without a name, of the decks in the current folder. Each starts in an empty home of its own, without network and without your files (bwrap or unshare). Nothing else in kartei runs a command out of a deck. Exit status 1 when something differs, 3 when there is no sandbox.',
      de: 'Führt die Blöcke console verify aus; ohne Namen die der Stapel im aktuellen Ordner. Jeder beginnt in einem eigenen leeren Heimatverzeichnis, ohne Netz und ohne Ihre Dateien (bwrap oder unshare). Nichts sonst in kartei führt Befehle aus Stapeln aus. Exit-Status 1, wenn etwas abweicht, 3 ohne Abschirmung.',
    },
    flags: [
      {
        name: 'timeout',
        value: 'SECONDS',
        summary: { en: 'time for one block (10)', de: 'Zeit für einen Block (10)' },
      },
      {
        name: 'jobs',
        value: 'N',
        summary: { en: 'blocks at the same time', de: 'Blöcke zur gleichen Zeit' },
      },
      {
        name: 'at-least',
        value: 'N',
        summary: { en: 'exit status 1 if fewer pass', de: 'Exit-Status 1, wenn weniger bestehen' },
      },
      {
        name: 'unsafe',
        summary: { en: 'also where nothing shuts them off', de: 'auch, wo nichts sie abschirmt' },
      },
      json,
    ],
    example: 'kartei verify decks',
    completes: 'decks',
    load: () => import('./verify.ts'),
  },
];
