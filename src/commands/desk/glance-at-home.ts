import { glanceRows, readGlance } from '../../core/session/glance.ts';
import type { OwnTerminal } from '../../terminal/own-terminal.ts';
import type { CommandContext } from '../command.ts';
import { appearanceOf } from './appearance.ts';
import { glanceFileOf, type Places } from './find-places.ts';
import { ownKeysOf } from './run-screens.ts';

/**
 * Shows the home screen as it was left, so that nobody waits for a thousand decks to be looked at; nothing when it is
 * not known. Decks and progress are opened behind it, before any key is taken, and what has changed is drawn over it.
 */
export async function glanceAtHome(
  context: CommandContext,
  places: Places,
  roots: readonly string[],
): Promise<OwnTerminal | undefined> {
  const { system, language } = context;
  const now = system.now();
  const tz = system.tz(now);
  const written = glanceFileOf(context, places, roots).read();
  const glance = written && readGlance(written, now, tz);
  if (glance === undefined || (system.stdout.rows || 24) > glanceRows) return undefined;
  const { showGlance } = await import('../../terminal/show-glance.ts');
  return showGlance({
    system,
    appearance: appearanceOf(places.settings, context),
    glance: { ...glance, now, tz },
    language,
    ownKeys: ownKeysOf(places),
  });
}
