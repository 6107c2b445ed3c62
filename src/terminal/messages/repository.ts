import type { ChangeKind } from '../../core/session/compare-decks.ts';
import { type Shown, shown as t } from '../../core/text/shown.ts';
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
};

/** The sentences of the commands for repositories of decks. */
export const repositoryMessages: Readonly<Record<Language, RepositoryMessages>> = { en, de };
