import { examDe } from './exam-de.ts';
import { type ExamMessages, examEn } from './exam-en.ts';
import type { Language } from './messages.ts';

export const examMessagesIn = (language: Language): ExamMessages => (language === 'de' ? examDe : examEn);
