import type { Command } from '../command.ts';
import { flag, json } from '../flags.ts';

/** The commands that speak with other places: collections from Git, and the progress of other machines. */
export const sharingCommands: readonly Command[] = [
  {
    name: 'add',
    operands: 'URL|PATH',
    summary: { en: 'add a collection of decks', de: 'eine Sammlung von Stapeln hinzufügen' },
    details: {
      en: 'A Git repository (https://…, ssh://…, user@host:path or a path) is fetched and can be studied offline from then on. A plain folder is opened where it is.',
      de: 'Ein Git-Repository (https://…, ssh://…, benutzer@host:pfad oder ein Pfad) wird geholt und lässt sich von da an ohne Netz lernen. Ein einfacher Ordner wird dort geöffnet, wo er liegt.',
    },
    flags: [
      flag('name NAME', 'what to call it', 'wie sie heißen soll'),
      flag('branch BRANCH', 'another branch than the main one', 'ein anderer Branch als der Hauptzweig'),
    ],
    example: 'kartei add https://github.com/someone/decks',
    completes: 'files',
    load: () => import('./add.ts'),
  },
  {
    name: 'update',
    operands: '[NAME…]',
    summary: {
      en: 'fetch what is new in added collections',
      de: 'holen, was es in hinzugefügten Sammlungen Neues gibt',
    },
    details: {
      en: 'Names the cards that are new, changed and gone. Progress is kept, also of edited and of gone cards.',
      de: 'Nennt die Karten, die neu, geändert und entfallen sind. Der Fortschritt bleibt, auch der von geänderten und entfallenen Karten.',
    },
    flags: [
      json(
        'collections: [{ name, outcome, why, collection',
        '  added, changed, gone: [{ deck, card, prompt }] }]',
      ),
    ],
    example: 'kartei update',
    completes: 'collections',
    load: () => import('./update.ts'),
  },
  {
    name: 'remove',
    operands: 'NAME…',
    summary: {
      en: 'take a collection off the list; progress stays',
      de: 'eine Sammlung herausnehmen; der Fortschritt bleibt',
    },
    flags: [],
    example: 'kartei remove decks',
    completes: 'collections',
    load: () => import('./remove.ts'),
  },
  {
    name: 'collections',
    operands: '',
    summary: {
      en: 'list collections and where they come from',
      de: 'Sammlungen auflisten und woher sie kommen',
    },
    flags: [json('collections: [{ name, kind, collection, path, url, decks, cards }]')],
    example: 'kartei collections',
    load: () => import('./collections.ts'),
  },
  {
    name: 'sync',
    operands: '',
    summary: {
      en: 'bring the progress of several machines together',
      de: 'den Fortschritt mehrerer Rechner zusammenbringen',
    },
    details: {
      en: 'Through a Git repository of your own: commit, fetch, merge, push. Nothing is ever lost or counted twice, in whatever order machines meet. The first time, on each machine: kartei sync --init URL.',
      de: 'Über ein eigenes Git-Repository: commit, fetch, merge, push. Nichts geht verloren oder zählt doppelt, in welcher Reihenfolge sich Rechner auch treffen. Beim ersten Mal auf jedem Rechner: kartei sync --init URL.',
    },
    flags: [
      flag(
        'init URL|PATH',
        'the repository to use from now on, empty or of another machine',
        'das Repository, das von nun an dient, leer oder von einem anderen Rechner',
      ),
      json('common, here, there, total'),
    ],
    example: 'kartei sync --init git@example.org:me/progress.git',
    load: () => import('./sync.ts'),
  },
];
