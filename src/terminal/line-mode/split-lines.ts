import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream as they come. Of a line longer than `most` characters only the first `most` and one more are
 * kept, so that a stream without line ends fills no memory. The last line may lack its end.
 */
export async function* splitLines(
  input: AsyncIterable<Buffer | string>,
  most: number,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let line = '';
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    for (const [i, piece] of pieces.entries()) {
      line = (line + piece).slice(0, most + 1);
      if (i === pieces.length - 1) break;
      yield withoutReturn(line);
      line = '';
    }
  }
  line += decoder.end();
  if (line !== '') yield withoutReturn(line);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
