// Draws a real session as an animated SVG: node .build/picture.mjs > .github/session.svg
// The built program runs in a pseudo-terminal; each step's screen becomes a frame with its colours.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const root = fileURLToPath(new URL('..', import.meta.url));
const size = { columns: 80, rows: 24 };
const cell = { width: 8.4, height: 18 };
const colours = ['#1d2129', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d7dae0'];
const seconds = 3;

const choice = `---
deck: Hypervisors
---

## Which TWO of these are type 2 hypervisors?

<!-- id: type2, shuffle: false -->

- [ ] VMware ESXi
  > Type 1: it boots on the bare machine.
- [x] VirtualBox
  > Runs as an application on a host system.
- [ ] Xen
  > Type 1: Xen boots first, the control domain runs on top of it.
- [x] VMware Workstation
  > Needs a host operating system.
`;
const typed = `---
deck: SSH host keys
---

## Which command gives a clone new host keys of every type?

<!-- id: new-keys -->

\`\`\`answer command
ssh-keygen -A
\`\`\`

It makes the keys that are missing, so the old ones are removed first.
`;

/** Each session: its deck, and steps of keys with what must be on the screen before its picture is taken. */
const sessions = [
  { deck: undefined, steps: [['', /Enter study/]] },
  {
    deck: choice,
    steps: [
      ['ab', /2 of 2 chosen/],
      ['\r', /Only part of it/],
    ],
  },
  {
    deck: typed,
    steps: [
      ['ssh-keygen -a', /-a/],
      ['\r', /Near|Wrong/],
      ['1', /host keys/],
    ],
  },
];

const frames = [];
for (const session of sessions) frames.push(...(await filmed(session)));
process.stdout.write(svg(frames.slice(0, -1)));
process.exit(0);

async function filmed({ deck, steps }) {
  const home = mkdtempSync(join(tmpdir(), 'kartei-picture-'));
  const path = join(home, 'deck.md');
  if (deck !== undefined) writeFileSync(path, deck);
  const terminal = new xterm.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true });
  const words = deck === undefined ? [] : ['study', path];
  const pty = spawn(process.execPath, [join(root, 'dist/kartei.cjs'), ...words], {
    name: 'xterm-256color',
    cols: size.columns,
    rows: size.rows,
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC' },
  });
  const watchers = new Set();
  pty.onData((bytes) =>
    terminal.write(bytes, () => {
      for (const look of watchers) look();
    }),
  );
  const taken = [];
  await seen(terminal, watchers, /leave|Esc/);
  for (const [keys, wanted] of steps) {
    pty.write(keys);
    await seen(terminal, watchers, wanted);
    taken.push(frame(terminal));
  }
  const gone = new Promise((resolve) => pty.onExit(resolve));
  pty.kill('SIGKILL');
  await gone;
  rmSync(home, { recursive: true, force: true });
  return taken;
}

function lines(terminal) {
  const { active } = terminal.buffer;
  return Array.from({ length: size.rows }, (_, row) => active.getLine(active.baseY + row));
}

/** Waits for a screen and then for a quarter of a second without output. */
function seen(terminal, watchers, wanted) {
  return new Promise((resolve) => {
    let timer;
    const look = () => {
      clearTimeout(timer);
      const text = lines(terminal)
        .map((line) => line?.translateToString(true) ?? '')
        .join('\n');
      if (!wanted.test(text)) return;
      timer = setTimeout(() => {
        watchers.delete(look);
        resolve();
      }, 250);
    };
    watchers.add(look);
    look();
  });
}

/** Runs of cells that look alike, as SVG text. */
function frame(terminal) {
  return lines(terminal).flatMap((line, row) => {
    const runs = [];
    for (let column = 0; column < size.columns; column++) {
      const one = line?.getCell(column);
      const text = one?.getChars() || ' ';
      const look = [
        one?.isFgPalette() ? colours[one.getFgColor() % 8] : colours[7],
        one?.isBold() ? 'bold' : '',
        one?.isDim() ? 'dim' : '',
        one?.isUnderline() ? 'underline' : '',
      ].join('|');
      const last = runs.at(-1);
      if (last?.look === look) last.text += text;
      else runs.push({ column, look, text });
    }
    return runs.filter(({ text }) => text.trim() !== '').map((run) => textElement(run, row));
  });
}

function textElement({ column, look, text }, row) {
  const [fill, bold, dim, underline] = look.split('|');
  const style = [
    `fill="${fill}"`,
    bold && 'font-weight="bold"',
    dim && 'opacity="0.6"',
    underline && 'text-decoration="underline"',
  ].filter(Boolean);
  const escaped = text.trimEnd().replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const x = (16 + column * cell.width).toFixed(1);
  const length = (text.trimEnd().length * cell.width).toFixed(1);
  return `<text x="${x}" y="${34 + row * cell.height}" textLength="${length}" ${style.join(' ')} xml:space="preserve">${escaped}</text>`;
}

function svg(all) {
  const width = Math.ceil(32 + size.columns * cell.width);
  const height = 32 + size.rows * cell.height;
  const total = all.length * seconds;
  const share = 100 / all.length;
  const groups = all.map(
    (texts, i) => `<g class="f" style="animation-delay:${i * seconds}s">\n${texts.join('\n')}\n</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14">
<title>A kartei session: home, a question, its answer</title>
<style>.f{opacity:0;animation:show ${total}s infinite}@keyframes show{0%,${(share - 0.01).toFixed(2)}%{opacity:1}${share.toFixed(2)}%,100%{opacity:0}}</style>
<rect width="100%" height="100%" rx="8" fill="${colours[0]}"/>
${groups.join('\n')}
</svg>
`;
}
