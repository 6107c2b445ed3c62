import { everyCard, type SessionPlan } from '../../src/core/session/session.ts';
import { startSession } from '../../src/core/session/start-session.ts';
import type { Shown } from '../../src/core/text/shown.ts';
import { summaryLines } from '../../src/terminal/frames/reading-frames.ts';
import { lineLook, plainLines } from '../../src/terminal/line-mode/line-look.ts';
import {
  firstText,
  type LineTable,
  leaveSession,
  takeEdited,
  takeLine,
} from '../../src/terminal/line-mode/line-session.ts';
import { nothingText } from '../../src/terminal/line-mode/nothing-text.ts';
import type { Language } from '../../src/terminal/messages/messages.ts';
import { studyDesk } from './study-desk.ts';

export interface LineDeskOptions {
  readonly language?: Language;
  /** The deck in German. */
  readonly german?: string;
  readonly columns?: number;
  readonly plan?: Partial<SessionPlan>;
}

const everything: SessionPlan = {
  mode: 'study',
  title: undefined,
  filter: everyCard,
  limits: { cards: undefined, minutes: undefined },
};

/** A learner in line mode with a deck and a journal in memory. A line is written a second after the last. */
export function lineDesk(deck: string, options: LineDeskOptions = {}) {
  const { language = 'en', german, columns } = options;
  const world = studyDesk(deck, german === undefined ? {} : { german });
  const plan = { ...everything, ...options.plan };
  const edited: string[] = [];
  const table: LineTable = {
    desk: world.desk,
    session: world.desk.openSession(plan),
    look: lineLook(language, columns),
  };
  let drill = startSession(plan, table.session, world.desk.now());
  return {
    ...world,
    table,
    edited,
    phase: () => drill.phase.phase,
    unsaved: () => drill.unsaved !== undefined,
    opening: () => text(firstText(drill, table)),
    nothing: () => text(nothingText(plan, world.desk, table.look)),
    /** What is said about lines, all together. */
    write(...lines: readonly string[]): string {
      return lines
        .map((line) => {
          world.wait(1000);
          let turn = takeLine(drill, line, table);
          if (turn.edit !== undefined) {
            edited.push(turn.edit.card.id);
            world.desk.reload();
            turn = takeEdited(turn.drill, undefined, table);
          }
          drill = turn.drill;
          return text(turn.said);
        })
        .join('\n');
    },
    summary: () => text(plainLines(summaryLines(drill, world.desk.overview(), table.look))),
    leave: () => {
      drill = leaveSession(drill, table);
    },
  };
}

const text = (lines: readonly Shown[]): string => lines.join('\n');
