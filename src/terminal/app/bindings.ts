import { type Shown, shown } from '../../core/text/shown.ts';
import { type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth } from '../../core/text/width.ts';
import type { Look } from '../output/look.ts';
import type { ActionName, OwnKeys } from './action-name.ts';
import type { AppEvent } from './app.ts';

/** What a key does on a screen: the line of keys, the list of all keys and the key itself read the same row. */
export interface Binding {
  /** Names as `parseKey` gives them. */
  readonly keys: readonly string[];
  /** How the keys are called, such as `a–d`. */
  readonly shownAs: (look: Look) => Shown;
  readonly action: ActionName;
  /** What the key does, where it can be said more closely than the action's name does. */
  readonly label?: (look: Look) => Shown;
  readonly event: (key: string) => AppEvent | undefined;
  /** Rank in the last line; rows without one are in the list of all keys only. */
  readonly rank?: number;
  /** A letter that is text unless Esc comes before it. */
  readonly isBehindEscape?: boolean;
  /** Enter and Space here wait until the frame was seen (keys rule 3). */
  readonly waits?: 'submit' | 'rate';
}

export interface BindingOptions {
  readonly rank?: number;
  readonly waits?: Binding['waits'];
  readonly label?: (look: Look) => Shown;
  readonly shownAs?: (look: Look) => Shown;
}

/** A row of a binding table; a plain string is the event for every one of its keys. */
export function bind(
  keys: readonly string[],
  action: ActionName,
  event: AppEvent | ((key: string) => AppEvent | undefined),
  options: BindingOptions = {},
): Binding {
  const { rank, waits, label } = options;
  return {
    keys,
    action,
    event: typeof event === 'function' ? event : () => event,
    shownAs: options.shownAs ?? ((look) => keyLabel(keys[0] ?? '', look)),
    ...(rank === undefined ? {} : { rank }),
    ...(waits === undefined ? {} : { waits }),
    ...(label === undefined ? {} : { label }),
  };
}

/** As in a shell, wherever one is. */
export const pause = bind(['C-z'], 'pause', { kind: 'suspend-program' });

/** What a key does, in words. */
export const actionLabel = ({ action, label }: Binding, look: Look): Shown =>
  label?.(look) ?? look.messages.actions[action];

/** A key's name as the learner knows it. */
function keyLabel(name: string, { messages }: Look): Shown {
  const names: Readonly<Record<string, Shown>> = {
    enter: messages.keyNames.enter,
    space: messages.keyNames.space,
    escape: messages.keyNames.escape,
    tab: messages.keyNames.tab,
    backspace: messages.keyNames.backspace,
    up: messages.keyNames.arrows,
    down: messages.keyNames.arrows,
    pageup: messages.keyNames.pages,
    pagedown: messages.keyNames.pages,
  };
  return names[name] ?? shown`${name as Shown}`;
}

/** The last line: the keys by rank, as many as fit; help and leaving always do. */
export function keysLine(bindings: readonly Binding[], look: Look): StyledLine {
  const ranked = bindings.filter((binding) => binding.rank !== undefined);
  const kept = new Set<Binding>();
  let isEscapeKept = false;
  let room = look.size.columns - 2;
  for (const binding of ranked.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    const width = displayWidth(labelOf(binding, look)) + (kept.size > 0 ? 3 : 0);
    if (width > room || (binding.isBehindEscape === true && !isEscapeKept)) continue;
    room -= width;
    kept.add(binding);
    isEscapeKept ||= binding.action === 'actions';
  }
  const line: StyledLine = ranked
    .filter((binding) => kept.has(binding))
    .flatMap((binding, i, all) => [
      ...(i > 0 ? [span(separatorBetween(all[i - 1], binding, look), 'dim')] : []),
      span(binding.shownAs(look), 'accent'),
      span(shown` ${actionLabel(binding, look)}`, 'dim'),
    ]);
  return [span(shown` `), ...line];
}

/** What Esc opens follows it as a list. */
const separatorBetween = (before: Binding | undefined, after: Binding, { glyphs }: Look): Shown =>
  before?.action === 'actions' && after.isBehindEscape === true ? shown`: ` : glyphs.separator;

const labelOf = (binding: Binding, look: Look): Shown =>
  shown`${binding.shownAs(look)} ${actionLabel(binding, look)}`;

export const findBinding = (bindings: readonly Binding[], key: string): Binding | undefined =>
  bindings.find((binding) => binding.keys.includes(key));

/** Actions whose keys are the options' letters, digits or a text field's keys. */
const fixed: ReadonlySet<ActionName> = new Set([
  'choose',
  'number',
  'place',
  'rate',
  'move',
  'scroll',
  'answer',
  'show',
  'suggested',
]);

export const isFixedAction = (action: ActionName): boolean => fixed.has(action);

/** A table with the learner's keys in place of its letters and signs; named keys such as Enter stay. */
export function withOwnKeys(bindings: readonly Binding[], own: OwnKeys): readonly Binding[] {
  if (own.size === 0) return bindings;
  return bindings.map((binding) => {
    const key = own.get(binding.action);
    const old = binding.keys.find((name) => name.length === 1);
    if (key === undefined || old === undefined || fixed.has(binding.action)) return binding;
    const keys = [key, ...binding.keys.filter((name) => name.length > 1)];
    const event = (pressed: string) => binding.event(pressed === key ? old : pressed);
    const { rank, waits, label } = binding;
    return bind(keys, binding.action, event, {
      ...(rank === undefined ? {} : { rank }),
      ...(waits === undefined ? {} : { waits }),
      ...(label === undefined ? {} : { label }),
    });
  });
}
