/** Languages of the interface; Vietnamese comes first everywhere. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** BCP 47 tag that `Intl` needs for a language. English uses the British order of day and month, as Viet Nam does. */
export const INTL_TAG: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** The language a cookie or parameter names; anything unknown is Vietnamese. */
export function parseLanguage(value: unknown): Language {
  return LANGUAGES.find((language) => language === value) ?? 'vi';
}
