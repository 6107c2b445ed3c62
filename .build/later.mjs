import { basename } from 'node:path';

/**
 * Modules that no first frame needs. Whatever imports one of them gets it when it first uses something of it, and with
 * it all that only such modules need; so they may do nothing by being loaded.
 */
const modules = [
  'src/commands/desk/editor-words.ts',
  'src/core/exam/collect-sittings.ts',
  'src/core/exam/readiness.ts',
  'src/core/grading/grade-answer.ts',
  'src/core/session/reveal.ts',
  'src/core/session/save-action.ts',
  'src/core/text/draw-table.ts',
  'src/storage/write-setting.ts',
  'src/terminal/app/exam-step.ts',
  'src/terminal/app/search-step.ts',
  'src/terminal/frames/answer-lines.ts',
  'src/terminal/frames/card-frame.ts',
  'src/terminal/frames/exam-screens.tsx',
  'src/terminal/frames/reading-frames.ts',
  'src/terminal/frames/report-lines.ts',
  'src/terminal/frames/search-frame.ts',
  'src/terminal/frames/view-overlay.ts',
  'src/terminal/messages/exam-messages.ts',
  'src/terminal/run-editor.ts',
  'node_modules/ts-fsrs/dist/index.mjs',
];

/** An entry point for each, whose chunk the launcher knows by its name. */
export const laterEntries = (root) =>
  modules.map((module) => ({
    in: root + module,
    out: `later-${basename(module).replace(/\.\w+$/, '')}`,
  }));

/** Leaves static imports of these modules to the launcher. */
export function laterPlugin(entries) {
  const names = new Map(entries.map((entry) => [entry.in, entry.out]));
  return {
    name: 'later',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, kind, pluginData, ...from }) => {
        if (!kind.includes('import') || pluginData === 'later') return undefined;
        const resolved = await build.resolve(path, { ...from, kind, pluginData: 'later' });
        const name = names.get(resolved.path);
        if (name !== undefined && kind === 'dynamic-import')
          throw new Error(`${path} is loaded later already.`);
        return name === undefined ? undefined : { path: `./${name}.cjs`, external: true };
      });
    },
  };
}
