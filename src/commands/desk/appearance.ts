import type { Settings } from '../../storage/settings.ts';
import type { System } from '../../system.ts';
import type { Appearance } from '../../terminal/app/desk.ts';

/** How the settings want the screens drawn here. */
export const appearanceOf = (
  { colours, symbols }: Settings,
  { system: { env } }: { readonly system: Pick<System, 'env'> },
): Appearance => ({
  colour: colours === 'auto' ? (env.NO_COLOR ?? '') === '' : colours === 'always',
  ascii: symbols === 'auto' ? undefined : symbols === 'ascii',
});
