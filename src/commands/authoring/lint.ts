import type { Problem } from '../../core/decks/problem.ts';
import { clean, type Shown } from '../../core/text/shown.ts';
import { UserError } from '../../core/user-error.ts';
import { whileInterruptible } from '../../terminal/leave.ts';
import { type AuthoringMessages, authoring } from '../../terminal/messages/authoring.ts';
import { inEnglish, sayIn } from '../../terminal/messages/say.ts';
import { printStyled, takesColour } from '../../terminal/output/print-line.ts';
import { progressBar } from '../../terminal/output/progress-bar.ts';
import { type CommandContext, flagValue, isSet, type Run } from '../command.ts';
import { show } from '../desk/open-program.ts';
import { printJson } from '../print-json.ts';
import { explainRule } from './explain-rule.ts';
import { type LintResult, lintPaths } from './lint-paths.ts';
import { pathsByRoot } from './paths-by-root.ts';
import { githubAnnotations, junitReport, problemLines, sarifLog } from './report-problems.ts';

const formats = ['text', 'json', 'github', 'sarif', 'junit'] as const;
type Format = (typeof formats)[number];

/** Prints every problem of the decks; 1 when there is an error, or with `--strict` a warning. */
export const run: Run = async (context: CommandContext): Promise<number> => {
  const messages = authoring[context.language];
  const rule = flagValue(context, 'explain');
  if (rule !== undefined) {
    context.print(explainRule(rule, context.language));
    return 0;
  }
  const format = readFormat(context, messages);
  const { system } = context;
  const bar = progressBar(system, messages.lint.reading);
  const roots = pathsByRoot(context);
  const result = await whileInterruptible(async () =>
    lintPaths(system.cwd, roots, ({ done, total }) => bar.show(done, total)),
  );
  bar.end();
  const isStrict = isSet(context, 'strict') || result.strict;
  await printResult(context, format, result, isStrict);
  if (format === 'text') context.warn(summary(result, messages));
  const { errors, warnings } = countsOf(result.problems);
  return errors > 0 || (isStrict && warnings > 0) ? 1 : 0;
};

function readFormat(context: CommandContext, messages: AuthoringMessages): Format {
  const given = flagValue(context, 'format') ?? 'text';
  const format = formats.find((one) => one === given);
  if (format !== undefined) return format;
  throw new UserError(
    messages.lint.unknownFormat(show(given)),
    messages.lint.formats(show(formats.join(', '))),
    2,
  );
}

async function printResult(
  context: CommandContext,
  format: Format,
  result: LintResult,
  isStrict: boolean,
): Promise<void> {
  const { problems, files } = result;
  const { system, version, print } = context;
  if (format === 'text') {
    const lines = problemLines(problems, authoring[context.language], await sayIn(context.language));
    printStyled(system.stdout, lines, takesColour(system.stdout, system.env));
  } else if (format === 'json') {
    const { decks, cards } = result;
    printJson(context, 'lint', { ...countsOf(problems), decks, cards, problems: problems.map(problemJson) });
  } else if (format === 'sarif') print(sarifLog(problems, version));
  else if (format === 'junit') print(junitReport(problems, files, isStrict));
  else if (problems.length > 0) print(githubAnnotations(problems));
}

const problemJson = ({ severity, rule, path, line, column, message, hint }: Problem) => ({
  severity: show(severity),
  rule: show(rule),
  path: clean(path),
  line,
  column,
  message: inEnglish(message),
  hint: hint === undefined ? null : inEnglish(hint),
});

function countsOf(problems: readonly Problem[]): { readonly errors: number; readonly warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

function summary({ problems, decks, cards }: LintResult, { lint }: AuthoringMessages): Shown {
  const { errors, warnings } = countsOf(problems);
  if (problems.length > 0) return lint.found(errors, warnings, decks);
  return decks === 0 ? lint.noDecks : lint.clean(decks, cards);
}
