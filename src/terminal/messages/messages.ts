import { de } from './de.ts';
import { en, type Messages } from './en.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
export type { Messages };

export const messagesIn = (language: Language): Messages => (language === 'de' ? de : en);

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
