import type { MethodId } from '../../domain/analysis';
import type { Language } from '../../format/language';
import { bordersEn } from './borders-en';
import { bordersVi } from './borders-vi';
import { hotspotsEn } from './hotspots-en';
import { hotspotsVi } from './hotspots-vi';
import type { MethodTexts } from './method-texts';
import { relationsEn } from './relations-en';
import { relationsVi } from './relations-vi';
import { timesEn } from './times-en';
import { timesVi } from './times-vi';

const TEXTS: Readonly<Record<Language, Readonly<Partial<Record<MethodId, MethodTexts>>>>> = {
  vi: { ...hotspotsVi, ...timesVi, ...bordersVi, ...relationsVi },
  en: { ...hotspotsEn, ...timesEn, ...bordersEn, ...relationsEn },
};

/** The words of a method. @throws when it has none: every method is held to have them by a test. */
export function getMethodTexts(language: Language, method: MethodId): MethodTexts {
  const texts = TEXTS[language][method];
  if (texts === undefined) throw new Error(`no words for ${method} in ${language}`);
  return texts;
}
