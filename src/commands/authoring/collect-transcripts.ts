import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findTranscripts } from '../../core/decks/find-transcripts.ts';
import { parseTranscript, type TranscriptFault } from '../../core/decks/parse-transcript.ts';
import type { Transcript } from '../../core/decks/transcript.ts';
import { type Raw, raw } from '../../core/text/shown.ts';
import { readCollection } from '../../storage/read-collection.ts';
import type { DeckSource } from '../../storage/read-deck-files.ts';
import type { CommandContext } from '../command.ts';
import { chooseDecks } from '../desk/choose-decks.ts';
import { shortPath } from '../short-path.ts';
import { isWithin, pathsByRoot } from './paths-by-root.ts';

export interface Place {
  readonly path: Raw;
  /** 1-based, of the opening fence. */
  readonly line: number;
}

/** A block to be run, once, and every place where it stands: translations mostly share theirs. */
export interface Block {
  readonly places: readonly [Place, ...Place[]];
  /** Or what is wrong with it, at the first of its places. */
  readonly transcript: Transcript | readonly TranscriptFault[];
}

export interface FoundBlocks {
  /** In the order of files and lines. */
  readonly blocks: readonly Block[];
  /** Deck files that were read. */
  readonly files: number;
}

/** The transcripts of the decks that the operands name; of those in the working directory without any. */
export async function collectTranscripts(context: CommandContext): Promise<FoundBlocks> {
  const { system } = context;
  const sources = [...pathsByRoot(await withPaths(context))].flatMap(([root, paths]) =>
    readSources(root, paths).map((source) => ({ source, name: shortPath(system.cwd, root, source.path) })),
  );
  const byText = new Map<string, { places: [Place, ...Place[]]; transcript: Block['transcript'] }>();
  for (const { source, name } of sources.sort(byName)) {
    for (const found of findTranscripts(source.text, source.frontMatter.lines)) {
      const text = found.lines.join('\n');
      const place = { path: raw(name), line: found.line };
      const known = byText.get(text);
      if (known) known.places.push(place);
      else byText.set(text, { places: [place], transcript: parseTranscript(found) });
    }
  }
  return { blocks: [...byText.values()], files: sources.length };
}

/** A deck stands before its translations. */
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.replace(/\.md$/u, '') < b.name.replace(/\.md$/u, '') ? -1 : 1;

/** With the files of decks in the place of their names. */
async function withPaths(context: CommandContext): Promise<CommandContext> {
  const { system, arguments: given } = context;
  const isThere = (operand: string): boolean => existsSync(resolve(system.cwd, operand));
  const paths = given.operands.filter(isThere);
  const names = given.operands.filter((operand) => !isThere(operand));
  const files = names.length > 0 ? await filesOfDecks(context, names) : [];
  return { ...context, arguments: { ...given, operands: [...paths, ...files] } };
}

async function filesOfDecks(context: CommandContext, names: readonly string[]): Promise<readonly string[]> {
  const { collections, decks } = await chooseDecks(context, names, [context.system.shippedDecks]);
  const wanted = new Set(decks);
  return collections
    .flatMap((collection) => collection.decks)
    .filter(({ collection, id }) => wanted.has(`${collection}\n${id}`))
    .flatMap(({ paths }) => paths);
}

function readSources(root: string, paths: readonly string[]): readonly DeckSource[] {
  const sources: DeckSource[] = [];
  readCollection(root, {
    onFile: ({ deck }) => {
      if (deck && paths.some((path) => isWithin(path, join(root, deck.path)))) sources.push(deck);
    },
  });
  return sources;
}
