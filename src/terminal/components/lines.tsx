import { Box, Text } from 'ink';
import { memo } from 'react';
import type { StyledLine } from '../../core/text/styled-line.ts';
import { ansiLines } from '../output/theme.ts';

export interface LinesProps {
  readonly lines: readonly StyledLine[];
  readonly cursor?: { readonly row: number; readonly column: number } | undefined;
}

/** Rows as they are; each is one text, for they were wrapped before. */
export function Lines({ lines, cursor }: LinesProps) {
  return (
    <Box flexDirection="column">
      {ansiLines(lines, cursor).map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen.
        <Line key={row} text={line} />
      ))}
    </Box>
  );
}

/** Most rows stay as they are from frame to frame. */
export const Line = memo(({ text }: { readonly text: string }) => <Text wrap="truncate">{text || ' '}</Text>);
