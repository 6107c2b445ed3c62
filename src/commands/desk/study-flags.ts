import { everyCard, type SessionPlan } from '../../core/session/session.ts';
import { clean, raw } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { type CommandContext, flagValue, flagValues, isSet } from '../command.ts';

/** The session that the flags of `study` and `drill` describe. */
export function sessionPlan(
  context: CommandContext,
  mode: SessionPlan['mode'],
  decks: readonly string[],
): SessionPlan {
  const states = (['flagged', 'missed', 'unseen'] as const).filter((state) => isSet(context, state));
  return {
    mode,
    title: undefined,
    filter: {
      ...everyCard,
      decks,
      tags: flagValues(context, 'tag'),
      objectives: flagValues(context, 'objective'),
      only: states,
      missedInExams: positiveNumber(context, 'missed-in'),
    },
    limits: { cards: positiveNumber(context, 'cards'), minutes: positiveNumber(context, 'minutes') },
  };
}

/** A flag's whole number above 0; a usage error for anything else. */
export function positiveNumber(context: CommandContext, flag: string): number | undefined {
  const value = flagValue(context, flag);
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/u.test(value)) return Number(value);
  const { errors } = context.messages;
  throw new UserError(errors.notANumber(clean(raw(`--${flag}`)), clean(raw(value))), undefined, 2);
}
