import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What attackers put into text: sequences that end, that do not end, in 7 bits and in C1, and hidden characters. */
const attacks = [
  '␛[2J␛[66;66H',
  '␛[31;8mconcealed␛[0m',
  '␛]0;pwned␇',
  '␛]2;pwned␛\\',
  '␛]52;c;cHduZWQ=␇',
  '␛]8;;https://evil.example␇click␛]8;;␇',
  '␛]9;pwned␇',
  '␛]133;A␇',
  '␛]1337;File=name=cHduZWQ=:cHduZWQ=␇',
  '␛P+q544e␛\\',
  '␛Ppwned␛\\',
  '␛_Gpwned␛\\',
  '␛^pwned␛\\',
  '␛Xpwned␛\\',
  '␛[?1049l␛[?1000h␛[?2004l␛[?25h',
  '␛[6n␛[c␛[>c␛[5n␛Z',
  '␛c␛#8␛(0␛=␛>␛N␛O',
  '␛[5i␛[4i␛[20t␛[21t',
  '⟦9b⟧31m⟦9b⟧6n⟦9d⟧0;pwned⟦9c⟧⟦90⟧pwned⟦9c⟧⟦85⟧',
  '␍overwritten',
  '␈␈␈␈erased␡',
  '␀␇⟦e⟧⟦f⟧⟦11⟧⟦13⟧',
  '⟦202e⟧txt.exe⟦202c⟧⟦2066⟧x⟦2069⟧⟦200f⟧',
  'a⟦200b⟧b⟦200c⟧c⟦200d⟧d⟦2060⟧e⟦feff⟧f⟦ad⟧g',
  '⟦e0001⟧⟦e0041⟧⟦e007f⟧',
  '⟦fff9⟧a⟦fffa⟧b⟦fffb⟧',
  'x⟦300⟧⟦301⟧⟦302⟧⟦303⟧⟦304⟧⟦305⟧⟦306⟧⟦307⟧',
  '⟦2028⟧⟦2029⟧',
  '␛[',
  '␛]0;unterminated',
] as const;

const signs: Readonly<Record<string, string>> = {
  '␛': '\u001b',
  '␇': '\u0007',
  '␍': '\r',
  '␈': '\b',
  '␀': '\0',
  '␡': '\u007f',
};

const makeBytes = (text: string): string =>
  text
    .replace(/⟦([0-9a-f]+)⟧/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/[␛␇␍␈␀␡]/gu, (sign) => signs[sign] ?? sign);

const fixture = readFileSync(join(import.meta.dirname, '../fixtures/hostile/everything.md'), 'utf8');

/** All attacks in one text, without line breaks and quotes. */
export const attackText = makeBytes(attacks.join(' '));

/** What can stand in a file name, a title or an environment variable. */
export const attackName = makeBytes('␛]0;pwned␇␛[31m⟦202e⟧⟦9b⟧31m⟦200b⟧');

/** A quarter of the attacks in each deck, so that the rest of a deck is still read where one of them ends it. */
const partOf = (quarter: number): string => makeBytes(attacks.filter((_, i) => i % 4 === quarter).join(' '));

/** Brackets are escaped too: front matter counts them as levels wherever they stand. */
const quotedText = JSON.stringify(attackText.replace(/[\r\u0085\u2028\u2029]/gu, '')).replace(
  /[[{]/gu,
  (sign) => (sign === '[' ? '\\u005b' : '\\u007b'),
);

/** An exam that asks every card, from a stranger as everything else. */
const hostileExam = `---
exam: ${quotedText}
id: hostile-exam
version: ${quotedText}
questions: 6
minutes: 10
scale: { min: 200, pass: 500, max: 800 }
cut: 2
objectives:
  - { id: "1", title: ${quotedText}, weight: 1, terms: [${quotedText}] }
---
`;

/** A collection in which everything is hostile, files by path. */
export function hostileCollection(): Record<string, string> {
  const decks = [0, 1, 2, 3].map((quarter): [string, string] => [
    `decks/hostile-${quarter}.md`,
    makeBytes(fixture.replace('id: hostile', `id: hostile-${quarter}`)).replaceAll('☠', partOf(quarter)),
  ]);
  const inYaml = [0, 1, 2, 3].map((quarter): [string, string] => [
    `decks/escaped-${quarter}.md`,
    `---\ndeck: ${JSON.stringify(`Escaped ${partOf(quarter)}`)}\ntags: [${JSON.stringify(partOf(quarter))}]\n---\n\n## Q ${partOf(quarter)}\n\nA\n`,
  ]);
  return {
    ...Object.fromEntries([...decks, ...inYaml]),
    'decks/.kartei.yaml': 'name: hostile\n',
    [`decks/${attackName.replaceAll('/', '')}.md`]: `---\ndeck: x\n---\n\n## ${attackText}\n\nA\n`,
    'decks/broken.md': `---\ndeck: [${attackText}\n---\n`,
    'decks/exam.md': hostileExam,
    'decks/code.md':
      '---js\nmodule.exports = require("fs").writeFileSync("/tmp/kartei-pwned", "x")\n---\n## a\n\nb\n',
  };
}

/** Where a home has a collection that was added. */
export const addedFolder = '.local/share/kartei/collections/hostile/';

/** The same, added to a home: its decks and its exam are open everywhere. */
export const addedHostileCollection = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(hostileCollection()).map(([path, text]) => [path.replace(/^decks\//u, addedFolder), text]),
  );

/** The sequences that our writer makes, and nothing else: of backspaces three at most, where the attack has four. Colours and looks, a 0 left out before them: no blinking (5), no concealing (8). */
const allowed =
  /(?<!\u0008)\u0008{1,3}(?!\u0008)|\u001b[78DEM]|\u001b\[(?:\d*(?:;\d*)?[ABCDGHJKLMP@]|(?:;(?=\d))?(?:(?:0|1|2|3|4|7|9|2[1-9]|3[0-79]|4[0-79]|5[35]|9[0-7]|10[0-7]|38;5;\d+)(?:;|(?=m)))*m|\?(?:25|1049|2004|2026)[hl])/gu;
const forbidden =
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|66;66H/u;

/** What of an output no terminal should have got, with its surroundings; undefined when all is well. */
export function forbiddenIn(output: string): string | undefined {
  const own = output
    .replace(/66;66H/gu, '$&')
    .replace(allowed, (sequence) => (sequence.includes('66;66') ? sequence : ''));
  const at = own.search(forbidden);
  return at < 0 ? undefined : JSON.stringify(own.slice(Math.max(0, at - 60), at + 40));
}
