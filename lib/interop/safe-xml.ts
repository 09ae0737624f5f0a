import { DOMParser, type Document } from '@xmldom/xmldom';

/** Most tags of a file: each position of a track with its height, time and a receiver's extensions. */
const MAX_TAGS = 1_000_000;
/** Deepest nesting of tags; GPX itself needs five, KML a folder or two more. */
const MAX_DEPTH = 40;

/**
 * Parses XML that a stranger wrote; a sentence says why it is not read.
 *
 * Limits: a document type declaration is refused, so that no entity is ever expanded or fetched; `format` names what is read.
 */
export function parseSafeXml(text: string, format: string): Document | string {
  return findHostility(text, format) ?? parseXml(text);
}

/** What a file can do to a parser, seen before one is let near it; null when it looks harmless. */
function findHostility(text: string, format: string): string | null {
  const declaration = /<!(?!--|\[CDATA\[)\s*([A-Za-z]*)/.exec(text);
  if (declaration !== null) return `holds a declaration <!${declaration[1] ?? ''}: a ${format} file needs none, and none is read`;
  let [tags, depth] = [0, 0];
  for (const [tag] of text.matchAll(/<[/A-Za-z_][^<>]*>/g)) {
    if (++tags > MAX_TAGS) return `holds more than ${MAX_TAGS} tags`;
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>')) depth++;
    if (depth > MAX_DEPTH) return `nests tags more than ${MAX_DEPTH} deep`;
  }
  return null;
}

/** The document, or why it is no XML. */
function parseXml(text: string): Document | string {
  let complaint = 'it breaks off';
  try {
    return new DOMParser({ onError: (level, message) => {
      if (level !== 'warning') complaint = message;
      if (level !== 'warning') throw new Error(message);
    } }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml');
  } catch {
    return `is not well-formed XML: ${complaint.split('\n')[0]?.slice(0, 120) ?? ''}`;
  }
}
