import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import type { Language, Messages } from '../../terminal/messages/messages.ts';
import { commands, commonFlags } from '../catalogue.ts';
import type { Command, Flag } from '../command.ts';
import { jsonHead } from '../print-json.ts';

const own = (text: string): Shown => clean(raw(text));

/** The page for `kartei --help`. */
export function programHelp(messages: Messages, language: Language): Shown {
  const { usage } = messages;
  const width = Math.max(...commands.map((command) => command.name.length));
  const rows = commands.map(
    (command) => shown`  ${own(command.name.padEnd(width))}  ${own(command.summary[language])}`,
  );
  return joinShown(
    [
      usage.intro,
      own(''),
      shown`${usage.usage}: ${usage.form}`,
      own(''),
      shown`${usage.commands}:`,
      ...rows,
      own(''),
      shown`${usage.everywhere}:`,
      ...flagRows(commonFlags, language),
      own(''),
      usage.more,
    ],
    '\n',
  );
}

/** The page for `kartei COMMAND --help`. */
export function commandHelp(command: Command, messages: Messages, language: Language): Shown {
  const { usage } = messages;
  const operands = command.operands === '' ? '' : ` ${command.operands}`;
  const lines = [
    own(command.summary[language]),
    ...(command.details === undefined ? [] : [own(command.details[language])]),
    own(''),
    shown`${usage.usage}: ${own(`kartei ${command.name}${operands}`)}`,
    ...(command.flags.length === 0
      ? []
      : [own(''), shown`${usage.flags}:`, ...flagRows(command.flags, language)]),
    ...command.flags.flatMap(({ shape }) => (shape === undefined ? [] : jsonRows(shape, messages))),
    own(''),
    shown`${usage.everywhere}:`,
    ...flagRows(commonFlags, language),
    own(''),
    shown`${usage.example}: ${own(command.example)}`,
  ];
  return joinShown(lines, '\n');
}

const jsonRows = (shape: readonly string[], { usage }: Messages): readonly Shown[] => [
  own(''),
  own(jsonHead),
  ...shape.map((line) => shown`  ${own(line)}`),
  shown`  ${usage.jsonUnits}`,
];

function flagRows(flags: readonly Flag[], language: Language): readonly Shown[] {
  const spelled = flags.map((flag) => {
    const short = flag.short === undefined ? '' : `-${flag.short}, `;
    return `${short}--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`;
  });
  const width = Math.max(...spelled.map((text) => text.length));
  return flags.map(
    (flag, i) => shown`  ${own((spelled[i] ?? '').padEnd(width))}  ${own(flag.summary[language])}`,
  );
}
