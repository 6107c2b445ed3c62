import { nearest } from '../core/text/nearest.ts';
import type { Arguments, Flag } from './command.ts';

export type ArgumentFault =
  | { readonly kind: 'unknown-flag'; readonly flag: string; readonly nearest: string | undefined }
  | { readonly kind: 'value-missing'; readonly flag: string; readonly value: string }
  | { readonly kind: 'value-surplus' | 'operand-surplus'; readonly flag: string }
  | { readonly kind: 'value-refused'; readonly flag: string; readonly value: string; readonly given: string };

/** Where the command's name stands: flags of every command may come before it. Behind a fault there is none. */
export function commandPlace(words: readonly string[], flags: readonly Flag[]): number {
  let at = 0;
  for (let word = words[at]; word?.startsWith('-'); word = words[at]) {
    const read = readFlag(word, words[at + 1], flags);
    if (read.fault !== undefined) return words.length;
    at += read.tookNext ? 2 : 1;
  }
  return at;
}

/**
 * Reads the words beside a command's name: `--flag value`, `--flag=value`, `-f value`, `--` ends the flags. A command
 * that takes no operands refuses one: `undo 3` must not undo something else.
 */
export function parseArguments(
  words: readonly string[],
  flags: readonly Flag[],
  takesOperands = true,
): Arguments | { readonly fault: ArgumentFault } {
  const operands: string[] = [];
  const given = new Map<string, true | string[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      operands.push(...words.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const read = readFlag(word, words[i + 1], flags);
    if (read.fault !== undefined) return { fault: read.fault };
    if (read.tookNext) i++;
    const before = given.get(read.flag.name);
    if (read.value === undefined) given.set(read.flag.name, true);
    else given.set(read.flag.name, [...(Array.isArray(before) ? before : []), read.value]);
  }
  const [surplus] = takesOperands ? [] : operands;
  if (surplus !== undefined) return { fault: { kind: 'operand-surplus', flag: surplus } };
  return { operands, flags: given };
}

function readFlag(word: string, next: string | undefined, flags: readonly Flag[]) {
  const cut = word.indexOf('=');
  const spelled = cut < 0 ? word : word.slice(0, cut);
  const flag = flags.find((f) => spelled === `--${f.name}` || (f.short && spelled === `-${f.short}`));
  if (flag === undefined) {
    const near = nearest(
      spelled.replace(/^-+/u, ''),
      flags.map((f) => f.name),
    );
    return { fault: { kind: 'unknown-flag', flag: spelled, nearest: near && `--${near}` } } as const;
  }
  if (flag.value === undefined) {
    if (cut >= 0) return { fault: { kind: 'value-surplus', flag: spelled } } as const;
    return { flag, value: undefined, tookNext: false } as const;
  }
  if (cut >= 0) return withValue(flag, spelled, word.slice(cut + 1), false);
  if (next === undefined || (next.startsWith('--') && next.length > 2)) {
    return { fault: { kind: 'value-missing', flag: spelled, value: flag.value } } as const;
  }
  return withValue(flag, spelled, next, true);
}

/** A value whose name lists its choices, such as `en|de`, is one of them; `URL|PATH` stands for something else. */
function withValue(flag: Flag, spelled: string, given: string, tookNext: boolean) {
  const { value = '' } = flag;
  const choices = /^[a-z]+(?:\|[a-z]+)+$/u.test(value) ? value.split('|') : [given];
  if (!choices.includes(given)) {
    return { fault: { kind: 'value-refused', flag: spelled, value, given } } as const;
  }
  return { flag, value: given, tookNext } as const;
}
