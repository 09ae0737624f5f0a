/** A value as a CSV field (RFC 4180); text that a spreadsheet would run as a formula is made plain by a leading apostrophe. */
export function writeCsvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
