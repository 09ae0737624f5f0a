/** Longest word a person would type between the two numbers. */
const DECIMAL = /-?\d{1,3}(?:[.,]\d+)?/g;

/**
 * The position a person typed, longitude first; null when it is not one.
 *
 * Reads `21.03898, 105.80616`, `21,03898 105,80616` and either order: within Viet Nam the latitude is always the smaller number.
 */
export function parseCoordinates(text: string): readonly [number, number] | null {
  const numbers = (text.match(DECIMAL) ?? []).map((part) => Number(part.replace(',', '.')));
  const [a, b] = numbers;
  if (numbers.length !== 2 || a === undefined || b === undefined) return null;
  const [latitude, longitude] = Math.abs(a) <= Math.abs(b) ? [a, b] : [b, a];
  return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null;
}
