import type { Instant } from '../core/schedule/time.ts';
import { findBinding } from './app/bindings.ts';
import type { Appearance } from './app/desk.ts';
import { firstApp, lookFor, type Start } from './first-app.ts';
import { glanceBindings, glanceView, type HomeGlance, viewText } from './frames/view.ts';
import { leave, takeTerminal } from './leave.ts';
import type { TerminalSystem } from './output/look.ts';
import { OwnTerminal } from './own-terminal.ts';

export interface GlanceOptions extends Start {
  readonly system: TerminalSystem & { readonly now: () => Instant };
  readonly appearance: Appearance;
  readonly glance: HomeGlance;
}

/**
 * Takes the terminal and shows the home screen as it was, while decks and progress are being opened. All that can be done
 * on it is to leave: what else is pressed waits for the true one, which `runApp` draws over it.
 */
export function showGlance({ system, appearance, glance, ...start }: GlanceOptions): OwnTerminal {
  const terminal = new OwnTerminal(system, system.now);
  terminal.colour = () => appearance.colour;
  const app = firstApp(start, terminal.writer, 'home');
  const look = lookFor(app, undefined, appearance, system);
  terminal.writer.write(viewText(glanceView(app, glance, look), look));
  terminal.keys.hold();
  terminal.keys.on('held', ({ name }, ahead) => {
    const event = findBinding(glanceBindings(app, glance), name)?.event(name);
    // Nothing is open yet that would have to be closed.
    if (event?.kind === 'interrupt') leave(130);
    if (event?.kind === 'quit' && ahead === 0) leave(0);
  });
  takeTerminal(terminal.modes);
  return terminal;
}
