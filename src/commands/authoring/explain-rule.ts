import { nearest } from '../../core/text/nearest.ts';
import { joinShown, type Shown, shown } from '../../core/text/shown.ts';
import { plainText, span } from '../../core/text/styled-line.ts';
import { wrapSpans } from '../../core/text/wrap.ts';
import { UserError } from '../../core/user-error.ts';
import { authoring } from '../../terminal/messages/authoring.ts';
import { type Language, messagesIn } from '../../terminal/messages/messages.ts';
import { rulePages } from '../../terminal/messages/rule-pages.ts';
import { show } from '../desk/open-program.ts';
import { allRules, type Rule } from './lint-paths.ts';

const width = 80;

const wrapped = (text: Shown): Shown => joinShown(wrapSpans([span(text)], width).map(plainText), '\n');

const ruleNames = (Object.keys(allRules) as Rule[]).sort();

/** The page of a rule, or the list of all. */
export function explainRule(name: string, language: Language): Shown {
  if (name === 'all') return listOfRules(language);
  const rule = ruleNames.find((one) => one === name);
  if (rule !== undefined) return pageOf(rule, language);
  const { lint } = authoring[language];
  const near = nearest(name, ruleNames);
  const hint = near === undefined ? lint.allRules : messagesIn(language).errors.didYouMean(show(near));
  throw new UserError(lint.unknownRule(show(name)), hint, 2);
}

function pageOf(rule: Rule, language: Language): Shown {
  const { lint, severities } = authoring[language];
  const page = rulePages[rule];
  const [what, mend] = page[language];
  const severity = allRules[rule];
  const parts = [shown`${show(rule)} (${severities[severity]})`, wrapped(show(what)), wrapped(show(mend))];
  if (page.example !== undefined) parts.push(indented(page.example));
  parts.push(wrapped(severity === 'warning' ? lint.switchOff(show(rule)) : lint.cannotSwitchOff));
  return joinShown(parts, '\n\n');
}

const indented = (text: string): Shown => show(text.replace(/^/gmu, '    '));

function listOfRules(language: Language): Shown {
  const { severities } = authoring[language];
  const longest = Math.max(...ruleNames.map((rule) => rule.length));
  return joinShown(
    ruleNames.map((rule) => shown`${show(rule.padEnd(longest))}  ${severities[allRules[rule]]}`),
    '\n',
  );
}
