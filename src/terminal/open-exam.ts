import type { Blueprint } from '../core/exam/blueprint.ts';
import { openSittingOf } from '../core/exam/collect-sittings.ts';
import { drawPaper, type Paper } from '../core/exam/draw-paper.ts';
import { resumeSitting, startSitting } from '../core/session/open-sitting.ts';
import type { Sitting, SittingStep } from '../core/session/sitting.ts';
import { clean, raw, type Shown, shown } from '../core/text/shown.ts';
import type { Desk } from './desk.ts';
import type { ExamRequest } from './exam-desk.ts';
import { examMessagesIn } from './messages/exam-messages.ts';
import type { Language } from './messages/messages.ts';

/** A paper that can be begun, with a word about places that stay empty; or why there is none. */
export type Drawing =
  | { readonly kind: 'drawn'; readonly step: SittingStep; readonly emptyPlaces: Shown | undefined }
  | { readonly kind: 'none'; readonly why: Shown };

/** Draws the paper that a learner asks for. Nothing is written yet. */
export function drawExam(request: ExamRequest, desk: Desk, language: Language): Drawing {
  const blueprint = desk.exams.blueprints().find(({ id }) => id === request.exam);
  const text = examMessagesIn(language);
  if (blueprint === undefined) return { kind: 'none', why: text.noSuchExam(clean(raw(request.exam))) };
  const now = desk.now();
  const { exam: _, extraTime = 0, seed = desk.examSeed(), ...rest } = request;
  const history = { sittings: desk.exams.sittings(), progress: desk.exams.progress() };
  const paper = drawPaper(blueprint, desk.library(), history, { ...rest, seed, lang: language, now });
  if (paper.items.length === 0) return { kind: 'none', why: text.noCards };
  const step = startSitting(paper, desk.library(), { title: blueprint.title, extraTime, now });
  const emptyPlaces = paper.gaps.length === 0 ? undefined : gapText(paper, blueprint, desk, language);
  return { kind: 'drawn', step, emptyPlaces };
}

/** How many places stay empty, and which exam the decks can fill. */
function gapText(paper: Paper, blueprint: Blueprint, desk: Desk, language: Language): Shown {
  const text = examMessagesIn(language);
  const missing = paper.gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const full = desk.exams
    .blueprints()
    .find((other) => other !== blueprint && isFillable(other, desk, language));
  const words = text.emptyPlaces(paper.items.length + missing, paper.items.length);
  return full === undefined
    ? words
    : shown`${words} ${text.offerTopic(clean(full.title), clean(raw(full.id)))}`;
}

function isFillable(blueprint: Blueprint, desk: Desk, lang: Language): boolean {
  const history = { sittings: [], progress: desk.exams.progress() };
  return drawPaper(blueprint, desk.library(), history, { seed: 0, lang, now: desk.now() }).gaps.length === 0;
}

/** The sitting that was neither handed in nor ended, as the journal has it. */
export function reopenExam(desk: Desk): Sitting | undefined {
  const record = openSittingOf(desk.exams.sittings());
  if (record === undefined) return undefined;
  const blueprint = desk.exams.blueprints().find(({ id }) => id === record.start.exam);
  return resumeSitting(record, desk.library(), blueprint?.title ?? raw(record.start.exam), desk.now());
}
