import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { LoadedDeck } from '../../core/decks/collection.ts';
import type { Problem } from '../../core/decks/problem.ts';
import { buildLibrary } from '../../core/session/library.ts';
import { askQuestion } from '../../core/session/question.ts';
import type { Highlight } from '../../core/text/draw-markdown.ts';
import { loadHighlight } from '../../core/text/load-highlight.ts';
import { loadMarkdown } from '../../core/text/markdown.ts';
import { sentence } from '../../core/text/sentence.ts';
import { type StyledLine, span } from '../../core/text/styled-line.ts';
import { UserError } from '../../core/user-error.ts';
import { errorCode } from '../../storage/file-system.ts';
import { readCollection } from '../../storage/read-collection.ts';
import {
  type PreviewCard,
  previewLines,
  type Remark,
  ruleLine,
} from '../../terminal/frames/preview-lines.ts';
import { type AuthoringMessages, authoring } from '../../terminal/messages/authoring.ts';
import { type Say, sayIn } from '../../terminal/messages/say.ts';
import { asciiGlyphs, needsAscii, unicodeGlyphs } from '../../terminal/output/glyphs.ts';
import type { Look } from '../../terminal/output/look.ts';
import { printStyled, takesColour } from '../../terminal/output/print-line.ts';
import { type CommandContext, isSet, type Run } from '../command.ts';
import { lintPaths } from './lint-paths.ts';
import { type PathsByRoot, pathsByRoot } from './paths-by-root.ts';
import { problemLines } from './report-problems.ts';

/** Editors write a file in several steps. */
const settled = 120;

/** Shows the cards of a file as the learner will see them; with `--watch`, again after each save. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const { operands } = context.arguments;
  const { preview } = authoring[context.language];
  const [file] = operands;
  if (file === undefined || operands.length > 1) throw new UserError(preview.oneFile, undefined, 2);
  const place = pathsByRoot(context);
  const [highlight] = await Promise.all([loadHighlight(), loadMarkdown()]);
  const look = lookOf(context, highlight);
  const say = await sayIn(context.language);
  if (isSet(context, 'watch')) {
    let before: readonly PreviewCard[] | undefined;
    return watchFile(resolve(context.system.cwd, file), () => {
      before = redraw(context, place, look, say, before);
    });
  }
  const { lines, isLoaded } = draw(context, place, look, say);
  print(context, lines);
  return isLoaded ? 0 : 1;
};

const print = ({ system }: CommandContext, lines: readonly StyledLine[]): void =>
  printStyled(system.stdout, lines, takesColour(system.stdout, system.env));

interface Drawing {
  readonly lines: readonly StyledLine[];
  readonly cards: readonly PreviewCard[];
  readonly remarks: readonly Remark[];
  /** False when the file has no deck that can be loaded. */
  readonly isLoaded: boolean;
}

function draw(context: CommandContext, place: PathsByRoot, look: Look, say: Say): Drawing {
  const { system, language } = context;
  const { problems } = lintPaths(system.cwd, place, () => undefined);
  const [cards, isLoaded] = cardsOf(context, place);
  const messages = authoring[language];
  const remarks = problemsByLine(problems, messages, say);
  return { lines: previewLines(cards, remarks, look, messages.preview), cards, remarks, isLoaded };
}

/** The whole file, and at the end, where the author looks, once more what is wrong and what the save has changed. */
function redraw(
  context: CommandContext,
  place: PathsByRoot,
  look: Look,
  say: Say,
  before: readonly PreviewCard[] | undefined,
): readonly PreviewCard[] {
  const { stdout } = context.system;
  const { preview } = authoring[context.language];
  const { lines, cards, remarks } = draw(context, place, look, say);
  if (stdout.isTTY) stdout.write('\u001b[H\u001b[2J\u001b[3J');
  print(context, lines);
  const known = new Set(before?.map(textOf));
  const changed = before === undefined ? [] : cards.filter((card) => !known.has(textOf(card)));
  if (before !== undefined && changed.length + remarks.length > 0) {
    print(context, [ruleLine(preview.changed, look), []]);
    print(context, previewLines(changed, remarks, look, preview));
  }
  print(context, [[span(preview.waiting(cards.length, remarks.length), 'dim')]]);
  return cards;
}

const textOf = ({ question: { card, item } }: PreviewCard): string =>
  [card.id, item.ref.part, card.prompt, card.body].join('\n');

const problemsByLine = (
  problems: readonly Problem[],
  messages: AuthoringMessages,
  say: Say,
): readonly Remark[] =>
  problems.map((problem) => ({ line: problem.line, lines: problemLines([problem], messages, say) }));

function cardsOf({ system }: CommandContext, place: PathsByRoot): [readonly PreviewCard[], boolean] {
  const [entry] = place;
  if (entry === undefined) return [[], false];
  const [root, [path]] = entry;
  const collection = readCollection(root);
  const filesOf = ({ base, translations }: LoadedDeck) => [base, ...translations.values()];
  const deck = collection.decks.find((one) => filesOf(one).some(({ absolutePath }) => absolutePath === path));
  const file = deck && filesOf(deck).find(({ absolutePath }) => absolutePath === path);
  if (deck === undefined || file === undefined) return [[], false];
  const { lang } = file.deck.head;
  const items = [...buildLibrary([{ ...collection, decks: [deck] }]).items.values()];
  const written = items.filter((item) => item.languages.get(lang)?.file === file);
  const cards = written.map((item) => {
    const unseen = { lastReview: undefined, corrected: false };
    const question = askQuestion({ item, lang, seed: 'preview', now: system.now(), ...unseen });
    return { question, line: question.card.line };
  });
  return [cards, true];
}

const widest = 100;

function lookOf({ system, messages, language }: CommandContext, highlight: Highlight | undefined): Look {
  const ascii = needsAscii(system.env, system.platform);
  const columns = Math.min(widest, system.stdout.columns ?? 80);
  return {
    size: { columns, rows: system.stdout.rows ?? 24 },
    glyphs: ascii ? asciiGlyphs : unicodeGlyphs,
    ascii,
    messages,
    language,
    highlight,
  };
}

/**
 * Draws now and after each save, until the folder goes. The folder is watched, for many editors put a new file in the
 * place of the old one, and before the first drawing, so that no save is missed.
 */
function watchFile(path: string, redrawNow: () => void): Promise<number> {
  return new Promise((resolveCode, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const again = (): void => {
      try {
        redrawNow();
      } catch (error) {
        reject(error);
      }
    };
    const watcher = watchFolder(dirname(path), (name) => {
      if (name !== null && name !== basename(path)) return;
      clearTimeout(timer);
      timer = setTimeout(again, settled);
    });
    watcher.on('error', (error) => reject(unwatchable(dirname(path), error)));
    watcher.on('close', () => resolveCode(0));
    again();
  });
}

function watchFolder(folder: string, onChange: (name: string | null) => void): FSWatcher {
  try {
    return watch(folder, (_event, name) => onChange(name));
  } catch (error) {
    throw unwatchable(folder, error);
  }
}

/** The system watches so many folders and no more. */
function unwatchable(folder: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === '') return error;
  return new UserError(
    sentence`The folder ${folder} cannot be watched (${code}).`,
    sentence('Without --watch the file is drawn once.'),
  );
}
