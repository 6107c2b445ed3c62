import type { Happening } from '../../src/core/history/entry.ts';

export const review = (card: string): Happening => ({
  kind: 'review',
  collection: 'kartei',
  deck: 'lpic-1/102.6',
  card,
  part: '',
  rating: 3,
  ms: 4321,
  mode: 'study',
  verdict: 'exact',
  memory: [12.35, 5.43, 2, 1796255281509],
});
