import { compareTranscript, type StepDifference } from '../../core/decks/compare-transcript.ts';
import type { TranscriptFault } from '../../core/decks/parse-transcript.ts';
import type { Transcript } from '../../core/decks/transcript.ts';
import { toolsOf } from '../../core/decks/transcript-tools.ts';
import { type Told, UserError } from '../../core/user-error.ts';
import { findMissingTools } from '../../sandbox/find-missing-tools.ts';
import { runTranscript } from '../../sandbox/run-transcript.ts';
import type { Limits, Sandbox } from '../../sandbox/sandbox.ts';
import type { Block } from './collect-transcripts.ts';

export type BlockOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'differs'; readonly differences: readonly StepDifference[] }
  | { readonly kind: 'skipped'; readonly missing: readonly string[] }
  | { readonly kind: 'malformed'; readonly faults: readonly TranscriptFault[] }
  /** It could not be started. */
  | { readonly kind: 'broken'; readonly why: Told };

export interface VerifiedBlock {
  readonly block: Block;
  readonly outcome: BlockOutcome;
}

export interface VerifyOptions {
  readonly sandbox: Sandbox;
  readonly limits: Limits;
  /** Blocks that run at the same time. */
  readonly jobs: number;
  readonly onDone: (done: number) => void;
}

const isTranscript = (transcript: Block['transcript']): transcript is Transcript => 'steps' in transcript;

/** Runs blocks and compares; the outcomes are in the order of the blocks. */
export async function verifyBlocks(
  blocks: readonly Block[],
  { sandbox, limits, jobs, onDone }: VerifyOptions,
): Promise<readonly VerifiedBlock[]> {
  const tools = blocks.flatMap(({ transcript }) => (isTranscript(transcript) ? toolsOf(transcript) : []));
  const missing = await findMissingTools([...new Set(tools)], sandbox);
  const outcomes = new Map<Block, BlockOutcome>();
  const rest = blocks.values();
  const work = async (): Promise<void> => {
    for (const block of rest) {
      outcomes.set(block, await verifyBlock(block.transcript, missing, sandbox, limits));
      onDone(outcomes.size);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return blocks.flatMap((block) => {
    const outcome = outcomes.get(block);
    return outcome ? { block, outcome } : [];
  });
}

async function verifyBlock(
  transcript: Block['transcript'],
  missing: ReadonlySet<string>,
  sandbox: Sandbox,
  limits: Limits,
): Promise<BlockOutcome> {
  if (!isTranscript(transcript)) return { kind: 'malformed', faults: transcript };
  const without = toolsOf(transcript).filter((tool) => missing.has(tool));
  if (without.length > 0) return { kind: 'skipped', missing: without };
  try {
    const differences = compareTranscript(transcript, await runTranscript(transcript, sandbox, limits));
    return differences.length === 0 ? { kind: 'passed' } : { kind: 'differs', differences };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'broken', why: error.told };
  }
}
