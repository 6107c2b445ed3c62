import { nearest } from '../text/nearest.ts';
import { sentence } from '../text/sentence.ts';
import { raw } from '../text/shown.ts';
import { type AttributeComment, type AttributeKey, attributeKeys } from './attribute-comment.ts';
import { type AttributeEntry, AttributeSyntaxError, readAttributeEntries } from './attribute-syntax.ts';
import type { Attributes } from './card.ts';
import { quoted, type Report } from './format-rules.ts';

/** A card's attributes when it has no comment. */
export const noAttributes: Attributes = {
  id: undefined,
  tags: [],
  objectives: [],
  sources: [],
  facts: [],
  terms: [],
  reverse: false,
  shuffle: true,
  examOnly: false,
  retired: false,
};

const cardId = /^[a-z0-9][a-z0-9._-]{0,63}$/u;

/** `undefined` when the comment cannot be read; why is reported. */
export function parseAttributes(comment: AttributeComment, report: Report): Attributes | undefined {
  let entries: readonly AttributeEntry[];
  try {
    entries = readAttributeEntries(comment.text, comment.at);
  } catch (error) {
    if (!(error instanceof AttributeSyntaxError)) throw error;
    report('attributes-syntax', error.at, error.said, error.hint);
    return undefined;
  }
  const attributes = { ...noAttributes };
  const seen: AttributeKey[] = [];
  let sound = true;
  for (const entry of entries) {
    const key = attributeKeys.find((known) => known === entry.key);
    if (!key) reportUnknown(entry, report);
    else if (seen.includes(key))
      report(
        'attributes-syntax',
        entry.at,
        sentence`\`${key}\` is given twice.`,
        sentence('Keep one of the two.'),
      );
    const set = key && !seen.includes(key) ? attributeSetters[key](entry, report) : undefined;
    if (key) seen.push(key);
    if (set) Object.assign(attributes, set);
    else sound = false;
  }
  return sound ? attributes : undefined;
}

function reportUnknown({ key, at }: AttributeEntry, report: Report): void {
  const near = nearest(key, attributeKeys);
  report(
    'attributes-unknown',
    at,
    sentence`There is no attribute ${quoted(key)}.`,
    near ? sentence`Did you mean \`${near}\`?` : sentence`The attributes are ${attributeKeys.join(', ')}.`,
  );
}

type Setter = (entry: AttributeEntry, report: Report) => Partial<Attributes> | undefined;

const attributeSetters: Record<AttributeKey, Setter> = {
  id: readId,
  tags: ({ values }) => ({ tags: values.map(raw) }),
  objective: ({ values }) => ({ objectives: values.map(raw) }),
  source: ({ values }) => ({ sources: values.map(raw) }),
  facts: ({ values }) => ({ facts: values }),
  terms: ({ values }) => ({ terms: values.map(raw) }),
  reverse: (entry, report) => flag(entry, report, (reverse) => ({ reverse })),
  shuffle: (entry, report) => flag(entry, report, (shuffle) => ({ shuffle })),
  retired: (entry, report) => flag(entry, report, (retired) => ({ retired })),
  pool: (entry, report) => {
    if (entry.values.length === 1 && entry.values[0] === 'exam') return { examOnly: true };
    report(
      'attributes-value',
      entry.at,
      sentence('`pool` can only be `exam`.'),
      sentence('Write `pool: exam`.'),
    );
    return undefined;
  },
};

function readId({ values, at }: AttributeEntry, report: Report): Partial<Attributes> | undefined {
  const [id = ''] = values;
  if (values.length === 1 && cardId.test(id)) return { id };
  report(
    'attributes-value',
    at,
    sentence`${quoted(values.join(', '))} cannot be a card's id.`,
    sentence(
      'An id is up to 64 of the characters a-z, 0-9, `.`, `_` and `-`, and begins with a letter or digit.',
    ),
  );
  return undefined;
}

function flag(
  { key, values, at }: AttributeEntry,
  report: Report,
  set: (value: boolean) => Partial<Attributes>,
): Partial<Attributes> | undefined {
  if (values.length === 1 && values[0] === 'true') return set(true);
  if (values.length === 1 && values[0] === 'false') return set(false);
  report(
    'attributes-value',
    at,
    sentence`\`${key}\` is \`true\` or \`false\`.`,
    sentence`Write \`${key}: true\`.`,
  );
  return undefined;
}
