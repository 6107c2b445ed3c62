import { EventEmitter } from 'node:events';
import { Box, render, Text } from 'ink';
import SelectInput from 'ink-select-input';
import { expect, test } from 'vitest';
import { InkInput } from '../../src/terminal/input/ink-input.ts';
import { KeyStream } from '../../src/terminal/input/key-stream.ts';
import { cursorCell } from '../../src/terminal/output/cell-style.ts';
import { CellWriter } from '../../src/terminal/output/cell-writer.ts';
import { HeadlessScreen } from '../support/headless-screen.ts';

class Keyboard extends EventEmitter {
  resume(): void {}
  pause(): void {}
}

const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await new Promise(setImmediate);
};

test('a burst of keys in one chunk reaches a menu of Ink one by one, each with its frame', async () => {
  const screen = new HeadlessScreen(40, 10);
  const frames: number[] = [];
  const writer = new CellWriter(screen, { onFrame: (bytes) => frames.push(bytes) });
  const keyboard = new Keyboard();
  const keys = new KeyStream(keyboard, () => 0);
  const chosen: string[] = [];
  const items = ['one', 'two', 'three', 'four'].map((label) => ({ label, value: label }));
  const app = render(
    <Box flexDirection="column">
      <SelectInput items={items} onSelect={({ value }) => chosen.push(value)} />
      <Text>{`› ${cursorCell(' ')}`}</Text>
    </Box>,
    {
      stdout: writer as unknown as NodeJS.WriteStream,
      stdin: new InkInput(keys).asStdin(),
      debug: true,
      patchConsole: false,
      interactive: true,
      exitOnCtrlC: false,
    },
  );
  writer.enter();
  keys.start();
  await turns(5);
  expect(await screen.text()).toEqual(['❯ one', '  two', '  three', '  four', '›', '', '', '', '', '']);
  expect(await screen.cursor()).toEqual({ row: 4, column: 2 });
  screen.takeBytes();
  keyboard.emit('data', 'jj\r');
  await turns(10);
  expect(chosen).toEqual(['three']);
  expect((await screen.text()).slice(0, 4)).toEqual(['  one', '  two', '❯ three', '  four']);
  expect(screen.writes.length).toBe(2);
  screen.resize(30, 6);
  await turns(5);
  expect((await screen.text())[2]).toBe('❯ three');
  app.unmount();
  await app.waitUntilExit();
  writer.leave();
  await screen.settled();
  expect(screen.isAlternate).toBe(false);
});
