import type { Language } from '../../terminal/messages/messages.ts';
import type { Command, Flag } from '../command.ts';
import { valuesOf } from '../flag-values.ts';

const quoted = (text: string): string => `'${text.replace(/[\\']/gu, '\\$&')}'`;

const operands: Readonly<Record<NonNullable<Command['completes']>, string>> = {
  decks: "-a '(kartei completion decks 2>/dev/null)'",
  cards: "-f -a '(kartei completion cards 2>/dev/null)'",
  exams: "-f -a '(kartei completion exams 2>/dev/null)'",
  collections: "-f -a '(kartei completion collections 2>/dev/null)'",
  shells: "-f -a 'bash zsh fish'",
  files: '-F',
};

function argumentOf(flag: Flag): string {
  const values = valuesOf(flag);
  if (values === 'files') return '-r';
  if (values === 'none') return '-x';
  return typeof values === 'string' ? `-x ${operands[values]}` : `-x -a '${values.join(' ')}'`;
}

/** A file for \`~/.config/fish/completions\`. */
export function fishCompletion(
  commands: readonly Command[],
  common: readonly Flag[],
  language: Language,
): string {
  const flagLine = (flag: Flag, when: string): string => {
    const { name, short, value, summary } = flag;
    const shortForm = short === undefined ? '' : ` -s ${short}`;
    const argument = value === undefined ? '' : ` ${argumentOf(flag)}`;
    return `complete -c kartei${when}${shortForm} -l ${name}${argument} -d ${quoted(summary[language])}`;
  };
  const lines = commands.flatMap(({ name, summary, flags, completes }) => {
    const within = ` -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c kartei -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary[language])}`,
      ...(completes === undefined ? [] : [`complete -c kartei${within} ${operands[completes]}`]),
      ...flags.map((flag) => flagLine(flag, within)),
    ];
  });
  return [
    '# Completions of kartei for fish: kartei completion fish > ~/.config/fish/completions/kartei.fish',
    ...lines,
    ...common.map((flag) => flagLine(flag, '')),
  ].join('\n');
}
