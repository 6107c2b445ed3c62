import type { Instant } from '../../core/schedule/time.ts';
import type { Notice } from '../../core/session/drill.ts';
import type { Question } from '../../core/session/question.ts';
import { type Raw, type Shown, shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import type { Key } from '../input/key-stream.ts';
import { editLine, insertText } from '../input/line-editor.ts';
import { messagesIn } from '../messages/messages.ts';
import { type Say, sayWith } from '../messages/say.ts';
import type { Frame } from '../output/layout.ts';
import type { App, AppEffect, AppEvent, AppStep } from './app.ts';
import { type Binding, findBinding } from './bindings.ts';
import { currentBindings } from './current-bindings.ts';
import type { Desk } from './desk.ts';
import { missedStudy } from './exam-step.ts';
import { fieldOf } from './field-of.ts';
import { looksAtDecks, looksAtJournal } from './looks-at.ts';
import { type Recorded, recordEffect } from './record-effect.ts';
import { step } from './step.ts';

/** What the store cannot do itself: it is the terminal's. */
export interface TerminalPort {
  /** Gives the terminal to an editor and comes back when it has ended. */
  openEditor(question: Question): void;
  suspendProgram(): void;
  quit(): void;
  /** Ctrl-C: leaves at once. */
  interrupt(): void;
}

/** Milliseconds after an answer's frame in which Space and Enter do not rate it: a double press is no rating. */
const doublePress = 300;

/**
 * The one place where the state changes. A key acts on the value that the keys before it led to; the new value is
 * published once its effects are done, so a rating is on disk before the next card is seen.
 */
export class Store {
  private current: App;
  /** How far the frame on the screen is scrolled and can be; only the drawing knows. */
  seen: Pick<Frame, 'first' | 'scrollEnd' | 'page'> = { first: 0, scrollEnd: 0, page: 1 };
  private chunk = 0;
  private readonly desk: Desk;
  private readonly port: TerminalPort;
  private readonly log: (what: Shown) => void;
  private readonly listeners = new Set<() => void>();

  constructor(app: App, desk: Desk, port: TerminalPort, log: (what: Shown) => void = () => {}) {
    this.log = log;
    this.current = app;
    this.desk = desk;
    this.port = port;
  }

  get app(): App {
    return this.current;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): App => this.current;

  key(key: Key): void {
    this.chunk = key.chunkId;
    const { notice, overlay, ...rest } = this.current;
    if (notice !== undefined) this.current = { ...rest, overlay, notice: undefined };
    const binding = findBinding(currentBindings(this.current, this.desk), key.name);
    if (binding !== undefined) {
      const event = this.isTooEarly(binding, key) ? undefined : binding.event(key.name);
      // An action from the menu acts on the screen under it.
      if (event !== undefined && overlay?.kind === 'actions' && !isMoveInMenu(event))
        this.take({ kind: 'overlay', overlay: undefined });
      if (event !== undefined) this.dispatch(event);
      return;
    }
    const field = fieldOf(this.current);
    const edited = field === undefined ? undefined : editLine(field.field, key);
    if (field !== undefined && edited !== undefined) this.dispatch(field.event(edited));
    else if (notice !== undefined) this.publish();
    // What is nothing with Alt was Esc and a key, which came in one piece.
    for (const one of key.apart ?? []) this.key({ ...key, apart: undefined, ...one });
  }

  /** A paste is text: it goes into a field, or nowhere. */
  paste(text: Raw): void {
    const field = fieldOf(this.current);
    if (field !== undefined) this.dispatch(field.event(insertText(field.field, text)));
  }

  /** The first screen is about what was read just now. */
  open(event: AppEvent): void {
    this.take(event);
    this.publish();
  }

  dispatch(event: AppEvent): void {
    if (looksAtDecks(event, this.current)) this.desk.reload();
    if (!this.isOvertaken(event)) this.take(event);
    this.publish();
  }

  /** Whether another window answered the question that this event is about. */
  private isOvertaken(event: AppEvent): boolean {
    if (!looksAtJournal(event) || !this.desk.refresh()) return false;
    const before = askedIn(this.current);
    this.take({ kind: 'merged' });
    return before !== askedIn(this.current);
  }

  /** The frame of the present state is out; nothing is drawn for that. */
  drawn(at: Instant): void {
    const { app } = step(this.current, { kind: 'drawn', at }, this.desk, this.chunk);
    this.current = app;
  }

  /** Draws the same state again, for what it is drawn with has changed. */
  redraw(): void {
    this.current = { ...this.current };
    this.publish();
  }

  /** A word under the question of a session. */
  notify(notice: Notice): void {
    this.dispatch({ kind: 'drill', event: { kind: 'notice', notice } });
  }

  private take(event: AppEvent): void {
    this.log(
      event.kind === 'drill' ? shown`drill ${event.event.kind as Shown}` : shown`${event.kind as Shown}`,
    );
    const { app, effects } = this.stepOrGoHome(event);
    this.current = app;
    for (const effect of effects) this.perform(effect);
  }

  /** A deck may go while it is open. What was answered is recorded by then, and the home screen shows what is left. */
  private stepOrGoHome(event: AppEvent): AppStep {
    try {
      return step(this.current, this.withinFrame(event), this.desk, this.chunk);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.desk.reload();
      const { app } = step(this.current, { kind: 'open-home' }, this.desk, this.chunk);
      return { app: { ...app, notice: sayOn(app)(error.told) }, effects: [] };
    }
  }

  private withinFrame(event: AppEvent): AppEvent {
    if (event.kind !== 'scroll') return event;
    const { first, scrollEnd, page } = this.seen;
    const { scroll } = this.current;
    const rows = event.unit === 'page' ? event.by * page : event.by;
    const row = Math.max(0, Math.min((scroll ?? first) + rows, scrollEnd));
    return { kind: 'scroll', by: row - (scroll ?? 0), unit: 'row' };
  }

  private publish(): void {
    for (const listener of this.listeners) listener();
  }

  /** Keys rule 3: what was pressed before the frame was seen neither submits nor rates. */
  private isTooEarly(binding: Binding, key: Key): boolean {
    const { waits } = binding;
    if (waits === undefined) return false;
    const { chunk, drawnAt } = this.current.arrival;
    if (waits === 'rate') {
      const isTyped = key.name !== 'enter' && key.name !== 'space';
      return !isTyped && (key.chunkId <= chunk || drawnAt === undefined || key.at < drawnAt + doublePress);
    }
    return drawnAt === undefined ? key.chunkId <= chunk : key.at < drawnAt;
  }

  private perform(effect: AppEffect): void {
    if (effect.kind === 'append' || effect.kind === 'retry') {
      // A rating is shown as saved only after this has returned.
      const recorded = recordEffect(effect, this.desk);
      this.take(savedEvent(this.current, recorded));
      const isMerged = recorded.kind === 'saved' && recorded.others;
      if (isMerged && this.current.screen.kind === 'sitting') this.take({ kind: 'merged' });
    } else if (effect.kind === 'open-editor') this.port.openEditor(effect.question);
    else if (effect.kind === 'cycle-setting')
      this.attempt(() => this.awaitSetting(this.desk.cycleSetting(effect.key)));
    else this.performSignal(effect.kind);
  }

  /** A setting holds at once; a sentence comes when it will not hold at the next start. */
  awaitSetting(written: Promise<Shown | undefined>): void {
    void written.then((why) => {
      const { settings } = messagesIn(this.current.language);
      if (why !== undefined) this.dispatch({ kind: 'notice', notice: settings.notSaved(why) });
    });
  }

  private performSignal(kind: SignalKind): void {
    const actions: Readonly<Record<SignalKind, () => void>> = {
      'raise-new-limit': () => this.attempt(() => this.desk.raiseNewLimit()),
      'undo-last': () => this.undoLast(),
      rest: () => void this.desk.rest(),
      'suspend-program': () => this.port.suspendProgram(),
      quit: () => this.port.quit(),
      interrupt: () => this.port.interrupt(),
      'close-exam': () => this.take({ kind: 'close-exam' }),
    };
    actions[kind]();
  }

  /** A change beside the questions is drawn at once; when it cannot be written, a sentence says so. */
  private attempt(change: () => void): void {
    try {
      change();
      this.current = { ...this.current };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.take({ kind: 'notice', notice: sayOn(this.current)(error.told) });
    }
  }

  private undoLast(): void {
    const { study } = messagesIn(this.current.language);
    const last = this.desk.lastUndoable();
    this.attempt(() => {
      if (last !== undefined) this.desk.append(last.ids.map((of) => ({ kind: 'undo', of })));
      this.take({ kind: 'notice', notice: last === undefined ? study.nothingToUndo : study.undone });
    });
  }
}

const isMoveInMenu = ({ kind }: AppEvent): boolean => kind === 'menu-move' || kind === 'menu-row';

/** Says at once what went wrong, in the language of the screen. */
const sayOn = ({ language }: App): Say => sayWith(messagesIn(language).sentences);

/** Who hears whether entries are on disk: the session, the sitting, a report whose missed cards are due, or the learner. */
function savedEvent(app: App, event: Recorded): AppEvent {
  const { screen } = app;
  if (screen.kind === 'report' && event.kind === 'saved') return { kind: 'study', plan: missedStudy };
  if (screen.kind === 'sitting') return { kind: 'sitting', event };
  if (screen.kind === 'study' || screen.kind === 'summary' || event.kind === 'saved')
    return { kind: 'drill', event };
  return { kind: 'notice', notice: sayOn(app)(event.why) };
}

const askedIn = ({ screen }: App): number | undefined =>
  screen.kind === 'study' ? screen.drill.asked : undefined;

type SignalKind = Exclude<AppEffect['kind'], 'append' | 'retry' | 'open-editor' | 'cycle-setting'>;
