import { PassThrough } from 'node:stream';
import { commands, commonFlags } from '../../src/commands/catalogue.ts';
import type { Command, Run } from '../../src/commands/command.ts';
import { parseArguments } from '../../src/commands/parse-arguments.ts';
import { spokenLanguage } from '../../src/commands/spoken-language.ts';
import { UserError } from '../../src/core/user-error.ts';
import type { System } from '../../src/system.ts';
import { messagesIn } from '../../src/terminal/messages/messages.ts';
import { sayError } from '../../src/terminal/messages/say.ts';
import { printLine } from '../../src/terminal/output/print-line.ts';
import { membersNamed, membersPrinted } from './json-shape.ts';

export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CommandSetting {
  readonly cwd: string;
  /** What stands on standard input, which is no terminal. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly lang?: 'en' | 'de';
  /** The clock, in place of `standstill`. */
  readonly now?: number;
  /** Minutes east of UTC. */
  readonly tz?: number;
}

/** Runs a command as the program would, without words the home screen, on streams that are no terminal and a clock that stands still. */
export async function runCommand(words: readonly string[], setting: CommandSetting): Promise<CommandOutcome> {
  const [name, ...rest] = words;
  const home = { flags: [], operands: '', load: () => import('../../src/commands/studying/home.ts') };
  const command = name === undefined ? home : commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const given = parseArguments(rest, [...command.flags, ...commonFlags], command.operands !== '');
  if ('fault' in given) return { code: 2, out: '', err: given.fault.flag };
  const [stdout, stderr, stdin] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(setting.input ?? '');
  const system = systemOf(setting, { stdin, stdout, stderr });
  const asked = given.flags.get('lang');
  const language = spokenLanguage(setting.lang ?? (Array.isArray(asked) ? asked.at(-1) : undefined), system);
  const { run } = await command.load();
  const endings: (() => Promise<void>)[] = [];
  const code = await guarded(run, stderr, {
    atEnd: (task) => endings.push(task),
    system,
    version: '0.0.0',
    arguments: given,
    language,
    messages: messagesIn(language),
    print: (text) => printLine(stdout, text),
    warn: (text) => printLine(stderr, text),
    log: () => undefined,
  });
  for (const end of endings) await end();
  const out = textOf(stdout);
  if (given.flags.has('json') && out !== '') refuseUnnamed(command, out);
  return { code, out, err: textOf(stderr) };
}

/** Whatever a test is about: what is printed as JSON is named by the command's help. */
function refuseUnnamed(command: Pick<Command, 'flags'>, out: string): void {
  const named = membersNamed(command);
  const unnamed = [...membersPrinted(JSON.parse(out))].filter((member) => !named.has(member));
  if (unnamed.length > 0) throw new Error(`The help does not name ${unnamed.join(', ')}.`);
}

async function guarded(run: Run, stderr: PassThrough, context: Parameters<Run>[0]): Promise<number> {
  try {
    return await run(context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { told, hint } = await sayError(error, context.language);
    stderr.write(`${told}\n${hint ?? ''}\n`);
    return error.exitCode ?? 1;
  }
}

const textOf = (stream: PassThrough): string => String(stream.read() ?? '');

/** 2026-09-21T14:13:20Z, where the clock stands. */
export const standstill = 1_790_000_000_000;

/** A machine whose home is the working directory. */
export function systemOf(
  { cwd, env = {}, now = standstill, tz = 0 }: CommandSetting,
  streams: { readonly [name in 'stdin' | 'stdout' | 'stderr']: PassThrough } = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
  },
): System {
  return {
    now: () => now,
    uptime: () => 0,
    tz: () => tz,
    build: 'test',
    seed: '0badcafe',
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    platform: 'linux',
    home: cwd,
    cwd,
    shippedDecks: `${cwd}/no-decks`,
    stdin: streams.stdin as unknown as System['stdin'],
    stdout: streams.stdout as unknown as System['stdout'],
    stderr: streams.stderr as unknown as System['stderr'],
  };
}
