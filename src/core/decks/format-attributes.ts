import type { Attributes } from './card.ts';

/** The attribute comment in canonical form; empty when there is nothing to say. */
export function formatAttributes(attributes: Attributes): string {
  const entries = [
    attributes.id === undefined ? '' : `id: ${attributes.id}`,
    list('tags', attributes.tags),
    oneOrList('objective', attributes.objectives),
    oneOrList('source', attributes.sources),
    list('facts', attributes.facts),
    list('terms', attributes.terms),
    attributes.reverse ? 'reverse: true' : '',
    attributes.shuffle ? '' : 'shuffle: false',
    attributes.examOnly ? 'pool: exam' : '',
    attributes.retired ? 'retired: true' : '',
  ].filter((entry) => entry !== '');
  return entries.length === 0 ? '' : `<!-- ${entries.join(', ')} -->`;
}

const list = (key: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `${key}: [${values.map(formatScalar).join(', ')}]`;

const oneOrList = (key: string, values: readonly string[]): string =>
  values.length === 1 ? `${key}: ${formatScalar(values[0] ?? '')}` : list(key, values);

const needsQuotes =
  /^$|^[&*!|>%@`{}#"'\s]|^[-?:](?:\s|$)|[,[\]{}\u0000-\u001f\u007f-\u009f]|:(?:\s|$)|\s#|\s$|--|\s\s/u;

/** A scalar of a flow mapping, quoted when it must be. */
export function formatScalar(value: string): string {
  if (!needsQuotes.test(value)) return value;
  const escaped = value
    .replace(/["\\]/gu, '\\$&')
    .replace(/[\u0000-\u001f\u007f-\u009f]|(?<=--)>/gu, escapeCode);
  return `"${escaped}"`;
}

const escapeCode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
