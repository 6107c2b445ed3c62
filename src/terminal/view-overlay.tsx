import { fieldText } from '../core/session/draft.ts';
import { clean, shown } from '../core/text/shown.ts';
import { span } from '../core/text/styled-line.ts';
import type { App, AppEvent } from './app.ts';
import { keysLine } from './bindings.ts';
import { currentBindings, menuOf, screenBindings } from './current-bindings.ts';
import type { Desk } from './desk.ts';
import { type Frame, layOut } from './layout.ts';
import type { Look } from './look.ts';
import { menuLines } from './menu-lines.ts';
import { indented } from './question-lines.ts';
import { keysFrame, sourceFrame } from './reading-frames.ts';
import { FrameScreen } from './screens/frame-screen.tsx';
import { MenuScreen } from './screens/menu-screen.tsx';

type Send = (event: AppEvent) => void;

/** What lies over a screen: its keys, its actions, a card's sources, the line of a flag. */
export function viewOverlay(app: App, desk: Desk, look: Look, send: Send, see: (frame: Frame) => Frame) {
  const at = { bindings: currentBindings(app), scroll: app.scroll };
  const { overlay } = app;
  switch (overlay?.kind) {
    case 'keys':
      return <FrameScreen frame={see(keysFrame(screenBindings(app), at, look))} />;
    case 'source': {
      if (app.screen.kind !== 'study' || app.screen.drill.phase.phase === 'finished') return null;
      const { question } = app.screen.drill.phase;
      return <FrameScreen frame={see(sourceFrame(question, desk.progress(), desk.now(), at, look))} />;
    }
    case 'flag': {
      const title = look.messages.study.flagPrompt;
      const body = indented([[span(clean(fieldText(overlay.field)))]], look);
      const column = (look.size.columns < 60 ? 1 : 3) + overlay.field.cursor;
      const focus = { row: 0, column };
      const keys = keysLine(at.bindings, look);
      return (
        <FrameScreen
          frame={layOut({ head: { left: title, right: shown`` }, body, focus, keys, scroll: 0 }, look)}
        />
      );
    }
    default: {
      const bindings = menuOf(app);
      const entries = bindings.map((binding) => ({
        key: binding.keys[0] ?? '',
        label: look.messages.actions[binding.action],
      }));
      const act = (key: string) => {
        const event = bindings.find((binding) => binding.keys[0] === key)?.event(key);
        send({ kind: 'overlay', overlay: undefined });
        if (event !== undefined) send(event);
      };
      const { top, bottom } = menuLines(look.messages.actions.actions, undefined, app, look);
      return <MenuScreen top={top} bottom={bottom} entries={entries} look={look} onChoose={act} />;
    }
  }
}
