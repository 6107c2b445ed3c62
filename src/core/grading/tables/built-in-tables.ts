import { makeTables, type OptionTables } from '../option-tables.ts';
import { containerTables } from './container-tables.ts';
import { fileTables } from './file-tables.ts';
import { systemTables } from './system-tables.ts';
import { textTables } from './text-tables.ts';
import { virtualizationTables } from './virtualization-tables.ts';

let made: OptionTables | undefined;

/** The tables of the commands that the shipped decks speak of; made when first asked for. */
export function builtInTables(): OptionTables {
  made ??= makeTables({
    ...containerTables,
    ...fileTables,
    ...systemTables,
    ...textTables,
    ...virtualizationTables,
  });
  return made;
}
