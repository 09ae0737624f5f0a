import type { Language } from '../format/language';
import { briefingFilesEn } from './briefing-files-en';
import { briefingFilesVi } from './briefing-files-vi';

/** The words of a briefing's files. */
export type BriefingFileWords = typeof briefingFilesVi;

const WORDS: Readonly<Record<Language, BriefingFileWords>> = { vi: briefingFilesVi, en: briefingFilesEn };

/** The words of a briefing's files in a language. */
export const getBriefingFileWords = (language: Language): BriefingFileWords => WORDS[language];
