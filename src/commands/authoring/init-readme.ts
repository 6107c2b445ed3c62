import type { Language } from '../../terminal/messages/messages.ts';

const fence = '```';
const block = '````';

const englishDeck = `---
deck: Shell basics
id: shell-basics
lang: en
---

## What is a working directory?

The directory that relative paths start from.

> [!TIP]
> Each process has one.

## Where does \`cd\` without an argument lead?

<!-- id: cd-alone, tags: [core] -->

- [x] to the home directory
  > It takes the value of \`HOME\`.
- [ ] to the root directory
  > That is \`cd /\`.

## Which command prints the working directory?

${fence}answer command-name
pwd
${fence}

What stands behind the answer is the explanation.

## From the root down: what is the order of these directories?

${fence}order
/
/usr
/usr/share
/usr/share/doc
${fence}

## Permissions in octal

The mode {{c1::644}} lets the owner write and {{c2::everybody::who?}} read.`;

const germanDeck = `---
deck: Grundlagen der Shell
id: shell-basics
lang: de
---

## Was ist ein Arbeitsverzeichnis?

Das Verzeichnis, von dem relative Pfade ausgehen.

> [!TIP]
> Jeder Prozess hat eines.

## Wohin führt \`cd\` ohne Argument?

<!-- id: cd-alone, tags: [core] -->

- [x] in das Home-Verzeichnis
  > Es nimmt den Wert von \`HOME\`.
- [ ] in das Wurzelverzeichnis
  > Das wäre \`cd /\`.

## Welcher Befehl gibt das Arbeitsverzeichnis aus?

${fence}answer command-name
pwd
${fence}

Was hinter der Antwort steht, ist die Erläuterung.

## Von der Wurzel abwärts: Wie ist die Reihenfolge dieser Verzeichnisse?

${fence}order
/
/usr
/usr/share
/usr/share/doc
${fence}

## Rechte in Oktalzahlen

Mit dem Modus {{c1::644}} darf der Eigentümer schreiben und dürfen {{c2::alle::wer?}} lesen.`;

const english = (name: string): string => `# ${name}

Flashcards in Markdown, for the terminal program kartei: \`kartei study .\` asks them.

## Write a card

A deck is a Markdown file that begins with front matter; each heading of level two is a card. Here is one of each kind:

${block}markdown
${englishDeck}
${block}

| below the heading | the card is |
| --- | --- |
| text | a basic card: the text is the answer. A line \`---\` parts the rest of the question from the answer |
| a list of \`- [ ]\` and \`- [x]\` | a choice, with one or several \`[x]\`; a quote below an option says why |
| a block \`answer SHAPE\` | typed, one accepted answer a line; shapes: command-name, option, path, command, number, literal, text |
| a block \`order\` | lines to bring into order, written in the right one |
| \`{{c1::text}}\` in a sentence | a gap to fill; \`{{c1::text::hint}}\` gives a hint |

A quote that begins with \`[!TIP]\` is a hint that is shown on request. A translation of \`NAME.md\` is \`NAME.de.md\`: the same
cards in the same order with the same ids, so that they share their progress.

\`kartei new\` writes a first deck, \`kartei preview FILE --watch\` shows the cards while you write.
\`.kartei.schema.json\` describes the front matter to editors that know JSON Schema.

## Before you propose a change

- \`kartei lint\` finds mistakes; \`kartei lint --explain RULE\` says more about each.
- \`kartei fmt\` writes decks in one form, so that changes are small. \`pre-commit install\` lets Git run both.
- You need not think of ids, the comments below headings: the main branch adds them, and \`kartei fmt --ids\` does it here.
  Never change one: the progress of all learners hangs on it.

## Habits that keep merges clean

- Put a new card beside its relatives and not at the end of the file, where everybody else adds theirs.
- One change a pull request: a corrected key is easily missed among reworded questions. \`kartei diff main\` lists them.
- Never set \`merge=union\` for decks: it joins two edits of one card into a broken one without a word.
`;

const german = (name: string): string => `# ${name}

Karteikarten in Markdown, für das Terminalprogramm kartei: \`kartei study .\` fragt sie ab.

## Eine Karte schreiben

Ein Stapel ist eine Markdown-Datei, die mit einem Vorspann beginnt; jede Überschrift zweiter Ebene ist eine Karte. Hier
ist eine von jeder Art:

${block}markdown
${germanDeck}
${block}

| unter der Überschrift | die Karte ist |
| --- | --- |
| Text | eine einfache Karte: Der Text ist die Antwort. Eine Zeile \`---\` trennt den Rest der Frage von der Antwort |
| eine Liste aus \`- [ ]\` und \`- [x]\` | eine Auswahl, mit einem \`[x]\` oder mehreren; ein Zitat unter einer Option begründet sie |
| ein Block \`answer FORM\` | getippt, eine Antwort je Zeile; Formen: command-name, option, path, command, number, literal, text |
| ein Block \`order\` | Zeilen, die zu ordnen sind, in der richtigen Reihenfolge |
| \`{{c1::Text}}\` in einem Satz | eine Lücke; \`{{c1::Text::Tipp}}\` gibt einen Tipp |

Ein Zitat, das mit \`[!TIP]\` beginnt, ist ein Tipp auf Wunsch. Die Übersetzung von \`NAME.md\` ist \`NAME.de.md\`: dieselben
Karten in derselben Reihenfolge mit denselben IDs, damit sie ihren Fortschritt teilen.

\`kartei new\` schreibt einen ersten Stapel, \`kartei preview DATEI --watch\` zeigt die Karten beim Schreiben.
\`.kartei.schema.json\` beschreibt den Vorspann für Editoren, die JSON Schema kennen.

## Vor einem Änderungsvorschlag

- \`kartei lint\` findet Fehler; \`kartei lint --explain REGEL\` sagt mehr dazu.
- \`kartei fmt\` schreibt Stapel in einer Form, damit Änderungen klein sind. Mit \`pre-commit install\` ruft Git beides auf.
- Um die IDs, die Kommentare unter den Überschriften, muss sich niemand kümmern: Der Hauptzweig ergänzt sie, und hier tut
  es \`kartei fmt --ids\`. Nie eine ändern: An ihr hängt der Fortschritt aller.

## Gewohnheiten für saubere Merges

- Eine neue Karte neben ihre Verwandten setzen und nicht ans Ende der Datei, wo alle anderen ihre anfügen.
- Eine Änderung je Pull Request: Eine berichtigte Lösung geht zwischen umformulierten Fragen unter. \`kartei diff main\` zeigt sie.
- Nie \`merge=union\` für Stapel setzen: Es macht aus zwei Änderungen einer Karte wortlos eine kaputte.
`;

/** A page for those who come to a collection and want to add to it. */
export const initReadme = (name: string, language: Language): string =>
  language === 'de' ? german(name) : english(name);
