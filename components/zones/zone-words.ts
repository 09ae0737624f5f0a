import type { ZoneGeometry, Zone } from '@/lib/domain/zone';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { INTL_TAG, type Language } from '@/lib/format/language';
import { areaOf } from '@/lib/geo/ellipsoid-area';
import type { DrawnZone } from '@/lib/layers/zone-layer';
import type { Messages } from '@/lib/messages/messages';
import { countCorners, toZoneGeometry, type RingRef, type ZoneParts } from '@/lib/view/zone-rings';

const [HECTARE, SQUARE_KILOMETRE] = [10_000, 1_000_000];

/** An area in the unit that fits: m² below 1 ha, hectares below 1 km², else km²; three figures are as much as a drawn line carries. */
export function formatArea(squareMetres: number, language: Language, { zones: { area } }: Messages): string {
  const number = (value: number, digits: number): string => new Intl.NumberFormat(INTL_TAG[language], { maximumFractionDigits: digits }).format(value);
  if (squareMetres < HECTARE) return area.squareMetres(number(squareMetres, 0));
  return squareMetres < SQUARE_KILOMETRE ? area.hectares(number(squareMetres / HECTARE, 1)) : area.squareKilometres(number(squareMetres / SQUARE_KILOMETRE, 2));
}

/** What is drawn, in one line: area, parts, corners; says so when there is nothing. */
export function describeParts(parts: ZoneParts, language: Language, messages: Messages): string {
  const geometry = toZoneGeometry(parts);
  const { draw } = messages.zones;
  const count = (value: number): string => value.toLocaleString(INTL_TAG[language]);
  return geometry === null ? draw.nothing : draw.summary(formatArea(areaOf(geometry), language, messages), count(parts.length), count(countCorners(parts)));
}

/** The name of a ring among the parts: an outline by its part, a hole by its number in it. */
export function nameRing({ part, ring }: RingRef, { zones: { draw } }: Messages): string {
  return ring === 0 ? draw.ringOf(String(part + 1)) : draw.holeOf(String(ring), String(part + 1));
}

/** A zone in one sentence, for who does not see the map. */
export function describeZone({ name, kind, status, areaSquareMetres }: Zone, language: Language, messages: Messages): string {
  const { kinds, statuses, words } = messages.zones;
  return words.zone(name, kinds[kind].toLowerCase(), statuses[status].toLowerCase(), formatArea(areaSquareMetres, language, messages));
}

/** A zone as the map draws it. */
export const toDrawnZone = ({ id, name, kind, status, geometry }: Zone): DrawnZone => ({ id, name, kind, geometry, state: status });

/** A drawing of a geometry that is no zone yet. */
export const toDraft = (id: string, name: string, geometry: ZoneGeometry): DrawnZone => ({ id, name, kind: 'other', geometry, state: 'draft' });

/** The name of a unit by its id: a ward's (`editionId:code`) by the ward's name, never by its code. `wardNames`: full names by `editionId/code`. */
export function nameUnit(unit: string, wardNames: ReadonlyMap<string, string>, language: Language, { coordination: { unnamed } }: Messages): string {
  const name = wardNames.get(unit.replace(':', '/'));
  return name !== undefined ? formatWardInSentence(name, language) : /^[^:]+:\d{5}$/.test(unit) ? unnamed : unit;
}
