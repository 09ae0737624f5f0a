import { checkEdition } from './quality-gate/check-edition';
import type { LngLat } from './types';

/** Faults that make an area mean something else than what was drawn. */
const FAULTS = new Set(['self_intersection', 'open_ring', 'short_ring', 'zero_area', 'bad_coordinate', 'overlap']);

/** Why an area can not be used, in one sentence; null when it can. Rings that cross themselves are refused however small the loop. */
export function findAreaFault(rings: readonly (readonly LngLat[])[]): string | null {
  const coordinates = rings.map((ring) => ring.map((one) => [...one]));
  const { issues } = checkEdition([{ code: 'area', name: 'area', geometry: { type: 'Polygon', coordinates } }]);
  const fault = issues.find(({ kind }) => FAULTS.has(kind));
  if (fault === undefined) return null;
  const at = fault.position === null ? '' : ` at ${fault.position.map((one) => one.toFixed(6)).join(', ')}`;
  return `${fault.message}${at}`;
}
