import { sentence } from '../text/sentence.ts';
import { raw } from '../text/shown.ts';
import { asWritten, joinBlocks } from './body.ts';
import type { CardSource, CardTexts } from './card-source.ts';

/** A card without a mark: the body is the answer, or what stands below its first thematic break. */
export function parseBasic({ body, asides, at, report }: CardSource): CardTexts | undefined {
  const cut = asides.rest.findIndex((block) => block.kind === 'break');
  const divider = asides.rest[cut];
  const answerBlocks = asides.rest.slice(cut + 1);
  if (!answerBlocks.some((block) => block.kind !== 'comment') && asides.transcripts.length === 0) {
    report(
      'answer-empty',
      at,
      sentence('This card has no answer.'),
      divider ? sentence('Write it below the `---`.') : sentence('Write it below the heading.'),
    );
    return undefined;
  }
  return {
    content: { kind: 'basic', answer: raw(joinBlocks(body, answerBlocks)) },
    question: joinBlocks(body, asides.rest.slice(0, Math.max(0, cut))),
    explanation: '',
    rewritten: divider ? new Map([[divider, '---']]) : asWritten,
  };
}
