/** Text as a search sees it: NFC-safe, lower case, without Vietnamese marks (`Đống Đa` → `dong da`). */
export function foldMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
}

/**
 * Whether every word of a query begins some word of a text.
 *
 * A query typed with marks must match them; one typed without matches either. Limits: an empty query matches all.
 */
export function isNameMatch(name: string, query: string): boolean {
  const wanted = query.normalize('NFC').toLowerCase().trim();
  if (wanted === '') return true;
  const marked = foldMarks(wanted) !== wanted;
  const haystack = (marked ? name.normalize('NFC').toLowerCase() : foldMarks(name)).split(/[\s–-]+/);
  return wanted.split(/\s+/).every((word) => haystack.some((part) => part.startsWith(word)));
}
