import { makeExamGerman } from './exam-de.ts';
import { type ExamMessages, makeExamEnglish } from './exam-en.ts';
import { inEachLanguage } from './messages.ts';

export const examMessagesIn = inEachLanguage<ExamMessages>({ en: makeExamEnglish, de: makeExamGerman });
