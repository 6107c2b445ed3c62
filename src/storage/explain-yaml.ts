import type { YAMLError } from 'yaml';
import { type Sentence, sentence } from '../core/text/sentence.ts';

export interface YamlExplanation {
  readonly message: Sentence;
  readonly hint: Sentence | undefined;
}

/** Says in our words what YAML did not like, and how the line is to be written. */
export function explainYaml(error: YAMLError, line: string): YamlExplanation {
  const [, key = '', value = ''] = /^[ \t]*(?:- )?([\w.-]+:[ \t]+)(\S.*)$/u.exec(line) ?? [];
  return (
    explainValue(key, value.trimEnd()) ??
    explainLine(line, error.code === 'TAB_AS_INDENT') ??
    explainShape(error, line.trim()) ?? {
      message: sentence`The front matter is not YAML: ${error.message.split('\n', 1)[0] ?? ''}`,
      hint: undefined,
    }
  );
}

/** What shows only in the line below, by what the library says of it. */
function explainShape({ code, message }: YAMLError, line: string): YamlExplanation | undefined {
  if (message.startsWith('Flow '))
    return {
      message: sentence('A bracket above is not closed.'),
      hint: sentence('Close it in its own line: `tags: [a, b]`.'),
    };
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return undefined;
  const [, key, value = ''] = /^([\w.-]*\w)[ \t]+(\S.*)$/u.exec(line) ?? [];
  return {
    message: sentence('This line is no key with a value.'),
    hint:
      key === undefined
        ? sentence('Write `key: value`, and lists as `tags: [a, b]`.')
        : sentence`Write \`${key}: ${value}\`.`,
  };
}

function explainValue(key: string, value: string): YamlExplanation | undefined {
  const quoted = `\`${key}"${value.replace(/["\\]/gu, '\\$&')}"\``;
  if (/^[^"'[{|>].*:(?:\s|$)/u.test(value))
    return {
      message: sentence('A value that holds a colon and a blank must be quoted.'),
      hint: sentence`Write ${quoted}.`,
    };
  if (/^[@`%*&!]/u.test(value))
    return {
      message: sentence`A value that begins with ${value.charAt(0)} must be quoted.`,
      hint: sentence`Write ${quoted}.`,
    };
  if (/^(?:"[^"]*"|'[^']*').+/u.test(value))
    return {
      message: sentence('Text follows a closed quote.'),
      hint: sentence`Quote all of it: \`${key}'${value.replace(/'/gu, "''")}'\`.`,
    };
  if (/^["']/u.test(value))
    return { message: sentence('A quote is not closed.'), hint: sentence('Close it on the same line.') };
  if (/^[[{]/u.test(value))
    return {
      message: sentence('A list is not written rightly.'),
      hint: sentence`Write \`${key}[a, b]\`, and quote a text that begins with a bracket: ${quoted}.`,
    };
  return undefined;
}

function explainLine(line: string, tab: boolean): YamlExplanation | undefined {
  if (/^(?:<{7}|={7}|>{7})/u.test(line))
    return {
      message: sentence('Git could not merge the front matter: it holds conflict markers.'),
      hint: sentence('Keep one of the two sides and delete the markers.'),
    };
  if (tab || /^ *\t/u.test(line))
    return {
      message: sentence('YAML is indented with blanks, never with tabs.'),
      hint: sentence('Write two blanks for the tab.'),
    };
  if (/^[\w.-]+:\S/u.test(line.trim()))
    return {
      message: sentence('A blank is missing after the colon.'),
      hint: sentence`Write \`${line.trim().replace(':', ': ')}\`.`,
    };
  return undefined;
}
