import { type Raw, raw } from '../text/shown.ts';
import type { DeckHead } from './deck.ts';
import { formatScalar } from './format-attributes.ts';

/** Front matter for a deck that no author wrote; `commands` is not written. */
export function formatFrontMatter(head: Partial<DeckHead> & Pick<DeckHead, 'title'>): Raw {
  const one = (key: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`${key}: ${formatScalar(value)}`];
  const list = (key: string, values: readonly string[] = []): readonly string[] =>
    values.length === 0 ? [] : [`${key}: [${values.map(formatScalar).join(', ')}]`];
  return raw(
    [
      ...one('deck', head.title),
      ...one('id', head.id),
      ...one('lang', head.lang),
      ...list('objective', head.objectives),
      ...list('tags', head.tags),
      ...(head.cards === 'marked' ? one('cards', head.cards) : []),
      ...list('lint', head.lintOff),
      ...one('description', head.description),
      ...one('author', head.author),
      ...one('license', head.license),
      ...list('source', head.sources),
    ].join('\n'),
  );
}
