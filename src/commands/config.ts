import { nearest } from '../core/text/nearest.ts';
import { type Shown, shown } from '../core/text/shown.ts';
import { UserError } from '../core/user-error.ts';
import { diskFileSystem } from '../storage/file-system.ts';
import { locate } from '../storage/locations.ts';
import { readSettings } from '../storage/read-settings.ts';
import {
  colourChoices,
  isSetting,
  languages,
  type SettingName,
  type Settings,
  settingNames,
  symbolChoices,
} from '../storage/settings.ts';
import { writeSetting } from '../storage/write-setting.ts';
import { keyFault } from '../terminal/app/own-keys.ts';
import { type CommandContext, isSet, type Run } from './command.ts';
import { openProgram, show } from './desk/open-program.ts';
import { settingsNotices } from './desk/settings-notices.ts';
import { printJson, type ShownJson } from './print-json.ts';

/** Numbers that the journal holds, so that every machine agrees; the rest is this machine's taste. */
const parameterNames = ['newPerDay', 'reviewsPerDay', 'retention', 'dayStart'] as const;
type ParameterName = (typeof parameterNames)[number];
const isParameter = (name: string): name is ParameterName =>
  (parameterNames as readonly string[]).includes(name);

export const run: Run = async (context: CommandContext): Promise<number> => {
  const [action = 'list', key, ...words] = context.arguments.operands;
  switch (action) {
    case 'list':
      return list(context);
    case 'get':
      return get(context, knownKey(context, key));
    case 'set':
      return set(context, knownKey(context, key), words.join(' '));
    default:
      throw new UserError(shown`kartei config list | get KEY | set KEY VALUE`, undefined, 2);
  }
};

function knownKey({ messages }: CommandContext, key: string | undefined): SettingName | ParameterName {
  const all = [...settingNames, ...parameterNames];
  const found = all.find((name) => name === key);
  if (found !== undefined) return found;
  if (key === undefined) throw new UserError(messages.errors.settingMissing, show(all.join(', ')), 2);
  const near = nearest(key, all);
  const hint = near === undefined ? show(all.join(', ')) : messages.errors.didYouMean(show(near));
  throw new UserError(messages.errors.noSuchSetting(show(key)), hint, 2);
}

type Value = Settings[SettingName] | number;

async function valuesOf(context: CommandContext): Promise<ReadonlyMap<string, Value>> {
  const { config } = locate(context.system);
  const reading = readSettings(diskFileSystem, config);
  for (const notice of settingsNotices(reading, config, context.language)) context.warn(notice);
  const { settings } = reading;
  const { parameters } = (await openProgram(context, [], 'titles')).desk.progress();
  return new Map<string, Value>([
    ...settingNames.map((name) => [name, settings[name]] as const),
    ...parameterNames.map((name) => [name, parameters[name]] as const),
  ]);
}

/** As `kartei config set` takes it. */
const spell = (value: Value): Shown =>
  show(typeof value === 'object' ? value.map((pair) => pair.join('=')).join(' ') : String(value));

function asJson(value: Value): ShownJson {
  if (typeof value === 'string') return show(value);
  if (typeof value !== 'object') return value;
  return value.map(([action, key]) => ({ action: show(action), key: show(key) }));
}

async function list(context: CommandContext): Promise<number> {
  const values = await valuesOf(context);
  if (isSet(context, 'json')) printSettings(context, values);
  else for (const [name, value] of values) context.print(shown`${show(name)} = ${spell(value)}`);
  return 0;
}

async function get(context: CommandContext, key: string): Promise<number> {
  const values = new Map([...(await valuesOf(context))].filter(([name]) => name === key));
  if (isSet(context, 'json')) printSettings(context, values);
  else for (const value of values.values()) context.print(spell(value));
  return 0;
}

const printSettings = (context: CommandContext, values: ReadonlyMap<string, Value>): void =>
  printJson(context, 'config', {
    settings: Object.fromEntries([...values].map(([name, value]) => [name, asJson(value)])),
  });

async function set(context: CommandContext, key: SettingName | ParameterName, text: string): Promise<number> {
  if (isParameter(key)) return setParameter(context, key, text);
  const value = parseValue(key, text);
  if (!isSetting(key, value)) throw badValue(context, key, text);
  if (key === 'keys') refuseClash(context, value as Settings['keys']);
  await writeSetting(diskFileSystem, locate(context.system).config, key, value as Settings[typeof key]);
  context.print(shown`${show(key)} = ${show(text)}`);
  return 0;
}

function parseValue(key: SettingName, text: string): unknown {
  if (key === 'lineMode')
    return text === 'true' || text === 'on' ? true : text === 'false' || text === 'off' ? false : text;
  if (key !== 'keys') return text;
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .map((pair) => pair.split('='));
}

const limits: Readonly<Record<ParameterName, (value: number) => boolean>> = {
  newPerDay: (value) => Number.isInteger(value) && value >= 0 && value <= 9999,
  reviewsPerDay: (value) => Number.isInteger(value) && value >= 0 && value <= 9999,
  retention: (value) => value >= 0.7 && value <= 0.99,
  dayStart: (value) => Number.isInteger(value) && value >= 0 && value <= 23,
};

async function setParameter(context: CommandContext, key: ParameterName, text: string): Promise<number> {
  const value = Number(text);
  if (text.trim() === '' || !limits[key](value)) throw badValue(context, key, text);
  (await openProgram(context, [], 'titles')).desk.append([{ kind: 'parameters', [key]: value }]);
  context.print(shown`${show(key)} = ${value}`);
  return 0;
}

const badValue = ({ messages }: CommandContext, key: SettingName | ParameterName, text: string): UserError =>
  new UserError(
    messages.errors.badValue(show(key), show(text)),
    messages.errors.takes(show(key), show(accepted[key])),
    2,
  );

/** What each setting takes, in the words of the command line. */
const accepted: Readonly<Record<SettingName | ParameterName, string>> = {
  language: languages.join(' | '),
  colours: colourChoices.join(' | '),
  symbols: symbolChoices.join(' | '),
  lineMode: 'true | false',
  editor: '"code --wait"',
  keys: '"undo=U flag=F"',
  newPerDay: '0–9999',
  reviewsPerDay: '0–9999',
  retention: '0.7–0.99',
  dayStart: '0–23',
};

/** Two things on one key, or a key for nothing known: refused before it is written. */
function refuseClash({ messages }: CommandContext, pairs: Settings['keys']): void {
  const fault = keyFault(pairs);
  if (fault === undefined) return;
  const { errors } = messages;
  switch (fault.kind) {
    case 'unknown-action':
      throw new UserError(
        errors.noSuchAction(show(fault.action)),
        show(Object.keys(messages.actions).join(', ')),
        2,
      );
    case 'no-key':
      throw new UserError(errors.noKey(show(fault.key)), undefined, 2);
    case 'clash':
      throw new UserError(errors.keyClash(show(fault.key), show(fault.actions.join(', '))), undefined, 2);
  }
}
