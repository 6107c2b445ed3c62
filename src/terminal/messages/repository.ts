import type { ChangeKind } from '../../core/session/compare-decks.ts';
import { joinShown, type Shown, shown as t } from '../../core/text/shown.ts';
import type { Language } from './messages.ts';

const en = {
  diff: {
    noRepository: t`This is no Git repository.`,
    tooMany: t`kartei diff [REV [REV]]`,
    none: t`No card was changed.`,
    kinds: {
      key: t`key changed`,
      wording: t`wording`,
      attributes: t`attributes`,
      new: t`new`,
      gone: t`gone`,
    } satisfies Record<ChangeKind, Shown>,
    only: (langs: Shown) => t`only in ${langs}`,
  },
  new: {
    oneName: t`Name one deck: kartei new NAME`,
    nameNeeded: t`Without a terminal, give a name or a title: kartei new NAME --title "…"`,
    exists: (path: Shown) => t`${path} is there already and stays as it is.`,
    notWritten: (path: Shown, code: Shown) => t`${path} cannot be written (${code}).`,
    written: (path: Shown) => t`${path} is written. See it with kartei preview ${path} --watch`,
    badId: (id: Shown) => t`"${id}" cannot be an id: it is made of a-z, 0-9, ".", "_", "/" and "-".`,
    questions: {
      title: t`Title?`,
      id: t`Id (it never changes)?`,
      lang: t`Language of the cards?`,
      objective: t`Code of the exam objective, if any?`,
      license: t`Licence, if any?`,
    },
  },
  init: {
    created: (path: Shown) => t`written: ${path}`,
    kept: (path: Shown) => t`there already: ${path}`,
    next: (steps: readonly Shown[]) => t`Next:\n  ${joinShown(steps, '\n  ')}`,
    badName: (name: Shown) => t`"${name}" cannot be the name of a collection.`,
    badNameHint: t`Use letters, digits, ".", "_", "/" and "-", up to 100.`,
  },
};

export type RepositoryMessages = typeof en;

const de: RepositoryMessages = {
  diff: {
    noRepository: t`Dies ist kein Git-Repository.`,
    tooMany: t`kartei diff [REV [REV]]`,
    none: t`Keine Karte wurde geändert.`,
    kinds: {
      key: t`Lösung geändert`,
      wording: t`Wortlaut`,
      attributes: t`Attribute`,
      new: t`neu`,
      gone: t`entfernt`,
    },
    only: (langs) => t`nur in ${langs}`,
  },
  new: {
    oneName: t`Einen Stapel nennen: kartei new NAME`,
    nameNeeded: t`Ohne Terminal einen Namen oder Titel angeben: kartei new NAME --title "…"`,
    exists: (path) => t`${path} gibt es schon und bleibt, wie es ist.`,
    notWritten: (path, code) => t`${path} kann nicht geschrieben werden (${code}).`,
    written: (path) => t`${path} ist geschrieben. Ansehen mit kartei preview ${path} --watch`,
    badId: (id) => t`„${id}“ kann keine ID sein: Sie besteht aus a-z, 0-9, „.“, „_“, „/“ und „-“.`,
    questions: {
      title: t`Titel?`,
      id: t`ID (sie ändert sich nie)?`,
      lang: t`Sprache der Karten?`,
      objective: t`Code des Lernziels, falls es eines gibt?`,
      license: t`Lizenz, falls es eine gibt?`,
    },
  },
  init: {
    created: (path) => t`geschrieben: ${path}`,
    kept: (path) => t`schon vorhanden: ${path}`,
    next: (steps) => t`Weiter mit:\n  ${joinShown(steps, '\n  ')}`,
    badName: (name) => t`„${name}“ kann nicht der Name einer Sammlung sein.`,
    badNameHint: t`Erlaubt sind Buchstaben, Ziffern, „.“, „_“, „/“ und „-“, bis zu 100.`,
  },
};

/** The sentences of the commands for repositories of decks. */
export const repositoryMessages: Readonly<Record<Language, RepositoryMessages>> = { en, de };
