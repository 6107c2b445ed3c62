import type { Instant } from '../core/schedule/time.ts';
import type { Appearance } from './app/desk.ts';
import { firstApp, lookFor, type Start } from './first-app.ts';
import { glanceView, type HomeGlance, viewText } from './frames/view.ts';
import { takeTerminal } from './leave.ts';
import type { TerminalSystem } from './output/look.ts';
import { OwnTerminal } from './own-terminal.ts';

export interface GlanceOptions extends Start {
  readonly system: TerminalSystem & { readonly now: () => Instant };
  readonly appearance: Appearance;
  readonly glance: HomeGlance;
}

/**
 * Takes the terminal and shows the home screen as it was, while decks and progress are being opened. Nothing can be done
 * on it: what is pressed waits for the true one, which `runApp` draws over it.
 */
export function showGlance({ system, appearance, glance, ...start }: GlanceOptions): OwnTerminal {
  const terminal = new OwnTerminal(system, system.now);
  terminal.colour = () => appearance.colour;
  const app = firstApp(start, terminal.writer, 'home');
  const look = lookFor(app, undefined, appearance, system);
  terminal.writer.write(viewText(glanceView(app, glance, look), look));
  terminal.keys.hold();
  takeTerminal(terminal.modes);
  return terminal;
}
