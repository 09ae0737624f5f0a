const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in SVG: NFC, without control characters (and U+E000, which `drawMapSvg` keeps for itself), special characters as entities. */
export function escapeText(text: string): string {
  return text.normalize('NFC').replace(/\p{Cc}|[\ue000\ufffe\uffff]/gu, ' ').replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}
