import { itemWeight } from '../../core/exam/item-weights.ts';
import { plans, progressOf } from '../../core/history/progress.ts';
import { addDays, dayOf } from '../../core/schedule/day.ts';
import { evePaper, newCardsLacking, passDays } from '../../core/schedule/plan.ts';
import { comparePolicies, type SimulationOutcome, studyPolicies } from '../../core/schedule/simulate-plan.ts';
import type { ExamPlan } from '../../core/session/exam-plan.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { plainText, span } from '../../core/text/styled-line.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { UserError } from '../../core/user-error.ts';
import { bar, decimal } from '../../terminal/frames/report-lines.ts';
import { examMessagesIn } from '../../terminal/messages/exam-messages.ts';
import { type Look, textWidth } from '../../terminal/output/look.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { examDesk } from '../desk/exam-desk.ts';
import { examPlanOf } from '../desk/library-exams.ts';
import { openProgram, type Program, show } from '../desk/open-program.ts';
import { plainLook } from '../plain-look.ts';
import { printJson } from '../print-json.ts';
import { wantedBlueprints } from './ready.ts';

/** Seeds of the simulation's runs; the figures are their means. */
const simulationSeeds = [1, 2, 3, 4, 5, 6, 7, 8];
/** Days; what lies further ahead is not simulated. */
const mostSimulated = 400;
const denseRetention = 0.95;
/** Share of first answers that are wrong, as learners of shared decks answer. */
const firstMiss = 0.38;

/** Sets the date of an exam, and says what it makes of the days until then. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const program = await openProgram(context, []);
  const date = flagValue(context, 'date');
  const wanted = flagValue(context, 'exam');
  if (date !== undefined) setDate(context, program, date);
  else if (wanted !== undefined) wantedBlueprints(context, program);
  const plan = examPlanOf(program.desk, program.desk.now(), wanted);
  if (plan === undefined) {
    if (isSet(context, 'json')) printJson(context, 'plan', { exam: null });
    else if (date === undefined) printNone(context, program, wanted);
    return 0;
  }
  const isNear = plan.day.daysLeft <= mostSimulated;
  const outcomes = isSet(context, 'simulate') && isNear ? simulate(program, plan) : undefined;
  if (isSet(context, 'json')) printJson(context, 'plan', planJson(plan, outcomes));
  else printPlan(context, program, plan, outcomes);
  return 0;
};

function setDate(context: CommandContext, program: Program, date: string): void {
  const now = program.desk.now();
  const today = dayOf(now, program.desk.tz(now), 0);
  const wanted = wantedBlueprints(context, program);
  const dates = plans(program.desk.progress());
  const planned = wanted.filter(({ id }) => (dates.get(id) ?? '') >= today);
  const blueprints = planned.length === 1 ? planned : wanted;
  const [blueprint] = blueprints;
  const { plan: text, exams } = examMessagesIn(context.language);
  if (blueprint === undefined || (blueprints.length > 1 && flagValue(context, 'exam') === undefined)) {
    throw new UserError(
      shown`kartei plan --exam ID --date YYYY-MM-DD`,
      exams(show(blueprints.map((one) => one.id).join(', '))),
      2,
    );
  }
  if (date === 'none') {
    program.desk.append([{ kind: 'plan', exam: blueprint.id, date: undefined }]);
    context.print(text.unset(clean(blueprint.title)));
    return;
  }
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(date) && addDays(date, 0) === date;
  if (!isDate || date < today) throw new UserError(text.badDate(show(date)), undefined, 2);
  program.desk.append([{ kind: 'plan', exam: blueprint.id, date }]);
}

/** No date is to come; those that are past are told as such. */
function printNone(context: CommandContext, program: Program, wanted: string | undefined): void {
  const { plan: text } = examMessagesIn(context.language);
  const blueprints = examDesk(context, program).blueprints();
  const past = [...plans(program.desk.progress())].filter(([id]) => wanted === undefined || wanted === id);
  for (const [id, date] of past) {
    const title = blueprints.find((blueprint) => blueprint.id === id)?.title ?? raw(id);
    say(context, shown`${text.set(clean(title), show(date))} ${text.stages.over}`);
  }
  say(context, text.none);
}

/** Prints a sentence, wrapped to the window. */
function say(context: CommandContext, words: Shown): void {
  const lines = wrapSpans([span(words)], textWidth(plainLook(context)));
  context.print(joinShown(lines.map(plainText), '\n'));
}

/** The cards that the plan is about, as they are remembered. */
function ownMemories({ desk }: Program, { blueprint }: ExamPlan) {
  const weightOf = itemWeight(blueprint);
  return [...desk.library().items.values()].flatMap((item) => {
    const standing = progressOf(desk.progress(), item.ref);
    const isOut = item.retired || item.examOnly || standing?.suspended === true;
    return isOut || weightOf(item) === 0 ? [] : [standing?.memory];
  });
}

/** The sentence on new cards that do not fit into the days left, if so. */
function lacking({ language }: CommandContext, program: Program, plan: ExamPlan): readonly Shown[] {
  const { desk } = program;
  const { parameters, days } = desk.progress();
  const { newPerDay, dayStart } = parameters;
  const now = desk.now();
  const introducedToday = days.get(dayOf(now, desk.tz(now), dayStart))?.introduced ?? 0;
  const memories = ownMemories(program, plan);
  const total = memories.length;
  const unseen = memories.filter((memory) => memory === undefined).length;
  const lack = newCardsLacking({ total, unseen, newPerDay, introducedToday }, plan.day);
  const { newLacking } = examMessagesIn(language).plan;
  return lack === undefined ? [] : [newLacking(newPerDay, lack.seen, total, lack.enough)];
}

function simulate(program: Program, plan: ExamPlan) {
  const { desk } = program;
  const { parameters } = desk.progress();
  const now = desk.now();
  const days = Math.max(1, plan.day.daysLeft);
  return comparePolicies({
    memories: ownMemories(program, plan),
    now,
    days,
    parameters,
    denseRetention,
    firstMiss,
    passDays: passDays(plan.setOn, plan.date),
    newToTheEnd: plan.day.eve !== undefined,
    seeds: simulationSeeds,
  });
}

type Outcomes = ReturnType<typeof comparePolicies>;

function printPlan(
  context: CommandContext,
  program: Program,
  plan: ExamPlan,
  outcomes: Outcomes | undefined,
): void {
  const text = examMessagesIn(context.language).plan;
  const { day, blueprint } = plan;
  const dated = text.set(clean(blueprint.title), show(plan.date));
  if (day.stage === 'exam-day') {
    for (const line of [dated, text.stages[day.stage]]) say(context, line);
    return;
  }
  const lines: Shown[] = [
    shown`${dated} ${text.daysLeft(day.daysLeft)}`,
    ...lacking(context, program, plan),
    stageText(plan, context),
    ...(day.pass.length > 0 ? [text.passToday(day.pass.length)] : []),
    ...(day.newAllowed ? [] : [text.noNew]),
    ...(day.unfit.length > 0 ? [text.unfit(day.unfit.length)] : []),
    ...(day.eve === undefined ? [] : [text.eve(show(blueprint.id), evePaper)]),
    ...(day.daysLeft > mostSimulated ? [text.tooFar(mostSimulated)] : []),
  ];
  for (const line of lines) say(context, line);
  if (day.daysLeft > mostSimulated) return;
  const look = plainLook(context);
  const { load } = (outcomes ?? simulate(program, plan))['final-pass'];
  context.print(shown`\n${load.length > mostDays ? text.loadByWeek : text.load}`);
  for (const row of loadRows(load, program, look)) context.print(row);
  if (outcomes === undefined) return;
  context.print(shown`\n${text.simulate}`);
  for (const row of outcomeRows(outcomes, look)) context.print(row);
}

/** What the days until the exam are for, as long as there are some. */
function stageText({ day, setOn, date }: ExamPlan, { language }: CommandContext): Shown {
  const { untilPass, stages } = examMessagesIn(language).plan;
  const { stage } = day;
  return stage === 'ordinary' ? untilPass(show(addDays(date, -passDays(setOn, date)))) : stages[stage];
}

const outcomeRows = (outcomes: Outcomes, look: Look): readonly Shown[] =>
  studyPolicies.map((policy) => {
    const text = examMessagesIn(look.language).plan;
    const { recall, reviews, busiest, lastDay } = outcomes[policy];
    const figures = text.outcome(
      decimal(recall, look, 3),
      Math.round(reviews),
      Math.round(busiest),
      Math.round(lastDay),
    );
    return shown`  ${text.policies[policy]}: ${figures}`;
  });

const plotWidth = 40;
/** More days than these are plotted by week. */
const mostDays = 35;

/** A bar for each day, or for each week when there are many. */
function loadRows(load: readonly number[], { desk }: Program, look: Look): readonly Shown[] {
  const now = desk.now();
  const today = dayOf(now, desk.tz(now), desk.progress().parameters.dayStart);
  const step = load.length > mostDays ? 7 : 1;
  const groups = Array.from({ length: Math.ceil(load.length / step) }, (_, i) => {
    const part = load.slice(i * step, (i + 1) * step);
    return { day: addDays(today, i * step), mean: part.reduce((sum, one) => sum + one, 0) / part.length };
  });
  const most = Math.max(1, ...groups.map(({ mean }) => mean));
  return groups.map(({ day, mean }) => {
    const plot = plainText(bar(mean / most, look, plotWidth));
    return shown`  ${show(day)}  ${plot}  ${Math.round(mean)}`;
  });
}

function planJson({ blueprint, date, day }: ExamPlan, outcomes: Outcomes | undefined) {
  const outcome = ({ recall, reviews, busiest, lastDay }: SimulationOutcome) => ({
    recall,
    reviews,
    busiest,
    lastDay,
  });
  return {
    exam: show(blueprint.id),
    title: clean(blueprint.title),
    date: show(date),
    stage: show(day.stage),
    daysLeft: day.daysLeft,
    newAllowed: day.newAllowed,
    pass: day.pass.length,
    unfit: day.unfit.length,
    eve: day.eve !== undefined,
    ...(outcomes === undefined
      ? {}
      : {
          simulation: {
            finalPass: outcome(outcomes['final-pass']),
            dense: outcome(outcomes.dense),
            capped: outcome(outcomes.capped),
          },
        }),
  };
}
