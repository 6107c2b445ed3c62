/**
 * How alike two texts are, from 0 to 1: Dice's coefficient over their words, 2·|A∩B| / (|A|+|B|), each word with its
 * weight. Words that most questions share weigh a fifth; two words also meet when one is a misspelling of the other.
 */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const total = weightOf(a) + weightOf(b);
  if (total === 0) return 0;
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  const unmatched: string[] = [];
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count === 0) unmatched.push(word);
    else {
      left.set(word, count - 1);
      shared += 2 * weight(word);
    }
  }
  const others = [...left].flatMap(([word, count]) => (count > 0 ? [word] : []));
  for (const word of unmatched) {
    const at = others.findIndex((other) => isMisspelling(word, other));
    const other = others[at];
    if (other === undefined) continue;
    others.splice(at, 1);
    shared += weight(word) + weight(other);
  }
  return shared / total;
}

/** More words than these do not make a text more recognisable. */
const mostWords = 80;

/** The words of a text in lower case; signs inside a word, as in `--rm` or `/etc/fstab`, belong to it. Han letters are words. */
export function wordsOf(text: string): readonly string[] {
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

const weight = (word: string): number => (commonWords.has(word) ? 0.2 : 1);

const weightOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0);

/**
 * One letter more, less, other or swapped, in long words that begin alike. Words with digits or signs never meet:
 * `ext3` is not `ext4`, and `mount` is not `umount`.
 */
function isMisspelling(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  if (!/^\p{L}+$/u.test(a) || !/^\p{L}+$/u.test(b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
