import type { Flag } from './command.ts';

export const json: Flag = {
  name: 'json',
  summary: { en: 'print JSON with a version', de: 'als JSON mit Versionsangabe ausgeben' },
};
