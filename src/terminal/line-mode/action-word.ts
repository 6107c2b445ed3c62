import type { DrillEvent } from '../../core/session/drill.ts';
import type { ActionName } from '../app/action-name.ts';

/** The words after a colon that are actions; every other word is none. */
export const actionWords = ['q', 'u', 's', 'z', 'tip', 'x', 'w', 'o', 'l', '!', 'i', 'v', 'r', '?'] as const;
export type ActionWord = (typeof actionWords)[number];

/** What each does, as the screens name it. */
export const actionNames: Readonly<Record<ActionWord, ActionName>> = {
  q: 'leave',
  u: 'undo',
  s: 'suspend',
  z: 'bury',
  tip: 'tip',
  x: 'dontKnow',
  w: 'guess',
  o: 'right',
  l: 'otherLanguage',
  '!': 'flag',
  i: 'source',
  v: 'edit',
  r: 'retry',
  '?': 'keys',
};

/** Actions that are one event of the session, whatever stands before the learner. */
export const actionEvents = {
  q: { kind: 'finish' },
  u: { kind: 'undo' },
  s: { kind: 'suspend' },
  z: { kind: 'bury' },
  tip: { kind: 'tip' },
  x: { kind: 'dont-know' },
  o: { kind: 'override' },
  l: { kind: 'language' },
  r: { kind: 'retry' },
} as const satisfies Partial<Record<ActionWord, DrillEvent>>;

/** Actions that only show or start something; the session stays as it is. */
export const requests = { '?': 'actions', i: 'source', v: 'edit' } as const satisfies Partial<
  Record<ActionWord, string>
>;
export type Request = (typeof requests)[keyof typeof requests];
