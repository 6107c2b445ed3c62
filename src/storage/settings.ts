import type { Raw } from '../core/text/shown.ts';

/** Taste of this machine. Whatever changes schedule or queue is in the journal instead, so that all machines agree. */
export interface Settings {
  readonly language: (typeof languages)[number];
  readonly colours: (typeof colourChoices)[number];
  readonly symbols: (typeof symbolChoices)[number];
  /** The same as `--plain` at each start. */
  readonly lineMode: boolean;
  /** A command line; empty for `$VISUAL` or `$EDITOR`. */
  readonly editor: Raw;
  /** Changed keys: what they do, and the key. */
  readonly keys: readonly (readonly [action: string, key: string])[];
}

/** `auto` asks the environment. */
export const languages = ['auto', 'en', 'de'] as const;
export const colourChoices = ['auto', 'always', 'never'] as const;
export const symbolChoices = ['auto', 'unicode', 'ascii'] as const;

export const settingNames = ['language', 'colours', 'symbols', 'lineMode', 'editor', 'keys'] as const;
export type SettingName = (typeof settingNames)[number];

export const defaultSettings: Settings = {
  language: 'auto',
  colours: 'auto',
  symbols: 'auto',
  lineMode: false,
  editor: '' as Raw,
  keys: [],
};

const oneOf =
  (values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);
const isKey = (pair: unknown): boolean =>
  Array.isArray(pair) && pair.length === 2 && pair.every((text) => typeof text === 'string' && text !== '');

const checks: Readonly<Record<SettingName, (value: unknown) => boolean>> = {
  language: oneOf(languages),
  colours: oneOf(colourChoices),
  symbols: oneOf(symbolChoices),
  lineMode: (value) => typeof value === 'boolean',
  editor: (value) => typeof value === 'string' && value.length <= 4096,
  keys: (value) => Array.isArray(value) && value.every(isKey),
};

export const isSetting = (name: SettingName, value: unknown): boolean => checks[name](value);
