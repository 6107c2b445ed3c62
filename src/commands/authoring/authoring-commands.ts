import type { Command } from '../command.ts';
import { flag, json } from '../flags.ts';

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
      flag('title TEXT', 'its title', 'der Titel'),
      flag('id ID', 'its id', 'die ID'),
      flag('deck-lang TAG', 'the language of its cards', 'die Sprache der Karten'),
      flag('objective CODE', 'the exam objective it serves', 'das Lernziel, dem er dient'),
      flag('license NAME', 'its licence', 'die Lizenz'),
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
    flags: [flag('name NAME', 'the name of the collection', 'der Name der Sammlung')],
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
        ...flag(
          'format text|json|github|sarif|junit',
          'how problems are printed',
          'wie Fehler ausgegeben werden',
        ),
        shape: [
          'errors, warnings, decks, cards',
          'problems: [{ severity, rule, path, line, column, message, hint }]',
        ],
      },
      flag('strict', 'exit status 1 on warnings too', 'Exit-Status 1 auch bei Warnungen'),
      flag(
        'explain RULE',
        'what a rule wants; "all" for the list',
        'was eine Regel will; „all“ für die Liste',
      ),
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
      flag(
        'check',
        'only say what is not canonical; exit status 1',
        'nur sagen, was nicht kanonisch ist; Exit-Status 1',
      ),
      flag(
        'ids',
        'write ids for cards without one, in translations too',
        'Karten ohne ID eine geben, auch in Übersetzungen',
      ),
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
    flags: [flag('watch', 'show them again after each save', 'nach jedem Speichern neu zeigen')],
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
      flag('markdown', 'as Markdown for a pull request', 'als Markdown für einen Pull Request'),
      json('changes: [{ kind, path, line, card, prompt, before, after, only: [] }]'),
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
      de: 'Führt die Blöcke console verify aus; ohne Namen die der Stapel im aktuellen Ordner. Jeder beginnt in einem eigenen leeren Heimatverzeichnis, ohne Netz und ohne deine Dateien (bwrap oder unshare). Nichts sonst in kartei führt Befehle aus Stapeln aus. Exit-Status 1, wenn etwas abweicht, 3 ohne Abschirmung.',
    },
    flags: [
      flag('timeout SECONDS', 'time for one block (10)', 'Zeit für einen Block (10)'),
      flag('jobs N', 'blocks at the same time', 'Blöcke zur gleichen Zeit'),
      flag('at-least N', 'exit status 1 if fewer pass', 'Exit-Status 1, wenn weniger bestehen'),
      flag('unsafe', 'also where nothing shuts them off', 'auch, wo nichts sie abschirmt'),
      json(
        'sandbox, passed, failed, skipped',
        'blocks: [{ places: [{ path, line }], outcome, missing: [], message',
        '  differences: [{ line, command, reason, comparison: [] }], problems: [{ line, message, hint }] }]',
      ),
    ],
    example: 'kartei verify decks',
    completes: 'decks',
    load: () => import('./verify.ts'),
  },
];
