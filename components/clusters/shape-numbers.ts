import { parseCoordinates } from '@/lib/view/parse-coordinates';

type Position = readonly [number, number];

/** Positions as people type them: latitude first, one a line, six decimals (0.1 m). */
export function formatPositions(positions: readonly Position[]): string {
  return positions.map(([longitude, latitude]) => `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`).join('\n');
}

/** Typed positions, longitude first; null when a line is no position or there are fewer than `least`. Empty lines do not count. */
export function parsePositions(text: string, least: number): readonly Position[] | null {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const positions = lines.map(parseCoordinates);
  return positions.length < least || positions.includes(null) ? null : positions.filter((one) => one !== null);
}

/** A ring closed: its first corner again at its end. */
export function closeRing(corners: readonly Position[]): readonly Position[] {
  const [first] = corners;
  const last = corners.at(-1);
  return first === undefined || (last?.[0] === first[0] && last[1] === first[1]) ? corners : [...corners, first];
}
