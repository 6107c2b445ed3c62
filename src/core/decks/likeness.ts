/** A word, one object for each that a vocabulary has met. */
export interface Word {
  readonly text: string;
  /** Counts up from 0 in the order in which they were met. */
  readonly number: number;
  /** Words that most questions share weigh a fifth. */
  readonly weight: number;
  /** Long and of letters alone, so that a misspelling of it would be recognised. */
  readonly isSpelled: boolean;
  /** Scratch of `likeness`: how often it is left in the other text. 0 between calls. */
  left: number;
}

/** The words of a text in order, and what they weigh. */
export interface Words {
  readonly list: readonly Word[];
  readonly total: number;
}

/** Words that many texts have in common, so that comparing them is comparing objects. */
export class Vocabulary {
  private readonly words = new Map<string, Word>();

  read(text: string): Words {
    const list = wordsOf(text).map((word) => this.word(word));
    return { list, total: list.reduce((sum, { weight }) => sum + weight, 0) };
  }

  word(text: string): Word {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    const weight = commonWords.has(text) ? 0.2 : 1;
    const isSpelled = text.length >= 5 && /^\p{L}+$/u.test(text);
    const word: Word = { text, number: this.words.size, weight, isSpelled, left: 0 };
    this.words.set(text, word);
    return word;
  }
}

/**
 * How alike two texts of one vocabulary are, from 0 to 1: Dice's coefficient over their words, 2·|A∩B| / (|A|+|B|),
 * each word with its weight. Two words also meet when one is a misspelling of the other.
 */
export function likeness(a: Words, b: Words): number {
  const total = a.total + b.total;
  if (total === 0) return 0;
  for (const word of b.list) word.left += 1;
  let shared = 0;
  const unmatched: Word[] = [];
  for (const word of a.list) {
    if (word.left > 0) {
      word.left -= 1;
      shared += 2 * word.weight;
    } else if (word.isSpelled) unmatched.push(word);
  }
  if (unmatched.length > 0) {
    const others = b.list.filter((word, i) => word.left > 0 && word.isSpelled && b.list.indexOf(word) === i);
    for (const word of unmatched) {
      const at = others.findIndex((other) => isMisspelling(word.text, other.text));
      const other = others[at];
      if (other === undefined) continue;
      others.splice(at, 1);
      shared += word.weight + other.weight;
    }
  }
  for (const word of b.list) word.left = 0;
  return shared / total;
}

/** More words than these do not make a text more recognisable. */
const mostWords = 80;

/** The words of a text in lower case; signs inside a word, as in `--rm` or `/etc/fstab`, belong to it. Han letters are words. */
function wordsOf(text: string): readonly string[] {
  const words = isPlain(text)
    ? text.toLowerCase().match(/[a-z0-9_./+$-]+/gu)
    : text
        .normalize('NFKC')
        .toLowerCase()
        .match(/\p{sc=Han}|(?:[^\s\p{sc=Han}\p{P}\p{S}]|[_./+$-])+/gu);
  return (words ?? []).slice(0, mostWords).flatMap((word) => {
    const bare = word.endsWith('.') ? word.replace(/[.]+$/u, '') : word;
    return bare === '' ? [] : [bare];
  });
}

/** ASCII alone, which is read much faster. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return false;
  return true;
}

/** What says little about which question it is. */
const commonWords = new Set(
  (
    'a an the of to in on at by for from with and or is are be was does do did can it its this that these those ' +
    'which what how who when where why command option file name called used use one following ' +
    'der die das den dem des ein eine einen einem einer eines von zu im in am an auf mit und oder ist sind wird ' +
    'werden kann es dies diese dieser dieses welche welcher welches welchen welchem was wie wer wann wo warum ' +
    'befehl option datei heißt name man sich für aus bei nach'
  ).split(' '),
);

/**
 * One letter more, less, other or swapped, in long words (`isSpelled`) that begin alike. Words with digits or signs
 * never meet: `ext3` is not `ext4`, and `mount` is not `umount`.
 */
function isMisspelling(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
