import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnAll } from '../support/learned-home.ts';
import { deckOf } from '../support/read-deck.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const templates = [
  'Which command shows the X of a Y while Z runs?',
  'What does the X do before Y has met Z?',
  'Where does X keep the Y that belongs to Z?',
];
const kinds = ['basic', 'choice', 'typed', 'order', 'cloze'] as const;
const edits = ['none', 'word', 'added', 'dropped', 'moved', 'word moved', 'id', 'gone'] as const;
type Edit = (typeof edits)[number];

interface Fact {
  readonly kind: (typeof kinds)[number];
  readonly words: readonly string[];
  readonly template: number;
  readonly hasId: boolean;
  readonly edit: Edit;
}

const noun = fc.integer({ min: 0, max: 5000 }).map((n) => `w${n.toString(36)}ord`);
const fact: fc.Arbitrary<Fact> = fc.record({
  kind: fc.constantFrom(...kinds),
  words: fc.uniqueArray(noun, { minLength: 3, maxLength: 3 }),
  template: fc.nat(2),
  hasId: fc.boolean(),
  edit: fc.constantFrom(...edits),
});

const promptOf = ({ template, words: [x = '', y = '', z = ''] }: Fact): string =>
  (templates[template] ?? '').replace('X', x).replace('Y', y).replace('Z', z);

const bodies: Readonly<Record<Fact['kind'], (i: number) => string>> = {
  basic: (i) => `answer${i}`,
  choice: (i) => `- [x] right${i}\n- [ ] wrong${i}\n- [ ] other${i}`,
  typed: (i) => `\`\`\`answer text\nanswer${i}\n\`\`\``,
  order: (i) => `\`\`\`order\nfirst${i}\nsecond${i}\nthird${i}\n\`\`\``,
  cloze: (i) => `It is {{c1::gap${i}}} in the end.`,
};

interface Written {
  readonly file: number;
  readonly id: string | undefined;
  readonly text: string;
}

/** Fact `i` as a card, and in which of the files it stands. */
function written(one: Fact, i: number, edit: Edit, files: number): Written {
  const words = promptOf(one).split(' ');
  const at = i % (words.length - 1);
  if (edit.startsWith('word')) words[at] = 'rewritten';
  if (edit === 'added') words.splice(at, 0, 'surely');
  if (edit === 'dropped') words.splice(at, 1);
  const id = edit === 'id' ? `new-${i}` : one.hasId ? `id-${i}` : undefined;
  const comment = id === undefined ? '' : `<!-- id: ${id} -->\n\n`;
  const file = (edit.endsWith('moved') ? i + 1 : i) % files;
  return { file, id, text: `## ${words.join(' ')}\n\n${comment}${bodies[one.kind](i)}\n\n` };
}

const scene = fc.record({
  // A folder without any card is an error of its own.
  facts: fc
    .uniqueArray(fact, { minLength: 2, maxLength: 12, selector: promptOf })
    .filter((facts) => facts.some(({ edit }) => edit !== 'gone')),
  files: fc.integer({ min: 1, max: 3 }),
  renamed: fc.boolean(),
  turned: fc.boolean(),
  translated: fc.boolean(),
});

interface Listed {
  readonly deck: string;
  readonly card: string;
  readonly prompt: string;
  readonly flag: string | null;
  readonly stability: number | null;
}

async function listed(home: string): Promise<readonly Listed[]> {
  const { out } = await runCommand(['list', './decks', '--json'], { cwd: home });
  const { cards } = JSON.parse(out) as {
    readonly cards: readonly (Listed & { readonly collection: string })[];
  };
  return cards.filter(({ collection }) => collection === 'test');
}

function writeDecks(home: string, name: string, cards: readonly Written[]): void {
  for (let file = 0; file < 3; file++) {
    const texts = cards.filter((card) => card.file === file).map(({ text }) => text);
    if (texts.length > 0) writeFileSync(join(home, `decks/${name}${file}.md`), deckOf(texts.join('')));
  }
}

const keyOf = ({ deck, card }: Listed): string => `${deck} ${card}`;

test('random edits of files keep the progress of each card that is the same, mix up none, say how many, and can be taken back', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ facts, files, renamed, turned, translated }) => {
      const home = temporaryFolder({ 'decks/.kartei.yaml': 'name: test\n' });
      const nameOf = new Map(facts.map((one, i) => [promptOf(one), `fact ${i}`]));
      writeDecks(
        home,
        'deck',
        facts.map((one, i) => written(one, i, 'none', files)),
      );
      await learnAll(home, join(home, 'decks'), undefined, (prompt) => nameOf.get(prompt) ?? '');
      const before = new Map((await listed(home)).map((card) => [card.flag ?? '', card]));
      expect(before.size).toBe(facts.length);

      for (let file = 0; file < 3; file++) rmSync(join(home, `decks/deck${file}.md`), { force: true });
      const kept = facts.flatMap((one, i) => (one.edit === 'gone' ? [] : [{ one, i }]));
      const cards = kept.map(({ one, i }) => written(one, i, one.edit, files));
      const name = renamed ? 'file' : 'deck';
      writeDecks(home, name, turned ? cards.toReversed() : cards);
      const inFirst = cards.filter(({ file, id }) => file === 0 && id !== undefined);
      if (translated && inFirst.length > 0) {
        const texts = inFirst.map(({ text }) => text.replace('## ', '## Deutsch: '));
        writeFileSync(join(home, `decks/${name}0.de.md`), deckOf(texts.join('')));
      }

      const said = (await runCommand(['due', '--deck', './decks'], { cwd: home })).out;
      const after = await listed(home);
      const ownerOf = new Map(cards.map(({ text }, n) => [text.slice(3).split('\n', 1)[0], kept[n]?.i]));
      for (const { prompt, flag } of after)
        expect([prompt, flag]).toEqual([prompt, `fact ${ownerOf.get(prompt)}`]);
      expect(after).toHaveLength(kept.length);
      const moved = after.filter((card) => keyOf(card) !== keyOf(before.get(card.flag ?? '') ?? card));
      if (moved.length === 0) expect(said).not.toContain('edited');
      else
        expect(said).toContain(
          moved.length === 1 ? '1 card was edited' : `${moved.length} cards were edited`,
        );

      if (moved.length === 0) return;
      await runCommand(['undo'], { cwd: home });
      const learned = (await listed(home)).filter(({ stability }) => stability !== null).map(keyOf);
      expect(new Set(learned)).toEqual(new Set(after.filter((card) => !moved.includes(card)).map(keyOf)));
    }),
    { numRuns: 25 },
  );
});
