import { type Shown, shown as t } from '../../core/text/shown.ts';
import type { Language } from './messages.ts';

const en = {
  notThere: (path: Shown) => t`There is no file or folder ${path}.`,
  severities: { error: t`error`, warning: t`warning` },
  lint: {
    clean: (decks: number, cards: number) =>
      t`No problems in ${count(decks, t`deck`, t`decks`)} with ${count(cards, t`card`, t`cards`)}.`,
    found: (errors: number, warnings: number, decks: number) =>
      t`${count(errors, t`error`, t`errors`)}, ${count(warnings, t`warning`, t`warnings`)} in ${count(decks, t`deck`, t`decks`)}.`,
    noDecks: t`No deck found here. A deck is a Markdown file whose front matter has the key deck.`,
    explainHow: (rule: Shown) => t`kartei lint --explain ${rule}`,
    unknownFormat: (format: Shown) => t`There is no format ${format}.`,
    formats: (list: Shown) => t`The formats are ${list}.`,
    unknownRule: (rule: Shown) => t`There is no rule ${rule}.`,
    reading: t`reading`,
  },
};

export type AuthoringMessages = typeof en;

const de: AuthoringMessages = {
  notThere: (path) => t`Es gibt keine Datei und keinen Ordner ${path}.`,
  severities: { error: t`Fehler`, warning: t`Warnung` },
  lint: {
    clean: (decks, cards) =>
      t`Keine Beanstandungen in ${count(decks, t`Stapel`, t`Stapeln`)} mit ${count(cards, t`Karte`, t`Karten`)}.`,
    found: (errors, warnings, decks) =>
      t`${errors} Fehler, ${count(warnings, t`Warnung`, t`Warnungen`)} in ${count(decks, t`Stapel`, t`Stapeln`)}.`,
    noDecks: t`Hier ist kein Stapel. Ein Stapel ist eine Markdown-Datei, deren Vorspann den Schlüssel deck hat.`,
    explainHow: (rule) => t`kartei lint --explain ${rule}`,
    unknownFormat: (format) => t`Das Format ${format} gibt es nicht.`,
    formats: (list) => t`Die Formate sind ${list}.`,
    unknownRule: (rule) => t`Die Regel ${rule} gibt es nicht.`,
    reading: t`lese`,
  },
};

function count(n: number, one: Shown, many: Shown): Shown {
  return t`${n} ${n === 1 ? one : many}`;
}

/** The sentences of the commands for those who write decks. */
export const authoring: Readonly<Record<Language, AuthoringMessages>> = { en, de };
