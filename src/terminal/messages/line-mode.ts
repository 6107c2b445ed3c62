import { type Shown, shown as t } from '../../core/text/shown.ts';
import type { Language, Messages } from './messages.ts';

const en = {
  /** Spans in whole words, for they are read aloud. */
  span: {
    minutes: (n) => (n === 1 ? t`1 minute` : t`${n} minutes`),
    hours: (n) => (n === 1 ? t`1 hour` : t`${n} hours`),
    days: (n) => (n === 1 ? t`1 day` : t`${n} days`),
    months: (n) => t`${n} months`,
    years: (n) => t`${n} years`,
  } satisfies Messages['span'] as Messages['span'],
  start: (cards: Shown, minutes: Shown) =>
    t`${cards}, about ${minutes}. An action begins with a colon: :? lists them, :q leaves.`,
  place: (place: Shown, title: Shown) => t`${place}. ${title}.`,
  howRecall: t`An empty line shows the answer.`,
  howOne: (last: Shown) => t`Answer with a letter, a to ${last}.`,
  howSeveral: (wanted: number, last: Shown) => t`Answer with ${wanted} letters of a to ${last}, such as: a c`,
  howOrder: (example: Shown) => t`Answer with the numbers in the right order, such as: ${example}`,
  howTyped: t`Type the answer. Two empty lines in a row: don't know.`,
  howTypedOf: (i: number, n: number) => t`Type answer ${i} of ${n}, one a line.`,
  rate: (list: Shown, suggested: number) => t`Rate: ${list}. An empty line takes ${suggested}.`,
  marks: {
    right: t`right`,
    wrong: t`wrong`,
    rightChosen: t`right, chosen`,
    wrongChosen: t`wrong, chosen`,
  },
  alsoRight: (list: Shown) => t`also right: ${list}`,
  rightOrder: t`The right order:`,
  placedAt: (n: number) => t`you had it at ${n}`,
  saved: (rating: Shown) => t`Saved: ${rating}.`,
  savedUntil: (rating: Shown, interval: Shown) => t`Saved: ${rating}, again in ${interval}.`,
  savedAgain: t`Saved now.`,
  unsaved: t`:r tries again to save, :q leaves. Nothing else can be answered until it is saved.`,
  actions: t`Actions, each on a line of its own:`,
  thisList: t`this list`,
  answerWord: t`ANSWER`,
  textWord: t`TEXT`,
  literalColon: t`On a typed card an answer that begins with an action is written with two colons: ::q`,
  noSuchAction: (word: Shown) => t`There is no action ${word}. :? lists them.`,
  takesNothing: (word: Shown) =>
    t`${word} stands alone on its line. An answer that begins so is written :${word}`,
  guessWants: t`:w stands before the answer that you guess, such as: :w a`,
  guessNotHere: t`Here you judge yourself, so there is nothing to guess.`,
  guessLast: t`:w stands before the last of the answers.`,
  noOption: (text: Shown, last: Shown) => t`"${text}" is no answer here: the options are a to ${last}.`,
  tooMany: (chosen: number, wanted: number) =>
    wanted === 1
      ? t`Only one can be chosen, and there are ${chosen}.`
      : t`Only ${wanted} can be chosen, and there are ${chosen}.`,
  emptyAnswer: t`An empty line is no answer here; :x if you don't know.`,
  noOrder: (text: Shown, count: number) =>
    t`"${text}" is no order: write each of the numbers 1 to ${count} once.`,
  noRating: (text: Shown) => t`"${text}" is no rating.`,
  tooLong: (most: number) => t`That line is longer than ${most} characters and was not taken.`,
  editorNeedsTerminal: t`The editor needs a terminal, and this is none.`,
  limitReached: (limit: number, unseen: number) =>
    t`Today's limit of ${limit} new cards is reached; ${unseen} of these were never seen. kartei config set newPerDay ${limit + 10} raises it, kartei drill --unseen asks them all the same.`,
  ahead: t`kartei study --ahead studies ahead.`,
  instead: t`kartei drill asks without a schedule, kartei due shows what comes.`,
};

export type LineMessages = typeof en;

const de: LineMessages = {
  span: {
    minutes: (n) => (n === 1 ? t`1 Minute` : t`${n} Minuten`),
    hours: (n) => (n === 1 ? t`1 Stunde` : t`${n} Stunden`),
    days: (n) => (n === 1 ? t`1 Tag` : t`${n} Tage`),
    months: (n) => t`${n} Monate`,
    years: (n) => t`${n} Jahre`,
  },
  start: (cards, minutes) =>
    t`${cards}, etwa ${minutes}. Eine Aktion beginnt mit einem Doppelpunkt: :? zeigt alle, :q geht.`,
  place: (place, title) => t`${place}. ${title}.`,
  howRecall: t`Eine leere Zeile zeigt die Antwort.`,
  howOne: (last) => t`Antworte mit einem Buchstaben, a bis ${last}.`,
  howSeveral: (wanted, last) => t`Antworte mit ${wanted} Buchstaben von a bis ${last}, etwa: a c`,
  howOrder: (example) => t`Antworte mit den Nummern in der richtigen Reihenfolge, etwa: ${example}`,
  howTyped: t`Schreib die Antwort. Zwei leere Zeilen nacheinander: weiß ich nicht.`,
  howTypedOf: (i, n) => t`Schreib Antwort ${i} von ${n}, jede auf ihre Zeile.`,
  rate: (list, suggested) => t`Bewerte: ${list}. Eine leere Zeile nimmt ${suggested}.`,
  marks: {
    right: t`richtig`,
    wrong: t`falsch`,
    rightChosen: t`richtig, gewählt`,
    wrongChosen: t`falsch, gewählt`,
  },
  alsoRight: (list) => t`auch richtig: ${list}`,
  rightOrder: t`Die richtige Reihenfolge:`,
  placedAt: (n) => t`bei dir an Stelle ${n}`,
  saved: (rating) => t`Gespeichert: ${rating}.`,
  savedUntil: (rating, interval) => t`Gespeichert: ${rating}, Abstand ${interval}.`,
  savedAgain: t`Jetzt gespeichert.`,
  unsaved: t`:r versucht erneut zu speichern, :q geht. Bis dahin lässt sich nichts weiter beantworten.`,
  actions: t`Aktionen, jede auf einer eigenen Zeile:`,
  thisList: t`diese Liste`,
  answerWord: t`ANTWORT`,
  textWord: t`TEXT`,
  literalColon: t`Bei einer Eingabe beginnt eine Antwort, die wie eine Aktion aussieht, mit zwei Doppelpunkten: ::q`,
  noSuchAction: (word) => t`Die Aktion ${word} gibt es nicht. :? zeigt alle.`,
  takesNothing: (word) =>
    t`${word} steht allein auf der Zeile. Eine Antwort, die so beginnt, schreibt man :${word}`,
  guessWants: t`:w steht vor der geratenen Antwort, etwa: :w a`,
  guessNotHere: t`Hier urteilst du selbst, da gibt es nichts zu raten.`,
  guessLast: t`:w steht vor der letzten der Antworten.`,
  noOption: (text, last) => t`„${text}“ ist hier keine Antwort: Zur Wahl steht a bis ${last}.`,
  tooMany: (chosen, wanted) =>
    wanted === 1
      ? t`Nur eine ist erlaubt, und das sind ${chosen}.`
      : t`Nur ${wanted} sind erlaubt, und das sind ${chosen}.`,
  emptyAnswer: t`Eine leere Zeile ist hier keine Antwort; :x, wenn du es nicht weißt.`,
  noOrder: (text, count) =>
    t`„${text}“ ist keine Reihenfolge: Schreib jede der Nummern 1 bis ${count} einmal.`,
  noRating: (text) => t`„${text}“ ist keine Bewertung.`,
  tooLong: (most) => t`Diese Zeile ist länger als ${most} Zeichen und wurde nicht genommen.`,
  editorNeedsTerminal: t`Der Editor braucht ein Terminal, und hier ist keines.`,
  limitReached: (limit, unseen) =>
    t`Die Grenze von ${limit} neuen Karten am Tag ist erreicht; ${unseen} von diesen hast du noch nie gesehen. kartei config set newPerDay ${limit + 10} erhöht sie, kartei drill --unseen fragt sie trotzdem ab.`,
  ahead: t`kartei study --ahead lernt voraus.`,
  instead: t`kartei drill fragt ohne Zeitplan, kartei due zeigt, was kommt.`,
};

/** The sentences of line mode that no screen has. */
export const lineMessages: Readonly<Record<Language, LineMessages>> = { en, de };
