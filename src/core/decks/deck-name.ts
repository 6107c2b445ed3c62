import { hash12 } from '../text/hash.ts';
import { deckIdPattern } from './parse-head.ts';

/** ISO 639-1, so that `main.rs.md` is no translation into a language `rs`. */
const languages = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el ' +
    'en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ' +
    'ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na ' +
    'nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so ' +
    'sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

export interface DeckName {
  /** The path without language and `.md`. */
  readonly stem: string;
  /** The language tag before `.md`, if there is one. */
  readonly lang: string | undefined;
}

/** Takes a path that ends in `.md` apart. */
export function deckNameOf(path: string): DeckName {
  const name = path.replace(/\.md$/iu, '');
  const tag = /[^/]\.([A-Za-z]{2}(?:-[A-Za-z0-9]{2,8}){0,3})$/u.exec(name)?.[1];
  if (tag === undefined || !languages.has(tag.slice(0, 2).toLowerCase()))
    return { stem: name, lang: undefined };
  return { stem: name.slice(0, -tag.length - 1), lang: tag };
}

/** Files by their name without any language tag: what has one may be a deck, its translations and theirs. */
export function pathsByStem(paths: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const stem = barestStem(path);
    const group = found.get(stem);
    if (group === undefined) found.set(stem, [path]);
    else group.push(path);
  }
  return found;
}

function barestStem(path: string): string {
  const { stem, lang } = deckNameOf(path);
  return lang === undefined ? stem : barestStem(`${stem}.md`);
}

/**
 * The id of a deck whose front matter gives none, from its path below the collection's root. In lower case; what an
 * id cannot hold becomes `-`; a path that is too long keeps its beginning and a hash.
 */
export function defaultDeckId(path: string): string {
  const { stem } = deckNameOf(path);
  const id = stem
    .toLowerCase()
    .replace(/[^a-z0-9._/-]/gu, '-')
    .replace(/^[^a-z0-9]+/u, '');
  if (deckIdPattern.test(id)) return id;
  return id === '' ? `deck-${hash12(stem)}` : `${id.slice(0, 87)}-${hash12(stem)}`;
}
