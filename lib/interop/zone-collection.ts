import type { FeatureCollection } from 'geojson';
import type { Zone } from '../domain/zone';

/** Zones as GeoJSON (RFC 7946), their facts as properties; what `readZoneFile` reads back as shapes and names. */
export function buildZoneCollection(zones: readonly Zone[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: zones.map(({ geometry, id, ...facts }) => ({ type: 'Feature', id, geometry, properties: { ...facts, wards: facts.wards.map(({ ward, areaShare }) => ({ ...ward, areaShare })) } })),
  };
}
