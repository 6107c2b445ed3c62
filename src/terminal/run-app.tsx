import { render } from 'ink';
import type { SessionPlan } from '../core/session/session.ts';
import type { Highlight } from '../core/text/draw-markdown.ts';
import type { System } from '../system.ts';
import type { App } from './app.ts';
import { CellWriter } from './cell-writer.ts';
import type { Desk } from './desk.ts';
import { asciiGlyphs, needsAscii, unicodeGlyphs } from './glyphs.ts';
import { InkInput } from './ink-input.ts';
import { KeyStream } from './key-stream.ts';
import { hangUp, leave, restoreTerminal, suspend, takeTerminal } from './leave.ts';
import type { Look } from './look.ts';
import { type Language, messagesIn } from './messages/messages.ts';
import { runEditor } from './run-editor.ts';
import { home } from './step.ts';
import { Store } from './store.ts';
import { ViewApp } from './view-app.tsx';

export interface RunOptions {
  readonly system: System;
  readonly desk: Desk;
  readonly language: Language;
  /** The session to open at once; undefined opens the home screen. */
  readonly plan: SessionPlan | undefined;
  readonly highlight: Highlight | undefined;
  readonly colour: boolean;
  readonly ascii: boolean | undefined;
  /** Hears of the language that the learner chose. */
  readonly onLanguage: (language: Language) => void;
}

/** Runs the screens on a terminal until the learner leaves. */
export function runApp(options: RunOptions): Promise<void> {
  const { system, desk } = options;
  const writer = new CellWriter(system.stdout, {
    colour: options.colour,
    onFrame: () => store.drawn(desk.now()),
  });
  const keys = new KeyStream(system.stdin, desk.now);
  let leaveApp = (): void => {};
  const left = new Promise<void>((resolve) => {
    leaveApp = resolve;
  });
  const store: Store = new Store(firstApp(options, writer), desk, {
    openEditor: (question) => {
      const command = desk.editorCommand(question);
      if (command === undefined)
        return store.dispatch({ kind: 'drill', event: { kind: 'notice', notice: { kind: 'no-editor' } } });
      restoreTerminal();
      const failure = runEditor(command);
      takeTerminal(modes);
      desk.reload();
      store.dispatch({ kind: 'reloaded' });
      if (failure !== undefined)
        store.dispatch({ kind: 'notice', notice: messagesIn(store.app.language).study.editorGone(failure) });
    },
    suspendProgram: suspend,
    quit: () => leaveApp(),
    interrupt: () => leave(130),
  });
  const modes = {
    take: () => {
      keys.start();
      writer.enter();
    },
    giveBack: () => {
      writer.leave();
      keys.stop();
    },
  };
  store.subscribe(() => options.onLanguage(store.app.language));
  keys.on('key', (key) => store.key(key));
  keys.on('paste', (text) => store.paste(text));
  keys.on('end', hangUp);
  const stdin = new InkInput(keys).asStdin();
  writer.on('resize', () =>
    store.dispatch({ kind: 'resize', size: { columns: writer.columns, rows: writer.rows } }),
  );
  const lookOf = (app: App): Look => lookFor(app, options);
  const ink = render(<ViewApp store={store} desk={desk} lookOf={lookOf} />, {
    stdout: writer as unknown as NodeJS.WriteStream,
    stdin,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
    interactive: true,
  });
  if (options.plan !== undefined) store.dispatch({ kind: 'study', plan: options.plan });
  takeTerminal(modes);
  return left.finally(() => {
    ink.unmount();
    restoreTerminal();
  });
}

const firstApp = ({ language }: RunOptions, { columns, rows }: CellWriter): App => ({
  screen: home,
  overlay: undefined,
  language,
  size: { columns, rows },
  scroll: 0,
  notice: undefined,
  arrival: { chunk: 0, drawnAt: undefined },
});

function lookFor(app: App, { system, highlight, ascii }: RunOptions): Look {
  const isAscii = ascii ?? needsAscii(system.env, system.platform);
  return {
    size: app.size,
    glyphs: isAscii ? asciiGlyphs : unicodeGlyphs,
    ascii: isAscii,
    messages: messagesIn(app.language),
    language: app.language,
    highlight,
  };
}
