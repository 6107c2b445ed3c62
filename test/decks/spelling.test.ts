import { readFileSync } from 'node:fs';
import german from 'dictionary-de';
import english from 'dictionary-en';
import nspell from 'nspell';
import { describe, expect, it } from 'vitest';
import { readCollection } from '../../src/storage/read-collection.ts';
import { proseOf, wordsOf } from '../support/prose-of.ts';

type IsWord = (word: string) => boolean;

/** Our own words, one a line; lines that begin with `#` are notes. */
function ownWords(lang: string): readonly string[] {
  const path = new URL(`../fixtures/words-${lang}.txt`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function remembering(isWord: IsWord): IsWord {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const is = isWord(word);
    known.set(word, is);
    return is;
  };
}

/** A word may stand at the head of a sentence. */
const anyCase =
  (isWord: IsWord): IsWord =>
  (word) =>
    isWord(word) || isWord(word.charAt(0).toLowerCase() + word.slice(1));

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** What German puts between the parts of a compound. */
const links = ['', 's', 'es', 'n', 'en', 'er', 'e'];
const shortestPart = 3;

/** The dictionary's own compounds need rules that the library does not read: two or more words make one. */
function isCompound(word: string, isWord: IsWord, depth = 0): boolean {
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    const rest = word.slice(cut);
    const first = word.slice(0, cut);
    const isFirst = links.some(
      (link) => first.endsWith(link) && isPart(first.slice(0, first.length - link.length), isWord),
    );
    if (isFirst && (isPart(rest, isWord) || (depth < 2 && isCompound(rest, isWord, depth + 1)))) return true;
  }
  return false;
}

const isPart = (part: string, isWord: IsWord): boolean =>
  part.length >= shortestPart && (isWord(part.toLowerCase()) || isWord(capital(part)));

function englishWords(): IsWord {
  const speller = nspell(english);
  const own = new Set([...ownWords('en')]);
  return anyCase((word) => own.has(word) || speller.correct(word));
}

function germanWords(): IsWord {
  const { dictionary, parts } = withoutParts(german);
  const speller = nspell(dictionary);
  const own = new Set([...ownWords('de'), ...ownWords('en')]);
  const isWord = remembering((word) => own.has(word) || speller.correct(word));
  return anyCase(
    (word) =>
      isWord(word) ||
      isCompound(
        word,
        remembering((part) => parts.has(part) || isWord(part)),
      ),
  );
}

/**
 * The library joins entries of one word, so that a word which is also a part of compounds (flag `o`) would be
 * nothing else. The parts are taken out of the dictionary and used for compounds alone.
 */
function withoutParts({ aff, dic }: { readonly aff: Uint8Array; readonly dic: Uint8Array }) {
  const entries = new TextDecoder().decode(dic).split('\n');
  const isPart = (entry: string): boolean =>
    entry.includes('/') && entry.slice(entry.indexOf('/')).includes('o');
  const parts = new Set(entries.filter(isPart).map((entry) => entry.slice(0, entry.indexOf('/'))));
  const kept = entries.filter((entry) => !isPart(entry));
  return { dictionary: { aff, dic: Buffer.from(kept.join('\n')) }, parts };
}

const { decks } = readCollection(new URL('../../decks', import.meta.url).pathname);

describe.each([
  ['en', englishWords],
  ['de', germanWords],
])('the decks in %s', (lang, words) => {
  it('are spelled as in the dictionary or in our own list', { timeout: 120_000 }, () => {
    const isWord = remembering(words());
    const files = decks.flatMap(({ base, translations }) =>
      base.deck.head.lang === lang
        ? [base]
        : [...translations.values()].filter(({ deck }) => deck.head.lang === lang),
    );
    const unknown = files.flatMap(({ path, deck }) =>
      proseOf(deck).flatMap(({ text, line }) =>
        wordsOf(text)
          .filter((word) => !isWord(word))
          .map((word) => `${word} (${path}:${line})`),
      ),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(unknown).toEqual([]);
  });
});

describe('a slip', () => {
  const isEnglish = englishWords();
  const isGerman = germanWords();

  it.each(['recieve', 'virtaul', 'hypervsior'])('in English is found: %s', (word) => {
    expect(isEnglish(word)).toBe(false);
  });

  it.each(['Betreibssystem', 'virtuelel', 'Hostschlüsel', 'Kontainer'])('in German is found: %s', (word) => {
    expect(isGerman(word)).toBe(false);
  });

  it('is not a German compound of known words', () => {
    expect(
      ['Betriebssystemkern', 'Netzwerkkarten', 'Speicherplatz'].filter((word) => !isGerman(word)),
    ).toEqual([]);
  });
});
