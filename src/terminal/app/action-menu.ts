import type { App } from './app.ts';
import { type Binding, withOwnKeys } from './bindings.ts';
import { sittingBindings } from './exam-bindings.ts';
import { menuBindings, studyBindings } from './study-bindings.ts';

/** The actions that Esc lists over a text field. */
export function actionMenu(app: App): readonly Binding[] {
  const { screen } = app;
  if (screen.kind === 'sitting') {
    const bindings = menuBindings(sittingBindings(screen.sitting, app.size.columns));
    return bindings.filter(({ action }) => action !== 'notInExam');
  }
  return screen.kind === 'study' ? menuBindings(withOwnKeys(studyBindings(screen.drill), app.ownKeys)) : [];
}
