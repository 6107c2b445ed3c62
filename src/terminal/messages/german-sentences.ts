import type { Catalogue } from './say.ts';

/** What is wrong in decks, exam files and repositories, and what to do about it. Hints on files are infinitives. */
export const germanSentences: Catalogue = {
  // Git and the disk.
  'The log file cannot be written: %1': 'Die Protokolldatei lässt sich nicht schreiben: %1',
  'It could not be fetched.': 'Sie ließ sich nicht holen.',
  'The repository is empty.': 'Das Repository ist leer.',
  'In the place of a file of Git there is a pipe or a device: %1':
    'Wo eine Datei von Git sein sollte, ist eine Pipe oder ein Gerät: %1',
  'Nothing was changed. Remove it, then try again.':
    'Nichts wurde geändert. Entferne das, dann versuche es erneut.',
  'The repository holds %1 files of %2 MiB, too much for decks.':
    'Das Repository enthält %1 Dateien mit %2 MiB, zu viel für Stapel.',
  'The repository has more than %1 folders in one another.':
    'Im Repository liegen mehr als %1 Ordner ineinander.',
  'At most %1 files and %2 MiB are taken.': 'Höchstens %1 Dateien und %2 MiB werden angenommen.',
  'The settings of the repository in %1 would start a program: %2':
    'Die Einstellungen des Repositorys in %1 würden ein Programm starten: %2',
  'Remove it there; what you set with "git config --global" is used.':
    'Sie dort entfernen; was mit git config --global gesetzt ist, gilt.',
  'Git failed.': 'Git ist gescheitert.',
  'The progress is already synchronized with another repository.':
    'Der Fortschritt wird schon mit einem anderen Repository abgeglichen.',
  'The progress has no remote that could be used.':
    'Für den Fortschritt ist kein brauchbares entferntes Repository eingetragen.',
  'The repository of the progress cannot be reached; everything is kept here.':
    'Das Repository des Fortschritts ist nicht erreichbar; hier bleibt alles erhalten.',
  'This repository holds other things than the progress of kartei.':
    'Dieses Repository enthält anderes als den Fortschritt von kartei.',
  'Make an empty repository for the progress alone.':
    'Lege ein leeres Repository nur für den Fortschritt an.',
  'Git knows no commit %1 in %2.': 'Git kennt in %2 keinen Commit %1.',
  'Git is not installed, or not on the PATH.': 'Git ist nicht installiert oder steht nicht im PATH.',
  'Install it: apt install git': 'Installiere es: apt install git',
  'git %1 took too long and was ended.': 'git %1 dauerte zu lange und wurde beendet.',
  'Check the network, then try again.': 'Prüfe die Verbindung und versuche es noch einmal.',
  'git %1 printed more than is sound; it was ended.':
    'git %1 gab mehr aus, als sein kann, und wurde beendet.',
  'git %1 could not be started: %2': 'git %1 ließ sich nicht starten: %2',
  'Other machines were faster %1 times in a row; everything is kept here.':
    'Andere Rechner waren %1-mal nacheinander schneller; hier bleibt alles erhalten.',
  'Try again: kartei sync': 'Versuche es noch einmal: kartei sync',
  'The repository of the progress takes nothing; everything is kept here.':
    'Das Repository des Fortschritts nimmt nichts an; hier bleibt alles erhalten.',
  'The shell for a block could not be started.': 'Die Shell für einen Block ließ sich nicht starten.',
  'The folder of added decks %1 cannot be read (%2).':
    'Der Ordner der hinzugefügten Stapel, %1, ist nicht lesbar (%2).',
  'Nothing is lost. Make the folder readable.': 'Nichts ist verloren. Mache den Ordner lesbar.',
  'The folder %1 cannot be watched (%2).': 'Der Ordner %1 lässt sich nicht beobachten (%2).',
  'Without --watch the file is drawn once.': 'Ohne --watch wird die Datei einmal gezeichnet.',
  'No card of these decks can be read.': 'Keine Karte dieser Stapel lässt sich lesen.',
  'Nothing is lost. "kartei lint" says what is wrong.':
    'Nichts ist verloren. „kartei lint“ sagt, was nicht stimmt.',
  'The deck %1 has just been changed or removed.': 'Der Stapel %1 wurde eben geändert oder gelöscht.',
  'The card %1 has just been removed from its deck.': 'Die Karte %1 wurde eben aus ihrem Stapel gelöscht.',
  'Nothing is lost. Start kartei again.': 'Nichts ist verloren. Starte kartei neu.',
  'The setting was not saved to %1 (%2).': 'Die Einstellung wurde nicht in %1 gespeichert (%2).',
  'It holds until you leave. See that the folder is writable and the disk not full.':
    'Sie gilt, bis du gehst. Sorge dafür, dass der Ordner beschreibbar und die Platte nicht voll ist.',

  // Files and folders of a collection.
  'This file cannot be read (%1).': 'Diese Datei ist nicht lesbar (%1).',
  'Look at its permissions.': 'Ihre Zugriffsrechte prüfen.',
  'This file is larger than 2 MiB.': 'Diese Datei ist größer als 2 MiB.',
  'This file is larger than 64 KiB.': 'Diese Datei ist größer als 64 KiB.',
  'Shorten it.': 'Kürzen.',
  'Split the deck.': 'Den Stapel teilen.',
  'This file is UTF-16, not UTF-8.': 'Diese Datei ist UTF-16, nicht UTF-8.',
  'This line holds a byte that is not UTF-8.': 'Diese Zeile enthält ein Byte, das kein UTF-8 ist.',
  'Save the file as UTF-8.': 'Die Datei als UTF-8 speichern.',
  'This folder cannot be read (%1).': 'Dieser Ordner ist nicht lesbar (%1).',
  'This folder is more than %1 folders deep and is not read.':
    'Dieser Ordner liegt mehr als %1 Ebenen tief und wird nicht gelesen.',
  'Move it up, or name it under `ignore` in `.kartei.yaml`.':
    'Ihn nach oben verschieben oder in `.kartei.yaml` unter `ignore` nennen.',
  'This collection has more than %1 Markdown files; the rest is not read.':
    'Diese Sammlung hat mehr als %1 Markdown-Dateien; die übrigen werden nicht gelesen.',
  'Give a folder that holds decks only, or write `ignore` in `.kartei.yaml`.':
    'Einen Ordner nur mit Stapeln angeben oder in `.kartei.yaml` `ignore` setzen.',
  'The name of the collection cannot be used.': 'Der Name der Sammlung ist nicht brauchbar.',
  'Write `name:` and a word of letters, digits, `.`, `_`, `/`, `-`.':
    '`name:` und ein Wort aus Buchstaben, Ziffern, `.`, `_`, `/`, `-` schreiben.',
  'There is no file `%1` with facts in this collection.':
    'In dieser Sammlung gibt es keine Datei `%1` mit Fakten.',
  'Name a file below the folder of `.kartei.yaml`.':
    'Eine Datei unterhalb des Ordners von `.kartei.yaml` nennen.',
  'There is no fact %1.': 'Einen Fakt %1 gibt es nicht.',
  'Cite one of the file that `.kartei.yaml` names under `facts`.':
    'Einen aus der Datei angeben, die `.kartei.yaml` unter `facts` nennt.',

  // YAML and front matter.
  'The key %1 is not known.': 'Der Schlüssel %1 ist nicht bekannt.',
  'The keys are %1.': 'Die Schlüssel sind %1.',
  'Did you mean `%1`?': 'Meintest du `%1`?',
  'The front matter is not YAML: %1': 'Der Vorspann ist kein YAML: %1',
  'A bracket above is not closed.': 'Eine Klammer weiter oben ist nicht geschlossen.',
  'Close it in its own line: `tags: [a, b]`.': 'Sie in derselben Zeile schließen: `tags: [a, b]`.',
  'This line is no key with a value.': 'Diese Zeile ist kein Schlüssel mit Wert.',
  'Write `key: value`, and lists as `tags: [a, b]`.':
    '`Schlüssel: Wert` schreiben, und Listen als `tags: [a, b]`.',
  'Write `%1: %2`.': '`%1: %2` schreiben.',
  'A value that holds a colon and a blank must be quoted.':
    'Ein Wert, in dem ein Doppelpunkt mit Leerzeichen steht, braucht Anführungszeichen.',
  'Write %1.': '%1 schreiben.',
  'A value that begins with %1 must be quoted.': 'Ein Wert, der mit %1 beginnt, braucht Anführungszeichen.',
  'Text follows a closed quote.': 'Hinter dem schließenden Anführungszeichen steht noch Text.',
  "Quote all of it: `%1'%2'`.": "Alles zusammen in Anführungszeichen setzen: `%1'%2'`.",
  'A quote is not closed.': 'Ein Anführungszeichen ist nicht geschlossen.',
  'Close it on the same line.': 'Es in derselben Zeile schließen.',
  'A list is not written rightly.': 'Eine Liste ist nicht richtig geschrieben.',
  'Write `%1[a, b]`, and quote a text that begins with a bracket: %2.':
    '`%1[a, b]` schreiben, und einen Text, der mit einer Klammer beginnt, in Anführungszeichen: %2.',
  'Git could not merge the front matter: it holds conflict markers.':
    'Git konnte den Vorspann nicht zusammenführen: Er enthält Konfliktmarken.',
  'Keep one of the two sides and delete the markers.':
    'Eine der beiden Seiten behalten und die Marken löschen.',
  'YAML is indented with blanks, never with tabs.':
    'YAML wird mit Leerzeichen eingerückt, niemals mit Tabulatoren.',
  'Write two blanks for the tab.': 'Statt des Tabulators zwei Leerzeichen schreiben.',
  'A blank is missing after the colon.': 'Hinter dem Doppelpunkt fehlt ein Leerzeichen.',
  'Write `%1`.': '`%1` schreiben.',
  '%1 follows the three dashes of the first line.': 'Hinter den drei Strichen der ersten Zeile steht %1.',
  'Front matter opens with a line that is exactly `---`, and is YAML.':
    'Der Vorspann beginnt mit einer Zeile, die genau `---` lautet, und ist YAML.',
  'The front matter is larger than 64 KiB, or not closed.':
    'Der Vorspann ist größer als 64 KiB oder nicht geschlossen.',
  'The front matter is not closed.': 'Der Vorspann ist nicht geschlossen.',
  'Close it with a line that is exactly `---`.': 'Ihn mit einer Zeile schließen, die genau `---` lautet.',
  'More than %1 blanks stand in a row.': 'Mehr als %1 Leerzeichen stehen hintereinander.',
  'Delete them.': 'Sie löschen.',
  'The YAML has more than %1 lines, brackets and other marks.':
    'Das YAML hat mehr als %1 Zeilen, Klammern und andere Zeichen.',
  'The YAML is nested deeper than %1 levels.': 'Das YAML ist tiefer als %1 Ebenen verschachtelt.',
  'Flatten it.': 'Weniger tief verschachteln.',
  'A key must be one text.': 'Ein Schlüssel muss ein einzelner Text sein.',
  'Quote it.': 'Ihn in Anführungszeichen setzen.',
  'The key %1 is given twice.': 'Der Schlüssel %1 steht zweimal da.',
  'Keep one.': 'Einen behalten.',
  'Aliases (`*name`) are not read.': 'Aliasse (`*name`) werden nicht gelesen.',
  'Write the value out.': 'Den Wert ausschreiben.',
  '`%1` cannot be %2.': '`%1` kann nicht %2 sein.',
  '`%1` must be one text.': '`%1` muss ein einzelner Text sein.',
  '`%1` must be a list of texts.': '`%1` muss eine Liste von Texten sein.',
  '`%1` must be one line of text.': '`%1` muss eine Zeile Text sein.',
  '`%1` must be one of %2.': '`%1` muss eines von %2 sein.',
  '`%1` must be a whole number from 1 to %2.': '`%1` muss eine ganze Zahl von 1 bis %2 sein.',
  '`%1` is no mapping.': '`%1` ist keine Zuordnung von Schlüsseln zu Werten.',
  'Write `%1: …`.': '`%1: …` schreiben.',
  'Write `%1: [a, b]`.': '`%1: [a, b]` schreiben.',
  'It is up to 100 of the characters a-z, 0-9, `.`, `_`, `/`, `-`.':
    'Es sind bis zu 100 der Zeichen a-z, 0-9, `.`, `_`, `/`, `-`.',
  'It is a language tag such as `en` or `pt-BR`.': 'Es ist ein Sprachkürzel wie `de` oder `pt-BR`.',
  'It is `all` or `marked`.': 'Es ist `all` oder `marked`.',

  // The head of a deck.
  'The deck has no title.': 'Der Stapel hat keinen Titel.',
  'Write `deck: Title`.': '`deck: Titel` schreiben.',
  'The title takes more than one line.': 'Der Titel nimmt mehr als eine Zeile ein.',
  'Use `description` for more.': 'Für mehr ist `description` da.',
  'This deck is in format %1; this program reads format %2.':
    'Dieser Stapel hat das Format %1; dieses Programm liest Format %2.',
  'Install a newer kartei.': 'Ein neueres kartei installieren.',
  'Write `format: %1`.': '`format: %1` schreiben.',
  'The deck has no id of its own: renamed or moved, it would be another deck.':
    'Der Stapel hat keine eigene ID: Umbenannt oder verschoben wäre er ein anderer Stapel.',
  'Write `id: %1` into the front matter.': '`id: %1` in den Vorspann schreiben.',
  'The deck id `%1` is already that of %2.': 'Die Stapel-ID `%1` hat schon %2.',
  'Give this deck another `id`.': 'Diesem Stapel eine andere `id` geben.',
  'This deck has more than 5,000 cards; this one and those below are not loaded.':
    'Dieser Stapel hat mehr als 5.000 Karten; diese und die darunter werden nicht geladen.',
  'There is no rule `%1` to switch off.': 'Eine Regel `%1` zum Abschalten gibt es nicht.',
  'Rules are named in brackets behind each problem.': 'Die Regeln stehen in Klammern hinter jedem Fehler.',

  // Translations.
  'This translation is not read: %1 has errors.': 'Diese Übersetzung wird nicht gelesen: %1 enthält Fehler.',
  'Mend that file first.': 'Zuerst jene Datei berichtigen.',
  'A translation has the id of its base, `%1`.': 'Eine Übersetzung hat die ID ihrer Vorlage, `%1`.',
  'Remove the `id`.': 'Die `id` löschen.',
  'There is already a file in the language `%1`.': 'In der Sprache `%1` gibt es schon eine Datei.',
  'Give one of them another `lang`.': 'Einer von beiden eine andere `lang` geben.',
  'The card `%1` (line %2 of the base) is not translated.':
    'Die Karte `%1` (Zeile %2 der Vorlage) ist nicht übersetzt.',
  'It is asked in the language of the base.': 'Sie wird in der Sprache der Vorlage gefragt.',
  'A card of a translation needs the id of its original.':
    'Eine übersetzte Karte braucht die ID ihrer Vorlage.',
  'Write `<!-- id: … -->` under the heading, in both files; `kartei fmt --ids` does it.':
    'In beiden Dateien `<!-- id: … -->` unter die Überschrift schreiben; `kartei fmt --ids` tut es.',
  'The base has no card `%1`.': 'Die Vorlage hat keine Karte `%1`.',
  'Give it the id of its original, or delete it.': 'Ihr die ID ihrer Vorlage geben oder sie löschen.',
  'This card is %1, its original is %2.': 'Diese Karte ist eine %1, ihre Vorlage eine %2.',
  'Make them of one kind.': 'Beide von derselben Art machen.',
  'The options do not stand in the order of the original, or other ones are right.':
    'Die Optionen stehen nicht in der Reihenfolge der Vorlage, oder andere sind richtig.',
  'Options correspond by position: translate them one by one.':
    'Optionen entsprechen sich der Stelle nach: eine nach der anderen übersetzen.',
  '%1 lines are to be ordered, in the original %2.': 'Zu ordnen sind %1 Zeilen, in der Vorlage %2.',
  'Translate each line.': 'Jede Zeile übersetzen.',
  'The shape of the answer is not that of the original.': 'Die Form der Antwort ist nicht die der Vorlage.',
  'Write `answer %1%2`.': '`answer %1%2` schreiben.',
  'The accepted answers are not those of the original.': 'Die Antworten sind nicht die der Vorlage.',
  'Answers of the shape %1 are not translated.': 'Antworten der Form %1 werden nicht übersetzt.',
  'The gaps are not those of the original.': 'Die Lücken sind nicht die der Vorlage.',
  'The original has %1.': 'Die Vorlage hat %1.',
  'Number the gaps in both files: `{{c1::text}}`.':
    'Die Lücken in beiden Dateien nummerieren: `{{c1::Text}}`.',
  'The code of this card is not that of its original.': 'Der Code dieser Karte ist nicht der ihrer Vorlage.',
  'Compare it with line %1 of the base; comments in code count too.':
    'Mit Zeile %1 der Vorlage vergleichen; auch Kommentare im Code zählen.',

  // Attributes of cards.
  'A comma must stand between two attributes.': 'Zwischen zwei Attribute gehört ein Komma.',
  'Write `id: x, tags: [a, b]`.': '`id: x, tags: [a, b]` schreiben.',
  '`%1` is an attribute without a value.': '`%1` ist ein Attribut ohne Wert.',
  'Quote a value that holds a comma: `source: "foo(1), bar(2)"`.':
    'Einen Wert mit Komma in Anführungszeichen setzen: `source: "foo(1), bar(2)"`.',
  'A blank is missing after `%1:`.': 'Hinter `%1:` fehlt ein Leerzeichen.',
  '`%1` has no value.': '`%1` hat keinen Wert.',
  'Write `%1: …`, or leave `%2` out.': '`%1: …` schreiben oder `%2` weglassen.',
  'A list is not closed.': 'Eine Liste ist nicht geschlossen.',
  'A comma must stand between two values.': 'Zwischen zwei Werte gehört ein Komma.',
  'A value is empty.': 'Ein Wert ist leer.',
  'The value `%1` must be quoted.': 'Der Wert `%1` braucht Anführungszeichen.',
  'Remove the surplus comma.': 'Das überzählige Komma löschen.',
  'Write `"%1"`.': '`"%1"` schreiben.',
  "Write `'…'` on both sides.": "Auf beiden Seiten `'` schreiben: `'…'`.",
  'Write `"…"` on both sides.': 'Auf beiden Seiten `"` schreiben: `"…"`.',
  '`%1` means nothing in double quotes.': '`%1` bedeutet zwischen doppelten Anführungszeichen nichts.',
  'Write `\\\\` for a backslash.': 'Für einen Rückstrich `\\\\` schreiben.',
  '`%1` is given twice.': '`%1` steht zweimal da.',
  'Keep one of the two.': 'Eines von beiden behalten.',
  'There is no attribute %1.': 'Ein Attribut %1 gibt es nicht.',
  'The attributes are %1.': 'Die Attribute sind %1.',
  '`pool` can only be `exam`.': '`pool` kann nur `exam` sein.',
  'Write `pool: exam`.': '`pool: exam` schreiben.',
  "%1 cannot be a card's id.": '%1 kann nicht die ID einer Karte sein.',
  'An id is up to 64 of the characters a-z, 0-9, `.`, `_` and `-`, and begins with a letter or digit.':
    'Eine ID besteht aus bis zu 64 der Zeichen a-z, 0-9, `.`, `_` und `-` und beginnt mit einem Buchstaben oder einer Ziffer.',
  '`%1` is `true` or `false`.': '`%1` ist `true` oder `false`.',
  'Write `%1: true`.': '`%1: true` schreiben.',
  'This comment looks like attributes but is none.':
    'Dieser Kommentar sieht nach Attributen aus, ist aber keines.',
  'Attributes begin with a key and a colon: `<!-- id: name, tags: [a, b] -->`.':
    'Attribute beginnen mit einem Schlüssel und einem Doppelpunkt: `<!-- id: name, tags: [a, b] -->`.',
  'The attributes stand too far below their heading.':
    'Die Attribute stehen zu weit unter ihrer Überschrift.',
  'Leave one blank line between them.': 'Höchstens eine Leerzeile dazwischen lassen.',
  'Text follows the attributes on their line.': 'Hinter den Attributen steht in derselben Zeile noch Text.',
  'Begin it on a line of its own.': 'Ihn in einer eigenen Zeile beginnen.',
  'This card has two comments with attributes.': 'Diese Karte hat zwei Kommentare mit Attributen.',
  'These attributes are not read.': 'Diese Attribute werden nicht gelesen.',
  'Join them into one.': 'Sie zu einem verbinden.',
  'Move them up: attributes are the first thing under the heading.':
    'Sie nach oben rücken: Attribute stehen als Erstes unter der Überschrift.',
  '`reverse` means something on basic cards only.': '`reverse` bedeutet nur bei einfachen Karten etwas.',
  '`shuffle` means something on choice cards only.': '`shuffle` bedeutet nur bei Auswahlkarten etwas.',
  'Remove it.': 'Das Attribut löschen.',
  'The id `%1` is already that of line %2.': 'Die ID `%1` steht schon in Zeile %2.',
  'Give this card another id.': 'Dieser Karte eine andere ID geben.',

  // Cards of every kind.
  basic: 'einfache Karte',
  choice: 'Auswahlkarte',
  typed: 'Eingabekarte',
  order: 'Reihenfolgekarte',
  cloze: 'Lückenkarte',
  'This `[!%1]` is empty.': 'Dieses `[!%1]` ist leer.',
  'Write its text on the next line: `> …`.': 'Seinen Text in die nächste Zeile schreiben: `> …`.',
  '`[!%1]` means nothing here.': '`[!%1]` bedeutet hier nichts.',
  'A hint is `[!TIP]`, explanation is `[!NOTE]`.': 'Ein Tipp ist `[!TIP]`, eine Erläuterung `[!NOTE]`.',
  'Write `- [ ] text` or `- [x] text`, with a blank after the dash and after the bracket.':
    '`- [ ] Text` oder `- [x] Text` schreiben, mit Leerzeichen hinter dem Strich und der Klammer.',
  'The marks are `answer SHAPE`, `order`, and an info string that ends in `cloze`.':
    'Die Kennzeichen sind `answer FORM`, `order` und eine Angabe, die auf `cloze` endet.',
  'The info string %1 is no mark.': 'Die Angabe %1 am Code-Block ist kein Kennzeichen.',
  'Put it at the left margin, outside of the list.':
    'Den Block an den linken Rand setzen, außerhalb der Liste.',
  '%1 is nearly a mark of a card, but not quite.':
    '%1 ist beinahe, aber nicht ganz das Kennzeichen einer Kartenart.',
  'Git could not merge this card: it holds conflict markers.':
    'Git konnte diese Karte nicht zusammenführen: Sie enthält Konfliktmarken.',
  'Git could not merge this text: it holds conflict markers.':
    'Git konnte diesen Text nicht zusammenführen: Er enthält Konfliktmarken.',
  'Keep one of the two sides and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.':
    'Eine der beiden Seiten behalten und die Zeilen mit `<<<<<<<`, `=======` und `>>>>>>>` löschen.',
  'This card is larger than 64 KiB.': 'Diese Karte ist größer als 64 KiB.',
  'Split it.': 'Sie teilen.',
  'This line makes the text above it a heading.': 'Diese Zeile macht den Text darüber zur Überschrift.',
  'Put a blank line above the dashes, or write the heading with `#`.':
    'Eine Leerzeile über die Striche setzen oder die Überschrift mit `#` schreiben.',
  'This code block is open to the end of the file.': 'Dieser Code-Block ist bis zum Ende der Datei offen.',
  'Close it with %1.': 'Ihn schließen, mit %1.',
  'a line of as many marks': 'einer Zeile aus ebenso vielen Zeichen',
  'a line %1': 'einer Zeile %1',
  'This comment or HTML block is not closed.': 'Dieser Kommentar oder HTML-Block ist nicht geschlossen.',
  'Close it, with `-->` for a comment.': 'Ihn schließen, einen Kommentar mit `-->`.',
  'This line is longer than 8 KiB.': 'Diese Zeile ist länger als 8 KiB.',
  'Break it.': 'Sie umbrechen.',
  '%1 is no heading.': '%1 ist keine Überschrift.',
  'Put a blank after `##`.': 'Hinter `##` ein Leerzeichen setzen.',
  '%1 stands in a code block and is no card.': '%1 steht in einem Code-Block und ist keine Karte.',
  'Is %1 not closed? Else switch it off: `lint: [heading-in-fence]` in the front matter.':
    'Ist %1 nicht geschlossen? Sonst die Regel abschalten: `lint: [heading-in-fence]` im Vorspann.',
  'the fence of line %1': 'der Code-Block aus Zeile %1',
  'a fence': 'ein Code-Block',
  'This card has no answer.': 'Diese Karte hat keine Antwort.',
  'Write it below the `---`.': 'Sie unter das `---` schreiben.',
  'Write it below the heading.': 'Sie unter die Überschrift schreiben.',
  'This card has no prompt.': 'Diese Karte hat keine Frage.',
  'Write it after `##`.': 'Sie hinter `##` schreiben.',
  '%1 is a second block to answer; the first is in line %2.':
    '%1 ist ein zweiter Block zum Beantworten; der erste steht in Zeile %2.',
  'A card is of one kind: %1 makes it %2, line %3 makes it %4.':
    'Eine Karte ist von einer Art: %1 macht sie zur %2, Zeile %3 zur %4.',
  'Braces that are no gap stand in code, or are written `\\{{`.':
    'Klammern, die keine Lücke sind, stehen in Code oder als `\\{{`.',
  'Make two cards of it.': 'Zwei Karten daraus machen.',
  'This question already stands in line %1.': 'Diese Frage steht schon in Zeile %1.',
  'Ask it in other words, or join the two cards.':
    'Sie mit anderen Worten stellen oder die beiden Karten verbinden.',
  'This asks what %1:%2 asks.': 'Das fragt dasselbe wie %1:%2.',
  'Ask it in another way, of another kind, or delete one of them.':
    'Anders fragen, mit einer anderen Kartenart, oder eine davon löschen.',
  'The learner is asked for %1, and %2 is more than that.': 'Gefragt ist %1, und %2 ist mehr als das.',
  'a command alone, without path or parameters': 'ein Befehl allein, ohne Pfad und Parameter',
  'an option alone': 'eine Option allein',
  'Write that alone, or take the shape command, whose answers are whole command lines.':
    'Das allein schreiben, oder die Form command nehmen, deren Antworten ganze Befehlszeilen sind.',
  'The prompt contains its answer, %1.': 'Die Frage enthält ihre Antwort, %1.',
  'Ask without it.': 'Ohne sie fragen.',
  'The line ends in blanks.': 'Die Zeile endet mit Leerzeichen.',
  'Delete them; a line break is a `\\`.': 'Sie löschen; ein Zeilenumbruch ist ein `\\`.',
  'The line takes %1 columns, more than %2.': 'Die Zeile nimmt %1 Spalten ein, mehr als %2.',
  'Break it: a line end in a paragraph is a blank.':
    'Sie umbrechen: Im Absatz ist ein Zeilenende ein Leerzeichen.',

  // Gaps.
  'A gap cuts a code span in two.': 'Eine Lücke zerschneidet einen Code-Abschnitt.',
  'Close the code before the gap: `` `docker run` {{`-d`}} `nginx` ``.':
    'Den Code vor der Lücke schließen: `` `docker run` {{`-d`}} `nginx` ``.',
  'The braces of this gap are not balanced.': 'Die Klammern dieser Lücke gehen nicht auf.',
  'A gap is `{{text}}` within one block, without another one in it; literal braces are `\\{{`, or stand in code.':
    'Eine Lücke ist `{{Text}}` in einem Block, ohne eine zweite darin; wörtliche Klammern sind `\\{{` oder stehen in Code.',
  'The number of this gap is not written rightly.': 'Die Nummer dieser Lücke ist nicht richtig geschrieben.',
  'Gaps that are asked together are `{{c1::text}}`.':
    'Lücken, die zusammen gefragt werden, sind `{{c1::Text}}`.',
  'This gap looks like an IPv6 address, whose `::` would begin a hint.':
    'Diese Lücke sieht nach einer IPv6-Adresse aus, deren `::` einen Tipp beginnen würde.',
  'Write it as code: {{`%1`}}.': 'Sie als Code schreiben: {{`%1`}}.',
  'The hint of this gap is empty.': 'Der Tipp dieser Lücke ist leer.',
  'This gap is empty.': 'Diese Lücke ist leer.',
  'Write `{{text}}` or `{{text::hint}}`.': '`{{Text}}` oder `{{Text::Tipp}}` schreiben.',
  'This block has no gap.': 'Dieser Block hat keine Lücke.',
  'Write `{{text}}` in it.': '`{{Text}}` hineinschreiben.',
  'These braces close no gap.': 'Diese Klammern schließen keine Lücke.',
  'Write `{{text}}`; braces in code are left alone.':
    '`{{Text}}` schreiben; Klammern in Code bleiben unbehelligt.',

  // Options.
  'This quote is taken as the reason of the option above it.':
    'Dieses Zitat gilt als Begründung der Option darüber.',
  'Indent it by two blanks: `  %1`.': 'Es um zwei Leerzeichen einrücken: `  %1`.',
  'An option is one paragraph, and a block quote for its reason.':
    'Eine Option ist ein Absatz, mit einem Zitat als Begründung.',
  'Put code, lists and further paragraphs above the options, or below a blank line and at the left margin.':
    'Code, Listen und weitere Absätze über die Optionen setzen, oder unter eine Leerzeile und an den linken Rand.',
  '%1 stands among the options but has no box.': '%1 steht zwischen den Optionen, hat aber kein Kästchen.',
  'Write `- [ ] text`, or begin another list with `*`, a paragraph apart.':
    '`- [ ] Text` schreiben, oder durch einen Absatz getrennt mit `*` eine andere Liste beginnen.',
  'This option is empty.': 'Diese Option ist leer.',
  'Write `- [ ] text`.': '`- [ ] Text` schreiben.',
  'There are %1 options.': 'Zahl der Optionen: %1.',
  'Write %1 to %2.': '%1 bis %2 schreiben.',
  'The option %1 stands here twice.': 'Die Option %1 steht hier zweimal.',
  'Remove one.': 'Eine davon löschen.',
  'No option is right.': 'Keine Option ist richtig.',
  'Mark the right one: `- [x] text`.': 'Die richtige kennzeichnen: `- [x] Text`.',
  'All options are right.': 'Alle Optionen sind richtig.',
  'Add a wrong one, or ask for the answers with `answer … all`.':
    'Eine falsche ergänzen oder mit `answer … all` nach den Antworten fragen.',
  'The right option is longer than every other by more than half, as in %1 of %2 cards here.':
    'Die richtige Option ist um mehr als die Hälfte länger als jede andere, wie hier bei %1 von %2 Karten.',
  'Shorten it, or give the others as much detail.': 'Sie kürzen oder die anderen ebenso ausführlich machen.',
  'Option %1 is the right one in %2 of %3 cards; about %4 would be even.':
    'Bei %2 von %3 Karten ist Option %1 die richtige; gleichmäßig wären etwa %4.',
  'Move the right options about; a reader of the file learns their places.':
    'Die richtigen Optionen umstellen; wer die Datei liest, merkt sich ihre Plätze.',
  'The option %1 is not explained, as the others of this deck are.':
    'Die Option %1 ist nicht begründet, anders als die übrigen dieses Stapels.',
  'Put a quote below it that says why it is right or wrong: `  > …`.':
    'Ein Zitat darunter setzen, das sagt, warum sie richtig oder falsch ist: `  > …`.',

  // Lines to order, typed answers, transcripts.
  'There are %1 lines to order.': 'Zahl der zu ordnenden Zeilen: %1.',
  'Two of the lines are equal.': 'Zwei der Zeilen sind gleich.',
  'Say in each line what sets it apart.': 'In jeder Zeile sagen, was sie unterscheidet.',
  'Write `answer SHAPE`, where SHAPE is one of %1.': '`answer FORM` schreiben; FORM ist eines von %1.',
  '%1 says too much.': '%1 sagt zu viel.',
  'Only `all` may follow the shape.': 'Hinter der Form darf nur `all` stehen.',
  'The shape of the answer is missing.': 'Die Form der Antwort fehlt.',
  'There is no shape %1.': 'Eine Form %1 gibt es nicht.',
  'The answer %1 stands here twice.': 'Die Antwort %1 steht hier zweimal.',
  'This block holds no answer.': 'Dieser Block enthält keine Antwort.',
  'Write one a line.': 'Je Zeile eine schreiben.',
  'Output stands above the first command.': 'Über dem ersten Befehl steht Ausgabe.',
  'This block holds no command.': 'Dieser Block enthält keinen Befehl.',
  'Begin the block with a command: `$ …`.': 'Den Block mit einem Befehl beginnen: `$ …`.',
  'This line holds a NUL character.': 'Diese Zeile enthält ein NUL-Zeichen.',
  'Write it with `printf`: `\\0`.': 'Es mit `printf` schreiben: `\\0`.',
  'No exit status is above 255.': 'Kein Exit-Status ist größer als 255.',
  'Write output that looks like a status as a pattern: `/^\\[256\\]$/`.':
    'Ausgabe, die nach einem Status aussieht, als Muster schreiben: `/^\\[256\\]$/`.',

  // Patterns for lines of output.
  'This pattern is not taken: %1.': 'Dieses Muster gilt nicht: %1.',
  '`|` stands outside of a group': '`|` steht außerhalb einer Gruppe',
  'Write `(one|other)`.': '`(eins|anderes)` schreiben.',
  'a `)` has no `(`': 'zu einer `)` fehlt die `(`',
  'Write `\\)` for the character.': 'Für das Zeichen selbst `\\)` schreiben.',
  'it is too large once its counts are written out': 'mit ausgeschriebenen Wiederholungen ist es zu groß',
  'Use smaller counts.': 'Kleinere Anzahlen verwenden.',
  '`%1` repeats nothing': '`%1` wiederholt nichts',
  'Write `\\%1` for the character.': 'Für das Zeichen selbst `\\%1` schreiben.',
  '`%1` stands inside; a pattern is for the whole line':
    '`%1` steht im Inneren; ein Muster gilt für die ganze Zeile',
  'it looks around or names a group': 'es blickt voraus oder zurück oder benennt eine Gruppe',
  'Groups are `(…)`, without more.': 'Gruppen sind `(…)`, ohne Zusätze.',
  'its groups are nested too deep': 'seine Gruppen sind zu tief verschachtelt',
  'Use fewer groups.': 'Weniger Gruppen verwenden.',
  'a `(` is not closed': 'eine `(` ist nicht geschlossen',
  'Write `\\(` for the character.': 'Für das Zeichen selbst `\\(` schreiben.',
  'it ends in a backslash': 'es endet mit einem Rückstrich',
  'Write `\\\\` for the character.': 'Für das Zeichen selbst `\\\\` schreiben.',
  '`\\%1` means nothing here': '`\\%1` bedeutet hier nichts',
  'There are `\\d`, `\\w`, `\\s`, `\\D`, `\\W`, `\\S` and `\\t`.':
    'Es gibt `\\d`, `\\w`, `\\s`, `\\D`, `\\W`, `\\S` und `\\t`.',
  'a `[` is not closed': 'eine `[` ist nicht geschlossen',
  'Write `\\[` for the character.': 'Für das Zeichen selbst `\\[` schreiben.',
  'a `[` stands in a set': 'in einer Zeichenmenge steht eine `[`',
  'a set holds too many characters': 'eine Zeichenmenge enthält zu viele Zeichen',
  'Write ranges.': 'Bereiche schreiben.',
  '`[]` holds nothing': '`[]` enthält nichts',
  'Name the characters.': 'Die Zeichen nennen.',
  'a range in `[…]` has no order': 'ein Bereich in `[…]` ist nicht geordnet',
  'Write it as `a-z`, or `\\-` for the character.':
    'Ihn als `a-z` schreiben, oder `\\-` für das Zeichen selbst.',
  'an opposite stands in `[…]`': 'in `[…]` steht ein Gegenteil',
  'Negate the whole set: `[^…]`.': 'Die ganze Menge umkehren: `[^…]`.',
  'one count stands behind another': 'eine Wiederholung steht hinter einer anderen',
  'Put the inner one into a group.': 'Die innere in eine Gruppe setzen.',
  'a `{` is no count': 'eine `{` ist keine Anzahl',
  'Write `{2}`, `{2,}` or `{2,5}`, up to %1, or `\\{`.':
    '`{2}`, `{2,}` oder `{2,5}` schreiben, bis %1, oder `\\{`.',

  // Exam files.
  '`id` cannot be %1.': '`id` kann nicht %1 sein.',
  'a list': 'eine Liste',
  'Write `%1: 60`.': '`%1: 60` schreiben.',
  '`scale` must rise from `min` over `pass` to `max`.':
    '`scale` muss von `min` über `pass` bis `max` steigen.',
  '`scale` must give `min`, `pass` and `max` as whole numbers, and nothing else.':
    '`scale` muss `min`, `pass` und `max` als ganze Zahlen angeben, und sonst nichts.',
  'Write `scale: { min: 200, pass: 500, max: 800 }`.':
    '`scale: { min: 200, pass: 500, max: 800 }` schreiben.',
  '`cut` must be a whole number of points above 0 and below `questions`.':
    '`cut` muss eine ganze Zahl von Punkten über 0 und unter `questions` sein.',
  'It is the number of points that just passes.': 'Es ist die Punktzahl, die gerade reicht.',
  '`warnings` must be minutes left.': '`warnings` müssen verbleibende Minuten sein.',
  'Write `warnings: [30, 5]`.': '`warnings: [30, 5]` schreiben.',
  'A warning comes before the exam begins.': 'Eine Warnung käme vor Beginn der Prüfung.',
  'Give fewer minutes than `minutes`.': 'Weniger Minuten angeben als `minutes`.',
  'The weights add up to %1, while the exam has %2 questions.':
    'Die Gewichte ergeben zusammen %1, die Prüfung hat aber %2 Fragen.',
  'Check them, or leave the shares to be rounded.': 'Sie prüfen, oder es beim Runden der Anteile belassen.',
  '`objectives` must be a list of 1 to %1 objectives.':
    '`objectives` muss eine Liste von 1 bis %1 Lernzielen sein.',
  'Write `- { id: "102.6", title: …, weight: 1 }` below it.':
    '`- { id: "102.6", title: …, weight: 1 }` darunter schreiben.',
  'The objective %1 is listed twice.': 'Das Lernziel %1 steht zweimal in der Liste.',
  'No objective has a weight above 0.': 'Kein Lernziel hat ein Gewicht über 0.',
  'Write `weight: 1` or more.': '`weight: 1` oder mehr schreiben.',
  'Objective %1 is no mapping.': 'Lernziel %1 ist keine Zuordnung von Schlüsseln zu Werten.',
  'Write `{ id: "102.6", title: …, weight: 1 }`.': '`{ id: "102.6", title: …, weight: 1 }` schreiben.',
  'Objective %1 has no %2.': 'Lernziel %1 fehlt %2.',
  id: 'die `id`',
  'Quote the code: `id: "102.6"`.': 'Die Nummer in Anführungszeichen setzen: `id: "102.6"`.',
  title: 'der Titel',
  'Write `title: …`.': '`title: …` schreiben.',
  'weight that is a whole number up to 1000': 'ein Gewicht, das eine ganze Zahl bis 1000 ist',
  'Write `weight: 1`.': '`weight: 1` schreiben.',
  'list of texts in `terms`': 'in `terms` eine Liste von Texten',
  'Write `terms: [a, b]`.': '`terms: [a, b]` schreiben.',
  'Objective %1 has a key %2, which is not known.':
    'Lernziel %1 hat einen Schlüssel %2, der nicht bekannt ist.',
  'The exam id `%1` is already that of %2.': 'Die Prüfungs-ID `%1` hat schon %2.',
  'Give this exam another `id`.': 'Dieser Prüfung eine andere `id` geben.',

  // Option tables.
  '`%1` is no known command.': '`%1` ist kein bekannter Befehl.',
  'Write the full name of one that has a table.':
    'Den vollen Namen eines Befehls schreiben, der eine Tabelle hat.',
  'Write one key for each command, with its options below it.':
    'Je Befehl einen Schlüssel schreiben, darunter seine Optionen.',
  '`%1` is no command name.': '`%1` ist kein Name eines Befehls.',
  'Write the bare name, without path and blanks.': 'Den bloßen Namen schreiben, ohne Pfad und Leerzeichen.',
  'Write `options:` below `%1`.': '`options:` unter `%1` schreiben.',
  '`%1` says nothing here.': '`%1` besagt hier nichts.',
  'Known keys: %1.': 'Bekannte Schlüssel: %1.',
  '`%1` has an unknown value.': '`%1` hat einen unbekannten Wert.',
  'Write %1 or %2.': '%1 oder %2 schreiben.',
  'This is no option.': 'Das ist keine Option.',
  'Write its names and value: `-o --output FILE`.':
    'Ihre Namen und ihren Wert schreiben: `-o --output FILE`.',
  '`command-after` is no number.': '`command-after` ist keine Zahl.',
  'Write how many operands come first, such as 1.':
    'Schreiben, wie viele Operanden davor kommen, zum Beispiel 1.',
};
