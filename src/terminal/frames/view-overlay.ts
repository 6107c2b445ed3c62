import type { TextField } from '../../core/session/draft.ts';
import { shown } from '../../core/text/shown.ts';
import type { App } from '../app/app.ts';
import { type Binding, keysLine } from '../app/bindings.ts';
import { currentBindings, screenBindings } from '../app/current-bindings.ts';
import type { Desk } from '../app/desk.ts';
import { menuOf } from '../app/menu.ts';
import { type Frame, layOut, stillFrame } from '../output/layout.ts';
import type { Look } from '../output/look.ts';
import { headRight } from './exam-frames.ts';
import { menuLines } from './menu-lines.ts';
import type { MenuView } from './menu-view.ts';
import { fieldLine, sentenceLines } from './question-lines.ts';
import { keysFrame, sourceFrame } from './reading-frames.ts';

/** What lies over a screen: its keys, its actions, a card's sources, the line of a flag. */
export function viewOverlay(app: App, desk: Desk, look: Look): Frame | MenuView {
  const at = { bindings: currentBindings(app, desk), scroll: app.scroll };
  const { overlay, screen } = app;
  // The clock of an exam is always in view.
  const right = screen.kind === 'sitting' ? headRight(screen.sitting, desk.examClock.now(), look) : shown``;
  switch (overlay?.kind) {
    case 'keys':
      return keysFrame(screenBindings(app, desk), { ...at, right }, look);
    case 'source': {
      if (app.screen.kind !== 'study' || app.screen.drill.phase.phase === 'finished') return stillFrame([]);
      const { question } = app.screen.drill.phase;
      return sourceFrame(question, desk.progress(), desk.now(), at, look);
    }
    case 'flag':
      return flagFrame(overlay.field, at.bindings, look);
    default: {
      const { titles, actionsHint } = look.messages;
      const head = { left: titles.actions, right };
      const rows = menuOf(app, desk);
      return menuLines({ head, hint: actionsHint, rows, bindings: at.bindings }, app, look);
    }
  }
}

function flagFrame(field: TextField, bindings: readonly Binding[], look: Look): Frame {
  const { titles, study } = look.messages;
  const { line, column } = fieldLine(field, shown`${look.glyphs.cursor} `, look);
  const body = [...sentenceLines(study.flagPrompt, look), [], line];
  const row = body.length - 1;
  const focus = { row, last: row, column };
  const head = { left: titles.flag, right: shown`` };
  return layOut({ head, body, focus, keys: keysLine(bindings, look), scroll: undefined }, look);
}
