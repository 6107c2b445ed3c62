import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { TerminalSystem } from '../../src/terminal/output/look.ts';
import { OwnTerminal } from '../../src/terminal/own-terminal.ts';
import { HeadlessScreen } from '../support/headless-screen.ts';

class Keyboard extends EventEmitter {
  resume(): void {}
  pause(): void {}
}

test('Ctrl-L takes away what another program wrote on the screen', async () => {
  const screen = new HeadlessScreen(40, 6);
  const stdin = new Keyboard();
  const system = { stdin, stdout: screen } as unknown as TerminalSystem;
  const { modes, writer } = new OwnTerminal(system, () => 0);
  modes.take();
  writer.write('a question\n\nits answer');
  screen.write('\u001b[1HBroadcast message\r\nfrom root');
  stdin.emit('data', '\u000c');
  expect(await screen.text()).toEqual(['a question', '', 'its answer', '', '', '']);
});
