/** A number as it is typed in Vietnamese or English (`1,5` or `1.5`), of `least` to `most`; null when it is none. */
export function readNumber(text: string, least: number, most: number): number | null {
  if (!/^\d+([.,]\d+)?$/.test(text.trim())) return null;
  const value = Number(text.trim().replace(',', '.'));
  return value >= least && value <= most ? value : null;
}
