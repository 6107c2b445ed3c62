import type { Command, Flag } from '../command.ts';
import { valuesOf } from '../flag-values.ts';

const flagWords = (flags: readonly Flag[]): string =>
  flags.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]).join(' ');

/** The names of a command's operands, asked of the program itself, or nothing for files. */
const operandWords: Readonly<Record<NonNullable<Command['completes']>, string>> = {
  decks: '$(kartei completion decks 2>/dev/null)',
  cards: '$(kartei completion cards 2>/dev/null)',
  exams: '$(kartei completion exams 2>/dev/null)',
  collections: '$(kartei completion collections 2>/dev/null)',
  shells: 'bash zsh fish',
  files: '',
};

function valueReply(flag: Flag): string {
  const values = valuesOf(flag);
  if (values === 'none') return '';
  const words = typeof values === 'string' ? operandWords[values] : values.join(' ');
  const from = values === 'files' ? '-f' : `-W "${words}"`;
  return `mapfile -t COMPREPLY < <(compgen ${from} -- "$word"); `;
}

/** A script that bash sources. */
export function bashCompletion(commands: readonly Command[], common: readonly Flag[]): string {
  const takesValue = [...commands.flatMap(({ flags }) => flags), ...common].filter(({ value }) => value);
  const values = new Map(takesValue.map((flag) => [`--${flag.name}`, valueReply(flag)]));
  const cases = commands.map(
    ({ name, flags, completes }) =>
      `    ${name}) flags='${flagWords(flags)}'; operands="${completes ? operandWords[completes] : ''}" ;;`,
  );
  return `# Completions of kartei for bash: eval "$(kartei completion bash)"
_kartei() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} flags='' operands=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)) && [[ $word != -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$word")
    return
  fi
  case $before in
${[...values].map(([flag, reply]) => `    ${flag}) ${reply}return ;;`).join('\n')}
  esac
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$flags ${flagWords(common)}" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -W "$operands" -- "$word"; compgen -f -- "$word")
  fi
}
complete -o filenames -F _kartei kartei`;
}
