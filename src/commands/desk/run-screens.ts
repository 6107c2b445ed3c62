import { everything } from '../../core/session/session.ts';
import { loadMarkdown, MarkdownMissing } from '../../core/text/markdown.ts';
import type { Shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { loadDeckReader, loadMissingReader } from '../../storage/deck-reader.ts';
import { diskFileSystem } from '../../storage/file-system.ts';
import { loadRandom } from '../../storage/random-hex.ts';
import { tryWriteSetting } from '../../storage/write-setting.ts';
import type { System } from '../../system.ts';
import type { OwnKeys } from '../../terminal/app/action-name.ts';
import type { AppEvent } from '../../terminal/app/app.ts';
import type { ExamRequest } from '../../terminal/app/exam-desk.ts';
import type { Language } from '../../terminal/messages/messages.ts';
import { isDumb } from '../../terminal/output/print-line.ts';
import type { OwnTerminal } from '../../terminal/own-terminal.ts';
import { type CommandContext, isSet } from '../command.ts';
import { interactiveDesk } from './interactive-desk.ts';
import type { Program } from './open-program.ts';

/** Whether both ends are a terminal. */
export const hasTerminal = ({ stdin, stdout }: System): boolean =>
  stdin.isTTY === true && stdout.isTTY === true;

/** Plain lines for screen readers, pipes and terminals that can do no more. */
export function wantsLines(context: CommandContext, { settings }: Pick<Program, 'settings'>): boolean {
  const { env } = context.system;
  return isSet(context, 'plain') || settings.lineMode || Boolean(env.ACCESSIBLE) || isDumb(env);
}

/**
 * Runs the screens, or the same on plain lines; without a first event the home screen is opened, which the terminal may
 * show already.
 */
export async function runScreens(
  context: CommandContext,
  program: Program,
  first: AppEvent | undefined,
  terminal?: OwnTerminal,
): Promise<number> {
  const { system } = context;
  const desk = interactiveDesk(context, program);
  if (wantsLines(context, program)) {
    await loadCards();
    const exam = examOf(first);
    if (exam !== undefined) {
      const { runExamLines } = await import('../../terminal/line-mode/run-exam-lines.ts');
      return runExamLines({ system, desk, language: context.language, ...exam });
    }
    const { runLines } = await import('../../terminal/line-mode/run-lines.ts');
    return runLines({
      system,
      desk,
      language: context.language,
      plan: first?.kind === 'study' ? first.plan : everything,
    });
  }
  if (!hasTerminal(system)) {
    const { errors } = context.messages;
    throw new UserError(errors.noTerminal(), undefined, 2);
  }
  if (program.glance !== undefined) program.desk.keepGlance(program.glance);
  const { runApp } = await import('../../terminal/run-app.ts');
  await runApp({
    system,
    desk,
    language: context.language,
    terminal,
    first,
    loadMissing,
    loadCards,
    loadHighlight: async () => {
      loadRandom();
      return (await import('../../core/text/load-highlight.ts')).loadHighlight();
    },
    ownKeys: ownKeysOf(program),
    log: context.log,
    onLanguage: speaker(program, context.language),
  });
  return 0;
}

export const ownKeysOf = ({ settings }: Pick<Program, 'settings'>): OwnKeys =>
  new Map(settings.keys) as OwnKeys;

/** The exam that an event asks for, in line mode; no request goes on with the one that is running. */
function examOf(first: AppEvent | undefined): { readonly request: ExamRequest | undefined } | undefined {
  if (first?.kind === 'start-exam') return { request: first.request };
  return first?.kind === 'exams' ? { request: undefined } : undefined;
}

/** Loads what an error says is missing to ask or to draw a question; any other error is thrown again. */
async function loadMissing(error: unknown): Promise<void> {
  if (error instanceof MarkdownMissing) await loadMarkdown();
  else await loadMissingReader(error);
}

/** What all questions are read and drawn with. */
async function loadCards(): Promise<void> {
  await loadDeckReader();
  await loadMarkdown();
}

/** The learner's choice of language holds from now on, on this machine. */
function speaker(
  { desk, locations }: Program,
  language: Language,
): (language: Language) => Promise<Shown | undefined> {
  let spoken = language;
  return async (next) => {
    if (next === spoken) return undefined;
    spoken = next;
    desk.speak(next);
    return tryWriteSetting(diskFileSystem, locations.config, 'language', next);
  };
}
