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
    switchOff: (rule: Shown) =>
      t`Switched off by lint: [${rule}] in a deck, or lint: { off: [${rule}] } in .kartei.yaml.`,
    cannotSwitchOff: t`An error cannot be switched off: the card or the deck is not loaded.`,
    allRules: t`kartei lint --explain all lists the rules.`,
    unknownFormat: (format: Shown) => t`There is no format ${format}.`,
    formats: (list: Shown) => t`The formats are ${list}.`,
    unknownRule: (rule: Shown) => t`There is no rule ${rule}.`,
    reading: t`reading`,
  },
  fmt: {
    formatted: (path: Shown) => t`formatted ${path}`,
    wouldFormat: (path: Shown) => t`not formatted: ${path}`,
    hasErrors: (path: Shown) => t`${path} has errors and is left as it is.`,
    wouldChange: (path: Shown) =>
      t`${path} is left as it is: formatting it would change what it says. Please report this deck as a bug.`,
    changed: (path: Shown) => t`${path} was changed meanwhile and is left as it is.`,
    notWritten: (path: Shown, code: Shown) => t`${path} cannot be written (${code}).`,
    unlike: (path: Shown) =>
      t`${path} got no ids: its cards do not correspond one by one to those of the deck it translates.`,
    done: (changed: number, files: number) => t`${changed} of ${count(files, t`deck`, t`decks`)} formatted.`,
    checked: (changed: number, files: number) =>
      changed === 0
        ? t`${count(files, t`deck is`, t`decks are`)} in canonical form.`
        : t`${changed} of ${count(files, t`deck`, t`decks`)} not in canonical form; kartei fmt writes it.`,
  },
  verify: {
    running: t`running`,
    noBlocks: (decks: number) => t`No console verify block in ${count(decks, t`file`, t`files`)}.`,
    summary: (passed: number, failed: number, skipped: number) =>
      t`${count(passed, t`block`, t`blocks`)} passed, ${failed} failed, ${skipped} skipped.`,
    without: (tool: Shown, blocks: number) =>
      t`skipped without ${tool}: ${count(blocks, t`block`, t`blocks`)}`,
    sandbox: {
      bwrap: t`Run by bwrap: no network, no files but the system's, an unprivileged user.`,
      unshare: t`Run by unshare: no network, no files but the system's, an unprivileged user.`,
      none: t`Run WITHOUT a sandbox, in temporary folders.`,
    },
    noSandbox: t`Neither bwrap nor unshare can shut the commands off here, so none was run.`,
    noSandboxHint: t`Install bubblewrap and allow user namespaces; or, for decks that you have read, add --unsafe.`,
    tooFew: (least: number) => t`Fewer than ${least} passed.`,
    notANumber: (flag: Shown, value: Shown) => t`--${flag} takes a whole number above 0, not ${value}.`,
    kinds: {
      differs: t`expected (-) and got (+) differ`,
      time: t`took too long and was ended`,
      output: t`printed too much and was ended`,
      'not-run': t`not run: the shell had ended`,
      'too-large': t`printed more than can be compared`,
    },
    also: (places: Shown) => t`also in ${places}`,
    moreLines: (n: number) => t`… and ${count(n, t`more line`, t`more lines`)}`,
  },
  preview: {
    oneFile: t`Name one file: kartei preview FILE`,
    line: (line: number) => t`line ${line}`,
    answer: t`answer`,
    nothing: t`There is no deck in this file.`,
    changed: t` changed since the last save `,
    waiting: (cards: number, problems: number) =>
      t`${count(cards, t`card`, t`cards`)}, ${count(problems, t`problem`, t`problems`)}. Ctrl-C ends.`,
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
    switchOff: (rule) =>
      t`Abzuschalten mit lint: [${rule}] in einem Stapel oder lint: { off: [${rule}] } in .kartei.yaml.`,
    cannotSwitchOff: t`Ein Fehler lässt sich nicht abschalten: Die Karte oder der Stapel wird nicht geladen.`,
    allRules: t`kartei lint --explain all listet die Regeln auf.`,
    unknownFormat: (format) => t`Das Format ${format} gibt es nicht.`,
    formats: (list) => t`Die Formate sind ${list}.`,
    unknownRule: (rule) => t`Die Regel ${rule} gibt es nicht.`,
    reading: t`lese`,
  },
  fmt: {
    formatted: (path) => t`formatiert: ${path}`,
    wouldFormat: (path) => t`nicht formatiert: ${path}`,
    hasErrors: (path) => t`${path} hat Fehler und bleibt, wie es ist.`,
    wouldChange: (path) =>
      t`${path} bleibt, wie es ist: Formatieren würde ändern, was darin steht. Bitte den Stapel als Fehler melden.`,
    changed: (path) => t`${path} wurde inzwischen geändert und bleibt, wie es ist.`,
    notWritten: (path, code) => t`${path} kann nicht geschrieben werden (${code}).`,
    unlike: (path) =>
      t`${path} erhielt keine IDs: Die Karten entsprechen nicht eine für eine denen des übersetzten Stapels.`,
    done: (changed, files) => t`${changed} von ${count(files, t`Stapel`, t`Stapeln`)} formatiert.`,
    checked: (changed, files) =>
      changed === 0
        ? t`${count(files, t`Stapel ist`, t`Stapel sind`)} in kanonischer Form.`
        : t`${changed} von ${count(files, t`Stapel`, t`Stapeln`)} nicht in kanonischer Form; kartei fmt schreibt sie.`,
  },
  verify: {
    running: t`führe aus`,
    noBlocks: (decks) => t`Kein Block console verify in ${count(decks, t`Datei`, t`Dateien`)}.`,
    summary: (passed, failed, skipped) =>
      t`${count(passed, t`Block`, t`Blöcke`)} bestanden, ${failed} gescheitert, ${skipped} übergangen.`,
    without: (tool, blocks) => t`übergangen ohne ${tool}: ${count(blocks, t`Block`, t`Blöcke`)}`,
    sandbox: {
      bwrap: t`Ausgeführt mit bwrap: ohne Netz, nur mit den Dateien des Systems, ohne Rechte.`,
      unshare: t`Ausgeführt mit unshare: ohne Netz, nur mit den Dateien des Systems, ohne Rechte.`,
      none: t`OHNE Abschirmung ausgeführt, in temporären Ordnern.`,
    },
    noSandbox: t`Weder bwrap noch unshare können die Befehle hier abschirmen; keiner wurde ausgeführt.`,
    noSandboxHint: t`Installiere bubblewrap und erlaube User-Namespaces; oder, für selbst gelesene Stapel: --unsafe.`,
    tooFew: (least) => t`Weniger als ${least} bestanden.`,
    notANumber: (flag, value) => t`--${flag} will eine ganze Zahl über 0, nicht ${value}.`,
    kinds: {
      differs: t`erwartet (-) und erhalten (+) sind verschieden`,
      time: t`dauerte zu lange und wurde beendet`,
      output: t`gab zu viel aus und wurde beendet`,
      'not-run': t`nicht ausgeführt: die Shell war schon beendet`,
      'too-large': t`gab mehr aus, als verglichen wird`,
    },
    also: (places) => t`auch in ${places}`,
    moreLines: (n) => t`… und ${count(n, t`weitere Zeile`, t`weitere Zeilen`)}`,
  },
  preview: {
    oneFile: t`Eine Datei nennen: kartei preview DATEI`,
    line: (line) => t`Zeile ${line}`,
    answer: t`Antwort`,
    nothing: t`In dieser Datei ist kein Stapel.`,
    changed: t` geändert seit dem letzten Speichern `,
    waiting: (cards, problems) =>
      t`${count(cards, t`Karte`, t`Karten`)}, ${problems} Fehler. Strg-C beendet.`,
  },
};

function count(n: number, one: Shown, many: Shown): Shown {
  return t`${n} ${n === 1 ? one : many}`;
}

/** The sentences of the commands for those who write decks. */
export const authoring: Readonly<Record<Language, AuthoringMessages>> = { en, de };
