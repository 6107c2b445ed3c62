import { joinShown, type Shown, shown as t } from '../../core/text/shown.ts';
import type { ExamMessages } from './exam-en.ts';

/** What the exam, its report, the readiness and the plan say in German. */
export const makeExamGerman = (): ExamMessages => ({
  title: t`Prüfungen`,
  choose: t`Welche Prüfung?`,
  lastReport: t`Der Bericht der letzten Prüfung`,
  running: (left: Shown) => t`Eine Prüfung läuft (noch ${left}): x führt zurück.`,
  expired: t`Die Zeit einer Prüfung ist um: x zeigt den Bericht.`,
  questions: (n: number, minutes: number) => t`${n} Fragen, ${minutes} Minuten`,
  item: (n: number, of: number) => t`Frage ${n} von ${of}`,
  left: (time: Shown) => t`noch ${time}`,
  markedCount: (n: number) => t`${n} markiert`,
  minutesLeft: (n: number) => t`${n} Min.`,
  clock: (minutes: number, seconds: Shown) => t`${minutes}:${seconds}`,
  warning: (n: number) => (n === 1 ? t`Noch 1 Minute.` : t`Noch ${n} Minuten.`),
  notInExam: t`Das geht nicht, solange eine Prüfung läuft.`,
  linear: t`Diese Prüfung geht nur vorwärts.`,
  firstItem: t`Das ist die erste Frage.`,
  skipped: (n: number, isFinal: boolean) =>
    isFinal ? t`Frage ${n} bleibt ohne Antwort.` : t`Frage ${n} offen; du kannst zurück.`,
  marked: t`Zur Durchsicht markiert.`,
  unmarked: t`Die Markierung ist weg.`,
  gone: t`Diese Karte wurde seit Beginn der Prüfung geändert oder entfernt. Sie lässt sich nicht beantworten und zählt nicht.`,
  review: t`Durchsicht`,
  answered: t`beantwortet`,
  incomplete: t`unvollständig`,
  open: t`offen`,
  filter: {
    all: t`alle`,
    unanswered: t`offene`,
    incomplete: t`unvollständige`,
    marked: t`markierte`,
  },
  showing: (filter: Shown) => t`Gezeigt: ${filter}`,
  none: t`Keine.`,
  unanswered: (n: number, of: number) =>
    t`${n} von ${of} Fragen ${n === 1 ? t`hat` : t`haben`} keine Antwort`,
  halfAnswered: (n: number) => (n === 1 ? t`1 ist unvollständig` : t`${n} sind unvollständig`),
  askHandIn: (lacking: Shown) => t`${lacking}. Trotzdem abgeben?`,
  askLeave: t`Gehen? Die Uhr läuft weiter, und der Bericht wird es sagen.`,
  emptyPlaces: (n: number, of: number) =>
    t`Die Stapel füllen ${of} von ${n} Plätzen; die übrigen bleiben leer.`,
  emptyObjectives: (n: number, of: number, objectives: number, known: number) =>
    t`Die Stapel füllen ${of} von ${n} Plätzen; die übrigen bleiben leer, denn nur zu ${known} von ${objectives} Lernzielen gibt es Karten.`,
  stillRunning: t`Diese Prüfung läuft schon: Gib sie ab, bevor eine andere beginnt.`,
  offerTopic: (title: Shown, id: Shown) => t`Ganz füllen sie „${title}“ (${id}).`,
  otherLanguage: (tag: Shown) =>
    t`Mehr dieser Karten sind in einer anderen Sprache geschrieben: Die Prüfung ist auf „${tag}“.`,
  noCards: t`Für diese Prüfung gibt es keine Karte: Gefragt werden Auswahl, Eingabe und Reihenfolge ihrer Lernziele.`,
  noneFits: t`Keine Karte dieser Prüfung passt zu dem, was verlangt ist (--objective, --missed-in, --unseen).`,
  noExams: t`In den Stapeln ist keine Prüfung beschrieben.`,
  noSuchExam: (id: Shown) => t`Keine Prüfung heißt „${id}“.`,
  noSuchObjective: (id: Shown) => t`Die Prüfung hat kein Lernziel „${id}“.`,
  onlyReport: t`--json und --markdown gelten für einen Bericht: kartei exam report --json`,
  exams: (list: Shown) => t`Es gibt: ${list}`,
  rulesPage: {
    size: (n: number, minutes: Shown) =>
      t`${n === 1 ? t`1 Frage` : t`${n} Fragen`} in ${minutes}. Die Uhr läuft ab Beginn.`,
    pass: (cut: Shown, of: number) =>
      t`Bestanden mit ${cut} von ${of} ${of === 1 ? t`Punkt` : t`Punkten`} (so angenommen in der Prüfungsdatei).`,
    scoring: {
      'all-or-nothing': t`Nur eine ganz richtige Antwort ist ein Punkt; eine falsche kostet nichts.`,
      partial: t`Eine teils richtige Antwort ist ein Teil eines Punkts; eine falsche kostet nichts.`,
    },
    navigation: {
      free: t`Bis zur Abgabe kannst du zurückgehen, Antworten ändern und Fragen markieren.`,
      linear: t`Es geht nur vorwärts: Nichts lässt sich später ändern.`,
    },
    verdict: t`Was richtig war, sagt erst der Bericht.`,
    leaving: t`Du kannst gehen und wiederkommen: Nichts geht verloren, aber die Uhr läuft weiter, und der Bericht sagt es.`,
    end: t`Ist die Zeit um, wird abgegeben, was dasteht.`,
  },
  report: {
    title: t`Bericht`,
    passed: t`Bestanden.`,
    failed: t`Nicht bestanden.`,
    points: (points: Shown, items: number, cut: Shown) =>
      t`${points} von ${items} Punkten; nötig sind ${cut}.`,
    scaled: (score: number, min: number, pass: number, max: number) =>
      t`Geschätzt ${score} auf der Skala von ${min} bis ${max}, ${pass} zum Bestehen.`,
    assumption: t`Der Anbieter nennt keine Grenze: Die Zahl ist eine Schätzung nach der Annahme in der Prüfungsdatei.`,
    slowItem: (n: number, time: Shown) => t`Frage ${n} (${time})`,
    placesEmpty: (n: number, of: number) =>
      t`${n} von ${of} Plätzen ${n === 1 ? t`war` : t`waren`} leer: Urteil und Zahl gelten nur für die übrigen.`,
    timeRanOut: t`Die Zeit lief ab.`,
    left: (n: number) =>
      n === 1
        ? t`Einmal verlassen: nicht unter Prüfungsbedingungen.`
        : t`${n} Mal verlassen: nicht unter Prüfungsbedingungen.`,
    extraTime: (n: number) => t`Mit ${n} Minuten Zusatzzeit.`,
    ownTest: t`selbst gewählt`,
    custom: t`Eine selbst gewählte Prüfung.`,
    byObjective: t`Nach Lernziel`,
    byKind: t`Nach Art`,
    gone: t`entfernt oder geändert`,
    void: (items: Shown, n: number) =>
      n === 1
        ? t`Frage ${items} zählt nicht: Ihre Karte wurde während der Prüfung geändert oder entfernt.`
        : t`Die Fragen ${items} zählen nicht: Ihre Karten wurden während der Prüfung geändert oder entfernt.`,
    noLonger: t`Diese Karte wurde seither geändert oder entfernt.`,
    missing: (n: number) => (n === 1 ? t`1 Platz leer` : t`${n} Plätze leer`),
    times: (all: Shown, of: Shown, median: Shown) => t`Zeit ${all} von ${of}; Median je Frage ${median}.`,
    slowest: (list: Shown) => t`Am längsten: ${list}.`,
    changes: (wr: number, rw: number, ww: number) =>
      wr + rw + ww === 0
        ? t`Keine Antwort wurde geändert.`
        : t`Antworten geändert: ${wr} falsch zu richtig, ${rw} richtig zu falsch, ${ww} falsch zu falsch.`,
    marked: (wrong: number, items: number) => t`Markiert: ${items}, davon falsch: ${wrong}.`,
    seen: (percent: number) => t`Schon einmal dran: ${percent} % der Fragen.`,
    itemOf: (n: number, objective: Shown) => t`Frage ${n}, Lernziel ${objective}`,
    rightAnswer: t`richtige Antwort`,
    earlier: t`Versuche`,
    missed: t`Falsch`,
    missedNone: t`Nichts war falsch.`,
    none: (back: number) =>
      back === 1 ? t`Noch keine Prüfung wurde abgegeben.` : t`Noch wurden keine ${back} Prüfungen abgegeben.`,
    yourAnswer: t`deine Antwort`,
    noAnswer: t`keine Antwort`,
  },
  ready: {
    title: t`Prüfungsreife`,
    coverage: (percent: number) => t`Abgedeckt: Für ${percent} % der Prüfung, nach Gewicht, gibt es Karten.`,
    seen: (percent: number) => t`Gesehen: ${percent} % der Karten wurden mindestens einmal beantwortet.`,
    band: (low: number, high: number) => t`Chance zu bestehen: ${low}–${high} %.`,
    assumptions: t`Wenn bis dahin nichts gelernt wird und das Gedächtnis bei allen Karten gleich irrt, wenig (die höhere Zahl) oder viel (die niedrigere). Die Grenze ist eine Annahme der Prüfungsdatei.`,
    mixture: (all: number, single: number, double: number, typed: number) =>
      t`Niemand veröffentlicht, was gefragt wird: Von ${all} Fragen gelten ${single} als eine aus fünf, ${double} als zwei aus fünf und ${typed} als Eingabe.`,
    lacks: t`Für eine Schätzung deiner Chance fehlt noch:`,
    noDate: (id: Shown) => t`ein Datum: kartei plan --exam ${id} --date JJJJ-MM-TT`,
    lackCoverage: (percent: number) => t`Karten für mindestens ${percent} % des Gewichts`,
    lackSeen: (percent: number) => t`eine erste Antwort auf mindestens ${percent} % der Karten`,
    raises: t`Was am meisten hilft`,
    study: (objective: Shown) => t`${objective} lernen`,
    cover: (objective: Shown) => t`Mehr Karten zu ${objective}`,
    more: (points: Shown, all: number) => t`etwa ${points} von ${all} Punkten mehr`,
    brier: (score: Shown, n: number) =>
      t`Frühere Vorhersagen: Brier-Wert ${score} über ${n} Fragen (0 ist vollkommen, 0,25 eine Münze).`,
    offset: (offset: Shown) => t`Angepasster Versatz der Vorhersagen: ${offset} Logits.`,
    line: (title: Shown, date: Shown, covered: number, low: number, high: number) =>
      t`${title} am ${date}: ${covered} % abgedeckt, Chance zu bestehen ${low}–${high} %`,
    noCards: (n: number, ids: Shown) =>
      n === 1 ? t`Keine Karten für 1 Lernziel: ${ids}.` : t`Keine Karten für ${n} Lernziele: ${ids}.`,
    objective: t`Lernziel`,
    recall: t`behalten`,
    covered: t`abgedeckt`,
    cards: t`Karten`,
  },
  undone: {
    reopened: t`Die Prüfung ist wieder offen, ihre Uhr ist weitergelaufen. Noch einmal zurückgenommen, ist sie ganz weg.`,
    gone: t`Die Prüfung ist weg, mit ihren Antworten.`,
  },
  plan: {
    title: t`Plan`,
    set: (title: Shown, date: Shown) => t`${title} am ${date}.`,
    unset: (title: Shown) => t`Kein Datum mehr für ${title}.`,
    none: t`Kein Prüfungsdatum gesetzt: kartei plan --exam ID --date JJJJ-MM-TT`,
    daysLeft: (n: number) => (n === 1 ? t`Noch 1 Tag.` : t`Noch ${n} Tage.`),
    badDate: (text: Shown) => t`„${text}“ ist kein künftiges Datum: Schreib es wie 2027-03-01.`,
    untilPass: (begin: Shown) =>
      t`Bis ${begin} gilt der gewöhnliche Plan; dann fragt der letzte Durchgang jede Karte noch einmal.`,
    stages: {
      'final-pass': t`Letzter Durchgang: Jede Karte kommt vor dem Tag noch einmal.`,
      'exam-day': t`Heute ist der Tag. Viel Erfolg.`,
      over: t`Das Datum ist vorbei; alles ist wie zuvor.`,
    },
    passToday: (n: number) => t`Der letzte Durchgang bringt heute ${n} Karten dazu.`,
    noNew: t`So kurz vor der Prüfung kommen keine neuen Karten.`,
    unfit: (n: number) =>
      t`${n} Karten passen vor dem Datum nicht in die Tagesgrenze (kartei config set reviewsPerDay).`,
    newLacking: (perDay: number, seen: number, total: number, enough: number) =>
      t`Mit ${perDay} neuen ${perDay === 1 ? t`Karte` : t`Karten`} am Tag hast du bis dahin ${seen} von ${total} gesehen; ${enough} am Tag würden reichen (kartei config set newPerDay ${enough}).`,
    eve: (id: Shown, questions: number) =>
      t`Die Zeit ist knapp: Übe die Kernkarten, die wichtigsten zuerst (kartei drill --tag core), dann eine kurze Prüfung (kartei exam ${id} --questions ${questions}).`,
    tooFar: (n: number) => t`Die Last wird ab ${n} Tagen vor dem Datum berechnet.`,
    load: t`Zu erwartende Wiederholungen, je Tag`,
    loadByWeek: t`Zu erwartende Wiederholungen, je Tag, nach Wochen`,
    simulate: t`Wege zum Datum, an deinen eigenen Karten durchgerechnet`,
    policies: {
      'final-pass': t`mit letztem Durchgang`,
      dense: t`Erinnerungsquote 95 %`,
      capped: t`Abstände bis zum Datum begrenzt`,
    },
    outcome: (recall: Shown, reviews: number, busiest: number, lastDay: number) =>
      t`Erinnerungsquote ${recall} am Prüfungstag, ${reviews} Wiederholungen, höchstens ${busiest} am Tag, ${lastDay} am letzten`,
  },
  lines: {
    start: t`Antworte mit einer Zeile; eine leere geht ohne Antwort weiter. Eine Aktion beginnt mit einem Doppelpunkt: :? zeigt alle, :x gibt ab.`,
    resumed: (title: Shown) => t`Weiter mit: ${title}. :? zeigt die Aktionen.`,
    noInput: t`Keine Prüfung begonnen: Es gibt keine Zeile, aus der eine Antwort zu lesen wäre.`,
    howBegin: t`Eine leere Zeile beginnt, :q geht.`,
    place: (item: Shown, left: Shown, isMarked: boolean) =>
      isMarked ? t`${item}, ${left}, markiert.` : t`${item}, ${left}.`,
    answerSoFar: (answer: Shown) => t`Deine Antwort: ${answer}`,
    howTyped: t`Schreib die Antwort.`,
    reviewHead: (filter: Shown, left: Shown) => t`Durchsicht, ${filter}, ${left}.`,
    counts: (answered: number, incomplete: number, open: number, marked: number) =>
      t`${answered} beantwortet, ${incomplete} unvollständig, ${open} offen, ${marked} markiert.`,
    row: (item: number, state: Shown, prompt: Shown) => t`${item}: ${state}. ${prompt}`,
    markedState: (state: Shown) => t`${state}, markiert`,
    howReview: t`Eine Zahl geht zu dieser Frage, eine leere Zeile zurück. :x gibt ab. :r markierte, :r offene und :r unvollständige zeigen weniger.`,
    again: (word: Shown) => t`${word} noch einmal tut es; jede andere Zeile führt zurück.`,
    noItem: (text: Shown, last: number) => t`„${text}“ ist keine Frage: Es gibt 1 bis ${last}.`,
    noFilter: (text: Shown) => t`„${text}“ ist kein Filter: alle, offene, unvollständige oder markierte.`,
    left: (left: Shown) => t`Verlassen. Die Uhr läuft weiter, ${left}: kartei exam setzt fort.`,
    actions: {
      n: t`nächste Frage`,
      p: t`zurück`,
      m: t`zur Durchsicht markieren oder die Markierung wegnehmen`,
      r: t`Durchsicht; :r markierte, :r offene, :r unvollständige`,
      go: t`zu einer Frage, etwa :go 7`,
      x: t`abgeben`,
      q: t`gehen; die Uhr läuft weiter`,
      '?': t`diese Liste`,
    },
    literal: t`Bei einer Eingabe beginnt eine Antwort, die wie eine Aktion aussieht, mit zwei Doppelpunkten: ::q`,
  },
  joined: (list: readonly Shown[]) => joinShown(list, ', '),
});
