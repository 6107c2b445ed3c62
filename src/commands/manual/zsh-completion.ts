import type { Language } from '../../terminal/messages/messages.ts';
import type { Command, Flag } from '../command.ts';
import { valuesOf } from '../flag-values.ts';

/** Within single quotes; in \`_arguments\` and \`_describe\` a colon and brackets mean something. */
const quoted = (text: string): string => text.replace(/'/gu, "'\\''").replace(/[[\]:]/gu, '\\$&');

/** A blank before a function keeps zsh from putting words of its own between it and its argument. */
const actions: Readonly<Record<NonNullable<Command['completes']>, string>> = {
  decks: ' _kartei_names decks',
  cards: ' _kartei_names cards',
  exams: ' _kartei_names exams',
  collections: ' _kartei_names collections',
  shells: '(bash zsh fish)',
  files: '_files',
};

function flagLines(flags: readonly Flag[], language: Language): readonly string[] {
  return flags.flatMap((flag) => {
    const { name, short, value, several, summary } = flag;
    const spelled = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
    const action = value === undefined ? '' : `:${quoted(value)}:${valueAction(flag)}`;
    return spelled.map((word) => `'${several ? '*' : ''}${word}[${quoted(summary[language])}]${action}'`);
  });
}

function valueAction(flag: Flag): string {
  const values = valuesOf(flag);
  if (values === 'none') return ' ';
  return typeof values === 'string' ? actions[values] : `(${values.join(' ')})`;
}

/** A script for a folder of \`$fpath\`, or to be sourced. */
export function zshCompletion(
  commands: readonly Command[],
  common: readonly Flag[],
  language: Language,
): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary[language])}'`);
  const cases = commands.map(({ name, flags, completes }) => {
    const words = [...flagLines([...flags, ...common], language)];
    if (completes !== undefined) words.push(`'*:${completes}:${actions[completes]}'`);
    return `    ${name}) _arguments ${words.map((word) => `\\\n      ${word}`).join(' ')} ;;`;
  });
  return `#compdef kartei
# Completions of kartei for zsh: source <(kartei completion zsh)
_kartei_names() {
  local -a names
  names=(\${(f)"$(kartei completion $1 2>/dev/null)"})
  compadd -a names
  [[ $1 == decks ]] && _files
}
_kartei() {
  local -a names
  names=(
${names.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command names
    return
  fi
  local name=$words[2]
  shift words
  ((CURRENT--))
  case $name in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _kartei ]]; then _kartei "$@"; else compdef _kartei kartei; fi`;
}
