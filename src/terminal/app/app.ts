import type { ExamReport } from '../../core/exam/report.ts';
import type { Instant } from '../../core/schedule/time.ts';
import type { TextField } from '../../core/session/draft.ts';
import type { Drill, DrillEffect, DrillEvent, Signal } from '../../core/session/drill.ts';
import type { Question } from '../../core/session/question.ts';
import type { Session, SessionPlan } from '../../core/session/session.ts';
import type { Sitting, SittingEvent } from '../../core/session/sitting.ts';
import type { Shown } from '../../core/text/shown.ts';
import type { Language } from '../messages/messages.ts';
import type { Size } from '../output/look.ts';
import type { OwnKeys } from './action-name.ts';
import type { ExamRequest, ExamWishes } from './exam-desk.ts';
import type { ExamOffer } from './open-exam.ts';

/** Everything that decides a frame. One value; a step computes the next. */
export interface App {
  readonly screen: Screen;
  readonly overlay: Overlay | undefined;
  /** The home screen as it was left: its selection and its place in the list. */
  readonly homeScreen: HomeScreen;
  readonly language: Language;
  /** A session that was asked for on the command line ends the program, not at the home screen. */
  readonly startedBy: 'home' | 'session';
  readonly ownKeys: OwnKeys;
  readonly size: Size;
  /** First row of the body that was scrolled to; undefined: the frame shows what matters. */
  readonly scroll: number | undefined;
  /** Key of the row that Enter takes in a menu other than the home screen's; undefined: its first. */
  readonly menuRow: string | undefined;
  /** A sentence above the keys until the next key. */
  readonly notice: Shown | undefined;
  /** When and by which chunk of input the present question or answer came up; `drawnAt` once its frame is out. */
  readonly arrival: Arrival;
}

export interface Arrival {
  readonly chunk: number;
  readonly drawnAt: Instant | undefined;
}

export interface HomeScreen {
  readonly kind: 'home';
  readonly selected: readonly string[];
  readonly highlighted: string | undefined;
}

export type Screen =
  | HomeScreen
  | { readonly kind: 'study'; readonly plan: SessionPlan; readonly session: Session; readonly drill: Drill }
  /** The end of a session; taking its last answer back goes on with it. */
  | { readonly kind: 'summary'; readonly plan: SessionPlan; readonly session: Session; readonly drill: Drill }
  | { readonly kind: 'deck'; readonly deck: string }
  | { readonly kind: 'search'; readonly field: TextField; readonly selected: number }
  /** A card to read, found by a search; the search comes back after it. */
  | { readonly kind: 'card'; readonly key: string; readonly search: TextField; readonly selected: number }
  | { readonly kind: 'settings' }
  /** `wishes` hold for the exam that is chosen. */
  | { readonly kind: 'exam-menu'; readonly wishes: ExamWishes }
  /** The rules of a paper before its clock starts. */
  | { readonly kind: 'exam-rules'; readonly wishes: ExamWishes; readonly offer: ExamOffer }
  /** `digits`: the number typed in the review grid so far. */
  | { readonly kind: 'sitting'; readonly sitting: Sitting; readonly digits: string }
  | { readonly kind: 'report'; readonly report: ExamReport }
  | { readonly kind: 'ready' }
  | { readonly kind: 'drill-menu'; readonly decks: readonly string[] };

export type Overlay =
  | { readonly kind: 'keys' }
  | { readonly kind: 'actions' }
  | { readonly kind: 'source' }
  | { readonly kind: 'flag'; readonly field: TextField };

/** What a step wants done in the world; the store does it. */
export type AppEffect =
  | DrillEffect
  | { readonly kind: 'open-editor'; readonly question: Question }
  | Signal<'raise-new-limit' | 'quit' | 'interrupt' | 'suspend-program' | 'undo-last' | 'rest' | 'close-exam'>
  | { readonly kind: 'cycle-setting'; readonly key: string };

export interface AppStep {
  readonly app: App;
  readonly effects: readonly AppEffect[];
}

export type AppEvent =
  /** The exam that is running, or else the menu, at the row of an exam. */
  | { readonly kind: 'exams'; readonly wishes: ExamWishes; readonly row?: string }
  /** Draws a paper and shows its rules. */
  | { readonly kind: 'start-exam'; readonly request: ExamRequest }
  | { readonly kind: 'sitting'; readonly event: SittingEvent }
  | { readonly kind: 'grid-digit'; readonly digit: string }
  | Signal<'begin-exam' | 'last-report' | 'study-missed' | 'close-exam'>
  | { readonly kind: 'drill'; readonly event: DrillEvent }
  | { readonly kind: 'open-home' }
  | { readonly kind: 'study'; readonly plan: SessionPlan }
  | { readonly kind: 'open'; readonly screen: Screen }
  | { readonly kind: 'overlay'; readonly overlay: Overlay | undefined }
  | { readonly kind: 'menu-move'; readonly by: number }
  /** The row with a number, from 0. */
  | { readonly kind: 'menu-row'; readonly row: number }
  | Signal<'toggle-deck' | 'open-deck'>
  /** The rows of a page are the drawing's; the store knows them. */
  | { readonly kind: 'scroll'; readonly by: number; readonly unit: 'row' | 'page' }
  | Signal<
      | 'edit-card'
      | 'flag-card'
      | 'interface-language'
      | 'raise-new-limit'
      | 'undo-last'
      | 'quit'
      | 'interrupt'
      | 'suspend-program'
    >
  | { readonly kind: 'change-setting'; readonly key: string }
  | { readonly kind: 'search-text'; readonly field: TextField }
  | { readonly kind: 'search-move'; readonly by: number }
  | Signal<'open-found' | 'back-to-search'>
  | { readonly kind: 'flag-text'; readonly field: TextField }
  | { readonly kind: 'resize'; readonly size: Size }
  | { readonly kind: 'drawn'; readonly at: Instant }
  | Signal<'reloaded' | 'merged'>
  | { readonly kind: 'notice'; readonly notice: Shown };
