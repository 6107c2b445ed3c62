import { formatScalar } from '../../core/decks/format-attributes.ts';
import { formatFrontMatter } from '../../core/decks/format-front-matter.ts';
import { type Raw, raw } from '../../core/text/shown.ts';

export interface NewDeck {
  readonly title: string;
  readonly id: string;
  readonly lang: string;
  readonly objective: string;
  readonly license: string;
}

const german = `Der Text vor der ersten Karte ist eine Notiz für Leser.
Jede Überschrift mit zwei Rauten ist eine Karte.

## Was ist die Antwort auf eine einfache Karte?

<!-- id: basic-example -->

Alles, was unter ihrer Überschrift steht.

## Welche dieser Optionen ist richtig?

<!-- id: choice-example -->

- [x] die mit dem Kreuz
  > Ein Zitat unter einer Option sagt, warum sie richtig oder falsch ist.
- [ ] die ohne Kreuz
  > Gefragt wird in gemischter Reihenfolge.

## Welcher Befehl zählt Zeilen, Wörter und Zeichen?

<!-- id: typed-example -->

\`\`\`answer command-name
wc
\`\`\`
`;

const english = `Text before the first card is a note for readers. Each heading with two hashes is a card.

## What is the answer to a basic card?

<!-- id: basic-example -->

All that stands below its heading.

## Which of these options is right?

<!-- id: choice-example -->

- [x] the one with the cross
  > A quote below an option says why it is right or wrong.
- [ ] the one without a cross
  > Options are asked in a shuffled order.

## Which command counts lines, words and characters?

<!-- id: typed-example -->

\`\`\`answer command-name
wc
\`\`\`
`;

/** A deck with one card of each of the three kinds that are used most. */
export function newDeckText({ title, id, lang, objective, license }: NewDeck): Raw {
  const head = formatFrontMatter({
    title: raw(title),
    id,
    lang,
    objectives: objective === '' ? [] : [raw(objective)],
    ...(license === '' ? {} : { license: raw(license) }),
  });
  const format = `format: ${formatScalar('1')}`;
  return raw(`---\n${head}\n${format}\n---\n\n${lang.startsWith('de') ? german : english}`);
}
