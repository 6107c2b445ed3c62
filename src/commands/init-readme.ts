import type { Language } from '../terminal/messages/messages.ts';

const fence = '```';

const example = (words: {
  readonly question: string;
  readonly right: string;
  readonly why: string;
  readonly wrong: string;
}) => `---
deck: Shell basics
id: shell-basics
lang: en
---

## Which command prints the working directory?

<!-- id: pwd-command, tags: [core] -->

${fence}answer command-name
pwd
${fence}

## ${words.question}

<!-- id: cd-alone -->

- [x] ${words.right}
  > ${words.why}
- [ ] ${words.wrong}
  > It changes nothing at all only when it fails.`;

const deck = example({
  question: 'Where does `cd` without an argument lead?',
  right: 'to the home directory',
  why: 'It takes the value of `HOME`.',
  wrong: 'nowhere',
});

const english = (name: string): string => `# ${name}

Flashcards in Markdown, for [kartei](https://www.npmjs.com/package/kartei): \`kartei study .\` asks them.

## Write a card

A deck is a Markdown file that begins with front matter; each heading of level two is a card.

${fence.concat('`')}markdown
${deck}
${fence.concat('`')}

| below the heading | the card is |
| --- | --- |
| text | a basic card: the text is the answer |
| a list of \`- [ ]\` and \`- [x]\` | a choice; a quote below an option says why |
| a block \`answer SHAPE\` | typed; shapes: command-name, option, path, command, number, literal, text |
| a block \`order\` | lines to bring into order |
| \`{{c1::text}}\` in a sentence | a gap to fill |

What stands behind the answer is the explanation. A translation of \`NAME.md\` is \`NAME.de.md\`, with the same card ids.
\`kartei new\` writes a first deck, \`kartei preview FILE --watch\` shows the cards while you write.
\`.kartei.schema.json\` describes the front matter to editors that know JSON Schema.

## Before you propose a change

- \`kartei lint\` finds mistakes; \`kartei lint --explain RULE\` says more about each.
- \`kartei fmt\` writes decks in one form, so that changes are small.
- You need not think of ids: they are added on the main branch. Never change one: the progress of all learners hangs on it.

## Habits that keep merges clean

- Put a new card beside its relatives and not at the end of the file, where everybody else adds theirs.
- One change a pull request: a corrected key is easily missed among reworded questions. \`kartei diff main\` lists them.
- Never set \`merge=union\` for decks: it joins two edits of one card into a broken one without a word.
`;

const german = (name: string): string => `# ${name}

Karteikarten in Markdown, für [kartei](https://www.npmjs.com/package/kartei): \`kartei study .\` fragt sie ab.

## Eine Karte schreiben

Ein Stapel ist eine Markdown-Datei, die mit einem Vorspann beginnt; jede Überschrift zweiter Ebene ist eine Karte.

${fence.concat('`')}markdown
${deck}
${fence.concat('`')}

| unter der Überschrift | die Karte ist |
| --- | --- |
| Text | eine einfache Karte: Der Text ist die Antwort |
| eine Liste aus \`- [ ]\` und \`- [x]\` | eine Auswahl; ein Zitat unter einer Option begründet sie |
| ein Block \`answer FORM\` | getippt; Formen: command-name, option, path, command, number, literal, text |
| ein Block \`order\` | Zeilen, die zu ordnen sind |
| \`{{c1::Text}}\` in einem Satz | eine Lücke |

Was hinter der Antwort steht, ist die Erläuterung. Die Übersetzung von \`NAME.md\` ist \`NAME.de.md\`, mit denselben
Karten-IDs. \`kartei new\` schreibt einen ersten Stapel, \`kartei preview DATEI --watch\` zeigt die Karten beim Schreiben.
\`.kartei.schema.json\` beschreibt den Vorspann für Editoren, die JSON Schema kennen.

## Vor einem Änderungsvorschlag

- \`kartei lint\` findet Fehler; \`kartei lint --explain REGEL\` sagt mehr dazu.
- \`kartei fmt\` schreibt Stapel in einer Form, damit Änderungen klein sind.
- Um IDs muss sich niemand kümmern: Sie werden auf dem Hauptzweig ergänzt. Nie eine ändern: An ihr hängt der Fortschritt aller.

## Gewohnheiten für saubere Merges

- Eine neue Karte neben ihre Verwandten setzen und nicht ans Ende der Datei, wo alle anderen ihre anfügen.
- Eine Änderung je Pull Request: Eine berichtigte Lösung geht zwischen umformulierten Fragen unter. \`kartei diff main\` zeigt sie.
- Nie \`merge=union\` für Stapel setzen: Es macht aus zwei Änderungen einer Karte wortlos eine kaputte.
`;

/** A page for those who come to a collection and want to add to it. */
export const initReadme = (name: string, language: Language): string =>
  language === 'de' ? german(name) : english(name);
