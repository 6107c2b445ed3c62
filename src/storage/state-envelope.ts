import { crc32Hex } from '../core/text/hash.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A store as it lies on disk: what it is, whose it is, and the check sum of its content. */
export interface Envelope {
  readonly kind: 'envelope';
  readonly content: Json;
  readonly sum: string;
  /** In the summary: the check sums of the other stores. */
  readonly stores: readonly (readonly [name: string, sum: string])[];
}

const stateFormat = 1;

export function sealEnvelope(
  of: string,
  content: Json,
  stores: Envelope['stores'],
): { readonly envelope: object; readonly sum: string } {
  const sum = crc32Hex(JSON.stringify([content, stores]));
  return { envelope: { format: stateFormat, of, sum, stores, content }, sum };
}

/** Trusts nothing: a store is only a copy, and a wrong one would be taken for the learner's memory. */
export function openEnvelope(
  text: string,
  of: string,
): Envelope | { readonly kind: 'broken' } | { readonly kind: 'newer' } {
  const value = parse(text);
  if (typeof value.format === 'number' && value.format > stateFormat) return { kind: 'newer' };
  const { content, stores, sum } = value;
  const sound =
    value.format === stateFormat &&
    value.of === of &&
    typeof sum === 'string' &&
    content !== undefined &&
    isStores(stores) &&
    crc32Hex(sealedPart(text)) === sum;
  return sound ? { kind: 'envelope', content: content as Json, sum, stores } : { kind: 'broken' };
}

/** What the sum is of, as it is written: to encode a large content once more would cost as much as to read it. */
function sealedPart(text: string): string {
  const [from, to] = [text.indexOf(storesMark), text.indexOf(contentMark)];
  const stores = text.slice(from + storesMark.length, to);
  return `[${text.slice(to + contentMark.length, -1)},${stores}]`;
}

/** Neither can stand in a text of JSON, where a quote has a backslash before it, nor in what comes before it. */
const storesMark = ',"stores":';
const contentMark = ',"content":';

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    // No JSON any more: broken, like one without its members.
    return {};
  }
}

const isStores = (value: unknown): value is Envelope['stores'] =>
  Array.isArray(value) &&
  value.every(
    (pair: unknown) =>
      Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string' && typeof pair[1] === 'string',
  );
