import { nearest } from '../core/text/nearest.ts';
import type { Arguments, Flag } from './command.ts';

export type ArgumentFault =
  | { readonly kind: 'unknown-flag'; readonly flag: string; readonly nearest: string | undefined }
  | { readonly kind: 'value-missing'; readonly flag: string; readonly value: string }
  | { readonly kind: 'value-surplus'; readonly flag: string };

/** Reads the words after a command's name: `--flag value`, `--flag=value`, `-f value`, `--` ends the flags. */
export function parseArguments(
  words: readonly string[],
  flags: readonly Flag[],
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
  if (cut >= 0) return { flag, value: word.slice(cut + 1), tookNext: false } as const;
  if (next === undefined || (next.startsWith('--') && next.length > 2)) {
    return { fault: { kind: 'value-missing', flag: spelled, value: flag.value } } as const;
  }
  return { flag, value: next, tookNext: true } as const;
}
