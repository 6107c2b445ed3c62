import { makeGerman } from './de.ts';
import { type Messages, makeEnglish } from './en.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
export type { Messages };

/** A catalogue in each language, made when it is first asked for: most runs speak one. */
export function inEachLanguage<T>(make: Readonly<Record<Language, () => T>>): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make[language]();
    made.set(language, known);
    return known;
  };
}

export const messagesIn = inEachLanguage<Messages>({ en: makeEnglish, de: makeGerman });

/** The interface's language: what the learner asked for, else the locale's, else English. */
export function chooseLanguage(
  wanted: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return (
    languages.find((language) => language === wanted) ??
    languages.find((language) => locale.startsWith(language)) ??
    'en'
  );
}
