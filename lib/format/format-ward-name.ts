import type { Language } from './language';

const SHORT_KINDS: readonly (readonly [string, string])[] = [
  ['Phường ', 'P. '],
  ['Thị trấn ', 'TT. '],
  ['Đặc khu ', 'ĐK. '],
  ['Xã ', 'X. '],
];

/** A ward's name as maps print it: `Phường Quan Hoa` → `P. Quan Hoa`. Text comes out in NFC; other names are left alone. */
export function formatShortWardName(name: string): string {
  const composed = name.normalize('NFC');
  const kind = SHORT_KINDS.find(([long]) => composed.startsWith(long));
  return kind === undefined ? composed : kind[1] + composed.slice(kind[0].length);
}

const ENGLISH_KINDS: readonly (readonly [string, string])[] = [
  ['Phường ', ' Ward'],
  ['Thị trấn ', ' Township'],
  ['Đặc khu ', ' Special Zone'],
  ['Xã ', ' Commune'],
];

/** A ward's name within a sentence: `P. Quan Hoa` in Vietnamese, `Quan Hoa Ward` in English. */
export function formatWardInSentence(name: string, language: Language): string {
  if (language === 'vi') return formatShortWardName(name);
  const composed = name.normalize('NFC');
  const kind = ENGLISH_KINDS.find(([long]) => composed.startsWith(long));
  return kind === undefined ? composed : composed.slice(kind[0].length) + kind[1];
}
