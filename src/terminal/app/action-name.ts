import type { Messages } from '../messages/messages.ts';

/** What a key can do, as the messages name it. */
export type ActionName = keyof Messages['actions'];

/** Keys that the learner has chosen, by action; one letter or sign each. */
export type OwnKeys = ReadonlyMap<ActionName, string>;
