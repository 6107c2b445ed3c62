import { deckIdPattern, type deckKeys } from '../../core/decks/parse-head.ts';

type DeckKey = (typeof deckKeys)[number];

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const oneOrMore = { anyOf: [text, texts] };

const properties: Readonly<Record<DeckKey, object>> = {
  deck: { ...text, minLength: 1, pattern: '^[^\\n]+$', description: 'The title, one line.' },
  id: {
    ...text,
    pattern: deckIdPattern.source,
    description: 'The identity of the deck: with it the file can be moved and renamed freely.',
  },
  format: { enum: ['1', 1], description: 'The version of the deck format.' },
  lang: { ...text, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$', description: 'A BCP 47 tag, such as en.' },
  objective: { ...oneOrMore, description: 'Codes of the exam objectives that the deck serves, in quotes.' },
  tags: { ...oneOrMore, description: 'Tags of all cards of the deck.' },
  cards: {
    enum: ['all', 'marked'],
    description: 'marked: only headings with an attribute comment are cards.',
  },
  commands: { type: 'object', description: 'Option tables for grading typed commands.' },
  lint: { ...oneOrMore, description: 'Rules of kartei lint that are switched off in this file.' },
  description: { ...text, description: 'What the deck is about, shown in its page.' },
  author: { ...text, description: 'Who wrote it.' },
  license: { ...text, description: 'Under which licence it may be used.' },
  source: { ...oneOrMore, description: 'What the cards are taken from.' },
};

/** JSON Schema of a deck's front matter, for editors; what it lets pass, `kartei lint` may still find. */
export const frontMatterSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Front matter of a kartei deck',
  type: 'object',
  required: ['deck'],
  properties,
  additionalProperties: false,
};
