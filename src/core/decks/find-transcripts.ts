import { type Raw, raw } from '../text/shown.ts';
import { isTranscript } from './asides.ts';
import { fenceLines, readBody } from './body.ts';
import { linesOf, scanLines } from './scan-lines.ts';
import type { TranscriptSource } from './transcript.ts';

/** Every `console verify` block of a deck file; `from` is the number of lines that its front matter takes. */
export function findTranscripts(text: Raw, from: number): readonly TranscriptSource[] {
  if (!text.includes('verify')) return [];
  const lines = linesOf(text);
  const start = Math.min(from, lines.length);
  const body = readBody(scanLines(lines, start), start, lines.length);
  return body.blocks.filter(isTranscript).map((block) => {
    const indent = /^ {0,3}/u.exec(lines[block.start] ?? '')?.[0].length ?? 0;
    const margin = new RegExp(`^ {0,${indent}}`, 'u');
    return {
      line: block.start + 1,
      lines: fenceLines(body, block).map((line) => raw(line.text.replace(margin, ''))),
    };
  });
}
