import type { Command } from '../../src/commands/command.ts';

/** The members that a command's help names for what it prints as JSON. */
export const membersNamed = ({ flags }: Pick<Command, 'flags'>): ReadonlySet<string> =>
  new Set(flags.flatMap(({ shape = [] }) => shape.join(' ').match(/\w+/gu) ?? []));

/** The members of everything within a value, at any depth; not those of `kartei`, which each output has. */
export function membersPrinted(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const within = Object.entries(value)
    .filter(([name]) => name !== 'kartei')
    .flatMap(([name, member]) => [...(Array.isArray(value) ? [] : [name]), ...membersPrinted(member)]);
  return new Set(within);
}
