import type { FormatRule } from '../../core/decks/format-rules.ts';
import type { LintRule } from '../../core/decks/lint/lint-rules.ts';
import type { ExamFileRule } from '../../core/exam/exam-file-rules.ts';
import type { Language } from './messages.ts';

/** What `kartei lint --explain` says of a rule: what it is for, and what to write instead. */
export type RulePage = Readonly<Record<Language, readonly [what: string, mend: string]>> & {
  /** A right piece of a deck, the same in all languages. */
  readonly example?: string;
};

export const rulePages: Readonly<Record<FormatRule | ExamFileRule | LintRule, RulePage>> = {
  'alert-unknown': {
    en: [
      'A quote that begins with an alert word is meant to be more than a quote, but only NOTE and TIP mean something in a deck.',
      'Write [!TIP] for a hint, [!NOTE] for explanation.',
    ],
    de: [
      'Ein Zitat, das mit einem Hinweiswort beginnt, soll mehr sein als ein Zitat; in Stapeln bedeuten nur NOTE und TIP etwas.',
      'Für einen Tipp [!TIP] schreiben, für eine Erläuterung [!NOTE].',
    ],
    example: '> [!TIP]\n> It lies below /etc.',
  },
  'answer-empty': {
    en: [
      'A card without an answer cannot be asked.',
      'Write the answer below the heading, or below the --- if there is one.',
    ],
    de: [
      'Eine Karte ohne Antwort kann nicht gefragt werden.',
      'Die Antwort unter die Überschrift schreiben, oder unter das ---, wenn es eines gibt.',
    ],
  },
  'answer-form': {
    en: [
      'The instruction above a typed answer says what to type: only the command, only the option. Who does so must be right.',
      'Write the answer in that form, or choose another shape. Of several accepted answers, one in the right form is enough.',
    ],
    de: [
      'Die Anweisung über einer getippten Antwort sagt, was zu tippen ist: nur der Befehl, nur die Option. Wer das tut, muss recht haben.',
      'Die Antwort in dieser Form schreiben oder eine andere Form wählen. Von mehreren richtigen Antworten genügt eine in der verlangten Form.',
    ],
  },
  'answer-in-prompt': {
    en: [
      'A prompt that contains its answer asks for nothing: the learner copies it. So does a gap whose text stands elsewhere in its card.',
      'Describe what is asked for without naming it. A question that offers alternatives ("A or B?") is fine.',
    ],
    de: [
      'Eine Frage, die ihre Antwort enthält, fragt nichts: Man schreibt sie ab. Ebenso eine Lücke, deren Text anderswo in der Karte steht.',
      'Das Gefragte beschreiben, ohne es zu nennen. Eine Frage, die zur Wahl stellt („A oder B?“), ist in Ordnung.',
    ],
  },
  'answer-shape': {
    en: [
      'The shape of a typed answer decides what the learner is told to type and how it is compared.',
      'Write one of command-name, option, path, command, number, literal and text after the word answer; only the word all may follow.',
    ],
    de: [
      'Die Form einer getippten Antwort entscheidet, was verlangt und wie verglichen wird.',
      'Hinter answer eines von command-name, option, path, command, number, literal und text schreiben; danach höchstens all.',
    ],
    example: '```answer command-name\nsystemd-detect-virt\n```',
  },
  'answer-twice': {
    en: ['The same accepted answer stands in a block twice, which is likely a slip.', 'Remove one of them.'],
    de: ['Dieselbe Antwort steht zweimal in einem Block, wohl aus Versehen.', 'Eine davon löschen.'],
  },
  'attributes-misplaced': {
    en: [
      'Some attributes mean something on one kind of card only: reverse on basic cards, shuffle on choice cards.',
      'Remove the attribute, or look whether the card is of the kind that was meant.',
    ],
    de: [
      'Manche Attribute bedeuten nur bei einer Kartenart etwas: reverse bei einfachen, shuffle bei Auswahlkarten.',
      'Das Attribut löschen oder nachsehen, ob die Karte von der gemeinten Art ist.',
    ],
  },
  'attributes-near-miss': {
    en: [
      'A comment under a heading looks as if it was meant to be attributes, but is an ordinary comment as it stands.',
      'Begin it with a known key and a colon.',
    ],
    de: [
      'Ein Kommentar unter einer Überschrift sieht nach Attributen aus, ist so aber ein gewöhnlicher Kommentar.',
      'Ihn mit einem bekannten Schlüssel und einem Doppelpunkt beginnen.',
    ],
    example: '<!-- id: mid-setup, tags: [systemd, core] -->',
  },
  'attributes-place': {
    en: [
      'Attributes are read where they are the first thing under the heading, after at most one blank line.',
      'Move the comment up.',
    ],
    de: [
      'Attribute werden gelesen, wenn sie nach höchstens einer Leerzeile gleich unter der Überschrift stehen.',
      'Den Kommentar nach oben rücken.',
    ],
  },
  'attributes-syntax': {
    en: [
      'Attributes are a YAML flow mapping without its braces: key, colon, value, with commas between them.',
      'Quote a value that holds a comma or a colon and a blank; write lists in brackets.',
    ],
    de: [
      'Attribute sind eine YAML-Zuordnung ohne Klammern: Schlüssel, Doppelpunkt, Wert, mit Kommas dazwischen.',
      'Einen Wert mit Komma oder mit Doppelpunkt und Leerzeichen in Anführungszeichen setzen; Listen stehen in eckigen Klammern.',
    ],
    example: '<!-- id: a, source: "foo(1), bar(2)", tags: [x, y] -->',
  },
  'attributes-twice': {
    en: [
      'A card has two comments with attributes, and nobody can say which one counts.',
      'Join them into one.',
    ],
    de: [
      'Eine Karte hat zwei Kommentare mit Attributen, und niemand weiß, welcher gilt.',
      'Beide zusammenführen.',
    ],
  },
  'attributes-unknown': {
    en: [
      'An attribute that nobody knows is likely misspelled, and what it should say would be lost.',
      'The attributes are id, tags, objective, source, facts, reverse, shuffle, terms, pool and retired.',
    ],
    de: [
      'Ein unbekanntes Attribut ist wohl falsch geschrieben, und was es sagen soll, ginge verloren.',
      'Die Attribute sind id, tags, objective, source, facts, reverse, shuffle, terms, pool und retired.',
    ],
  },
  'attributes-value': {
    en: [
      'An attribute has a value that it cannot have, such as an id with capitals or a switch that is neither true nor false.',
      'An id has up to 64 of the characters a-z, 0-9, dot, underscore and dash, and begins with a letter or digit.',
    ],
    de: [
      'Ein Attribut hat einen Wert, den es nicht haben kann: etwa eine ID mit Großbuchstaben oder einen Schalter, der weder true noch false ist.',
      'Eine ID hat bis zu 64 der Zeichen a-z, 0-9, Punkt, Unterstrich und Bindestrich und beginnt mit Buchstabe oder Ziffer.',
    ],
  },
  'cloze-braces': {
    en: [
      'Braces open a gap and do not close it, close one that was not opened, or stand within another gap.',
      'Write {{text}} within one block. Braces that are no gap stand in code, or are written \\{{.',
    ],
    de: [
      'Klammern öffnen eine Lücke, ohne sie zu schließen, schließen eine, die nicht offen ist, oder stehen in einer anderen Lücke.',
      'Innerhalb eines Blocks {{Text}} schreiben. Klammern, die keine Lücke sind, stehen in Code oder als \\{{.',
    ],
  },
  'cloze-cuts-code': {
    en: [
      'A gap begins or ends within a code span, so that neither can be shown.',
      'Put the whole span into the gap, and what stays visible into spans of its own.',
    ],
    de: [
      'Eine Lücke beginnt oder endet mitten in einem Code-Abschnitt; so ist keines von beiden darstellbar.',
      'Den ganzen Abschnitt in die Lücke setzen und das Sichtbare in eigene Abschnitte.',
    ],
    example: '`docker run` {{`-d`}} `nginx`',
  },
  'cloze-empty': {
    en: ['A gap without text has no answer.', 'Write the answer between the braces.'],
    de: ['Eine Lücke ohne Text hat keine Antwort.', 'Die Antwort zwischen die Klammern schreiben.'],
    example: 'The ID stands in {{c1::`/etc/machine-id`}}.',
  },
  'cloze-ipv6': {
    en: [
      'In a gap, :: sets a hint apart, and this gap looks like an IPv6 address, which would be cut in two.',
      'Put the address into a code span within the gap.',
    ],
    de: [
      'In einer Lücke trennt :: einen Tipp ab, und diese sieht nach einer IPv6-Adresse aus, die zerschnitten würde.',
      'Die Adresse in der Lücke als Code schreiben.',
    ],
    example: '{{`2001:db8::1`}}',
  },
  'cloze-number': {
    en: [
      'Gaps are numbered c1, c2 and so on; this number cannot be read.',
      'Write {{c1::text}}, with a number from 1 to 999.',
    ],
    de: [
      'Lücken sind mit c1, c2 usw. nummeriert; diese Nummer ist nicht lesbar.',
      '{{c1::Text}} schreiben, mit einer Zahl von 1 bis 999.',
    ],
  },
  'comment-open': {
    en: [
      'A comment or HTML block that nothing closes hides all cards below it.',
      'Close it, a comment with -->. Reading resumes at the next heading.',
    ],
    de: [
      'Ein Kommentar oder HTML-Block, den nichts schließt, verbirgt alle Karten darunter.',
      'Ihn schließen, einen Kommentar mit -->. Gelesen wird ab der nächsten Überschrift.',
    ],
  },
  'conflict-marker': {
    en: [
      'Git could not merge two edits and wrote both, with markers around them. Cards that they touch are not loaded.',
      'Keep one side, or join both, and delete the lines with <<<<<<<, ======= and >>>>>>>.',
    ],
    de: [
      'Git konnte zwei Änderungen nicht zusammenführen und schrieb beide hin, mit Markierungen darum. Betroffene Karten werden nicht geladen.',
      'Eine Seite behalten oder beide verbinden und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen.',
    ],
  },
  'deck-format': {
    en: [
      'The deck asks for a version of the deck format that this program cannot read.',
      'Install a newer kartei; format: 1 is the only version so far.',
    ],
    de: [
      'Der Stapel verlangt eine Version des Formats, die dieses Programm nicht lesen kann.',
      'Ein neueres kartei installieren; bisher gibt es nur format: 1.',
    ],
  },
  'deck-id': {
    en: [
      'The deck id is part of every memory, on every machine, so it is limited to plain characters.',
      'Use up to 100 of the characters a-z, 0-9, dot, underscore, slash and dash.',
    ],
    de: [
      'Die ID des Stapels gehört zu jeder Erinnerung, auf jedem Rechner, und ist darum auf schlichte Zeichen beschränkt.',
      'Bis zu 100 der Zeichen a-z, 0-9, Punkt, Unterstrich, Schrägstrich und Bindestrich verwenden.',
    ],
  },
  'deck-id-missing': {
    en: [
      'Without an id of its own a deck is known by its path; renamed or moved, its progress has to be found again.',
      'Write the id that the message proposes into the front matter: it is the one the deck has now.',
    ],
    de: [
      'Ohne eigene ID ist ein Stapel durch seinen Pfad bekannt; nach dem Umbenennen muss sein Fortschritt wiedergefunden werden.',
      'Die ID aus der Meldung in den Vorspann schreiben: Es ist die, die der Stapel jetzt hat.',
    ],
    example: '---\ndeck: Machine IDs\nid: machine-id\n---',
  },
  'deck-key': {
    en: [
      'The front matter has a key that nobody reads, most likely a misspelled one.',
      'Write the key that was meant, or remove it.',
    ],
    de: [
      'Der Vorspann hat einen Schlüssel, den niemand liest, wohl einen falsch geschriebenen.',
      'Den gemeinten schreiben oder ihn löschen.',
    ],
  },
  'deck-title': {
    en: [
      'The title is shown on one line of the menu.',
      'Write deck: and a title of one line; description has room for more.',
    ],
    de: [
      'Der Titel steht im Menü auf einer Zeile.',
      'deck: und einen einzeiligen Titel schreiben; für mehr ist description da.',
    ],
  },
  'deck-value': {
    en: [
      'A key of the front matter or of .kartei.yaml has a value that it cannot have.',
      'The hint names the form that it must have.',
    ],
    de: [
      'Ein Schlüssel im Vorspann oder in .kartei.yaml hat einen Wert, den er nicht haben kann.',
      'Der Hinweis nennt die nötige Form.',
    ],
  },
  'duplicate-deck': {
    en: [
      'Two files of a collection have one deck id, so their progress could not be told apart. The second is not loaded.',
      'Give one of them another id. A translation is named NAME.de.md and needs none.',
    ],
    de: [
      'Zwei Dateien einer Sammlung haben dieselbe Stapel-ID; ihr Fortschritt wäre nicht zu trennen. Die zweite wird nicht geladen.',
      'Einer davon eine andere geben. Eine Übersetzung heißt NAME.de.md und braucht keine.',
    ],
  },
  'duplicate-id': {
    en: [
      'Two cards of a deck have one id, often after the merge of two branches. The second is not loaded.',
      'Give the newer card another id; the older one keeps its progress.',
    ],
    de: [
      'Zwei Karten eines Stapels haben dieselbe ID, oft nach dem Zusammenführen zweier Zweige. Die zweite wird nicht geladen.',
      'Der neueren Karte eine andere ID geben; die ältere behält ihren Fortschritt.',
    ],
  },
  'duplicate-exam': {
    en: ['Two exam files have one id; the second is not loaded.', 'Give one of them another id.'],
    de: [
      'Zwei Prüfungsdateien haben dieselbe ID; die zweite wird nicht geladen.',
      'Einer davon eine andere geben.',
    ],
  },
  'duplicate-question': {
    en: [
      'The same question stands in a deck twice; the second card is not loaded.',
      'Ask it in other words, or join the two cards.',
    ],
    de: [
      'Dieselbe Frage steht zweimal im Stapel; die zweite Karte wird nicht geladen.',
      'Anders fragen oder beide Karten verbinden.',
    ],
  },
  encoding: {
    en: [
      'The file is not UTF-8, or cannot be read at all.',
      'Save it as UTF-8 in the editor, or run iconv over it.',
    ],
    de: [
      'Die Datei ist nicht UTF-8 oder gar nicht lesbar.',
      'Sie im Editor als UTF-8 speichern oder mit iconv umwandeln.',
    ],
  },
  'exam-cut': {
    en: [
      'The cut is the number of points that just passes, so it lies above 0 and below the number of questions.',
      'Give a whole number in between.',
    ],
    de: [
      'Der Schnitt ist die Punktzahl, die gerade reicht, also über 0 und unter der Zahl der Fragen.',
      'Eine ganze Zahl dazwischen angeben.',
    ],
  },
  'exam-id': {
    en: [
      'The id of an exam is part of its history, so it is limited to plain characters.',
      'Use up to 100 of the characters a-z, 0-9, dot, underscore, slash and dash.',
    ],
    de: [
      'Die ID einer Prüfung gehört zu ihrem Verlauf und ist darum auf schlichte Zeichen beschränkt.',
      'Bis zu 100 der Zeichen a-z, 0-9, Punkt, Unterstrich, Schrägstrich und Bindestrich verwenden.',
    ],
  },
  'exam-key': {
    en: [
      'An exam file has a key that nobody reads, most likely a misspelled one.',
      'Write the key that was meant, or remove it.',
    ],
    de: [
      'Eine Prüfungsdatei hat einen Schlüssel, den niemand liest, wohl einen falsch geschriebenen.',
      'Den gemeinten schreiben oder ihn löschen.',
    ],
  },
  'exam-missing': {
    en: [
      'An exam cannot be held without this key.',
      'An exam needs questions, minutes, scale, cut and objectives.',
    ],
    de: [
      'Ohne diesen Schlüssel kann die Prüfung nicht stattfinden.',
      'Eine Prüfung braucht questions, minutes, scale, cut und objectives.',
    ],
  },
  'exam-objective': {
    en: [
      'An objective cannot be read, is listed twice, or none has a weight.',
      'Write each as id, title and weight; the terms are optional.',
    ],
    de: [
      'Ein Lernziel ist nicht lesbar, steht zweimal da, oder keines hat ein Gewicht.',
      'Jedes als id, title und weight schreiben; terms sind freiwillig.',
    ],
    example: '- { id: "102.6", title: Linux as a virtualization guest, weight: 1 }',
  },
  'exam-scale': {
    en: [
      'The scale maps points to the marks that the vendor prints: min for none, pass at the cut, max for all.',
      'Give three whole numbers that rise.',
    ],
    de: [
      'Die Skala bildet Punkte auf die Noten des Anbieters ab: min für keinen, pass am Schnitt, max für alle.',
      'Drei steigende ganze Zahlen angeben.',
    ],
    example: 'scale: { min: 200, pass: 500, max: 800 }',
  },
  'exam-title': {
    en: [
      'The title of the exam is missing or takes more than one line.',
      'Write exam: and a title of one line.',
    ],
    de: [
      'Der Titel der Prüfung fehlt oder nimmt mehr als eine Zeile ein.',
      'exam: und einen einzeiligen Titel schreiben.',
    ],
  },
  'exam-value': {
    en: ['A key of an exam has a value that it cannot have.', 'The hint names the form that it must have.'],
    de: [
      'Ein Schlüssel der Prüfung hat einen Wert, den er nicht haben kann.',
      'Der Hinweis nennt die nötige Form.',
    ],
  },
  'exam-warnings': {
    en: [
      'Warnings are minutes that are left, and this one comes before the exam begins.',
      'Give fewer minutes than the exam lasts.',
    ],
    de: [
      'Warnungen sind verbleibende Minuten, und diese käme vor Beginn der Prüfung.',
      'Weniger Minuten angeben, als die Prüfung dauert.',
    ],
  },
  'exam-weights': {
    en: [
      'In most exams the weights of the objectives add up to the number of questions; here they do not.',
      'Check them. If it is meant so, switch the rule off: shares are rounded.',
    ],
    de: [
      'Meist ergeben die Gewichte der Lernziele zusammen die Zahl der Fragen; hier nicht.',
      'Sie prüfen. Ist es so gemeint, die Regel abschalten: Anteile werden gerundet.',
    ],
  },
  'fact-unknown': {
    en: [
      'A card cites a fact that is not in the file which .kartei.yaml names under facts.',
      'Correct the id, or add the fact: the first word of each line of that file is an id.',
    ],
    de: [
      'Eine Karte nennt einen Fakt, der nicht in der Datei steht, die .kartei.yaml unter facts angibt.',
      'Die ID berichtigen oder den Fakt ergänzen: Das erste Wort jeder Zeile dieser Datei ist eine ID.',
    ],
  },
  'fence-open': {
    en: [
      'A code block that nothing closes swallows the cards below it. Reading resumes at the next heading.',
      'Close it with as many marks as it was opened with.',
    ],
    de: [
      'Ein Code-Block, den nichts schließt, verschluckt die Karten darunter. Gelesen wird ab der nächsten Überschrift.',
      'Ihn mit ebenso vielen Zeichen schließen, wie er geöffnet wurde.',
    ],
  },
  'front-matter': {
    en: [
      'The front matter is YAML between two lines that are exactly ---, and this is not.',
      'Quote a value that holds a colon and a blank. Languages other than YAML are refused.',
    ],
    de: [
      'Der Vorspann ist YAML zwischen zwei Zeilen, die genau --- sind, und dieser ist es nicht.',
      'Einen Wert mit Doppelpunkt und Leerzeichen in Anführungszeichen setzen. Andere Sprachen als YAML werden abgelehnt.',
    ],
    example: '---\ndeck: "LPIC-1: guests"\n---',
  },
  'heading-in-fence': {
    en: [
      'A level-two heading stands in a code block. It is no card, and often the sign of a fence that was not closed.',
      'Close the fence above. If the heading belongs to the code, switch the rule off in this file.',
    ],
    de: [
      'Eine Überschrift zweiter Ebene steht in einem Code-Block. Sie ist keine Karte und oft das Zeichen eines offenen Blocks.',
      'Den Block darüber schließen. Gehört die Überschrift zum Code, die Regel in dieser Datei abschalten.',
    ],
  },
  'heading-space': {
    en: [
      'Without a blank after ## the line is ordinary text, so the card is missing.',
      'Write a blank after ##.',
    ],
    de: [
      'Ohne Leerzeichen nach ## ist die Zeile gewöhnlicher Text, und die Karte fehlt.',
      'Nach ## ein Leerzeichen schreiben.',
    ],
  },
  'hint-empty': {
    en: ['A hint or note has no text.', 'Write its text on the next line of the quote.'],
    de: [
      'Ein Tipp oder eine Anmerkung hat keinen Text.',
      'Den Text in die nächste Zeile des Zitats schreiben.',
    ],
    example: '> [!TIP]\n> Think of the bus.',
  },
  'key-longest': {
    en: [
      'In more than a third of the single-choice cards the right option is longer than every other by more than half. Learners notice, and choose the longest.',
      'Move detail from the right option into its reason, or give the others as much.',
    ],
    de: [
      'In mehr als einem Drittel der Karten mit einer richtigen Option ist diese um mehr als die Hälfte länger als alle anderen. Das fällt auf.',
      'Einzelheiten aus der richtigen Option in ihre Begründung verschieben oder den anderen ebenso viele geben.',
    ],
  },
  'key-position': {
    en: [
      'The right option stands in one place far more often, or far less often, than chance would put it there. Options are shuffled when asked, but readers of the file see it.',
      'Move the right options about. Cards with shuffle: false do not count.',
    ],
    de: [
      'Die richtige Option steht an einer Stelle weit öfter oder seltener, als der Zufall es täte. Gefragt wird gemischt, aber wer die Datei liest, sieht es.',
      'Die richtigen Optionen verteilen. Karten mit shuffle: false zählen nicht.',
    ],
  },
  limit: {
    en: [
      'Files have at most 2 MiB, lines 8 KiB, cards 64 KiB, decks 5,000 cards, front matter 64 KiB; collections have 5,000 files and are 12 folders deep.',
      'Split what is too large, or name it under ignore in .kartei.yaml.',
    ],
    de: [
      'Dateien haben höchstens 2 MiB, Zeilen 8 KiB, Karten 64 KiB, Stapel 5.000 Karten, der Vorspann 64 KiB; Sammlungen haben 5.000 Dateien und sind 12 Ordner tief.',
      'Das zu Große teilen oder in .kartei.yaml unter ignore nennen.',
    ],
  },
  'line-length': {
    en: [
      'Lines of more than 100 columns cannot be compared side by side, and a change in one is hard to see.',
      'Break the line: within a paragraph a line end is a blank. Code, tables, headings and long words are left alone.',
    ],
    de: [
      'Zeilen mit mehr als 100 Spalten lassen sich nicht nebeneinander vergleichen, und Änderungen darin sind schlecht zu sehen.',
      'Die Zeile umbrechen: Im Absatz ist ein Zeilenende ein Leerzeichen. Code, Tabellen, Überschriften und lange Wörter bleiben unbehelligt.',
    ],
  },
  'lint-unknown': {
    en: [
      'A rule is switched off that does not exist, so nothing is.',
      'Write the id as it stands in brackets behind a problem.',
    ],
    de: [
      'Eine Regel wird abgeschaltet, die es nicht gibt, also keine.',
      'Die ID so schreiben, wie sie in Klammern hinter einer Meldung steht.',
    ],
  },
  'mark-near-miss': {
    en: [
      'A line is nearly the mark of a kind of card. Taken as text, it would silently make the card another one.',
      'Write options as - [ ] or - [x] with blanks around the box, and the info strings answer SHAPE and order exactly so.',
    ],
    de: [
      'Eine Zeile ist beinahe das Kennzeichen einer Kartenart. Als Text genommen, machte sie unbemerkt eine andere Karte daraus.',
      'Optionen als - [ ] oder - [x] mit Leerzeichen um das Kästchen schreiben, und answer FORM und order genau so.',
    ],
    example: '- [x] right\n- [ ] wrong',
  },
  'marks-mixed': {
    en: [
      'The body decides the kind of a card, and this one has the marks of two kinds.',
      'Make two cards of it. Braces that are no gap stand in code, or are written \\{{.',
    ],
    de: [
      'Der Text entscheidet über die Art der Karte, und dieser hat die Kennzeichen zweier Arten.',
      'Zwei Karten daraus machen. Klammern, die keine Lücke sind, stehen in Code oder als \\{{.',
    ],
  },
  'option-table': {
    en: [
      'What the front matter says under commands about the options of a command cannot be read; the rest is used.',
      'Write options as a list, one line an option with all its spellings.',
    ],
    de: [
      'Was der Vorspann unter commands über die Optionen eines Befehls sagt, ist nicht lesbar; der Rest gilt.',
      'Optionen als Liste schreiben, je Zeile eine Option mit allen Schreibweisen.',
    ],
    example: 'commands:\n  frob:\n    options:\n      - -v --verbose\n      - -o --output FILE',
  },
  'options-all-right': {
    en: [
      'If all options are right there is nothing to choose.',
      'Add a wrong one, or make it a typed card with the word all.',
    ],
    de: [
      'Sind alle Optionen richtig, gibt es nichts zu wählen.',
      'Eine falsche ergänzen oder eine getippte Karte mit dem Wort all daraus machen.',
    ],
  },
  'options-count': {
    en: [
      'A choice has two to eight options.',
      'Add or remove some; three good ones are better than four with a filler.',
    ],
    de: [
      'Eine Auswahl hat zwei bis acht Optionen.',
      'Welche ergänzen oder löschen; drei gute sind besser als vier mit einem Lückenfüller.',
    ],
  },
  'options-empty': {
    en: ['An option has no text.', 'Write it behind the box.'],
    de: ['Eine Option hat keinen Text.', 'Ihn hinter das Kästchen schreiben.'],
  },
  'options-equal': {
    en: ['Two options of a card are the same.', 'Remove one of them.'],
    de: ['Zwei Optionen einer Karte sind gleich.', 'Eine davon löschen.'],
  },
  'options-none-right': {
    en: ['No option is marked as right.', 'Mark it with an x in its box.'],
    de: ['Keine Option ist als richtig gekennzeichnet.', 'Sie mit einem x im Kästchen kennzeichnen.'],
    example: '- [x] right',
  },
  'options-paragraph': {
    en: [
      'An option is one paragraph, with a quote for its reason; code and lists in it could not be shown as an option.',
      'Put code and lists above the options.',
    ],
    de: [
      'Eine Option ist ein Absatz, mit einem Zitat als Begründung; Code und Listen darin wären nicht darstellbar.',
      'Code und Listen über die Optionen setzen.',
    ],
  },
  'order-count': {
    en: ['There are three to nine lines to bring into order.', 'Add or join lines.'],
    de: ['Zu ordnen sind drei bis neun Zeilen.', 'Zeilen ergänzen oder verbinden.'],
  },
  'order-equal': {
    en: [
      'Two of the lines to be ordered are the same, so that two orders look alike.',
      'Say in each line what sets it apart.',
    ],
    de: [
      'Zwei der zu ordnenden Zeilen sind gleich, sodass zwei Reihenfolgen gleich aussehen.',
      'In jeder Zeile sagen, was sie unterscheidet.',
    ],
  },
  'prompt-empty': {
    en: ['A heading without text asks nothing.', 'Write the question behind ##.'],
    de: ['Eine Überschrift ohne Text fragt nichts.', 'Die Frage hinter ## schreiben.'],
  },
  'reason-missing': {
    en: [
      'This deck explains at least half of its options, and this one is left out. The learner who chose it is not told why it is wrong.',
      'Put a quote below the option, indented by two blanks.',
    ],
    de: [
      'Dieser Stapel begründet mindestens die Hälfte seiner Optionen, diese nicht. Wer sie wählt, erfährt nicht, warum sie falsch ist.',
      'Unter die Option ein Zitat setzen, um zwei Zeichen eingerückt.',
    ],
    example: '- [ ] Xen\n  > Type 1: Xen boots first.',
  },
  'reason-outside': {
    en: [
      'A quote right below an option is taken as its reason, although it is not indented.',
      'Indent it by two blanks; kartei fmt does it.',
    ],
    de: [
      'Ein Zitat gleich unter einer Option gilt als ihre Begründung, obwohl es nicht eingerückt ist.',
      'Es um zwei Zeichen einrücken; kartei fmt tut es.',
    ],
  },
  'same-question': {
    en: [
      'Two cards of one kind and language ask the same, but for case and punctuation. The learner is asked twice, and the schedule counts both.',
      'Delete one, or ask for another side of the fact. Two kinds, such as typed and choice, are fine.',
    ],
    de: [
      'Zwei Karten einer Art und Sprache fragen bis auf Groß- und Kleinschreibung und Zeichensetzung dasselbe.',
      'Eine löschen oder nach einer anderen Seite des Fakts fragen. Zwei Arten, etwa getippt und Auswahl, sind in Ordnung.',
    ],
  },
  'setext-heading': {
    en: [
      'Dashes or equals signs right below a text make it a heading, which in a deck is most often not meant.',
      'Put a blank line above them, or write the heading with #.',
    ],
    de: [
      'Striche oder Gleichheitszeichen gleich unter einem Text machen ihn zur Überschrift, was in Stapeln meist nicht gemeint ist.',
      'Eine Leerzeile darüber setzen oder die Überschrift mit # schreiben.',
    ],
  },
  'trailing-blank': {
    en: [
      'Blanks at the end of a line cannot be seen, yet two of them are a line break, and editors remove them.',
      'Delete them; a line break is a backslash.',
    ],
    de: [
      'Leerzeichen am Zeilenende sind unsichtbar, zwei davon aber ein Zeilenumbruch, und Editoren entfernen sie.',
      'Sie löschen; ein Zeilenumbruch ist ein Backslash.',
    ],
  },
  transcript: {
    en: [
      'A block console verify holds commands and what they print, so that kartei verify can run it. A pattern line is for the whole line and knows . [a-z] [^a] \\d \\w \\s \\D \\W \\S ( | ) * + ? {2} {2,} {2,5}, and nothing else: what can make matching slow is refused.',
      'Begin with a command, $ and a blank; then its output, ... for any lines, and [1] for an exit status that is not 0.',
    ],
    de: [
      'Ein Block console verify enthält Befehle und ihre Ausgabe, damit kartei verify ihn ausführen kann. Eine Musterzeile gilt für die ganze Zeile und kennt . [a-z] [^a] \\d \\w \\s \\D \\W \\S ( | ) * + ? {2} {2,} {2,5} und sonst nichts: Was den Vergleich langsam machen kann, wird abgelehnt.',
      'Mit einem Befehl beginnen, $ und Leerzeichen; dann die Ausgabe, ... für beliebige Zeilen und [1] für einen Exit-Status, der nicht 0 ist.',
    ],
    example: '```console verify\n$ printf "a1\\n"; false\n/^a\\d+$/\n[1]\n```',
  },
  'translation-base': {
    en: [
      'A translation cannot be read without the file that it translates, and there is one file for each language.',
      'Mend the base first, or give the file another language tag.',
    ],
    de: [
      'Eine Übersetzung ist ohne die übersetzte Datei nicht lesbar, und je Sprache gibt es eine Datei.',
      'Zuerst die Vorlage berichtigen oder der Datei ein anderes Sprachkürzel geben.',
    ],
  },
  'translation-card': {
    en: [
      'A card of the base is missing in the translation; it is asked in the language of the base.',
      'Translate it, with the same id.',
    ],
    de: [
      'Eine Karte der Vorlage fehlt in der Übersetzung; sie wird in der Sprache der Vorlage gefragt.',
      'Sie mit derselben ID übersetzen.',
    ],
  },
  'translation-code': {
    en: [
      'Code is not translated, so that both languages ask the same. Fences with text answers, lines to order, gaps or the info string text may differ.',
      'Copy the block from the base.',
    ],
    de: [
      'Code wird nicht übersetzt, damit beide Sprachen dasselbe fragen. Blöcke mit Textantworten, zu ordnenden Zeilen, Lücken oder der Angabe text dürfen abweichen.',
      'Den Block aus der Vorlage übernehmen.',
    ],
  },
  'translation-differs': {
    en: [
      'A card of a translation has the id, kind, answers and gaps of its original, for the progress belongs to both. This one is left out.',
      'Make them equal; options correspond by position.',
    ],
    de: [
      'Eine übersetzte Karte hat ID, Art, Antworten und Lücken ihrer Vorlage, denn der Fortschritt gilt für beide. Diese wird übergangen.',
      'Beide angleichen; Optionen entsprechen sich der Stelle nach.',
    ],
  },
  'translation-id': {
    en: [
      'A translation has the deck id of its base, whatever it says itself.',
      'Remove the id from its front matter.',
    ],
    de: [
      'Eine Übersetzung hat die Stapel-ID ihrer Vorlage, was auch immer sie selbst sagt.',
      'Die ID aus ihrem Vorspann löschen.',
    ],
  },
};
