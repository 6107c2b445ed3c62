import type { Blueprint } from '../../src/core/exam/blueprint.ts';
import { raw } from '../../src/core/text/shown.ts';

/** Two of five, one of four, a typed word, lines in order: a card of each kind that an exam asks. */
export const examDeck = `---
deck: Test
objective: "1"
---

## Which is it?

<!-- id: one, shuffle: false -->

- [x] Alpha
  > Alpha is first.
- [ ] Beta
  > Beta is second.
- [ ] Gamma
- [ ] Delta

## Which are they?

<!-- id: two, shuffle: false -->

- [x] Eins
- [x] Zwei
- [ ] Drei
- [ ] Vier
- [ ] Fünf

## Which command?

<!-- id: word -->

\`\`\`answer command-name
chroot
\`\`\`

## In which order?

<!-- id: line, shuffle: false -->

\`\`\`order
first
second
third
\`\`\`
`;

/** An exam of the four cards of `examDeck`, in ten minutes. */
export const examOf = (more: Partial<Blueprint> = {}): Blueprint => ({
  id: 'x',
  title: raw('An exam'),
  version: undefined,
  questions: 4,
  minutes: 10,
  scale: { min: 200, pass: 500, max: 800 },
  cut: 2,
  scoring: 'all-or-nothing',
  navigation: 'free',
  warnings: [5, 1],
  objectives: [{ id: '1', title: raw('Objective one'), weight: 4, terms: [] }],
  ...more,
});
