import { version } from '../package.json';
import { commands, commonFlags } from './commands/catalogue.ts';
import type { Arguments, Command, CommandContext } from './commands/command.ts';
import type { DebugLog } from './commands/debug-log.ts';
import { commandHelp, programHelp } from './commands/manual/help.ts';
import { type ArgumentFault, commandPlace, parseArguments } from './commands/parse-arguments.ts';
import { spokenLanguage } from './commands/spoken-language.ts';
import { nearest } from './core/text/nearest.ts';
import { clean, joinShown, raw, type Shown, shown } from './core/text/shown.ts';
import { UserError } from './core/user-error.ts';
import { type OwnSystem, readSystem } from './system.ts';
import { leave, restoreTerminal, watchExits } from './terminal/leave.ts';
import { type Language, type Messages, messagesIn } from './terminal/messages/messages.ts';
import { sayError, sayWith } from './terminal/messages/say.ts';

/** Exit codes: 1 the user's world, 2 the command line, 70 (EX_SOFTWARE of sysexits.h) ourselves. */
const exitCodes = { userError: 1, usage: 2, bug: 70 } as const;

/** The program: argv to exit code. `build` names what the launcher has started. */
export async function main(argv: readonly string[], build: string): Promise<void> {
  const system = readSystem(build);
  const language = spokenLanguage(languageAsked(argv), system);
  watchExits((error) => reportError(error, system, language), system);
  leave(await runToEnd(argv, system, language));
}

async function runToEnd(argv: readonly string[], system: OwnSystem, language: Language): Promise<number> {
  const code = await runProgram(argv, system, language).catch((error: unknown) => {
    restoreTerminal();
    return reportError(error, system, language);
  });
  await system.out.written();
  await system.err.written();
  return code;
}

async function runProgram(argv: readonly string[], system: OwnSystem, language: Language): Promise<number> {
  const at = commandPlace(argv, commonFlags);
  const name = argv[at];
  if (name === 'help') return runProgram(argv.with(at, '--help'), system, language);
  const command = commands.find((one) => one.name === name);
  if (name !== undefined && command === undefined) return unknownCommand(name, system, language);
  const words = argv.filter((_, i) => i !== at);
  const flags = command === undefined ? commonFlags : [...command.flags, ...commonFlags];
  const read = parseArguments(words, flags, command !== undefined && command.operands !== '');
  if ('fault' in read) return badFlag(read.fault, command, system, language);
  return runCommand(command, read, system, language);
}

async function runCommand(
  command: Command | undefined,
  given: Arguments,
  system: OwnSystem,
  language: Language,
): Promise<number> {
  const messages = messagesIn(language);
  const print = (text: Shown) => system.out.print(text);
  if (given.flags.has('version')) {
    print(clean(raw(version)));
    return 0;
  }
  if (given.flags.has('help')) {
    print(command === undefined ? programHelp(messages, language) : commandHelp(command, messages, language));
    return 0;
  }
  const debug = given.flags.has('debug') ? await startLog(system) : undefined;
  const endings: (() => Promise<void>)[] = [];
  const context: CommandContext = {
    atEnd: (task) => endings.push(task),
    log: debug?.log ?? (() => {}),
    system,
    version,
    arguments: given,
    language,
    messages,
    print,
    warn: (text) => system.err.print(text),
  };
  const { run } = command === undefined ? await import('./commands/studying/home.ts') : await command.load();
  try {
    const status = await run(context);
    debug?.log(shown`status ${status}`);
    return status;
  } catch (error) {
    debug?.log(clean(raw(error instanceof Error ? (error.stack ?? error.message) : String(error))));
    throw error instanceof UserError ? await sayError(error, language) : error;
  } finally {
    for (const end of endings) await end();
  }
}

async function startLog(system: OwnSystem): Promise<DebugLog> {
  const { openDebugLog } = await import('./commands/debug-log.ts');
  const debug = openDebugLog(system, version);
  system.err.print(shown`--debug: ${debug.path}`);
  return debug;
}

/** What `--lang` says, also on a command line that is wrong elsewhere. */
function languageAsked(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return words[at] === '--lang' ? words[at + 1] : words[at]?.slice('--lang='.length);
}

function unknownCommand(name: string, system: OwnSystem, language: Language): number {
  const { errors } = messagesIn(language);
  const near = nearest(
    name,
    commands.map((command) => command.name),
  );
  const lines = [errors.unknownCommand(clean(raw(name)))];
  if (near !== undefined) lines.push(errors.didYouMean(clean(raw(`kartei ${near}`))));
  lines.push(errors.seeHelp(shown`kartei`));
  system.err.print(joinShown(lines, '\n'));
  return exitCodes.usage;
}

function badFlag(
  fault: ArgumentFault,
  command: Command | undefined,
  system: OwnSystem,
  language: Language,
): number {
  const { errors } = messagesIn(language);
  const name = command === undefined ? shown`kartei` : shown`kartei ${clean(raw(command.name))}`;
  const lines = [faultText(fault, errors)];
  if (fault.kind === 'unknown-flag' && fault.nearest !== undefined) {
    lines.push(errors.didYouMean(clean(raw(fault.nearest))));
  }
  lines.push(errors.seeHelp(name));
  system.err.print(joinShown(lines, '\n'));
  return exitCodes.usage;
}

function faultText(fault: ArgumentFault, errors: Messages['errors']): Shown {
  const flag = clean(raw(fault.flag));
  switch (fault.kind) {
    case 'unknown-flag':
      return errors.unknownFlag(flag);
    case 'value-missing':
      return errors.valueMissing(flag, clean(raw(fault.value)));
    case 'value-surplus':
      return errors.valueSurplus(flag);
    case 'value-refused':
      return errors.valueRefused(flag, clean(raw(fault.value)), clean(raw(fault.given)));
    case 'operand-surplus':
      return errors.operandSurplus(flag);
  }
}

/** Prints an error on a terminal that was given back, and tells the exit code. */
function reportError(error: unknown, system: OwnSystem, language: Language): number {
  const { errors, sentences } = messagesIn(language);
  if (error instanceof UserError) {
    const say = sayWith(sentences);
    const hint = error.hint === undefined ? [] : [say(error.hint)];
    system.err.print(joinShown([say(error.told), ...hint], '\n'));
    return error.exitCode ?? exitCodes.userError;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  system.err.print(
    joinShown(
      [
        errors.unexpected,
        errors.report,
        shown`kartei ${clean(raw(version))}, Node ${clean(raw(process.version))}`,
        clean(raw(stack)),
      ],
      '\n',
    ),
  );
  return exitCodes.bug;
}
