import type { App, HomeScreen, Screen } from './app.ts';

/** The home screen as it opens. */
export const home: HomeScreen = { kind: 'home', selected: [], highlighted: undefined };

/** Another screen begins at its top and without a word from the last one. */
export const opened = (app: App, screen: Screen): App => ({
  ...app,
  screen,
  homeScreen: homeOf(app),
  overlay: undefined,
  scroll: undefined,
  menuRow: undefined,
  notice: undefined,
});

/** The home screen keeps its place while another one is open. */
export const homeOf = ({ screen, homeScreen }: App): HomeScreen =>
  screen.kind === 'home' ? screen : homeScreen;
