import type { PtyOptions, PtySession } from '../support/pty.ts';
import {
  answer,
  type KeyCost,
  ownText,
  pressEach,
  pressOne,
  slowLineTime,
  waitUntilComplete,
} from './key-costs.ts';
import { type Figure, median, node, withSession } from './measure.ts';
import type { World, Worlds } from './worlds.ts';

type Size = { readonly columns: number; readonly rows: number };

const most = (costs: readonly KeyCost[], member: keyof KeyCost): number =>
  Math.max(...costs.map((cost) => cost[member]));

/** What keys cost on a card in a window of this size. */
export async function keyFigures(worlds: Worlds, size: Size): Promise<Figure[]> {
  const { home } = worlds.kinds();
  const at = `${size.columns}×${size.rows}`;
  const study = (...args: string[]): PtyOptions => ({ home, ...size, args: ['study', ...args] });
  const menu = await inSession({ home, ...size }, (session) => pressEach(session, times(12, ['j', 'k'])));
  const choice = await inSession(study('kinds/choice'), (session) =>
    pressEach(session, times(20, ['j', 'j', 'k', 'k'])),
  );
  const letters = await inSession(study('kinds/typed'), (session) =>
    pressEach(session, [...'ls -l /srv/of']),
  );
  const cards = await inSession(study('kinds/basic'), (session) => rateCards(session, 18));
  const echoes = await inEcho({ home, ...size }, (session) =>
    pressEach(session, [...'abcdefghij'.repeat(6)]),
  );
  const next = cards.filter(({ isNext }) => isNext);
  const all = [...menu, ...choice, ...letters, ...cards].filter(({ bytes }) => bytes > 0);
  return [
    { name: `selection in home, ${at}`, value: most(menu, 'bytes'), unit: 'bytes' },
    { name: `selection, ${at}`, value: most(choice, 'bytes'), unit: 'bytes' },
    { name: `typed letter, ${at}`, value: most(letters, 'bytes'), unit: 'bytes' },
    {
      name: `next card beside its own text, ${at}`,
      value: Math.max(...next.map(({ bytes, own }) => bytes - own)),
      unit: 'bytes',
    },
    { name: `writes for a frame, ${at}`, value: most(all, 'writes'), unit: '' },
    ...timeFigures(`key to frame, ${at}`, all),
    ...timeFigures(`key to its echo by bare Node, ${at}`, echoes),
    { name: `selection at 9600 baud, ${at}`, value: most(choice, 'onSlowLine'), unit: 'ms' },
    { name: `next card at 9600 baud, ${at}`, value: most(next, 'onSlowLine'), unit: 'ms' },
    ...(await sessionFigures({ ...worlds.shipped(at), ...size, args: ['study', '--cards', '20'] }, at)),
  ];
}

const times = (count: number, keys: readonly string[]): string[] =>
  Array.from({ length: count }, () => keys).flat();

function inSession<T>(options: PtyOptions, use: (session: PtySession) => Promise<T>): Promise<T> {
  return withSession(options, async (session) => {
    await waitUntilComplete(session);
    return use(session);
  });
}

function timeFigures(name: string, costs: readonly KeyCost[]): Figure[] {
  const times = costs.map(({ time }) => time).sort((a, b) => a - b);
  return [
    { name: `${name}, median`, value: median(times), unit: 'ms' },
    { name: `${name}, p99`, value: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN, unit: 'ms' },
  ];
}

/** Node alone, which writes what is typed: what the way through terminal and machine costs, whatever the program. */
function inEcho<T>(options: PtyOptions, use: (session: PtySession) => Promise<T>): Promise<T> {
  const echo =
    "process.stdin.setRawMode(true).on('data', (key) => process.stdout.write(key)); console.log('ready')";
  return withSession({ ...options, command: [node, '-e', echo] }, async (session) => {
    await session.waitFor((screen) => screen.some((line) => line.includes('ready')));
    return use(session);
  });
}

type CardCost = KeyCost & { readonly isNext: boolean; readonly own: number };

/** Shows and rates basic cards. Of a card's own text only what was written counts: equal cells stay as they are. */
async function rateCards(session: PtySession, cards: number): Promise<CardCost[]> {
  const costs: CardCost[] = [];
  for (let card = 0; card < cards; card++) {
    for (const key of [' ', '4']) {
      const cost = await pressOne(session, key);
      const own = Math.min(cost.printed, ownText(session.screen()));
      costs.push({ ...cost, own, isNext: key === '4' });
    }
  }
  return costs;
}

const isOver = (screen: readonly string[]): boolean => screen.some((line) => /Enter close/.test(line));

/** A whole session of 20 cards, from the start of the program to its end, on the shipped decks. */
function sessionFigures(options: PtyOptions, at: string): Promise<Figure[]> {
  return inSession(options, async (session) => {
    for (let card = 0; card < 40 && !isOver(session.screen()); card++) {
      await answer(session);
      await pressOne(session, '4');
    }
    if (!isOver(session.screen())) throw new Error('The session of 20 cards has no end.');
    session.press('\r');
    await session.exit;
    const bytes = session.outputs.reduce((sum, output) => sum + output.bytes.length, 0);
    const line = { name: `20 cards at 9600 baud, ${at}, line busy`, value: (bytes * 10) / 9600, unit: 's' };
    return [{ name: `20 cards, ${at}`, value: bytes / 1000, unit: 'kB' }, line];
  });
}

/** How long until the first frame is through a line of 9600 baud. */
export async function slowStartFigures({ home }: World): Promise<Figure[]> {
  const time = await inSession({ home, args: ['study'] }, async ({ startedAt, outputs }) =>
    slowLineTime(startedAt, outputs),
  );
  return [{ name: 'first frame at 9600 baud, 80×24', value: time, unit: 'ms' }];
}
