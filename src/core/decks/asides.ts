import { sentence } from '../text/sentence.ts';
import { type Raw, raw } from '../text/shown.ts';
import { type Block, type Body, blockText } from './body.ts';
import type { Report } from './format-rules.ts';

/** What is set apart wherever it stands in a card: hints, notes and transcripts. */
export interface Asides {
  readonly hints: readonly Raw[];
  readonly notes: readonly Raw[];
  readonly transcripts: readonly Raw[];
  /** The blocks that remain. */
  readonly rest: readonly Block[];
}

const alerts: readonly string[] = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];

export function readAsides(body: Body, report: Report): Asides {
  const hints: Raw[] = [];
  const notes: Raw[] = [];
  const transcripts: Raw[] = [];
  const rest: Block[] = [];
  for (const block of body.blocks) {
    const alert = alertOf(body, block);
    const at = { line: block.start + 1, column: 1 };
    if (isTranscript(block)) transcripts.push(raw(blockText(body, block)));
    else if (alert?.word === 'TIP' || alert?.word === 'NOTE') {
      const list = alert.word === 'TIP' ? hints : notes;
      if (alert.text === '')
        report(
          'hint-empty',
          at,
          sentence`This \`[!${alert.word}]\` is empty.`,
          sentence('Write its text on the next line: `> …`.'),
        );
      else list.push(raw(alert.text));
    } else {
      if (alert && !alerts.includes(alert.word))
        report(
          'alert-unknown',
          at,
          sentence`\`[!${alert.word}]\` means nothing here.`,
          sentence('A hint is `[!TIP]`, explanation is `[!NOTE]`.'),
        );
      rest.push(block);
    }
  }
  return { hints, notes, transcripts, rest };
}

/** A `console verify` block. */
export const isTranscript = ({ info }: Block): boolean => /^console[ \t]+verify$/u.test(info);

/** True for blocks that are set apart; they never hold a card's mark. */
function alertOf(body: Body, block: Block): { word: string; text: string } | undefined {
  if (block.kind !== 'quote') return undefined;
  const inner = unquote(body.lines.slice(block.start, block.end));
  const found = /^\[!([A-Za-z]{1,12})\][ \t]*/u.exec(inner);
  if (!found) return undefined;
  return { word: (found[1] ?? '').toUpperCase(), text: trimLines(inner.slice(found[0].length)) };
}

/** A block quote's content without its marks. */
export const unquote = (lines: readonly string[]): string =>
  trimLines(lines.map((line) => line.replace(/^[ \t]*>[ ]?/u, '')).join('\n'));

/** Without blank lines at both ends. */
export const trimLines = (text: string): string => text.replace(/^(?:[ \t]*\n)+/u, '').trimEnd();
