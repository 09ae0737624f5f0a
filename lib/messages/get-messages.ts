import type { Language } from '../format/language';
import { en } from './en';
import type { Messages } from './messages';
import { vi } from './vi';

const DICTIONARIES: Readonly<Record<Language, Messages>> = { vi, en };

/** The texts of a language. */
export function getMessages(language: Language): Messages {
  return DICTIONARIES[language];
}
