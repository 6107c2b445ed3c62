import { lastUndoable, refOfEntry } from '../../src/commands/desk/undoable.ts';
import type { Blueprint } from '../../src/core/exam/blueprint.ts';
import { collectSittings } from '../../src/core/exam/collect-sittings.ts';
import { readinessOn } from '../../src/core/exam/readiness.ts';
import type { Entry } from '../../src/core/history/entry.ts';
import { plans, withMoreNew } from '../../src/core/history/progress.ts';
import { applyEntries, replay } from '../../src/core/history/replay.ts';
import type { Instant } from '../../src/core/schedule/time.ts';
import { correctionsOf } from '../../src/core/session/card-record.ts';
import { buildLibrary } from '../../src/core/session/library.ts';
import { openSession } from '../../src/core/session/open-session.ts';
import { makeOverview } from '../../src/core/session/overview.ts';
import { paceOf } from '../../src/core/session/pace.ts';
import { everyCard, type SessionPlan } from '../../src/core/session/session.ts';
import { raw } from '../../src/core/text/shown.ts';
import { plainText } from '../../src/core/text/styled-line.ts';
import { createMemoryJournal } from '../../src/storage/memory-journal.ts';
import { SaveError } from '../../src/storage/save-error.ts';
import type { ActionName } from '../../src/terminal/app/action-name.ts';
import type { App } from '../../src/terminal/app/app.ts';
import { currentBindings } from '../../src/terminal/app/current-bindings.ts';
import type { Desk } from '../../src/terminal/app/desk.ts';
import { ExamClock } from '../../src/terminal/app/exam-clock.ts';
import { home } from '../../src/terminal/app/opened.ts';
import { Store } from '../../src/terminal/app/store.ts';
import { examFrame } from '../../src/terminal/frames/exam-screens.tsx';
import { studyFrame } from '../../src/terminal/frames/study-frame.ts';
import { nameKey } from '../../src/terminal/input/key-name.ts';
import { messagesIn } from '../../src/terminal/messages/messages.ts';
import { unicodeGlyphs } from '../../src/terminal/output/glyphs.ts';
import type { Look } from '../../src/terminal/output/look.ts';
import { readDeck } from './read-deck.ts';
import { sessionSource } from './session-source.ts';

/** 2026-11-21T12:00Z. */
export const noon: Instant = 1_795_262_400_000;

export interface StudyDeskOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly german?: string;
  readonly exams?: readonly Blueprint[];
  readonly ownKeys?: readonly (readonly [ActionName, string])[];
}

/**
 * A learner at the screens with decks and a journal in memory, and a clock that only the test moves. Keys are given
 * as bytes; each call of `press` is a chunk of its own, a second after the last.
 */
export function studyDesk(deck: string, options: StudyDeskOptions = {}) {
  const journal = createMemoryJournal('00000001');
  let text = deck;
  let now = noon;
  let uptime = 0;
  let chunk = 0;
  const cycled: string[] = [];
  let isDiskFull = false;
  let extraNew = 0;
  let progress = replay([], { now });
  let { german } = options;
  let library = readLibrary(text, german);
  const took = (entries: readonly Entry[]): readonly Entry[] => {
    progress = applyEntries(progress, entries, now);
    return entries;
  };
  const full = (entries: readonly Entry[]): SaveError =>
    new SaveError(Object.assign(new Error('no space'), { code: 'ENOSPC' }), '/progress', entries);
  const startClock = () =>
    new ExamClock(
      () => now,
      () => uptime,
    );
  let examClock = startClock();
  const desk: Desk = {
    now: () => now,
    get examClock() {
      return examClock;
    },
    tz: () => 0,
    library: () => library,
    progress: () => progress,
    needCards: () => {},
    overview: () => makeOverview(library, withMoreNew(progress, extraNew), now, 0),
    openSession: (plan: SessionPlan) => {
      const corrections = correctionsOf(library.items.values(), progress, now);
      if (corrections.length > 0) took(journal.append(corrections, { now, tz: 0 }));
      const source = {
        ...sessionSource(
          () => library,
          () => progress,
        ),
        lang: () => store.app.language,
        extraNew,
        lastUndoable: () => lastUndoable(journal.entries, progress),
        sittings: () => collectSittings(journal.entries),
        refOf: (entry: string) => refOfEntry(journal.entries, entry),
      };
      return openSession(source, plan, now);
    },
    append: (happenings) => {
      const notBefore = happenings.some(({ kind }) => kind.startsWith('exam-')) ? examClock.now() : now;
      if (!isDiskFull) return took(journal.append(happenings, { now, tz: 0, notBefore }));
      throw full(createMemoryJournal('00000002').append(happenings, { now, tz: 0 }));
    },
    retry: (entries) => {
      if (isDiskFull) throw full(entries);
      return took(journal.retry(entries));
    },
    refresh: () => false,
    reload: () => {
      library = readLibrary(text, german);
    },
    raiseNewLimit: () => {
      extraNew += 10;
    },
    lastUndoable: () => lastUndoable(journal.entries, progress),
    exams: {
      blueprints: () => options.exams ?? [],
      sittings: () => collectSittings(journal.entries),
      dates: () => plans(progress),
      progress: () => progress,
      readiness: (blueprint) =>
        readinessOn({ date: plans(progress).get(blueprint.id), now, tz: 0 }, blueprint, library, progress),
    },
    examSeed: () => 7,
    editorCommand: () => undefined,
    settings: ({ settingNames, languageName, no }) => [
      { key: 'language', summary: settingNames.language, value: languageName },
      { key: 'lineMode', summary: settingNames.lineMode, value: no },
    ],
    appearance: () => ({ colour: true, ascii: undefined }),
    cycleSetting: async (key) => {
      cycled.push(key);
      return undefined;
    },
    recognised: 0,
    notices: [],
    rest: () => Promise.resolve(),
  };
  const left: string[] = [];
  const port = {
    openEditor: () => {},
    suspendProgram: () => left.push('suspend'),
    quit: () => left.push('quit'),
    interrupt: () => left.push('interrupt'),
  };
  const size = { columns: options.columns ?? 80, rows: options.rows ?? 24 };
  const app: App = {
    screen: home,
    homeScreen: home,
    startedBy: 'home',
    ownKeys: new Map(options.ownKeys ?? []),
    overlay: undefined,
    language: 'en',
    size,
    scroll: undefined,
    menuRow: undefined,
    notice: undefined,
    arrival: { chunk: 0, drawnAt: undefined },
  };
  const store: Store = new Store(app, desk, port);
  const lookOf = (state: App): Look => ({
    size: state.size,
    glyphs: unicodeGlyphs,
    ascii: false,
    messages: messagesIn(state.language),
    language: state.language,
    highlight: undefined,
  });

  return {
    store,
    desk,
    lookOf,
    /** How the program was left. */
    left,
    /** Settings that were changed, in their order. */
    cycled,
    entries: () => journal.entries,
    kinds: () => journal.entries.map((entry) => entry.kind),
    reviews: () => journal.entries.filter((entry) => entry.kind === 'review'),
    study: (plan: Partial<SessionPlan> = {}) =>
      store.dispatch({
        kind: 'study',
        plan: {
          mode: 'study',
          title: undefined,
          filter: everyCard,
          limits: { cards: undefined, minutes: undefined },
          ...plan,
        },
      }),
    /** One chunk of input: its keys arrive at once, before a frame. */
    chunk: (...keys: readonly string[]) => {
      chunk += 1;
      for (const bytes of keys) {
        const key = nameKey(bytes);
        if (key !== undefined) store.key({ ...key, bytes, at: now, chunkId: chunk });
      }
      store.drawn(now);
    },
    /** Keys with time to look between them. */
    press(...keys: readonly string[]) {
      for (const key of keys) {
        now += 1000;
        uptime += 1000;
        this.chunk(key);
      }
    },
    type(characters: string) {
      this.press(...characters);
    },
    wait: (ms: number) => {
      now += ms;
      uptime += ms;
    },
    /** Another run of the program does not know how long the last one took. */
    restart: () => {
      examClock = startClock();
    },
    /** Somebody sets the system's clock, forward or back. */
    setClock: (ms: number) => {
      now += ms;
    },
    fillDisk: () => {
      isDiskFull = true;
    },
    makeRoom: () => {
      isDiskFull = false;
    },
    rewrite: (next: string, translation: string | undefined = german) => {
      text = next;
      german = translation;
      desk.reload();
      store.dispatch({ kind: 'reloaded' });
    },
    /** What a reader sees of the session. */
    frame: (): string => {
      const { screen } = store.app;
      if (isExamScreen(screen)) {
        const frame = examFrame(store.app, screen, desk, lookOf(store.app));
        store.seen = frame;
        return frame.lines.map((line) => plainText(line).trimEnd()).join('\n');
      }
      if (screen.kind !== 'study') return `(${screen.kind})`;
      const view = {
        study: screen,
        pace: {
          ...paceOf(screen.drill, screen.session.left(screen.drill, desk.now())),
          total: 9,
          minutes: 3,
        },
        scroll: store.app.scroll,
        bindings: currentBindings(store.app, desk),
        notice: store.app.notice,
      };
      const frame = studyFrame(view, lookOf(store.app));
      store.seen = frame;
      return frame.lines.map((line) => plainText(line).trimEnd()).join('\n');
    },
  };
}

type ExamScreen = Parameters<typeof examFrame>[1];

const isExamScreen = (screen: App['screen']): screen is ExamScreen =>
  ['exam-rules', 'sitting', 'report', 'ready'].includes(screen.kind);

function readLibrary(text: string, german: string | undefined) {
  const base = readDeck(text).deck;
  if (base === undefined) throw new Error('the deck could not be read');
  const file = { path: raw('deck.md'), absolutePath: '/decks/deck.md', deck: base };
  const translated = german === undefined ? undefined : readDeck(german).deck;
  const translations = new Map(
    translated === undefined
      ? []
      : [['de', { path: raw('deck.de.md'), absolutePath: '/decks/deck.de.md', deck: translated }] as const],
  );
  const deck = { collection: 'test', id: 'deck', base: file, translations };
  return buildLibrary([{ name: 'test', root: '/decks', decks: [deck], exams: [], problems: [] }]);
}
