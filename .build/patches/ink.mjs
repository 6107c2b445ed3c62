/**
 * What Ink carries for other situations than ours.
 *
 * @type {import('./patch.mjs').Patch[]}
 */
export const inkPatches = [
  {
    // React's developer tools, which are awaited at the top level; a CommonJS chunk cannot wait there.
    file: 'ink/build/reconciler.js',
    edits: [
      {
        from: "if (process.env['DEV'] === 'true') {\n    // Intentionally no warning",
        to: 'if (false) {\n    // Intentionally no warning',
      },
      {
        from: "if (process.env['DEV'] === 'true') {\n    try {\n        const loaded",
        to: 'if (false) {\n    try {\n        const loaded',
      },
    ],
  },
  {
    // Starts `tput` and `resize` where a stream has no size, and loads child_process for it. Ours always have one.
    file: 'terminal-size/index.js',
    replacement: 'export default function terminalSize() { return { columns: 80, rows: 24 }; }',
  },
  {
    // With CI in the environment Ink would print only its last frame. Whether we are interactive is our decision.
    file: 'is-in-ci/index.js',
    replacement: 'export default false;',
  },
  {
    // Loads `assert`, 1 to 4 ms, to check that its argument is a function.
    file: 'signal-exit/index.js',
    edits: [{ from: "var assert = require('assert')", to: 'var assert = { equal() {} }' }],
  },
  {
    // Signs for every occasion; ink-select-input takes two of them for an indicator that we replace.
    file: 'figures/index.js',
    replacement: "export default { pointer: '>', tick: 'v' };",
  },
  {
    // Takes every line apart anew for each frame, several times; most lines stay from frame to frame.
    file: 'ink/build/output.js',
    edits: [
      {
        from: 'export default class Output {',
        to: 'const caches = new OutputCaches();\nconst mostLines = 500;\nexport default class Output {',
      },
      { from: '    caches = new OutputCaches();', to: '    caches = caches;' },
      {
        from: '            this.styledChars.set(line, cached);',
        to: '            if (this.styledChars.size >= mostLines) this.styledChars.clear();\n            this.styledChars.set(line, cached);',
      },
    ],
  },
  {
    // Draws an error with an excerpt of the source. Ours is bundled, and an error is reported after the screen is left.
    file: 'ink/build/components/ErrorOverview.js',
    replacement: 'export default function ErrorOverview() { return null; }',
  },
];
