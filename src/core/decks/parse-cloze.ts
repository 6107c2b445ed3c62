import { sentence } from '../text/sentence.ts';
import { raw } from '../text/shown.ts';
import { asWritten, joinBlocks } from './body.ts';
import type { Segment } from './card.ts';
import { gapsOfRun, positionIn, runsOf } from './card-mark.ts';
import type { CardSource, CardTexts } from './card-source.ts';
import { readGaps } from './cloze-gaps.ts';

/** A card with gaps in its heading or body. */
export function parseCloze(source: CardSource): CardTexts | undefined {
  const { body, asides, marks, prompt } = source;
  const heading = readGaps(prompt, false).segments;
  const marked = new Set(marks.map((mark) => mark.block));
  const first = asides.rest.findIndex((block) => marked.has(block));
  const last = asides.rest.findLastIndex((block) => marked.has(block));
  const text = first < 0 ? [] : readText(source, first, last);
  if (!text) return undefined;
  const gaps = [...heading, ...text].filter((segment) => segment.kind === 'gap');
  if (gaps.length === 0) {
    source.report(
      'cloze-empty',
      marks[0] ?? source.at,
      sentence('This block has no gap.'),
      sentence('Write `{{text}}` in it.'),
    );
    return undefined;
  }
  return {
    content: { kind: 'cloze', heading, text },
    question: joinBlocks(body, asides.rest.slice(0, Math.max(0, first))),
    explanation: joinBlocks(body, asides.rest.slice(last + 1)),
    rewritten: asWritten,
  };
}

/** All blocks from the first to the last with a gap. */
function readText({ body, asides, report }: CardSource, first: number, last: number): Segment[] | undefined {
  const segments: Segment[] = [];
  for (let i = first; i <= last; i++) {
    const block = asides.rest[i];
    if (!block) break;
    if (i > first) add(segments, raw(asides.rest[i - 1]?.end === block.start ? '\n' : '\n\n'));
    for (const run of runsOf(body, block)) {
      if (run.start > block.start) add(segments, raw('\n'));
      const gaps = gapsOfRun(run);
      if (gaps?.stray !== undefined && gaps.stray >= 0) {
        const at = positionIn(run.text, gaps.stray, run.start);
        report(
          'cloze-braces',
          at,
          sentence('These braces close no gap.'),
          sentence('Write `{{text}}`; braces in code are left alone.'),
        );
        return undefined;
      }
      for (const segment of gaps?.segments ?? [{ kind: 'text' as const, text: raw(run.text) }]) {
        if (segment.kind === 'text') add(segments, segment.text);
        else segments.push(segment);
      }
    }
  }
  return segments;
}

/** Puts text at the end, into the last piece when that is text too. */
function add(segments: Segment[], text: string): void {
  const last = segments.at(-1);
  if (last?.kind === 'text') segments[segments.length - 1] = { kind: 'text', text: raw(last.text + text) };
  else segments.push({ kind: 'text', text: raw(text) });
}
