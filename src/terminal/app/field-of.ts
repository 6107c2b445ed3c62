import type { Draft, TextField } from '../../core/session/draft.ts';
import type { App, AppEvent } from './app.ts';

/** The text field that has the keyboard, and the event that its next value makes. */
export function fieldOf(
  app: App,
): { readonly field: TextField; readonly event: (field: TextField) => AppEvent } | undefined {
  if (app.overlay?.kind === 'flag') {
    return { field: app.overlay.field, event: (field) => ({ kind: 'flag-text', field }) };
  }
  if (app.overlay !== undefined) return undefined;
  if (app.screen.kind === 'search') {
    return { field: app.screen.field, event: (field) => ({ kind: 'search-text', field }) };
  }
  const field = typingIn(app);
  if (field === undefined) return undefined;
  const isExam = app.screen.kind === 'sitting';
  return {
    field,
    event: (next) => {
      const event = { kind: 'draft', event: { kind: 'edit', field: next } } as const;
      return isExam ? { kind: 'sitting', event } : { kind: 'drill', event };
    },
  };
}

/** The line of a typed card that is being written, in a session or in an exam. */
export function typingIn({ screen }: App): TextField | undefined {
  const draft = draftIn(screen);
  return draft?.kind === 'typed' ? draft.fields[draft.active] : undefined;
}

function draftIn(screen: App['screen']): Draft | undefined {
  if (screen.kind === 'study') {
    return screen.drill.phase.phase === 'asking' ? screen.drill.phase.draft : undefined;
  }
  if (screen.kind !== 'sitting' || screen.sitting.phase.phase !== 'answering') return undefined;
  return screen.sitting.items[screen.sitting.phase.item]?.draft;
}
