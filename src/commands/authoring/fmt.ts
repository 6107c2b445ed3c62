import { addIds } from '../../core/decks/add-ids.ts';
import type { Deck } from '../../core/decks/deck.ts';
import { deckNameOf } from '../../core/decks/deck-name.ts';
import { formatDeck } from '../../core/decks/format-deck.ts';
import { limits } from '../../core/decks/limits.ts';
import type { Problem } from '../../core/decks/problem.ts';
import { sameMeaning } from '../../core/decks/same-meaning.ts';
import { type Raw, raw, type Shown } from '../../core/text/shown.ts';
import { readFrontMatter } from '../../storage/front-matter.ts';
import { readRegularFile } from '../../storage/read-regular-file.ts';
import { replaceFile } from '../../storage/replace-file.ts';
import { type AuthoringMessages, authoring } from '../../terminal/messages/authoring.ts';
import { type Say, sayIn } from '../../terminal/messages/say.ts';
import { printStyled, takesColour } from '../../terminal/output/print-line.ts';
import { type CommandContext, isSet, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { isWithin, pathsByRoot } from './paths-by-root.ts';
import { type ParsedSource, parseSource, readSources } from './read-sources.ts';
import { problemLines } from './report-problems.ts';

/** A file with the text that it shall have. */
interface Formatted {
  readonly file: ParsedSource;
  readonly outcome:
    | { readonly kind: 'canonical' }
    | { readonly kind: 'rewritten'; readonly text: Raw }
    /** Formatting would change the deck: a bug of ours. */
    | { readonly kind: 'unsafe' }
    | { readonly kind: 'broken' };
}

/** Writes decks in canonical form; 1 when a file has errors, and with `--check` when one is not canonical. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const messages = authoring[context.language];
  const counts = { unchanged: 0, changed: 0, failed: 0 };
  let unreadable = 0;
  const say = await sayIn(context.language);
  for (const [root, wanted] of pathsByRoot(context)) {
    const sources = readSources(context.system.cwd, root, wanted);
    printProblems(context, sources.unreadable, messages, say);
    unreadable += sources.unreadable.length;
    const decks = isSet(context, 'ids')
      ? decksWithIds(sources.files, (file) => context.warn(messages.fmt.unlike(show(file.name))))
      : new Map<ParsedSource, Deck>();
    for (const file of sources.files.filter(({ absolutePath }) =>
      wanted.some((one) => isWithin(one, absolutePath)),
    )) {
      const formatted = formatSource(root, file, decks.get(file) ?? file.parsed.deck);
      counts[settle(context, formatted, messages, say)]++;
    }
  }
  const isCheck = isSet(context, 'check');
  const { unchanged, changed, failed } = counts;
  const sound = unchanged + changed;
  const { checked, done } = messages.fmt;
  context.warn(isCheck ? checked(changed, sound) : done(changed, sound + failed));
  return unreadable + failed > 0 || (isCheck && changed > 0) ? 1 : 0;
};

/** Decks that get ids, each with those of its translations. Files with errors get none, nor do their partners. */
function decksWithIds(
  files: readonly ParsedSource[],
  onUnlike: (file: ParsedSource) => void,
): ReadonlyMap<ParsedSource, Deck> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const baseOf = (file: ParsedSource): ParsedSource => {
    const { stem, lang } = deckNameOf(file.path);
    return (lang === undefined ? undefined : byPath.get(`${stem}.md`)) ?? file;
  };
  const result = new Map<ParsedSource, Deck>();
  for (const base of files.filter((file) => baseOf(file) === file)) {
    const translations = files.filter((file) => file !== base && baseOf(file) === base);
    const decks = [base, ...translations].flatMap((file) =>
      hasErrors(file) ? [] : (file.parsed.deck ?? []),
    );
    const [deck, ...others] = decks;
    if (deck === undefined || others.length < translations.length) continue;
    const ids = addIds(deck, others);
    result.set(base, ids.base);
    translations.forEach((file, i) => {
      const written = ids.translations[i];
      if (written !== undefined) result.set(file, written);
      if (ids.unlike.includes(i)) onUnlike(file);
    });
  }
  return result;
}

const hasErrors = ({ parsed }: ParsedSource): boolean =>
  parsed.deck === undefined || parsed.problems.some(({ severity }) => severity === 'error');

function formatSource(root: string, file: ParsedSource, deck: Deck | undefined): Formatted {
  if (deck === undefined || hasErrors(file)) return { file, outcome: { kind: 'broken' } };
  const text = raw(formatDeck(deck));
  if (text === file.text) return { file, outcome: { kind: 'canonical' } };
  const again = readAgain(root, file, text);
  const isSafe = again !== undefined && sameMeaning(deck, again) && formatDeck(again) === text;
  return { file, outcome: isSafe ? { kind: 'rewritten', text } : { kind: 'unsafe' } };
}

function readAgain(root: string, { path, name }: ParsedSource, text: Raw): Deck | undefined {
  const frontMatter = readFrontMatter(text);
  if (frontMatter.kind !== 'found') return undefined;
  const { deck, problems } = parseSource(root, { path, text, frontMatter }, name).parsed;
  return problems.some(({ severity }) => severity === 'error') ? undefined : deck;
}

function settle(
  context: CommandContext,
  { file, outcome }: Formatted,
  messages: AuthoringMessages,
  say: Say,
): 'unchanged' | 'changed' | 'failed' {
  const { fmt } = messages;
  const name = show(file.name);
  const fail = (message: Shown): 'failed' => {
    context.warn(message);
    return 'failed';
  };
  switch (outcome.kind) {
    case 'canonical':
      return 'unchanged';
    case 'unsafe':
      return fail(fmt.wouldChange(name));
    case 'broken':
      printProblems(context, file.parsed.problems, messages, say);
      return fail(fmt.hasErrors(name));
    case 'rewritten': {
      if (isSet(context, 'check')) {
        context.print(fmt.wouldFormat(name));
        return 'changed';
      }
      const failure = write(file, outcome.text, fmt);
      if (failure !== undefined) return fail(failure);
      context.print(fmt.formatted(name));
      return 'changed';
    }
  }
}

/** The sentence on what went wrong, if anything did. */
function write(file: ParsedSource, text: Raw, fmt: AuthoringMessages['fmt']): Shown | undefined {
  const name = show(file.name);
  const before = readRegularFile(file.absolutePath, limits.file);
  if (before.kind !== 'read' || before.content.toString('utf8') !== file.text) return fmt.changed(name);
  const result = replaceFile(file.absolutePath, before.content, text);
  if (result.kind === 'failed') return fmt.notWritten(name, show(result.code));
  return result.kind === 'changed' ? fmt.changed(name) : undefined;
}

function printProblems(
  { system }: CommandContext,
  problems: readonly Problem[],
  messages: AuthoringMessages,
  say: Say,
): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  printStyled(system.stderr, problemLines(errors, messages, say), takesColour(system.stderr, system.env));
}
