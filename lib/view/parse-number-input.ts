/** A number as typed in either language, in a range; null otherwise. Empty text gives null too. */
export function parseNumberInput(text: string, least: number, most: number): number | null {
  const cleaned = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(cleaned)) return null;
  const value = Number(cleaned);
  return value >= least && value <= most ? value : null;
}
