import { isEmbedded, type ShellFault, scanWord } from './scan-word.ts';
import type { Word } from './word.ts';

/** Longer ones first, so that the first match is the right one. */
const controlOperators = ['||', '&&', ';;', '|&', '|', '&', ';', '(', ')', '\n'] as const;
const redirectionOperators = [
  '&>>',
  '<<<',
  '<<-',
  '&>',
  '<<',
  '>>',
  '>|',
  '>&',
  '<&',
  '<>',
  '>',
  '<',
] as const;
type ControlOperator = (typeof controlOperators)[number];
export type RedirectionOperator = (typeof redirectionOperators)[number];

export interface Redirection {
  readonly operator: RedirectionOperator;
  /** `0`, `1`, `2`, …: as written before the operator, else the operator's own. */
  readonly descriptor: string;
  readonly target: Word;
}

/** Words and redirections up to an operator. Assignments before the name are words like the others. */
export interface SimpleCommand {
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

export interface Script {
  /** `C` for each simple command, with the operators as written between: `C | C && C`. */
  readonly shape: string;
  readonly commands: readonly SimpleCommand[];
}

/** Internal to one run of `splitShell`. */
interface Draft {
  readonly source: string;
  readonly withPlaceholders: boolean;
  at: number;
  readonly shape: string[];
  readonly commands: SimpleCommand[];
  words: Word[];
  redirections: Redirection[];
}

/**
 * Splits a command line as a POSIX shell does: quotes, backslash, operators; nothing is expanded. Of bash it knows
 * here-strings, `&>`, `|&` and process substitution. With `withPlaceholders`, `<any>`, `<path>` and `<number>` are
 * words (or parts of one), not redirections.
 */
export function splitShell(source: string, withPlaceholders = false): Script | ShellFault {
  const draft: Draft = {
    source,
    withPlaceholders,
    at: 0,
    shape: [],
    commands: [],
    words: [],
    redirections: [],
  };
  while (draft.at < source.length) {
    const fault = readPiece(draft);
    if (fault !== undefined) return fault;
  }
  closeCommand(draft);
  const last = draft.shape.at(-1);
  if (last === ';') draft.shape.pop();
  return isWellFormed(draft.shape)
    ? { shape: draft.shape.join(' '), commands: draft.commands }
    : 'incomplete';
}

function readPiece(draft: Draft): ShellFault | undefined {
  const { source, at } = draft;
  if (source[at] === ' ') {
    draft.at++;
    return undefined;
  }
  if (source.startsWith('\\\n', at)) {
    draft.at += 2;
    return undefined;
  }
  if (!isEmbedded(source, at, draft.withPlaceholders)) {
    const redirection = redirectionAt(draft);
    if (redirection !== undefined) return readRedirection(draft, redirection);
    const operator = controlOperators.find((sign) => source.startsWith(sign, at));
    if (operator !== undefined) return readControl(draft, operator);
  }
  const scanned = scanWord(source, at, draft.withPlaceholders);
  if (typeof scanned === 'string') return scanned;
  draft.at = scanned.end;
  draft.words.push(scanned.word);
  return undefined;
}

interface FoundOperator {
  readonly operator: RedirectionOperator;
  readonly digits: string;
}

function redirectionAt(draft: Draft): FoundOperator | undefined {
  const { source, at, withPlaceholders } = draft;
  let after = at;
  while (/\d/u.test(source[after] ?? '')) after++;
  const operator = redirectionOperators.find((sign) => source.startsWith(sign, after));
  if (operator === undefined || isEmbedded(source, after, withPlaceholders)) return undefined;
  if (after > at && operator.startsWith('&')) return undefined;
  return { operator, digits: source.slice(at, after) };
}

function readRedirection(draft: Draft, { operator, digits }: FoundOperator): ShellFault | undefined {
  draft.at += digits.length + operator.length;
  while (draft.source[draft.at] === ' ') draft.at++;
  const scanned = scanWord(draft.source, draft.at, draft.withPlaceholders);
  if (typeof scanned === 'string') return scanned;
  if (scanned.word.source === '') return 'incomplete';
  draft.at = scanned.end;
  draft.redirections.push(...spellOut(operator, digits, scanned.word));
  return undefined;
}

/** `&>f` and `>&f` are short for `>f 2>&1`. */
function spellOut(operator: RedirectionOperator, digits: string, target: Word): readonly Redirection[] {
  const toFile = operator === '>&' && digits === '' && !/^(?:\d+|-)$/u.test(target.text);
  if (operator === '&>' || operator === '&>>' || toFile) {
    return [{ operator: operator === '&>>' ? '>>' : '>', descriptor: '1', target }, errorsToOutput];
  }
  return [{ operator, descriptor: digits || (operator.startsWith('<') ? '0' : '1'), target }];
}

const errorsToOutput: Redirection = {
  operator: '>&',
  descriptor: '2',
  target: { text: '1', marks: ' ', scripts: [], source: '1' },
};

function readControl(draft: Draft, operator: ControlOperator): undefined {
  draft.at += operator.length;
  if (operator === '|&') draft.redirections.push(errorsToOutput);
  closeCommand(draft);
  const last = draft.shape.at(-1);
  const saysNothing = operator === '\n' && last !== 'C' && last !== ')';
  if (!saysNothing) draft.shape.push(spelling[operator] ?? operator);
}

const spelling: Readonly<Partial<Record<ControlOperator, string>>> = { '|&': '|', '\n': ';' };

function closeCommand(draft: Draft): void {
  if (draft.words.length + draft.redirections.length === 0) return;
  draft.commands.push({ words: draft.words, redirections: draft.redirections });
  draft.shape.push('C');
  draft.words = [];
  draft.redirections = [];
}

/** Every operator has what it joins, every parenthesis its partner. */
function isWellFormed(shape: readonly string[]): boolean {
  let depth = 0;
  for (const [at, piece] of shape.entries()) {
    const before = shape[at - 1];
    const afterCommand = before === 'C' || before === ')';
    if (piece === '(') depth++;
    if (piece === ')') depth--;
    const opens = piece === '(' || piece === 'C';
    if (opens === afterCommand && !(piece === 'C' && before === ')')) return false;
    if (depth < 0) return false;
  }
  const last = shape.at(-1);
  return depth === 0 && (last === 'C' || last === ')' || last === '&');
}
