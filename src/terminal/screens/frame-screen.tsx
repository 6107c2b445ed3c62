import { Lines } from '../components/lines.tsx';
import type { Frame } from '../output/layout.ts';

/** A screen that was laid out in whole: questions, answers, summaries, pages to read. */
export function FrameScreen({ frame }: { readonly frame: Frame }) {
  return <Lines lines={frame.lines} cursor={frame.cursor} />;
}
