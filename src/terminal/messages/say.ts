import type { Sentence, SentenceValue } from '../../core/text/sentence.ts';
import { clean, type Raw, raw, type Shown } from '../../core/text/shown.ts';
import { type Told, UserError } from '../../core/user-error.ts';
import { type Language, type Messages, messagesIn } from './messages.ts';

/** Says a sentence in the learner's language. What is in that language already stays as it is. */
export type Say = (told: Told) => Shown;

/** By template; a placeholder may stand at another place than in English. */
export type Catalogue = Readonly<Record<string, string>>;

/** The catalogue is loaded when the first sentence is to be said: most runs meet no problem. */
export async function sayIn(language: Language): Promise<Say> {
  if (language === 'en') return inEnglish;
  const { germanSentences } = await import('./german-sentences.ts');
  return sayWith({ ...germanSentences, ...messagesIn(language).sentences });
}

export const inEnglish: Say = (told) => (typeof told === 'string' ? told : clean(told.text));

/** What the catalogue lacks is said in English. */
export const sayWith =
  (catalogue: Catalogue): Say =>
  (told) =>
    typeof told === 'string' ? told : clean(translated(told, catalogue));

/** Says at once, in the words of a screen, what a screen may need. */
export const sayNow = (told: Told, { sentences }: Pick<Messages, 'sentences'>): Shown =>
  sayWith(sentences)(told);

function translated({ template, values }: Sentence, catalogue: Catalogue): Raw {
  const said = (value: SentenceValue | undefined): string =>
    typeof value === 'object' ? translated(value, catalogue) : String(value ?? '');
  const text = Object.hasOwn(catalogue, template) ? (catalogue[template] ?? '') : template;
  return raw(text.replace(/%(\d)/gu, (_, number: string) => said(values[Number(number) - 1])));
}

/** The same error, which speaks the learner's language. */
export async function sayError({ told, hint, exitCode }: UserError, language: Language): Promise<UserError> {
  const say = await sayIn(language);
  return new UserError(say(told), hint === undefined ? undefined : say(hint), exitCode);
}
