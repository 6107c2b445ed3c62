import { availableParallelism } from 'node:os';
import { second } from '../../core/schedule/time.ts';
import { clean, raw } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { findSandbox } from '../../sandbox/find-sandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type AuthoringMessages, authoring } from '../../terminal/messages/authoring.ts';
import { type Say, sayIn } from '../../terminal/messages/say.ts';
import { printStyled, takesColour } from '../../terminal/output/print-line.ts';
import { progressBar } from '../../terminal/output/progress-bar.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { printJson } from '../print-json.ts';
import { collectTranscripts, type FoundBlocks } from './collect-transcripts.ts';
import { blockJson, missingLines, verifiedLines } from './report-verified.ts';
import { type VerifiedBlock, verifyBlocks } from './verify-blocks.ts';

/** Bytes that one block may print. */
const mostOutput = 256 * 1024;
const noSandboxStatus = 3;

/** Runs the transcripts of decks; 1 when one is not as its deck says, or fewer passed than were asked for. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const messages = authoring[context.language];
  const timeout = numberOf(context, 'timeout', 10, messages);
  const jobs = numberOf(context, 'jobs', Math.min(4, availableParallelism()), messages);
  const least = numberOf(context, 'at-least', 0, messages);
  const found = await collectTranscripts(context);
  const sandbox = await sandboxFor(context, messages);
  const { system } = context;
  const bar = progressBar(system, messages.verify.running);
  const verified = await verifyBlocks(found.blocks, {
    sandbox,
    limits: { time: timeout * second, output: mostOutput },
    jobs,
    onDone: (done) => bar.show(done, found.blocks.length),
  });
  bar.end();
  const counts = countsOf(verified);
  if (isSet(context, 'json')) {
    printJson(context, 'verify', {
      sandbox: clean(raw(sandbox.kind)),
      ...counts,
      blocks: verified.map(blockJson),
    });
  } else printReport(context, { found, sandbox, verified, messages, say: await sayIn(context.language) });
  if (counts.passed < least) context.warn(messages.verify.tooFew(least));
  return counts.failed > 0 || counts.passed < least ? 1 : 0;
};

function numberOf(
  context: CommandContext,
  flag: string,
  otherwise: number,
  messages: AuthoringMessages,
): number {
  const given = flagValue(context, flag);
  if (given === undefined) return otherwise;
  if (/^[1-9]\d{0,3}$/u.test(given)) return Number(given);
  throw new UserError(messages.verify.notANumber(clean(raw(flag)), clean(raw(given))), undefined, 2);
}

async function sandboxFor(context: CommandContext, { verify }: AuthoringMessages): Promise<Sandbox> {
  const sandbox = await findSandbox();
  if (sandbox.kind === 'none' && !isSet(context, 'unsafe'))
    throw new UserError(verify.noSandbox, verify.noSandboxHint, noSandboxStatus);
  return sandbox;
}

interface Report {
  readonly found: FoundBlocks;
  readonly sandbox: Sandbox;
  readonly verified: readonly VerifiedBlock[];
  readonly messages: AuthoringMessages;
  readonly say: Say;
}

function printReport(context: CommandContext, { found, sandbox, verified, messages, say }: Report): void {
  const { system, warn } = context;
  const { verify } = messages;
  const lines = verified.flatMap((one) => verifiedLines(one, messages, say));
  if (lines.length > 0) printStyled(system.stdout, lines, takesColour(system.stdout, system.env));
  if (found.files === 0) warn(messages.lint.noDecks);
  else if (verified.length === 0) warn(verify.noBlocks(found.files));
  else {
    const { passed, failed, skipped } = countsOf(verified);
    for (const line of missingLines(verified, verify)) warn(line);
    warn(verify.sandbox[sandbox.kind]);
    warn(verify.summary(passed, failed, skipped));
  }
}

function countsOf(verified: readonly VerifiedBlock[]) {
  const passed = verified.filter(({ outcome }) => outcome.kind === 'passed').length;
  const skipped = verified.filter(({ outcome }) => outcome.kind === 'skipped').length;
  return { passed, failed: verified.length - passed - skipped, skipped };
}
