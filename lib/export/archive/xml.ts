const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for people as files may hold it: composed marks (NFC), no characters that XML refuses. Line breaks stay. */
export const cleanText = (text: string): string => text.normalize('NFC').replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** Text as content or attribute of XML. */
export const escapeXml = (text: string): string => cleanText(text).replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
