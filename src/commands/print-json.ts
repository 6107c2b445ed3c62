import { clean, raw, type Shown } from '../core/text/shown.ts';
import type { CommandContext } from './command.ts';

/** What `--json` prints: numbers, truth values, shown texts, and lists and objects of them. */
export type ShownJson =
  | null
  | boolean
  | number
  | Shown
  | readonly ShownJson[]
  | { readonly [name: string]: ShownJson | undefined };

/** The version of every shape printed with `--json`; it grows when a member changes its meaning or goes. */
const jsonVersion = 1;

/** How the manual spells the member that every shape has. */
export const jsonHead = `JSON: kartei: { format: ${jsonVersion}, kind, version }`;

/** Prints `{"kartei": {"format": 1, "kind": …}, …}` in the shape that the command's help names. */
export function printJson(
  context: CommandContext,
  kind: string,
  value: { readonly [name: string]: ShownJson },
): void {
  const text = JSON.stringify(
    { kartei: { format: jsonVersion, kind, version: context.version }, ...value },
    undefined,
    2,
  );
  // The members are shown already; cleaning again keeps the promise for the whole.
  context.print(clean(raw(text)));
}
