import type { Blueprint } from '../core/exam/blueprint.ts';
import type { Calibration } from '../core/exam/calibration.ts';
import type { Lack, Readiness } from '../core/exam/readiness.ts';
import { clean, raw, type Shown, shown } from '../core/text/shown.ts';
import { blank, type StyledLine, span } from '../core/text/styled-line.ts';
import { displayWidth, truncate } from '../core/text/width.ts';
import { wrapSpans } from '../core/text/wrap.ts';
import { repeat } from './layout.ts';
import { type Look, textWidth } from './look.ts';
import { examMessagesIn } from './messages/exam-messages.ts';
import { indented } from './question-lines.ts';
import { bar, decimal } from './report-lines.ts';

export interface ReadyView {
  readonly blueprint: Blueprint;
  readonly readiness: Readiness;
  readonly calibration: Calibration | undefined;
}

const percent = (share: number): number => Math.round(share * 100);

/** Coverage first, then the chance to pass with its assumptions, then what would raise it most. */
export function readyLines(
  { blueprint, readiness, calibration }: ReadyView,
  look: Look,
): readonly StyledLine[] {
  const text = examMessagesIn(look.language).ready;
  const { band, lacks } = readiness;
  const chance: Shown[] =
    band === undefined ? [] : [text.band(percent(band.low), percent(band.high)), text.assumptions];
  return [
    ...indented([[span(clean(blueprint.title), 'strong')]], look),
    ...said(
      [text.coverage(percent(readiness.coverage)), text.seen(percent(readiness.seen)), ...chance],
      look,
    ),
    ...(lacks.length === 0
      ? []
      : [[], ...said([text.lacks, ...lacks.map((lack) => lackText(lack, blueprint, look))], look)]),
    [],
    ...objectiveRows(readiness, look),
    ...raiseRows(readiness, look),
    ...calibrationRows(calibration, look),
  ];
}

const said = (sentences: readonly Shown[], look: Look): StyledLine[] =>
  indented(
    sentences.flatMap((sentence) => wrapSpans([span(sentence)], textWidth(look))),
    look,
  );

function lackText(lack: Lack, { id }: Blueprint, look: Look): Shown {
  const text = examMessagesIn(look.language).ready;
  const bullet = look.ascii ? shown`-` : shown`·`;
  switch (lack.kind) {
    case 'no-date':
      return shown`${bullet} ${text.noDate(clean(raw(`kartei plan --exam ${id} --date YYYY-MM-DD`)))}`;
    case 'coverage':
      return shown`${bullet} ${text.lackCoverage(percent(lack.floor))}`;
    case 'unseen':
      return shown`${bullet} ${text.lackSeen(percent(lack.floor))}`;
  }
}

function objectiveRows({ objectives }: Readiness, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language).ready;
  const width = Math.max(8, Math.min(34, textWidth(look) - 36));
  const pad = (words: Shown, columns: number): Shown =>
    shown`${words}${repeat(shown` `, columns - displayWidth(words))}`;
  return indented(
    objectives.map(({ objective, coverage, cards, seen, recall }): StyledLine => {
      const name = pad(truncate(shown`${clean(raw(objective.id))} ${clean(objective.title)}`, width), width);
      if (cards === 0) return [span(name, 'dim'), ...blank(1), span(shown`–`, 'dim')];
      const figures = shown` ${percent(recall)} % ${text.recall} · ${seen}/${cards} ${text.cards} · ${percent(coverage)} % ${text.covered}`;
      return [span(name), ...blank(1), ...bar(recall, look, 10), span(figures, 'dim')];
    }),
    look,
  );
}

function raiseRows({ raises }: Readiness, look: Look): StyledLine[] {
  const text = examMessagesIn(look.language).ready;
  if (raises.length === 0) return [];
  const sentences = raises.slice(0, 3).map(({ kind, objective, points }) => {
    const name = shown`${clean(raw(objective.id))} ${clean(objective.title)}`;
    return (kind === 'study' ? text.study : text.cover)(name, decimal(points, look));
  });
  return [[], ...indented([[span(text.raises, 'strong')]], look), ...said(sentences, look)];
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
