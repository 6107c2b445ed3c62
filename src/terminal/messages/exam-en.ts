import { joinShown, type Shown, shown as t } from '../../core/text/shown.ts';

/** What the exam, its report, the readiness and the plan say in English. */
export const makeExamEnglish = () => ({
  title: t`Exams`,
  choose: t`Which exam?`,
  lastReport: t`The report of the last exam`,
  running: (left: Shown) => t`An exam is running (${left} left): x goes back to it.`,
  expired: t`The time of an exam has run out: x shows its report.`,
  questions: (n: number, minutes: number) => t`${n} questions, ${minutes} minutes`,
  item: (n: number, of: number) => t`item ${n} of ${of}`,
  left: (time: Shown) => t`${time} left`,
  markedCount: (n: number) => t`${n} marked`,
  minutesLeft: (n: number) => t`${n} min`,
  clock: (minutes: number, seconds: Shown) => t`${minutes}:${seconds}`,
  warning: (n: number) => (n === 1 ? t`1 minute left.` : t`${n} minutes left.`),
  notInExam: t`Not while an exam is running.`,
  linear: t`This exam goes forward only.`,
  firstItem: t`This is the first item.`,
  skipped: (n: number, isFinal: boolean) =>
    isFinal ? t`Item ${n} stays without an answer.` : t`Item ${n} stays open; you may go back.`,
  marked: t`Marked for review.`,
  unmarked: t`The mark is gone.`,
  gone: t`This card was changed or taken away since the paper was drawn. It cannot be answered and does not count.`,
  review: t`Review`,
  answered: t`answered`,
  incomplete: t`incomplete`,
  open: t`open`,
  filter: {
    all: t`all`,
    unanswered: t`unanswered`,
    incomplete: t`incomplete`,
    marked: t`marked`,
  },
  showing: (filter: Shown) => t`Showing: ${filter}`,
  none: t`None.`,
  unanswered: (n: number, of: number) => t`${n} of ${of} items ${n === 1 ? t`has` : t`have`} no answer`,
  halfAnswered: (n: number) => (n === 1 ? t`1 is incomplete` : t`${n} are incomplete`),
  askHandIn: (lacking: Shown) => t`${lacking}. Hand in all the same?`,
  askLeave: t`Leave? The clock runs on, and the report will say so.`,
  emptyPlaces: (n: number, of: number) => t`The decks can fill ${of} of ${n} places; the others stay empty.`,
  emptyObjectives: (n: number, of: number, objectives: number, known: number) =>
    t`The decks can fill ${of} of ${n} places; the others stay empty, for only ${known} of its ${objectives} objectives ${known === 1 ? t`has` : t`have`} cards.`,
  stillRunning: t`This exam was begun earlier: hand it in before another one begins.`,
  offerTopic: (title: Shown, id: Shown) => t`They can fill "${title}" (${id}).`,
  otherLanguage: (tag: Shown) =>
    t`More of these cards are written in another language: the paper is in "${tag}".`,
  noCards: t`There is no card for this exam: it asks choice, typed and order cards of its objectives.`,
  noneFits: t`No card of this exam fits what was asked for (--objective, --missed-in, --unseen).`,
  noExams: t`No exam is described in the decks.`,
  noSuchExam: (id: Shown) => t`No exam is called "${id}".`,
  noSuchObjective: (id: Shown) => t`The exam has no objective "${id}".`,
  onlyReport: t`--json and --markdown are for a report: kartei exam report --json`,
  exams: (list: Shown) => t`There are: ${list}`,
  /** Before the clock starts. */
  rulesPage: {
    size: (n: number, minutes: Shown) =>
      t`${n === 1 ? t`1 question` : t`${n} questions`} in ${minutes}. The clock starts when you begin.`,
    pass: (cut: Shown, of: number) =>
      t`You pass with ${cut} of ${of} ${of === 1 ? t`point` : t`points`} (assumed by the exam file).`,
    scoring: {
      'all-or-nothing': t`Only an answer that is right in full is a point; a wrong one costs nothing.`,
      partial: t`An answer that is right in part is part of a point; a wrong one costs nothing.`,
    },
    navigation: {
      free: t`You may go back, change answers and mark items until you hand in.`,
      linear: t`It goes forward only: nothing can be changed later.`,
    },
    verdict: t`What was right is told at the end.`,
    leaving: t`You may leave and come back: nothing is lost, but the clock runs on, and the report says so.`,
    end: t`When the time is up, the paper is handed in as it stands.`,
  },
  report: {
    title: t`Report`,
    passed: t`Passed.`,
    failed: t`Not passed.`,
    points: (points: Shown, items: number, cut: Shown) => t`${points} of ${items} points; ${cut} are needed.`,
    scaled: (score: number, min: number, pass: number, max: number) =>
      t`Estimated score ${score} on a scale from ${min} to ${max}, ${pass} to pass.`,
    assumption: t`The vendor publishes no cut: the score is an estimate from the exam file's own assumption.`,
    slowItem: (n: number, time: Shown) => t`item ${n} (${time})`,
    placesEmpty: (n: number, of: number) =>
      t`${n} of ${of} places ${n === 1 ? t`was` : t`were`} empty: verdict and score are about the others only.`,
    timeRanOut: t`Time ran out.`,
    left: (n: number) =>
      n === 1 ? t`Left once: not under exam conditions.` : t`Left ${n} times: not under exam conditions.`,
    extraTime: (n: number) => t`With ${n} minutes of extra time.`,
    ownTest: t`own choice`,
    custom: t`A test of your own choice.`,
    byObjective: t`By objective`,
    byKind: t`By kind`,
    gone: t`gone or changed`,
    void: (items: Shown, n: number) =>
      n === 1
        ? t`Item ${items} does not count: its card was changed or taken away during the exam.`
        : t`Items ${items} do not count: their cards were changed or taken away during the exam.`,
    noLonger: t`This card is gone or was changed since.`,
    missing: (n: number) => (n === 1 ? t`1 place empty` : t`${n} places empty`),
    times: (all: Shown, of: Shown, median: Shown) =>
      t`Time ${all} of ${of}; the median of an item is ${median}.`,
    slowest: (list: Shown) => t`Slowest: ${list}.`,
    changes: (wr: number, rw: number, ww: number) =>
      wr + rw + ww === 0
        ? t`No answer was changed.`
        : t`Answers changed: ${wr} wrong to right, ${rw} right to wrong, ${ww} wrong to wrong.`,
    marked: (wrong: number, items: number) => t`Marked: ${items}, of which ${wrong} wrong.`,
    seen: (percent: number) => t`Asked before: ${percent} % of the items.`,
    itemOf: (n: number, objective: Shown) => t`Item ${n}, objective ${objective}`,
    rightAnswer: t`right answer`,
    earlier: t`Attempts`,
    missed: t`Missed`,
    missedNone: t`Nothing was missed.`,
    none: (back: number) =>
      back === 1 ? t`No exam was handed in yet.` : t`No ${back} exams were handed in yet.`,
    yourAnswer: t`your answer`,
    noAnswer: t`no answer`,
  },
  ready: {
    title: t`Readiness`,
    coverage: (percent: number) => t`Covered: there are cards for ${percent} % of the exam, by weight.`,
    seen: (percent: number) => t`Seen: ${percent} % of the cards were answered at least once.`,
    band: (low: number, high: number) => t`Chance to pass: ${low}–${high} %.`,
    assumptions: t`If nothing is studied until then, and if memory errs for all cards alike by a little (the upper figure) or a lot (the lower one). The cut is the exam file's assumption.`,
    mixture: (all: number, single: number, double: number, typed: number) =>
      t`Nobody publishes what is asked: of ${all} items ${single} are taken to be one of five, ${double} two of five and ${typed} typed.`,
    lacks: t`To estimate the chance to pass, kartei still needs:`,
    noDate: (id: Shown) => t`a date: kartei plan --exam ${id} --date YYYY-MM-DD`,
    lackCoverage: (percent: number) => t`cards for at least ${percent} % of the weight`,
    lackSeen: (percent: number) => t`a first answer to at least ${percent} % of the cards`,
    raises: t`What would help most`,
    study: (objective: Shown) => t`Study ${objective}`,
    cover: (objective: Shown) => t`More cards for ${objective}`,
    more: (points: Shown, all: number) => t`about ${points} of ${all} points more`,
    brier: (score: Shown, n: number) =>
      t`Earlier predictions: Brier score ${score} over ${n} items (0 is perfect, 0.25 a coin).`,
    offset: (offset: Shown) => t`Fitted offset of the predictions: ${offset} logits.`,
    line: (title: Shown, date: Shown, covered: number, low: number, high: number) =>
      t`${title} on ${date}: covered ${covered} %, chance to pass ${low}–${high} %`,
    noCards: (n: number, ids: Shown) =>
      n === 1 ? t`No cards for 1 objective: ${ids}.` : t`No cards for ${n} objectives: ${ids}.`,
    objective: t`Objective`,
    recall: t`recall`,
    covered: t`covered`,
    cards: t`cards`,
  },
  undone: {
    reopened: t`The exam is open again, its clock has run on. Undo once more takes it out altogether.`,
    gone: t`The exam is gone, with its answers.`,
  },
  plan: {
    title: t`Plan`,
    set: (title: Shown, date: Shown) => t`${title} on ${date}.`,
    unset: (title: Shown) => t`No date for ${title} any more.`,
    none: t`No exam date is set: kartei plan --exam ID --date YYYY-MM-DD`,
    daysLeft: (n: number) => (n === 1 ? t`1 day left.` : t`${n} days left.`),
    badDate: (text: Shown) => t`"${text}" is not a date in the future: write it as 2027-03-01.`,
    untilPass: (begin: Shown) =>
      t`The ordinary schedule goes on until ${begin}; then the final pass asks every card once more.`,
    stages: {
      'final-pass': t`Final pass: every card comes up once more before the day.`,
      'exam-day': t`Today is the day. Good luck.`,
      over: t`The date is past; all is as before.`,
    },
    passToday: (n: number) => t`The final pass adds ${n} cards today.`,
    noNew: t`No new cards this close to the exam.`,
    unfit: (n: number) =>
      t`${n} cards do not fit into the daily limit before the date (kartei config set reviewsPerDay).`,
    newLacking: (perDay: number, seen: number, total: number, enough: number) =>
      t`At ${perDay} new ${perDay === 1 ? t`card` : t`cards`} a day you will have seen ${seen} of ${total} by then; ${enough} a day would do (kartei config set newPerDay ${enough}).`,
    eve: (id: Shown, questions: number) =>
      t`There is little time: drill the core cards, weightiest first (kartei drill --tag core), then sit a short paper (kartei exam ${id} --questions ${questions}).`,
    tooFar: (n: number) => t`The load is computed from ${n} days before the date on.`,
    load: t`Reviews to expect each day`,
    loadByWeek: t`Reviews to expect each day, by week`,
    simulate: t`Ways to study towards the date, simulated on your own cards`,
    policies: {
      'final-pass': t`with the final pass`,
      dense: t`retention 95 %`,
      capped: t`intervals capped at the date`,
    },
    outcome: (recall: Shown, reviews: number, busiest: number, lastDay: number) =>
      t`recall ${recall} on the day, ${reviews} reviews, at most ${busiest} a day, ${lastDay} on the last`,
  },
  /** Line mode. */
  lines: {
    start: t`Answer by a line; an empty one goes on without an answer. An action begins with a colon: :? lists them, :x hands in.`,
    resumed: (title: Shown) => t`Going on with: ${title}. :? lists the actions.`,
    noInput: t`No exam was begun: there is no line to read an answer from.`,
    howBegin: t`An empty line begins, :q leaves.`,
    place: (item: Shown, left: Shown, isMarked: boolean) =>
      isMarked ? t`${item}, ${left}, marked.` : t`${item}, ${left}.`,
    answerSoFar: (answer: Shown) => t`Your answer: ${answer}`,
    howTyped: t`Type the answer.`,
    reviewHead: (filter: Shown, left: Shown) => t`Review, ${filter}, ${left}.`,
    counts: (answered: number, incomplete: number, open: number, marked: number) =>
      t`${answered} answered, ${incomplete} incomplete, ${open} open, ${marked} marked.`,
    row: (item: number, state: Shown, prompt: Shown) => t`${item}: ${state}. ${prompt}`,
    markedState: (state: Shown) => t`${state}, marked`,
    howReview: t`A number goes to that item, an empty line back. :x hands in. :r marked, :r unanswered and :r incomplete list fewer.`,
    again: (word: Shown) => t`${word} once more does it; any other line goes back.`,
    noItem: (text: Shown, last: number) => t`"${text}" is no item: they are 1 to ${last}.`,
    noFilter: (text: Shown) => t`"${text}" is no filter: all, unanswered, incomplete or marked.`,
    left: (left: Shown) => t`Left. The clock runs on, ${left}: kartei exam goes on.`,
    actions: {
      n: t`next item`,
      p: t`back`,
      m: t`mark for review, or take the mark away`,
      r: t`review; :r marked, :r unanswered, :r incomplete`,
      go: t`to an item, such as :go 7`,
      x: t`hand in`,
      q: t`leave; the clock runs on`,
      '?': t`this list`,
    },
    literal: t`On a typed item an answer that begins with an action is written with two colons: ::q`,
  },
  joined: (list: readonly Shown[]) => joinShown(list, ', '),
});

export type ExamMessages = ReturnType<typeof makeExamEnglish>;
