import type { YAMLError } from 'yaml';

export interface YamlExplanation {
  readonly message: string;
  readonly hint: string | undefined;
}

/** Says in our words what YAML did not like, and how the line is to be written. */
export function explainYaml(error: YAMLError, line: string): YamlExplanation {
  const [, key = '', value = ''] = /^[ \t]*(?:- )?([\w.-]+:[ \t]+)(\S.*)$/u.exec(line) ?? [];
  return (
    explainValue(key, value.trimEnd()) ??
    explainLine(line, error.code === 'TAB_AS_INDENT') ??
    explainShape(error, line.trim()) ?? {
      message: `The front matter is not YAML: ${error.message.split('\n', 1)[0] ?? ''}`,
      hint: undefined,
    }
  );
}

/** What shows only in the line below, by what the library says of it. */
function explainShape({ code, message }: YAMLError, line: string): YamlExplanation | undefined {
  if (message.startsWith('Flow '))
    return { message: 'A bracket above is not closed.', hint: 'Close it in its own line: `tags: [a, b]`.' };
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return undefined;
  const [, key, value] = /^([\w.-]*\w)[ \t]+(\S.*)$/u.exec(line) ?? [];
  return {
    message: 'This line is no key with a value.',
    hint:
      key === undefined ? 'Write `key: value`, and lists as `tags: [a, b]`.' : `Write \`${key}: ${value}\`.`,
  };
}

function explainValue(key: string, value: string): YamlExplanation | undefined {
  const quoted = `\`${key}"${value.replace(/["\\]/gu, '\\$&')}"\``;
  if (/^[^"'[{|>].*:(?:\s|$)/u.test(value))
    return { message: 'A value that holds a colon and a blank must be quoted.', hint: `Write ${quoted}.` };
  if (/^[@`%*&!]/u.test(value))
    return {
      message: `A value that begins with ${value.charAt(0)} must be quoted.`,
      hint: `Write ${quoted}.`,
    };
  if (/^(?:"[^"]*"|'[^']*').+/u.test(value))
    return {
      message: 'Text follows a closed quote.',
      hint: `Quote all of it: \`${key}'${value.replace(/'/gu, "''")}'\`.`,
    };
  if (/^["']/u.test(value)) return { message: 'A quote is not closed.', hint: 'Close it on the same line.' };
  if (/^[[{]/u.test(value))
    return {
      message: 'A list is not written rightly.',
      hint: `Write \`${key}[a, b]\`, and quote a text that begins with a bracket: ${quoted}.`,
    };
  return undefined;
}

function explainLine(line: string, tab: boolean): YamlExplanation | undefined {
  if (/^(?:<{7}|={7}|>{7})/u.test(line))
    return {
      message: 'Git could not merge the front matter: it holds conflict markers.',
      hint: 'Keep one of the two sides and delete the markers.',
    };
  if (tab || /^ *\t/u.test(line))
    return {
      message: 'YAML is indented with blanks, never with tabs.',
      hint: 'Write two blanks for the tab.',
    };
  if (/^[\w.-]+:\S/u.test(line.trim()))
    return {
      message: 'A blank is missing after the colon.',
      hint: `Write \`${line.trim().replace(':', ': ')}\`.`,
    };
  return undefined;
}
