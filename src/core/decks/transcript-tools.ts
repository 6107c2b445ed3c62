import type { Transcript } from './transcript.ts';

const keywords = new Set(['!', '{', '}', 'do', 'done', 'else', 'elif', 'fi', 'if', 'then', 'until', 'while']);
/** Behind these stand words that are no commands; the rest of such a command is not looked at. */
const compounds = new Set(['case', 'for', 'function', 'select', '[[']);
const name = /^(?:\/[\w.+/-]+|[A-Za-z_][\w.+-]*)$/u;
/** A quoted piece, an escaped character, a sum, a comment, or what ends a command. */
const tokens =
  /'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|\$\(\([^()]*\)\)|(?<=^|\s)#[^\n]*|\d*[<>]+&?-?[ \t]*|(\|\||&&|[;|&()\n])/gu;

/**
 * The programs that a transcript calls by name, builtins of the shell among them, for skipping it where one is
 * missing. What is expected to fail with 127 ("not found") is not missed. Cautious: what stands in quotes, in a here
 * document or in a compound command is passed over.
 */
export function toolsOf({ steps }: Transcript): readonly string[] {
  const tools = new Set<string>();
  const own = new Set<string>();
  for (const { command, status } of steps) {
    const text = command.includes('<<') ? (command.split('\n', 1)[0] ?? '') : command;
    for (const [, defined = ''] of text.matchAll(/([A-Za-z_]\w*)[ \t]*\(\)/gu)) own.add(defined);
    if (status !== 127) for (const tool of commandNames(text)) tools.add(tool);
  }
  return [...tools].filter((tool) => !own.has(tool)).sort();
}

function commandNames(text: string): string[] {
  const found: string[] = [];
  for (const simple of simpleCommands(text)) {
    const words = simple.trim().split(/\s+/u);
    const first = words.find((word) => !keywords.has(word) && !/^[A-Za-z_]\w*=/u.test(word));
    if (first === undefined) continue;
    if (compounds.has(first)) return found;
    if (name.test(first)) found.push(first);
  }
  return found;
}

/** Cut at operators; quoted pieces and targets of redirections become `"`, which no name holds. */
function simpleCommands(text: string): string[] {
  return text
    .replace(tokens, (token, operator: string | undefined) => {
      if (operator !== undefined) return '\u0000';
      if (token.startsWith('#')) return '';
      return /[<>]/u.test(token) && !/^["']/u.test(token) ? ' ""' : '"';
    })
    .replace(/""\S*/gu, '')
    .split('\u0000');
}
