import { INTL_TAG, type Language } from './language';

/** A whole count with the language's grouping: `1.234.567` in Vietnamese, `1,234,567` in English. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: 0 }).format(count);
}

/** A share 0–1 as a percentage with at most `digits` decimals: `34,9%`. Limits: NaN gives an em dash. */
export function formatShare(share: number, language: Language, digits = 0): string {
  if (!Number.isFinite(share)) return '—';
  return new Intl.NumberFormat(INTL_TAG[language], { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/**
 * A length in metres as people read it: `<1 m`, `28 m`, `1,2 km`.
 *
 * Accuracy: to the metre below 1 km, to 100 m above; the boundaries carry no more.
 */
export function formatMetres(metres: number, language: Language): string {
  if (metres > 0 && metres < 1) return '<1 m';
  const rounded = Math.round(metres);
  if (rounded < 1000) return `${formatCount(rounded, language)} m`;
  const kilometres = new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: 1 }).format(metres / 1000);
  return `${kilometres} km`;
}

/** A position as `21,03898° B, 105,80616° Đ` (vi) or `21.03898° N, 105.80616° E` (en); five decimals is about 1 m. */
export function formatPosition([longitude, latitude]: readonly [number, number], language: Language): string {
  const number = new Intl.NumberFormat(INTL_TAG[language], { minimumFractionDigits: 5, maximumFractionDigits: 5 });
  const letters = language === 'vi' ? { north: 'B', south: 'N', east: 'Đ', west: 'T' } : { north: 'N', south: 'S', east: 'E', west: 'W' };
  const northing = `${number.format(Math.abs(latitude))}° ${latitude < 0 ? letters.south : letters.north}`;
  return `${northing}, ${number.format(Math.abs(longitude))}° ${longitude < 0 ? letters.west : letters.east}`;
}
