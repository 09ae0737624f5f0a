import type { PlaneRings } from '../method';

/** Area of a polygon with its holes taken away, in square metres; whatever the turn of its rings. */
export function ringsAreaSquareMetres(rings: PlaneRings): number {
  return rings.reduce((sum, ring, place) => {
    let twice = 0;
    for (let i = 1; i < ring.length; i++) twice += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
    return sum + (place === 0 ? 1 : -1) * Math.abs(twice / 2);
  }, 0);
}

/** Whether a position lies in a polygon, outside its holes; on the outline either answer may come. */
export function isInRings(rings: PlaneRings, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!;
      const [x2, y2] = ring[i]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
