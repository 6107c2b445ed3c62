import { type Shown, shown as t } from '../../core/text/shown.ts';
import type { Language } from './messages.ts';

/** Digits in groups of three. */
const grouped = (n: number, separator: string): Shown =>
  String(n).replace(/\B(?=(?:\d{3})+$)/gu, separator) as Shown;

const en = {
  cards: (n: number) => (n === 1 ? t`1 card` : t`${n} cards`),
  notAnAddress: (text: Shown) => t`"${text}" is no address of a repository and no path.`,
  addresses: t`Write https://…, ssh://…, user@host:path, or a path such as ./decks.`,
  notThere: (path: Shown) => t`There is no folder ${path}.`,
  badName: (name: Shown) => t`A collection cannot be called "${name}".`,
  nameHint: t`Give it a name of letters, digits, dots and dashes: --name NAME`,
  badBranch: (name: Shown) => t`A branch cannot be called "${name}".`,
  nameTaken: (name: Shown, place: Shown) => t`There is already a collection "${name}" in ${place}.`,
  takenHint: (name: Shown) => t`Choose another name with --name, or take it off first: kartei remove ${name}`,
  sameCollection: (name: Shown, one: Shown, other: Shown) =>
    t`Two places hold the collection "${name}": ${one} and ${other}.`,
  sameHint: t`Only one of them can be open, for they share their progress.`,
  noDecks: t`There is no deck in it; it was not added.`,
  noDecksHint: t`A deck is a Markdown file whose front matter has the key deck.`,
  added: (name: Shown, decks: number, cards: number) =>
    t`Added ${name}: ${decks === 1 ? t`1 deck` : t`${decks} decks`}, ${cards === 1 ? t`1 card` : t`${cards} cards`}.`,
  noFolder: (path: Shown, code: Shown) => t`The folder for added decks ${path} cannot be made (${code}).`,
  noFolderHint: t`Choose a folder of yours for the data: export XDG_DATA_HOME=FOLDER`,
  inPlace: (path: Shown) => t`It is opened where it is, in ${path}.`,
  noSuch: (name: Shown) => t`No collection is called "${name}".`,
  seeCollections: t`kartei collections lists them.`,
  none: t`No collections were added. kartei add URL fetches one.`,
  removed: (name: Shown) => t`${name} is removed. Its progress is kept and comes back with it.`,
  upToDate: (name: Shown) => t`${name}: nothing new.`,
  updatedWithout: (name: Shown) => t`${name}: updated, no card changed.`,
  updated: (name: Shown, added: number, changed: number, gone: number) =>
    t`${name}: ${added} new ${added === 1 ? t`card` : t`cards`}, ${changed} changed, ${gone} gone.`,
  renamed: (before: Shown, after: Shown) =>
    t`Its authors renamed it from "${before}" to "${after}": its cards begin anew. What was learned is kept under "${before}".`,
  marks: { added: t`new`, changed: t`changed`, gone: t`gone` },
  andMore: (n: number) => t`… and ${n} more`,
  unreachable: (name: Shown) => t`${name}: cannot be fetched; what is here stays and can be studied.`,
  openedInPlace: (name: Shown, path: Shown) => t`${name}: opened in ${path}, nothing to fetch.`,
  shipped: t`shipped with kartei`,
  elsewhere: (name: Shown, now: Shown, before: Shown) =>
    t`The collection ${name} is now in ${now}, before in ${before}.`,
  noRemote: t`The progress is not synchronized with a repository yet.`,
  noRemoteHint: t`Make an empty private repository and name it once: kartei sync --init git@host:you/progress.git`,
  synced: (common: number, here: number, there: number, total: number) =>
    t`${grouped(common, ',')} + ${grouped(here, ',')} here + ${grouped(there, ',')} there = ${grouped(total, ',')} ${total === 1 ? t`event` : t`events`}`,
  inStep: (n: number) => t`Nothing new here or there: ${grouped(n, ',')} events on both sides.`,
  alreadySyncing: t`Another sync of this progress is running.`,
  alreadySyncingHint: t`Let it end, then look whether anything is left: kartei sync`,
  countWrong: t`After the merge events are missing; nothing was sent.`,
  countWrongHint: t`Nothing was deleted: kartei doctor looks through the progress. Please report this as a bug.`,
  diskFailed: (folder: Shown, why: Shown) => t`The progress in ${folder} cannot be read or written: ${why}`,
  diskFailedHint: t`Nothing that was recorded is lost. See that there is room and the folder is yours, then sync again.`,
  offered: t`The folder decks is open for this run; kartei add ./decks keeps it.`,
};

export type SharingMessages = typeof en;

const de: SharingMessages = {
  cards: (n) => (n === 1 ? t`1 Karte` : t`${n} Karten`),
  notAnAddress: (text) => t`„${text}“ ist weder die Adresse eines Repositorys noch ein Pfad.`,
  addresses: t`Schreibe https://…, ssh://…, benutzer@host:pfad oder einen Pfad wie ./decks.`,
  notThere: (path) => t`Es gibt keinen Ordner ${path}.`,
  badName: (name) => t`Eine Sammlung kann nicht „${name}“ heißen.`,
  nameHint: t`Gib ihr einen Namen aus Buchstaben, Ziffern, Punkten und Strichen: --name NAME`,
  badBranch: (name) => t`Ein Branch kann nicht „${name}“ heißen.`,
  nameTaken: (name, place) => t`Eine Sammlung „${name}“ gibt es schon, in ${place}.`,
  takenHint: (name) =>
    t`Wähle mit --name einen anderen Namen oder nimm sie zuerst heraus: kartei remove ${name}`,
  sameCollection: (name, one, other) => t`Die Sammlung „${name}“ liegt an zwei Orten: ${one} und ${other}.`,
  sameHint: t`Nur einer davon kann offen sein, denn sie teilen ihren Fortschritt.`,
  noDecks: t`Darin liegt kein Stapel; sie wurde nicht hinzugefügt.`,
  noDecksHint: t`Ein Stapel ist eine Markdown-Datei, deren Kopf den Schlüssel deck hat.`,
  added: (name, decks, cards) =>
    t`${name} hinzugefügt: ${decks === 1 ? t`1 Stapel` : t`${decks} Stapel`}, ${cards === 1 ? t`1 Karte` : t`${cards} Karten`}.`,
  noFolder: (path, code) =>
    t`Der Ordner ${path} für hinzugefügte Stapel kann nicht angelegt werden (${code}).`,
  noFolderHint: t`Wähle für die Daten einen eigenen Ordner: export XDG_DATA_HOME=ORDNER`,
  inPlace: (path) => t`Sie wird dort geöffnet, wo sie liegt, in ${path}.`,
  noSuch: (name) => t`Keine Sammlung heißt „${name}“.`,
  seeCollections: t`kartei collections listet sie auf.`,
  none: t`Es wurden keine Sammlungen hinzugefügt. kartei add URL holt eine.`,
  removed: (name) => t`${name} ist entfernt. Der Fortschritt bleibt und kommt mit ihr wieder.`,
  upToDate: (name) => t`${name}: nichts Neues.`,
  updatedWithout: (name) => t`${name}: aktualisiert, keine Karte geändert.`,
  updated: (name, added, changed, gone) =>
    t`${name}: ${added} neue ${added === 1 ? t`Karte` : t`Karten`}, ${changed} geändert, ${gone} entfallen.`,
  renamed: (before, after) =>
    t`Die Sammlung heißt jetzt „${after}“ statt „${before}“: Ihre Karten beginnen von vorn. Das Gelernte bleibt unter „${before}“ erhalten.`,
  marks: { added: t`neu`, changed: t`geändert`, gone: t`entfallen` },
  andMore: (n) => t`… und ${n} weitere`,
  unreachable: (name) => t`${name}: nicht erreichbar; was hier ist, bleibt und lässt sich lernen.`,
  openedInPlace: (name, path) => t`${name}: wird in ${path} geöffnet, nichts zu holen.`,
  shipped: t`mit kartei geliefert`,
  elsewhere: (name, now, before) => t`Die Sammlung ${name} liegt jetzt in ${now}, vorher in ${before}.`,
  noRemote: t`Der Fortschritt wird noch mit keinem Repository abgeglichen.`,
  noRemoteHint: t`Lege ein leeres privates Repository an und nenne es einmal: kartei sync --init git@host:du/progress.git`,
  synced: (common, here, there, total) =>
    t`${grouped(common, '.')} + ${grouped(here, '.')} von hier + ${grouped(there, '.')} von dort = ${grouped(total, '.')} ${total === 1 ? t`Ereignis` : t`Ereignisse`}`,
  inStep: (n) => t`Nichts Neues hier oder dort: ${grouped(n, '.')} Ereignisse auf beiden Seiten.`,
  countWrong: t`Nach dem Zusammenführen fehlen Ereignisse; es wurde nichts gesendet.`,
  countWrongHint: t`Es wurde nichts gelöscht: kartei doctor sieht den Fortschritt durch. Bitte melde das als Fehler.`,
  diskFailed: (folder: Shown, why: Shown) =>
    t`Der Fortschritt in ${folder} ist nicht les- oder schreibbar: ${why}`,
  alreadySyncing: t`Dieser Fortschritt wird gerade schon abgeglichen.`,
  alreadySyncingHint: t`Warte, bis das fertig ist, und sieh dann nach, ob etwas übrig ist: kartei sync`,
  diskFailedHint: t`Nichts Aufgezeichnetes ist verloren. Sorge für Platz und Schreibrecht, dann gleiche noch einmal ab.`,
  offered: t`Der Ordner decks ist für diesmal offen; kartei add ./decks behält ihn.`,
};

/** What adding, updating and synchronizing says. */
export const sharing: Readonly<Record<Language, SharingMessages>> = { en, de };
