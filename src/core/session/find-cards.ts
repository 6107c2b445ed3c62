import type { Library, StudyItem } from './library.ts';
import { deckKey } from './overview.ts';

/** Cards whose prompt, answer, tag or id holds a text; upper and lower case are the same. */
export function findCards(query: string, library: Library): readonly StudyItem[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const seen = new Set<string>();
  return [...library.items.values()].filter((item) => {
    const { card } = item;
    const id = `${deckKey(item)}\n${card.id}`;
    if (seen.has(id)) return false;
    const written = [...item.languages.values()].flatMap((one) => [one.card.prompt, one.card.body]);
    const texts = [card.id, ...written, ...card.attributes.tags];
    const isFound = texts.some((one) => one.toLowerCase().includes(wanted));
    if (isFound) seen.add(id);
    return isFound;
  });
}
