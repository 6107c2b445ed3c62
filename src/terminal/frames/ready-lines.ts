import type { Blueprint } from '../../core/exam/blueprint.ts';
import type { Calibration } from '../../core/exam/calibration.ts';
import { assumedCounts } from '../../core/exam/pass-chance.ts';
import type { Lack, Readiness } from '../../core/exam/readiness.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { blank, type StyledLine, span } from '../../core/text/styled-line.ts';
import { displayWidth, truncate } from '../../core/text/width.ts';
import { type Margins, wrapSpans } from '../../core/text/wrap.ts';
import { examMessagesIn } from '../messages/exam-messages.ts';
import { repeat } from '../output/layout.ts';
import { type Look, textWidth } from '../output/look.ts';
import { indented } from './question-lines.ts';
import { bar, decimal } from './report-lines.ts';

export interface ReadyView {
  readonly blueprint: Blueprint;
  readonly readiness: Readiness;
  readonly calibration: Calibration | undefined;
}

/** Exams with a date first, then those that the decks cover best. */
export const inOrder = (views: readonly ReadyView[]): readonly ReadyView[] => {
  const isUndated = ({ readiness }: ReadyView) =>
    Number(readiness.lacks.some(({ kind }) => kind === 'no-date'));
  return views.toSorted((a, b) => isUndated(a) - isUndated(b) || b.readiness.coverage - a.readiness.coverage);
};

const percent = (share: number): number => Math.round(share * 100);

/** Coverage first, then the chance to pass with its assumptions, then what would raise it most. */
export function readyLines(
  { blueprint, readiness, calibration }: ReadyView,
  look: Look,
): readonly StyledLine[] {
  const text = examMessagesIn(look.language).ready;
  const { band, lacks } = readiness;
  const [single, double, typed] = assumedCounts(blueprint.questions);
  const chance: Shown[] =
    band === undefined
      ? []
      : [
          text.band(percent(band.low), percent(band.high)),
          text.assumptions,
          text.mixture(blueprint.questions, single, double, typed),
        ];
  return [
    ...indented([[span(clean(blueprint.title), 'strong')]], look),
    ...said(
      [text.coverage(percent(readiness.coverage)), text.seen(percent(readiness.seen)), ...chance],
      look,
    ),
    ...(lacks.length === 0
      ? []
      : [
          [],
          ...said([text.lacks], look),
          ...listed(
            lacks.map((lack) => lackText(lack, blueprint, look)),
            look,
          ),
        ]),
    [],
    ...objectiveRows(readiness, look),
    ...raiseRows(readiness, blueprint, look),
    ...calibrationRows(calibration, look),
  ];
}

const said = (sentences: readonly Shown[], look: Look, margins: Margins = {}): StyledLine[] =>
  indented(
    sentences.flatMap((sentence) => wrapSpans([span(sentence)], textWidth(look), margins)),
    look,
  );

/** Sentences of which each is one of several. */
const listed = (sentences: readonly Shown[], look: Look): StyledLine[] =>
  said(sentences, look, { indent: [span(look.ascii ? shown`- ` : shown`· `)], hanging: blank(2) });

function lackText(lack: Lack, { id }: Blueprint, look: Look): Shown {
  const text = examMessagesIn(look.language).ready;
  switch (lack.kind) {
    case 'no-date':
      return text.noDate(clean(raw(id)));
    case 'coverage':
      return text.lackCoverage(percent(lack.floor));
    case 'unseen':
      return text.lackSeen(percent(lack.floor));
  }
}

/** A table of the objectives with cards, and one sentence for those without. */
function objectiveRows({ objectives }: Readiness, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language);
  const known = objectives.filter(({ cards }) => cards > 0);
  const lacking = objectives
    .filter(({ cards }) => cards === 0)
    .map(({ objective }) => clean(raw(objective.id)));
  const rows = known.map(({ objective, coverage, cards, seen, recall }) => ({
    name: shown`${clean(raw(objective.id))} ${clean(objective.title)}`,
    recall,
    figures: [shown`${percent(recall)} %`, shown`${seen}/${cards}`, shown`${percent(coverage)} %`],
  }));
  return [
    ...(rows.length === 0 ? [] : table(rows, look)),
    ...(lacking.length === 0 ? [] : said([text.ready.noCards(lacking.length, text.joined(lacking))], look)),
  ];
}

interface ObjectiveRow {
  readonly name: Shown;
  readonly recall: number;
  /** Recall, cards seen and coverage. */
  readonly figures: readonly Shown[];
}

const recallBar = 10;

function table(rows: readonly ObjectiveRow[], look: Look): StyledLine[] {
  const { ready } = examMessagesIn(look.language);
  const head = [ready.recall, ready.cards, ready.covered];
  const widths = head.map((word, i) =>
    Math.max(...[word, ...rows.map(({ figures }) => figures[i] ?? shown``)].map(displayWidth)),
  );
  const hasBar = look.size.columns >= 72;
  const right = widths.reduce((sum, width) => sum + width + 2, 0) + (hasBar ? recallBar + 2 : 0);
  const width = Math.max(8, Math.min(38, textWidth(look) - right));
  const cells = (words: readonly Shown[]) =>
    joinShown(
      words.map((word, i) => shown`  ${spaces((widths[i] ?? 0) - displayWidth(word))}${word}`),
      '',
    );
  const name = (words: Shown): Shown => {
    const cut = truncate(words, width, look.glyphs.ellipsis);
    return shown`${cut}${spaces(width - displayWidth(cut))}`;
  };
  const barOf = (recall: number): StyledLine =>
    hasBar ? [...blank(2), ...bar(recall, look, recallBar)] : [];
  const titles = [
    span(name(ready.objective), 'dim'),
    ...blank(hasBar ? recallBar + 2 : 0),
    span(cells(head), 'dim'),
  ];
  return indented(
    [titles, ...rows.map((row) => [span(name(row.name)), ...barOf(row.recall), span(cells(row.figures))])],
    look,
  );
}

const spaces = (count: number): Shown => repeat(shown` `, count);

function raiseRows({ raises }: Readiness, { questions }: Blueprint, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language).ready;
  if (raises.length === 0) return [];
  const sentences = raises.slice(0, 3).map(({ kind, objective, points }) => {
    const name = shown`${clean(raw(objective.id))} ${clean(objective.title)}`;
    return shown`${text[kind](name)}: ${text.more(decimal(points, look), questions)}`;
  });
  return [[], ...indented([[span(text.raises, 'strong')]], look), ...listed(sentences, look)];
}

function calibrationRows(calibration: Calibration | undefined, look: Look): StyledLine[] {
  if (calibration === undefined) return [];
  const text = examMessagesIn(look.language).ready;
  const { brier, items, offset } = calibration;
  return [
    [],
    ...said([text.brier(decimal(brier, look, 3), items), text.offset(decimal(offset, look, 2))], look),
  ];
}
