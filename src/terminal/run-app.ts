import type { Question } from '../core/session/question.ts';
import { isOver, timeLeft } from '../core/session/sitting.ts';
import { nextReading } from '../core/session/sitting-clock.ts';
import type { Highlight } from '../core/text/draw-markdown.ts';
import type { Shown } from '../core/text/shown.ts';
import type { OwnKeys } from './app/action-name.ts';
import type { App, AppEvent } from './app/app.ts';
import type { Desk, EditorCommand } from './app/desk.ts';
import { Store, type TerminalPort } from './app/store.ts';
import { Screens, typingPause } from './draw-screens.ts';
import { firstApp, lookFor } from './first-app.ts';
import type { KeyStream } from './input/key-stream.ts';
import { leave, restoreTerminal, suspend, takeTerminal } from './leave.ts';
import { type Language, messagesIn } from './messages/messages.ts';
import type { Look, TerminalSystem } from './output/look.ts';
import { OwnTerminal } from './own-terminal.ts';
import { runEditor } from './run-editor.ts';

export interface RunOptions {
  readonly system: TerminalSystem;
  readonly desk: Desk;
  readonly language: Language;
  /** The terminal, when it shows the home screen already (`showGlance`). */
  readonly terminal: OwnTerminal | undefined;
  /** What to open at once; undefined opens the home screen. */
  readonly first: AppEvent | undefined;
  /** Loads what the first screen turned out to need, by the error that says so; throws any other error again. */
  readonly loadMissing: (error: unknown) => Promise<void>;
  /** Loads what keys need; they wait for it. */
  readonly loadCards: () => Promise<void>;
  /** Colours for code, which come after the first frame. */
  readonly loadHighlight: () => Promise<Highlight>;
  readonly ownKeys: OwnKeys;
  readonly log: (what: Shown) => void;
  /** Hears of the language that the learner chose; gives the system's word when it cannot be kept. */
  readonly onLanguage: (language: Language) => Promise<Shown | undefined>;
}

/** Runs the screens on a terminal until the learner leaves. */
export async function runApp(options: RunOptions): Promise<void> {
  let highlight: Highlight | undefined;
  let store: Store;
  let endDrawing = (): void => {};
  const { system, desk } = options;
  const terminal = options.terminal ?? new OwnTerminal(system, desk.now);
  const { writer, keys, modes } = terminal;
  terminal.colour = () => desk.appearance().colour;
  terminal.onFrame = () => store.drawn(desk.now());
  const refresh = (): void => writer.refresh();
  return new Promise<void>((resolve, reject) => {
    const port = terminalPort(desk, () => store, resolve);
    store = new Store(
      firstApp(options, writer, options.first === undefined ? 'home' : 'session'),
      desk,
      port,
      options.log,
    );
    terminal.onResize = () =>
      store.dispatch({ kind: 'resize', size: { columns: writer.columns, rows: writer.rows } });
    listen(store, keys, options);
    const lookOf = (app: App): Look => lookFor(app, highlight, desk.appearance(), system);
    const show = async (): Promise<void> => {
      // What a screen throws is ours to report, once the terminal is given back.
      const drawing = { store, desk, lookOf, writer };
      const screens = await trying(() => new Screens(drawing), options);
      endDrawing = () => screens.end();
      takeTerminal(modes);
      process.on('SIGWINCH', refresh);
      keys.hold();
      await options.loadCards();
      keys.release();
      readAhead(store, desk);
      await keys.silence(typingPause);
      await screens.loadInk({ keys, onError: reject });
      highlight = await options.loadHighlight();
      // What the first frame did without: colours for code, and how ready one is for an exam.
      store.redraw();
    };
    openFirst(store, options).then(show).catch(reject);
  }).finally(() => {
    process.off('SIGWINCH', refresh);
    restoreTerminal();
    endDrawing();
  });
}

/** Opens a screen at once. */
async function openFirst(store: Store, options: RunOptions): Promise<void> {
  const { first, desk } = options;
  if (first !== undefined) await trying(() => open(store, first, desk), options);
}

/** Does something as soon as what it turns out to miss has been loaded. */
async function trying<Result>(act: () => Result, { loadMissing }: RunOptions): Promise<Result> {
  for (;;) {
    try {
      return act();
    } catch (error) {
      await loadMissing(error);
    }
  }
}

/** What the home screen would have said is said there. */
function open(store: Store, first: AppEvent, desk: Desk): void {
  store.open(first);
  const [notice] = desk.notices;
  if (notice !== undefined) store.dispatch({ kind: 'notice', notice });
}

function terminalPort(desk: Desk, storeOf: () => Store, quit: () => void): TerminalPort {
  return {
    openEditor: (question) => {
      const command = desk.editorCommand(question);
      if (command === undefined) storeOf().notify({ kind: 'no-editor' });
      else void edit(command, desk, storeOf());
    },
    suspendProgram: suspend,
    quit,
    interrupt: () => void desk.rest().finally(() => leave(130)),
  };
}

function listen(store: Store, keys: KeyStream, options: RunOptions): void {
  store.subscribe(() => store.awaitSetting(options.onLanguage(store.app.language)));
  keys.removeAllListeners('held');
  keys.on('key', (key) => store.key(key));
  keys.on('paste', (text) => store.paste(text));
  store.subscribe(examClock(store, options.desk));
}

async function edit(command: EditorCommand, desk: Desk, store: Store): Promise<void> {
  const notice = await runEditor(command, messagesIn(store.app.language));
  desk.reload();
  store.dispatch({ kind: 'reloaded' });
  if (notice !== undefined) store.dispatch({ kind: 'notice', notice });
}

/** The one thing that ticks: while an exam is sat, whenever its clock shows something else. */
function examClock(store: Store, desk: Desk): () => void {
  let timer: NodeJS.Timeout | undefined;
  const tick = () => store.dispatch({ kind: 'sitting', event: { kind: 'tick' } });
  return () => {
    clearTimeout(timer);
    const { screen } = store.app;
    if (screen.kind !== 'sitting' || isOver(screen.sitting)) return;
    timer = setTimeout(tick, Math.max(20, nextReading(timeLeft(screen.sitting, desk.examClock.now()))));
  };
}

/** Longer than a frame takes to be drawn. */
const afterFrame = 50;

/** While the learner looks at a question, the text of the one behind it is read: a rating need not wait for that. */
function readAhead(store: Store, desk: Desk): void {
  let question: Question | undefined;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const { screen } = store.app;
    if (screen.kind !== 'study' || screen.drill.phase.phase !== 'asking') return;
    if (screen.drill.phase.question === question) return;
    question = screen.drill.phase.question;
    clearTimeout(timer);
    timer = setTimeout(() => screen.session.readAhead(screen.drill, desk.now()), afterFrame).unref();
  };
  store.subscribe(look);
  look();
}
