import type { Language, Messages } from '../../terminal/messages/messages.ts';
import type { Command, Flag } from '../command.ts';
import { jsonHead } from '../print-json.ts';

const headings: Readonly<
  Record<Language, Readonly<Record<'name' | 'synopsis' | 'commands' | 'everywhere', string>>>
> = {
  en: { name: 'NAME', synopsis: 'SYNOPSIS', commands: 'COMMANDS', everywhere: 'FLAGS OF ALL COMMANDS' },
  de: { name: 'NAME', synopsis: 'ÜBERSICHT', commands: 'BEFEHLE', everywhere: 'FLAGS ALLER BEFEHLE' },
};

/** Text as roff takes it: no escape of its own, no request at the head of a line. */
const roff = (text: string): string =>
  text
    .replace(/\\/gu, '\\e')
    .replace(/-/gu, '\\-')
    .replace(/^(?=[.'])/gmu, '\\&');

const requestWord = (text: string): string => `"${roff(text).replace(/"/gu, '\\(dq')}"`;

/** The manual page, from the same catalogue as the help. */
export function manPage(
  commands: readonly Command[],
  common: readonly Flag[],
  { usage }: Messages,
  language: Language,
  version: string,
): string {
  const words = headings[language];
  return [
    `.TH KARTEI 1 "" ${requestWord(`kartei ${version}`)}`,
    `.SH ${words.name}`,
    `kartei \\- ${roff(usage.intro)}`,
    `.SH ${words.synopsis}`,
    `.B kartei`,
    roff(`[${usage.commands}] [${usage.flags}]`),
    `.SH ${words.commands}`,
    ...commands.flatMap((command) => commandSection(command, usage, language)),
    `.SH ${words.everywhere}`,
    ...common.flatMap((flag) => flagEntry(flag, language)),
  ].join('\n');
}

function commandSection(
  { name, operands, summary, details, flags, example }: Command,
  usage: Messages['usage'],
  language: Language,
): readonly string[] {
  return [
    `.SS ${requestWord(`kartei ${name}${operands === '' ? '' : ` ${operands}`}`)}`,
    roff(summary[language]),
    ...(details === undefined ? [] : ['.PP', roff(details[language])]),
    ...flags.flatMap((flag) => flagEntry(flag, language)),
    ...flags.flatMap(({ shape }) => (shape === undefined ? [] : jsonLines(shape, usage))),
    '.PP',
    `${roff(usage.example)}: \\fB${roff(example)}\\fR`,
  ];
}

const jsonLines = (shape: readonly string[], { jsonUnits }: Messages['usage']): readonly string[] => [
  '.PP',
  '.nf',
  jsonHead,
  ...shape.map((line) => roff(`  ${line}`)),
  '.fi',
  roff(jsonUnits),
];

function flagEntry({ name, short, value, summary }: Flag, language: Language): readonly string[] {
  const spelled = `${short === undefined ? '' : `-${short}, `}--${name}`;
  const argument = value === undefined ? '' : ` \\fI${roff(value)}\\fR`;
  return ['.TP', `\\fB${roff(spelled)}\\fR${argument}`, roff(summary[language])];
}
