import type { OwnKeys } from './action-name.ts';
import { isFixedAction, withOwnKeys } from './bindings.ts';
import { homeBindings } from './current-bindings.ts';
import { cardBindings, choosing, ordering, revealedActions } from './study-bindings.ts';

export type KeyFault =
  | { readonly kind: 'unknown-action'; readonly action: string }
  | { readonly kind: 'no-key'; readonly key: string }
  | { readonly kind: 'clash'; readonly key: string; readonly actions: readonly [string, string] };

/** What is wrong with chosen keys: an unknown action, a key that is none, or one key for two things on a screen. */
export function keyFault(pairs: readonly (readonly [action: string, key: string])[]): KeyFault | undefined {
  const tables = [
    homeBindings([], () => undefined),
    [...choosing(8, 2), ...cardBindings(true)],
    [...ordering(9), ...cardBindings(true)],
    [...revealedActions, ...cardBindings(false)],
  ];
  const known = new Set(tables.flat().map((binding) => binding.action));
  for (const [action, key] of pairs) {
    if (![...known].some((name) => name === action && !isFixedAction(name)))
      return { kind: 'unknown-action', action };
    if ([...key].length !== 1 || key.trim() === '') return { kind: 'no-key', key };
  }
  const own = new Map(pairs) as OwnKeys;
  for (const table of tables) {
    const taken = new Map<string, string>();
    for (const binding of withOwnKeys(table, own)) {
      for (const key of binding.keys) {
        const other = taken.get(key);
        if (other !== undefined && other !== binding.action)
          return { kind: 'clash', key, actions: [other, binding.action] };
        taken.set(key, binding.action);
      }
    }
  }
  return undefined;
}
