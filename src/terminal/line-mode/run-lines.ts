import { createInterface } from 'node:readline';
import type { SessionPlan } from '../../core/session/session.ts';
import type { Desk } from '../desk.ts';
import type { TerminalSystem } from '../look.ts';
import type { Language } from '../messages/messages.ts';

export interface LinesOptions {
  readonly system: TerminalSystem;
  readonly desk: Desk;
  readonly language: Language;
  readonly plan: SessionPlan;
}

export async function runLines({ system }: LinesOptions): Promise<number> {
  createInterface({ input: system.stdin }).close();
  return 0;
}
