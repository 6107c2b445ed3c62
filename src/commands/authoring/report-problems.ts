import type { Problem } from '../../core/decks/problem.ts';
import { clean, joinShown, raw, type Shown, shown } from '../../core/text/shown.ts';
import { type StyledLine, span } from '../../core/text/styled-line.ts';
import type { AuthoringMessages } from '../../terminal/messages/authoring.ts';
import { inEnglish, type Say } from '../../terminal/messages/say.ts';
import { allRules } from './lint-paths.ts';

const oneLine = (text: Shown): Shown => text.replace(/\s*\n\s*/gu, ' ') as Shown;

/** `path:line:column: error: message [rule]`, and the hint below it. */
export function problemLines(
  problems: readonly Problem[],
  messages: AuthoringMessages,
  say: Say,
): StyledLine[] {
  return problems.flatMap((problem) => {
    const { path, line, column, severity, rule, message, hint } = problem;
    const place = span(shown`${oneLine(clean(path))}:${line}:${column}: `, 'strong');
    const kind = span(messages.severities[severity], severity === 'error' ? 'wrong' : 'number');
    const text = span(shown`: ${oneLine(say(message))} `);
    const first: StyledLine = [place, kind, text, span(shown`[${clean(raw(rule))}]`, 'dim')];
    return hint === undefined ? [first] : [first, [span(shown`    ${oneLine(say(hint))}`, 'dim')]];
  });
}

/** The workflow commands with which GitHub annotates the lines of a pull request. */
export function githubAnnotations(problems: readonly Problem[]): Shown {
  const value = (text: string): string =>
    text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
  const property = (text: string): string => value(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C');
  return lines(
    problems.map(({ severity, path, line, column, rule, message, hint }) => {
      const text = hint === undefined ? inEnglish(message) : `${inEnglish(message)}\n${inEnglish(hint)}`;
      const place = `file=${property(clean(path))},line=${line},col=${column}`;
      return `::${severity} ${place},title=${property(rule)}::${value(text)}`;
    }),
  );
}

const lines = (texts: readonly string[]): Shown => joinShown(texts.map(own), '\n');
const own = (text: string): Shown => clean(raw(text));

/** SARIF 2.1.0, as code scanning reads it. */
export function sarifLog(problems: readonly Problem[], version: string): Shown {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kartei',
            version,
            rules: rules.map((id) => ({
              id,
              defaultConfiguration: {
                level: (allRules as Readonly<Record<string, string>>)[id] ?? 'warning',
              },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map(sarifResult),
      },
    ],
  };
  return own(JSON.stringify(log, undefined, 2));
}

function sarifResult({ rule, severity, path, line, column, message, hint }: Problem) {
  const uri = encodeURI(clean(path).replaceAll('\\', '/')).replace(/[?#]/gu, encodeURIComponent);
  return {
    ruleId: rule,
    level: severity,
    message: { text: hint === undefined ? inEnglish(message) : `${inEnglish(message)} ${inEnglish(hint)}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** One suite; a case for each problem, and a passing one for each file without any. Warnings fail when strict. */
export function junitReport(
  problems: readonly Problem[],
  files: readonly string[],
  isStrict: boolean,
): Shown {
  const withProblems = new Set<string>(problems.map(({ path }) => path));
  const fine = files.filter((file) => !withProblems.has(file));
  const isFailure = ({ severity }: Problem): boolean => isStrict || severity === 'error';
  const failures = problems.filter(isFailure).length;
  const total = fine.length + problems.length;
  return lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${total}" failures="${failures}" errors="0">`,
    `  <testsuite name="kartei lint" tests="${total}" failures="${failures}" errors="0">`,
    ...fine.map((file) => `    <testcase classname="${xml(file)}" name="no problems"/>`),
    ...problems.map((problem) => junitCase(problem, isFailure(problem))),
    '  </testsuite>',
    '</testsuites>',
  ]);
}

function junitCase(problem: Problem, isFailure: boolean): string {
  const { path, line, column, rule, message, hint } = problem;
  const place = `${path}:${line}:${column}`;
  const text = xml(`${place}: ${message.text}\n${hint?.text ?? ''}`);
  const outcome = isFailure
    ? `<failure type="${xml(rule)}" message="${xml(message.text)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${xml(path)}" name="${xml(`${rule} ${line}:${column}`)}">${outcome}</testcase>`;
}

const xmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const xml = (text: string): string =>
  clean(raw(text)).replace(/[&<>"]/gu, (char) => xmlEscapes[char] ?? char);
