import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Key, KeyStream } from '../../../src/terminal/input/key-stream.ts';

class Keyboard extends EventEmitter {
  isRaw = false;
  setRawMode(isRaw: boolean): void {
    this.isRaw = isRaw;
  }
  resume(): void {}
  pause(): void {}
}

let keyboard: Keyboard;
let keys: KeyStream;
let heard: string[];
let events: Key[];
let now: number;

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  keyboard = new Keyboard();
  keys = new KeyStream(keyboard, () => now);
  heard = [];
  events = [];
  keys.on('key', (key) => {
    heard.push(key.name);
    events.push(key);
  });
  keys.on('paste', (text) => heard.push(`paste:${text}`));
  keys.start();
});
afterEach(() => vi.useRealTimers());

const send = (...chunks: (string | Uint8Array)[]): string[] => {
  for (const chunk of chunks) keyboard.emit('data', chunk);
  vi.advanceTimersByTime(10);
  return heard;
};
const wait = (milliseconds: number): void => {
  now += milliseconds;
  vi.advanceTimersByTime(milliseconds);
};

describe('KeyStream', () => {
  test('a burst is single keys, one a turn, in the order of typing', () => {
    keyboard.emit('data', 'jj\r 3');
    expect(heard).toEqual(['j']);
    wait(10);
    expect(heard).toEqual(['j', 'j', 'enter', 'space', '3']);
    expect(new Set(events.map((key) => key.chunkId)).size).toBe(1);
  });

  test('keys of two chunks tell so, with the time of each', () => {
    send('a');
    now = 500;
    send('b');
    expect(events.map(({ at, chunkId }) => [at, chunkId])).toEqual([
      [0, 1],
      [500, 2],
    ]);
  });

  test.each([
    ['\u001b[A', 'up'],
    ['\u001bOB', 'down'],
    ['\u001b[1;5C', 'C-right'],
    ['\u001b[1;6D', 'C-S-left'],
    ['\u001b[3~', 'delete'],
    ['\u001b[5~', 'pageup'],
    ['\u001b[7~', 'home'],
    ['\u001b[Z', 'S-tab'],
    ['\u001b[15~', 'f5'],
    ['\u001b[[A', 'f1'],
    ['\u001bOP', 'f1'],
    ['\u001bOq', '1'],
    ['\u001bOM', 'enter'],
    ['\u001bm', 'M-m'],
    ['\u001bä', 'M-ä'],
    ['\u001b\r', 'M-enter'],
    ['\u001b\u007f', 'M-backspace'],
    ['\u0001', 'C-a'],
    ['\u001a', 'C-z'],
    ['\u0000', 'C-space'],
    ['\t', 'tab'],
    ['\u007f', 'backspace'],
    ['\b', 'backspace'],
    ['\n', 'enter'],
    ['ß', 'ß'],
    ['仮', '仮'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['Q', 'Q'],
  ])('%j is %s', (bytes, name) => {
    expect(send(bytes)).toEqual([name]);
  });

  test.each(['\u001b[I', '\u001b[O', '\u001b[12;40R', '\u001b[?62;4c', '\u001b[<0;1;1M', '\u001b[200;1u'])(
    'a reply of the terminal (%j) is no key',
    (reply) => {
      expect(send(reply, 'x')).toEqual(['x']);
    },
  );

  test.each(['\u001b[A', '\u001bOB', '\u001b[3~', '\u001b[1;5C', '\u001b[[A', '\u001b[200~2\r\u001b[201~'])(
    'a sequence (%j) that a slow line tears anywhere becomes no other keys',
    (whole) => {
      const [name] = [...send(whole)];
      const pauses = fc.array(fc.nat(450), { minLength: whole.length, maxLength: whole.length });
      fc.assert(
        fc.property(pauses, (pause) => {
          heard.length = 0;
          for (const [i, byte] of [...whole].entries()) {
            send(byte);
            wait(pause[i] ?? 0);
          }
          wait(1100);
          expect([name, `escape ${name}`, 'escape']).toContain(heard.join(' '));
        }),
      );
    },
  );

  test('only letters, signs and Space write text', () => {
    send('a é\r\u001b[A\u001bm\u0001');
    expect(events.map((key) => key.text)).toEqual(['a', ' ', 'é', '', '', '', '']);
  });

  test.each([
    [['\u001b', '[A'], ['up']],
    [['\u001b[', 'A'], ['up']],
    [['\u001b[1;', '5C'], ['C-right']],
    [
      ['\u001bO', 'A', 'x'],
      ['up', 'x'],
    ],
    [
      ['\u001b', '\u001b[A'],
      ['escape', 'up'],
    ],
    [['\u001b\u001b'], ['escape']],
    [
      ['x\u001b', 'm'],
      ['x', 'M-m'],
    ],
  ])('a sequence in pieces %j is put together', (chunks, names) => {
    expect(send(...chunks)).toEqual(names);
  });

  test('a lone Escape is a key after a moment', () => {
    expect(send('\u001b')).toEqual([]);
    wait(50);
    expect(heard).toEqual(['escape']);
  });

  test('the late rest of an arrow key is no action, but a later letter is', () => {
    send('\u001b');
    wait(100);
    expect(send('[A')).toEqual(['escape']);
    send('\u001b');
    wait(100);
    expect(send('OBj')).toEqual(['escape', 'escape', 'j']);
    send('\u001b');
    wait(50);
    wait(1000);
    expect(send('O')).toEqual(['escape', 'escape', 'j', 'escape', 'O']);
  });

  test('a letter that bytes were split in comes whole', () => {
    const bytes = Buffer.from('ä€😀');
    expect(send(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(['ä', '€', '😀']);
  });

  test('a paste is one piece of text, wherever it is split, and never keys', () => {
    const whole = 'a\u001b[200~q\r1\u001b[Aü\u001b[201~b';
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length)), (cuts) => {
        heard.length = 0;
        const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
        send(...places.slice(1).map((to, i) => whole.slice(places[i], to)));
        expect(heard).toEqual(['a', 'paste:q\r1\u001b[Aü', 'b']);
      }),
    );
  });

  test('a paste that never ends lets go of the keyboard', () => {
    send('\u001b[200~abc');
    wait(1100);
    expect(send('x')).toEqual(['paste:abc', 'x']);
  });

  test('what comes of a paste after a long halt is no keys', () => {
    send('\u001b[200~abc');
    wait(3000);
    expect(send('2\r\u001b[201~3')).toEqual(['paste:abc', 'paste:2\r', '3']);
    expect(send('\u001b[200~d\u001b[201~')).toEqual(['paste:abc', 'paste:2\r', '3', 'paste:d']);
  });

  test('a paste by a terminal that does not say so is text too', () => {
    const text = 'line\n'.repeat(20);
    expect(send(text)).toEqual([`paste:${text}`]);
  });

  test('any bytes end in no hang and no lost letter after them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'\u001b[O;1~A \r\u0000€') })), (chunks) => {
        send(...chunks);
        wait(1100);
        heard.length = 0;
        expect(send('x').at(-1)).toBe('x');
      }),
    );
  });

  test('raw mode is on while the stream is started, and nothing is heard after', () => {
    expect(keyboard.isRaw).toBe(true);
    keyboard.emit('data', 'ab');
    keys.stop();
    wait(10);
    expect(heard).toEqual(['a']);
    expect(keyboard.isRaw).toBe(false);
    expect(keyboard.listenerCount('data')).toBe(0);
  });

  test('a keyboard that is gone is told', () => {
    let isGone = false;
    keys.on('end', () => {
      isGone = true;
    });
    keyboard.emit('error', new Error('EIO'));
    expect(isGone).toBe(true);
  });
});
