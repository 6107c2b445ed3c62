import type { Reason, ReasonKind } from '../../core/grading/verdict.ts';
import { clean, raw, type Shown, shown as t } from '../../core/text/shown.ts';
import type { Language } from './messages.ts';

/** What a reason speaks of; empty where it speaks of the answer as a whole. */
interface Subject {
  readonly about: Shown;
  readonly expected: Shown;
  readonly meaning: Shown | undefined;
}

type Sentences = Readonly<Record<ReasonKind, (subject: Subject) => Shown>>;

const english: Sentences = {
  'other-characters': () => t`Look-alike characters were read as plain ones.`,
  'surrounding-backticks': () => t`The backticks around it were ignored.`,
  'trimmed-prompt': () => t`The prompt sign was ignored.`,
  'trimmed-sudo': () => t`sudo was ignored.`,
  'option-order': () => t`The options stand in another order; here that makes no difference.`,
  'option-spelling': () => t`The options are written differently and mean the same.`,
  'redirection-order': () => t`The redirections stand in another order; here that makes no difference.`,
  'assignment-order': () => t`The variables stand in another order; that makes no difference.`,
  'quotes-added': () => t`In quotes the shell reads it differently.`,
  'other-quotes': () => t`Quoted differently, which the shell reads the same.`,
  'other-blanks': () => t`The blanks differ.`,
  'simplified-path': () => t`The same path, written with more than it needs.`,
  'trailing-slash-left-out': () => t`Without the trailing slash it is accepted too.`,
  'letter-case-ignored': () => t`Upper and lower case were not told apart.`,
  'hyphen-or-blank-ignored': () => t`Hyphens and blanks were not told apart.`,
  'umlaut-spelling': () => t`Umlauts may be written either way.`,
  'final-mark-ignored': () => t`The final mark was ignored.`,
  'article-ignored': () => t`The article was ignored.`,
  'other-notation': () => t`The same, written differently.`,
  'decimal-comma': () => t`A decimal comma was read as a point.`,
  'within-tolerance': () => t`Near enough: the card allows a tolerance.`,
  'other-case': () => t`Other case: Linux tells A from a.`,
  'one-edit-away': () => t`One character is different.`,
  'sudo-given': () => t`Only the command is wanted, without sudo.`,
  'sudo-missing': () => t`The answer runs with sudo.`,
  'dash-missing': () => t`The dash is missing.`,
  'surplus-dash': () => t`There is a dash too many.`,
  'no-leading-slash': () => t`The leading slash is missing: this path would be relative.`,
  'base-name-only': () => t`Only the name is given; the full path is wanted.`,
  'trailing-slash-added': () => t`A trailing slash names a directory; this is none.`,
  'letter-for-digit': () => t`There is a letter in place of a digit.`,
  'thousands-marks': () => t`Write the number without marks for thousands.`,
  'unclosed-quote': () => t`Unclosed quote: the shell would wait for more.`,
  incomplete: () => t`The command line ends too early.`,
  'quotes-missing': () => t`Quotes are missing.`,
  'other-option-order': () => t`The words are right, their order is not.`,
  'too-long': () => t`The answer is too long to be compared.`,
  'path-given': ({ about }) => t`Only the command's name is wanted, without its path (${about}).`,
  'arguments-given': ({ about }) => t`Only the command's name is wanted, without "${about}".`,
  'value-added': ({ about }) => t`Only the option is wanted, without "${about}".`,
  'surplus-option': ({ about }) => t`${about} does not belong there.`,
  'missing-option': ({ expected }) => t`${expected} is missing.`,
  'full-path': ({ about, expected }) => t`${about} is ${expected} by its usual path.`,
  'same-command': ({ about, expected }) => t`${about} is another name of ${expected}.`,
  'typo-accepted': ({ expected }) => t`Taken as "${expected}", with a slip of one letter.`,
  'option-case': ({ about, expected }) => t`Other case: ${about} is not ${expected}.`,
  unquoted: ({ expected }) => t`Without quotes the shell would change ${expected}.`,
  quoted: ({ about }) => t`In quotes the shell leaves ${about} as it is.`,
  'other-option': ({ about, meaning }) =>
    meaning === undefined ? t`${about} is another option.` : t`${about} is another option (${meaning}).`,
};

const german: Sentences = {
  'other-characters': () => t`Ähnlich aussehende Zeichen wurden als gewöhnliche gelesen.`,
  'surrounding-backticks': () => t`Die Backticks außen herum zählen nicht.`,
  'trimmed-prompt': () => t`Das Promptzeichen zählt nicht.`,
  'trimmed-sudo': () => t`sudo zählt hier nicht.`,
  'option-order': () => t`Die Optionen stehen anders, was hier gleichgültig ist.`,
  'option-spelling': () => t`Die Optionen sind anders geschrieben und bedeuten dasselbe.`,
  'redirection-order': () => t`Die Umleitungen stehen anders, was hier gleichgültig ist.`,
  'assignment-order': () => t`Die Variablen stehen anders, was gleichgültig ist.`,
  'quotes-added': () => t`In Anführungszeichen liest die Shell es anders.`,
  'other-quotes': () => t`Anders gequotet; die Shell liest es gleich.`,
  'other-blanks': () => t`Die Leerzeichen sind andere.`,
  'simplified-path': () => t`Derselbe Pfad, umständlicher geschrieben.`,
  'trailing-slash-left-out': () => t`Ohne den Schrägstrich am Ende gilt es auch.`,
  'letter-case-ignored': () => t`Groß- und Kleinschreibung spielt hier keine Rolle.`,
  'hyphen-or-blank-ignored': () => t`Bindestrich oder Leerzeichen spielt hier keine Rolle.`,
  'umlaut-spelling': () => t`Umlaute dürfen so oder so geschrieben sein.`,
  'final-mark-ignored': () => t`Das Satzzeichen am Ende zählt nicht.`,
  'article-ignored': () => t`Der Artikel zählt nicht.`,
  'other-notation': () => t`Dasselbe, anders geschrieben.`,
  'decimal-comma': () => t`Das Komma wurde als Dezimalzeichen gelesen.`,
  'within-tolerance': () => t`Genau genug: Die Karte lässt Abweichung zu.`,
  'other-case': () => t`Andere Groß-/Kleinschreibung: Linux unterscheidet A und a.`,
  'one-edit-away': () => t`Ein Zeichen ist anders.`,
  'sudo-given': () => t`Gefragt ist nur der Befehl, ohne sudo.`,
  'sudo-missing': () => t`Die Antwort läuft mit sudo.`,
  'dash-missing': () => t`Der Strich fehlt.`,
  'surplus-dash': () => t`Ein Strich ist zu viel.`,
  'no-leading-slash': () => t`Der Schrägstrich am Anfang fehlt: So wäre der Pfad relativ.`,
  'base-name-only': () => t`Das ist nur der Name; gefragt ist der ganze Pfad.`,
  'trailing-slash-added': () => t`Ein Schrägstrich am Ende bezeichnet ein Verzeichnis; das hier ist keines.`,
  'letter-for-digit': () => t`Da steht ein Buchstabe statt einer Ziffer.`,
  'thousands-marks': () => t`Bitte die Zahl ohne Tausenderzeichen.`,
  'unclosed-quote': () => t`Offenes Anführungszeichen: Die Shell würde auf mehr warten.`,
  incomplete: () => t`Die Befehlszeile hört zu früh auf.`,
  'quotes-missing': () => t`Es fehlen Anführungszeichen.`,
  'other-option-order': () => t`Die Wörter stimmen, ihre Reihenfolge nicht.`,
  'too-long': () => t`Die Antwort ist zu lang zum Vergleichen.`,
  'path-given': ({ about }) => t`Gefragt ist nur der Name des Befehls, ohne Pfad (${about}).`,
  'arguments-given': ({ about }) => t`Gefragt ist nur der Name des Befehls, ohne „${about}“.`,
  'value-added': ({ about }) => t`Gefragt ist nur die Option, ohne „${about}“.`,
  'surplus-option': ({ about }) => t`${about} gehört nicht dorthin.`,
  'missing-option': ({ expected }) => t`${expected} fehlt.`,
  'full-path': ({ about, expected }) => t`${about} ist ${expected} mit seinem üblichen Pfad.`,
  'same-command': ({ about, expected }) => t`${about} ist ein anderer Name für ${expected}.`,
  'typo-accepted': ({ expected }) => t`Als „${expected}“ gewertet, mit einem Tippfehler.`,
  'option-case': ({ about, expected }) => t`Andere Groß-/Kleinschreibung: ${about} ist nicht ${expected}.`,
  unquoted: ({ expected }) => t`Ohne Anführungszeichen würde die Shell ${expected} verändern.`,
  quoted: ({ about }) => t`In Anführungszeichen lässt die Shell ${about}, wie es ist.`,
  'other-option': ({ about, meaning }) =>
    meaning === undefined
      ? t`${about} ist eine andere Option.`
      : t`${about} ist eine andere Option (${meaning}).`,
};

/** A reason as a sentence in the learner's language. */
export function reasonText(reason: Reason, language: Language): Shown {
  const sentences = language === 'de' ? german : english;
  const meaning = reason.kind === 'other-option' ? reason.meaning : undefined;
  return sentences[reason.kind]({
    about: clean('about' in reason ? reason.about : raw('')),
    expected: clean('expected' in reason ? reason.expected : raw('')),
    meaning: meaning === undefined ? undefined : clean(raw(meaning[language])),
  });
}
