import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { partsOf } from '../../src/core/decks/card.ts';
import { shownOrder } from '../../src/core/decks/shown-order.ts';
import { emptyDraft } from '../../src/core/session/draft.ts';
import { loadMarkdown } from '../../src/core/text/markdown.ts';
import { clean, raw } from '../../src/core/text/shown.ts';
import { lineWidth, plainText } from '../../src/core/text/styled-line.ts';
import { displayWidth } from '../../src/core/text/width.ts';
import { readCollection } from '../../src/storage/read-collection.ts';
import { answerBody } from '../../src/terminal/frames/answer-lines.ts';
import { questionBody } from '../../src/terminal/frames/question-lines.ts';
import { languages, messagesIn } from '../../src/terminal/messages/messages.ts';
import { unicodeGlyphs } from '../../src/terminal/output/glyphs.ts';
import type { Look } from '../../src/terminal/output/look.ts';

beforeAll(loadMarkdown);

const { decks } = readCollection(join(import.meta.dirname, '../../decks'));

describe.each([
  [80, 24],
  [40, 12],
])('in a window of %i×%i', (columns, rows) => {
  test.each(languages)('every shipped card in %s is drawn within it, question and answer', (language) => {
    const look: Look = {
      size: { columns, rows },
      glyphs: unicodeGlyphs,
      ascii: false,
      messages: messagesIn(language),
      language,
      highlight: undefined,
    };
    const tooWide: string[] = [];
    let drawn = 0;
    for (const deck of decks) {
      const file = language === 'en' ? deck.base : deck.translations.get(language);
      const originals = new Map(deck.base.deck.cards.map((card) => [card.id, card]));
      for (const card of file?.deck.cards ?? []) {
        const original = originals.get(card.id) ?? card;
        for (const part of partsOf(card)) {
          const ref = { collection: deck.collection, deck: deck.id, card: card.id, part };
          const question = {
            card,
            order: shownOrder(card, 'seed'),
            tips: card.hints.length,
            item: { ref, card: original, deck },
          };
          const answered = {
            question,
            answer: { kind: 'blank' as const },
            grade: undefined,
            overridden: false,
            allReasons: true,
          };
          const lines = [
            ...questionBody(question, emptyDraft(card), look).lines,
            ...answerBody(answered, look).lines,
          ];
          drawn += 1;
          for (const line of lines)
            if (lineWidth(line) > columns) tooWide.push(`${card.id}: ${plainText(line)}`);
        }
      }
    }
    expect(drawn).toBeGreaterThan(750);
    expect(tooWide).toEqual([]);
  });
});

/** What a fence has in a window of 40 columns; wider lines are broken, and a picture is no longer one. */
const pictureColumns = 36;

test.each(languages)('every picture in %s stands whole in a window of 40 columns', (language) => {
  const files = decks.flatMap(({ base, translations }) =>
    language === 'en' ? [base] : [...translations.values()],
  );
  const pictures = files.flatMap(({ deck }) =>
    deck.cards.flatMap(({ id, body }) =>
      [...body.matchAll(/^```text\n(.*?)\n```$/gmsu)].map(([, picture = '']) => ({ id, picture })),
    ),
  );
  const broken = pictures.filter(({ picture }) =>
    picture.split('\n').some((line) => displayWidth(clean(raw(line))) > pictureColumns),
  );
  expect(pictures.length).toBeGreaterThan(10);
  expect(broken.map(({ id }) => id)).toEqual([]);
});
