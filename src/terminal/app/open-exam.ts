import type { Blueprint } from '../../core/exam/blueprint.ts';
import { lastRecorded, openSittingOf, type SittingRecord } from '../../core/exam/collect-sittings.ts';
import { drawFullestPaper, type Paper } from '../../core/exam/draw-paper.ts';
import { deckKeyOf } from '../../core/history/entry.ts';
import type { Minutes } from '../../core/schedule/time.ts';
import { resumeSitting, startSitting } from '../../core/session/open-sitting.ts';
import type { Sitting, SittingEvent, SittingStep } from '../../core/session/sitting.ts';
import { clean, type Raw, raw, type Shown, shown } from '../../core/text/shown.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import type { Language } from '../messages/messages.ts';
import type { Desk } from './desk.ts';
import type { ExamRequest } from './exam-desk.ts';

/** A paper that can be begun; or why there is none. */
export type Drawing =
  | { readonly kind: 'drawn'; readonly offer: ExamOffer }
  | { readonly kind: 'none'; readonly why: Shown };

/** A paper that was drawn and not begun. */
export interface ExamOffer {
  readonly paper: Paper;
  readonly title: Raw;
  readonly extraTime: Minutes;
  /** What is out of the ordinary: places that stay empty, another language. */
  readonly remarks: readonly Shown[];
  /** An exam that the decks can fill, where they cannot fill this one. */
  readonly fuller: string | undefined;
}

/** Draws the paper that a learner asks for. Nothing is written yet. */
export function drawExam(request: ExamRequest, desk: Desk, language: Language): Drawing {
  const blueprint = desk.exams.blueprints().find(({ id }) => id === request.exam);
  const text = examMessagesIn(language);
  if (blueprint === undefined) return { kind: 'none', why: text.noSuchExam(clean(raw(request.exam))) };
  const now = desk.now();
  const { exam: _, extraTime = 0, seed = desk.examSeed(), ...rest } = request;
  const history = { sittings: desk.exams.sittings(), progress: desk.exams.progress() };
  const paper = drawFullestPaper(blueprint, desk.library(), history, { ...rest, seed, lang: language, now });
  if (paper.items.length === 0)
    return { kind: 'none', why: isFiltered(request) ? text.noneFits : text.noCards };
  const fuller = paper.gaps.length === 0 ? undefined : fullerThan(blueprint, desk, language);
  const remarks = [
    ...(paper.gaps.length === 0 ? [] : [gapText(paper, fuller, language)]),
    ...(paper.lang === language ? [] : [text.otherLanguage(clean(raw(paper.lang)))]),
  ];
  return { kind: 'drawn', offer: { paper, title: blueprint.title, extraTime, remarks, fuller: fuller?.id } };
}

/** Starts the clock of a paper. */
export const beginPaper = ({ paper, title, extraTime }: ExamOffer, desk: Desk): SittingStep =>
  startSitting(paper, desk.library(), { title, extraTime, now: desk.examClock.now() });

const isFiltered = ({ objectives, missedIn, unseen }: ExamRequest): boolean =>
  objectives !== undefined || missedIn !== undefined || unseen === true;

const fullerThan = (blueprint: Blueprint, desk: Desk, language: Language): Blueprint | undefined =>
  desk.exams.blueprints().find((other) => other !== blueprint && isFillable(other, desk, language));

/** How many places stay empty and why, and which exam the decks can fill. */
function gapText(paper: Paper, fuller: Blueprint | undefined, language: Language): Shown {
  const text = examMessagesIn(language);
  const missing = paper.gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const asked = new Set([...paper.gaps, ...paper.items].map(({ objective }) => objective)).size;
  const known = new Set(paper.items.map(({ objective }) => objective)).size;
  const places = [paper.items.length + missing, paper.items.length] as const;
  const words = known < asked ? text.emptyObjectives(...places, asked, known) : text.emptyPlaces(...places);
  return fuller === undefined
    ? words
    : shown`${words} ${text.offerTopic(clean(fuller.title), clean(raw(fuller.id)))}`;
}

function isFillable(blueprint: Blueprint, desk: Desk, lang: Language): boolean {
  const history = { sittings: [], progress: desk.exams.progress() };
  const request = { seed: 0, lang, now: desk.now() };
  return drawFullestPaper(blueprint, desk.library(), history, request).gaps.length === 0;
}

/** What a sitting hears when others recorded something; `undefined` when the journal does not have it. */
export function mergedEvent({ id }: Sitting, desk: Desk): SittingEvent | undefined {
  const record = desk.exams.sittings().find((one) => one.id === id);
  return record && { kind: 'merged', record };
}

/**
 * What the journal says of the sitting that was not handed in. One whose decks are all on another machine is none
 * here: its answers could not be graded.
 */
export function runningExam(desk: Pick<Desk, 'exams' | 'library'>): SittingRecord | undefined {
  const sittings = desk.exams.sittings();
  if (openSittingOf(sittings) === undefined) return undefined;
  const { decks } = desk.library();
  return openSittingOf(
    sittings.filter(({ start }) => start.items.some((item) => decks.has(deckKeyOf(item)))),
  );
}

/** The sitting that was not handed in, as the journal has it. */
export function reopenExam(desk: Desk): Sitting | undefined {
  const record = runningExam(desk);
  if (record === undefined) return undefined;
  const blueprint = desk.exams.blueprints().find(({ id }) => id === record.start.exam);
  desk.examClock.reach(lastRecorded(record));
  const title = blueprint?.title ?? raw(record.start.exam);
  return resumeSitting(record, desk.library(), title, desk.examClock.now());
}
