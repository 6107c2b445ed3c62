import { Box, Text } from 'ink';
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
        <Text key={row} wrap="truncate">
          {line || ' '}
        </Text>
      ))}
    </Box>
  );
}
