import { accessSync, constants } from 'node:fs';
import { sep } from 'node:path';
import type { Parameters } from '../../core/schedule/parameters.ts';
import type { Question } from '../../core/session/question.ts';
import { type Shown, shown } from '../../core/text/shown.ts';
import { diskFileSystem } from '../../storage/file-system.ts';
import { colourChoices, type SettingName, type Settings, symbolChoices } from '../../storage/settings.ts';
import { tryWriteSetting } from '../../storage/write-setting.ts';
import type { Desk, EditorCommand, Setting } from '../../terminal/app/desk.ts';
import type { Messages } from '../../terminal/messages/messages.ts';
import type { CommandContext } from '../command.ts';
import { appearanceOf } from './appearance.ts';
import { editorWords } from './editor-words.ts';
import { examDesk } from './exam-desk.ts';
import type { Program } from './open-program.ts';

/** The desk of the interactive screens: progress and decks, with the editor and the settings. */
export function interactiveDesk(context: CommandContext, program: Program): Desk {
  const { desk, locations } = program;
  let { settings } = program;
  const change = <N extends SettingName>(name: N, value: (typeof settings)[N]) => {
    settings = { ...settings, [name]: value };
    return tryWriteSetting(diskFileSystem, locations.config, name, value);
  };
  const choices: Readonly<Record<string, () => Promise<Shown | undefined>>> = {
    colours: () => change('colours', next(colourChoices, settings.colours)),
    symbols: () => change('symbols', next(symbolChoices, settings.symbols)),
    lineMode: () => change('lineMode', !settings.lineMode),
    newPerDay: () =>
      change1(desk, { newPerDay: next(newPerDayChoices, desk.progress().parameters.newPerDay) }),
    reviewsPerDay: () =>
      change1(desk, { reviewsPerDay: next(reviewsPerDayChoices, desk.progress().parameters.reviewsPerDay) }),
    retention: () =>
      change1(desk, { retention: next(retentionChoices, desk.progress().parameters.retention) }),
  };
  return Object.assign(desk, {
    exams: examDesk(context, program),
    appearance: () => appearanceOf(settings, context),
    examSeed: () => Number.parseInt(context.system.seed, 16),
    editorCommand: (question: Question) =>
      editorCommand(question, context, {
        wanted: settings.editor,
        shared: sharedFolders(context, locations),
      }),
    settings: (messages: Messages) => settingsIn(messages, settings, desk.progress().parameters),
    cycleSetting: (key: string) => choices[key]?.() ?? saved,
  });
}

function settingsIn(messages: Messages, settings: Settings, parameters: Parameters): readonly Setting[] {
  const values: Readonly<Record<keyof Messages['settingNames'], Shown>> = {
    language: messages.languageName,
    colours: messages.settingValues[settings.colours],
    symbols: messages.settingValues[settings.symbols],
    lineMode: settings.lineMode ? messages.yes : messages.no,
    newPerDay: shown`${parameters.newPerDay}`,
    reviewsPerDay: shown`${parameters.reviewsPerDay}`,
    retention: shown`${Math.round(parameters.retention * 100)} %`,
  };
  const keys = Object.keys(values) as (keyof typeof values)[];
  return keys.map((key) => ({ key, value: values[key], summary: messages.settingNames[key] }));
}

const newPerDayChoices = [5, 10, 15, 20, 30, 40, 60, 100];
const reviewsPerDayChoices = [50, 100, 150, 200, 300, 500, 1000];
const retentionChoices = [0.8, 0.85, 0.88, 0.9, 0.92, 0.95];

function next<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}

/** What changes the schedule or the queue is in the journal, so that every machine agrees. */
function change1(
  desk: Program['desk'],
  changes: { newPerDay?: number; reviewsPerDay?: number; retention?: number },
): Promise<undefined> {
  desk.append([{ kind: 'parameters', ...changes }]);
  return saved;
}

const saved = Promise.resolve(undefined);

interface Editing {
  /** The editor of the settings; empty for that of the environment. */
  readonly wanted: string;
  /** Folders whose decks are others' work: an update would take changes away. */
  readonly shared: readonly string[];
}

const sharedFolders = (
  { system }: CommandContext,
  { collections }: Program['locations'],
): readonly string[] => [system.shippedDecks, collections];

/** The editor at the card's line; read-only for shipped and added decks and for files that may not be written. */
function editorCommand(
  question: Question,
  { system }: CommandContext,
  { wanted, shared }: Editing,
): EditorCommand | undefined {
  const spelled = wanted || system.env.VISUAL || system.env.EDITOR || '';
  const path = question.file.absolutePath;
  const isShared = shared.some((folder) => path.startsWith(folder + sep)) || !isWritable(path);
  return editorWords(spelled, { path, line: question.card.line, shared: isShared, env: system.env });
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    // The editor is told to open it for reading, and says itself what is wrong.
    return false;
  }
}
