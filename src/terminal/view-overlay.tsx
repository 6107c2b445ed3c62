import { fieldText } from '../core/session/draft.ts';
import { clean, shown } from '../core/text/shown.ts';
import { span } from '../core/text/styled-line.ts';
import type { App } from './app.ts';
import { keysLine } from './bindings.ts';
import { currentBindings, screenBindings } from './current-bindings.ts';
import type { Desk } from './desk.ts';
import { headRight } from './exam-frames.ts';
import { type Frame, layOut } from './layout.ts';
import type { Look } from './look.ts';
import { menuOf, rowIndex } from './menu.ts';
import { menuLines } from './menu-lines.ts';
import { indented } from './question-lines.ts';
import { keysFrame, sourceFrame } from './reading-frames.ts';
import { FrameScreen } from './screens/frame-screen.tsx';
import { MenuScreen } from './screens/menu-screen.tsx';

/** What lies over a screen: its keys, its actions, a card's sources, the line of a flag. */
export function viewOverlay(app: App, desk: Desk, look: Look, see: (frame: Frame) => Frame) {
  const at = { bindings: currentBindings(app, desk), scroll: app.scroll };
  const { overlay, screen } = app;
  // The clock of an exam is always in view.
  const right = screen.kind === 'sitting' ? headRight(screen.sitting, desk.now(), look) : shown``;
  switch (overlay?.kind) {
    case 'keys':
      return <FrameScreen frame={see(keysFrame(screenBindings(app, desk), { ...at, right }, look))} />;
    case 'source': {
      if (app.screen.kind !== 'study' || app.screen.drill.phase.phase === 'finished') return null;
      const { question } = app.screen.drill.phase;
      return <FrameScreen frame={see(sourceFrame(question, desk.progress(), desk.now(), at, look))} />;
    }
    case 'flag': {
      const title = look.messages.study.flagPrompt;
      const body = indented([[span(clean(fieldText(overlay.field)))]], look);
      const column = (look.size.columns < 60 ? 1 : 3) + overlay.field.cursor;
      const focus = { row: 0, last: 0, column };
      const keys = keysLine(at.bindings, look);
      return (
        <FrameScreen
          frame={layOut(
            { head: { left: title, right: shown`` }, body, focus, keys, scroll: undefined },
            look,
          )}
        />
      );
    }
    default: {
      const { actions, actionsHint } = look.messages;
      const { top, bottom } = menuLines(
        { left: actions.actions, right },
        actionsHint,
        at.bindings,
        app,
        look,
      );
      const rows = menuOf(app, desk);
      return <MenuScreen top={top} bottom={bottom} rows={rows} cursor={rowIndex(app, rows)} look={look} />;
    }
  }
}
