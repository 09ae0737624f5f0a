import { describe, expect, it } from 'vitest';
import type { Position } from 'geojson';
import { areaOf } from '../../../lib/geo/ellipsoid-area';
import { buildZoneCollection } from '../../../lib/interop/zone-collection';
import { MAX_ZONE_FEATURES, readZoneFile, type ZoneFeature } from '../../../lib/interop/zone-file';
import { HOAN_KIEM, ringAt, squareAt } from '../../fixtures/geo/zone-shapes';

const EXTENT = [105.6, 20.9, 106, 21.2] as const;
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', geometry, properties });
const collection = (features: unknown[], more: object = {}) => JSON.stringify({ type: 'FeatureCollection', features, ...more });
const read = (text: string, format: 'geojson' | 'kml' = 'geojson'): readonly ZoneFeature[] => {
  const result = readZoneFile(text, format, EXTENT);
  if (result.kind === 'invalid') throw new Error(`${result.field}: ${result.reason}`);
  return result.features;
};
const refusal = (text: string, format: 'geojson' | 'kml' = 'geojson') => {
  const result = readZoneFile(text, format, EXTENT);
  return result.kind === 'invalid' ? `${result.field}: ${result.reason}` : `read ${result.features.length}`;
};
const reasonOf = (geometry: unknown): string => {
  const [only] = read(collection([feature(geometry)]));
  return only?.kind === 'fault' ? only.reason : 'ok';
};
const square = squareAt(500);

describe('GeoJSON', () => {
  it('reads collections, single features and bare geometries; names under common keys, cut and composed', () => {
    const names = [{ name: '  Chợ   Đồng Xuân ' }, { ten: 'Ga' }, { title: 'x'.repeat(300) }, { name: 7 }, { name: 'a\u0000b' }, null];
    expect(read(collection(names.map((one) => feature(square, one)))).map(({ name }) => name))
      .toEqual(['Chợ Đồng Xuân', 'Ga', 'x'.repeat(120), null, 'a b', null]);
    expect(read(JSON.stringify(feature(square)))).toMatchObject([{ kind: 'ok', place: 1 }]);
    expect(read(JSON.stringify(square))).toMatchObject([{ kind: 'ok', name: null }]);
    expect(read(`\uFEFF${JSON.stringify(square)}`)).toHaveLength(1);
  });

  it('drops altitudes, winds rings, and takes parts together', () => {
    const high = { type: 'Polygon', coordinates: [square.coordinates[0]!.map((one) => [...one, 12.5]).reverse()] };
    const [only] = read(collection([feature(high)]));
    expect(only?.kind === 'ok' && only.geometry.coordinates[0]![0]).toHaveLength(2);
    const apart = { type: 'GeometryCollection', geometries: [square, squareAt(300, [2000, 0])] };
    const [both] = read(collection([feature(apart)]));
    expect(both?.kind === 'ok' && both.geometry.type).toBe('MultiPolygon');
    expect(both?.kind === 'ok' && Math.abs(areaOf(both.geometry) / (areaOf(square) + areaOf(squareAt(300, [2000, 0]))) - 1)).toBeLessThan(1e-4);
  });

  it.each<[string, unknown, RegExp]>([
    ['a point', { type: 'Point', coordinates: HOAN_KIEM }, /^is a Point, not an area/],
    ['a line', { type: 'LineString', coordinates: square.coordinates[0] }, /^is a LineString, not an area/],
    ['nothing', null, /no geometry/],
    ['a type of its own', { type: 'Circle', radius: 5 }, /is a Circle/],
    ['a collection with a point', { type: 'GeometryCollection', geometries: [square, { type: 'Point', coordinates: HOAN_KIEM }] }, /is a Point/],
    ['collections within collections', { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] }, /within/],
    ['text for numbers', { type: 'Polygon', coordinates: [[['105', '21'], ['105', '21'], ['105', '21'], ['105', '21']]] }, /no longitude and latitude/],
    ['metres for degrees', { type: 'Polygon', coordinates: [square.coordinates[0]!.map(([x, y]) => [x! * 1e4, y! * 1e4])] }, /no longitude and latitude/],
    ['latitude first', { type: 'Polygon', coordinates: [square.coordinates[0]!.map(([x, y]) => [y, x])] }, /no longitude and latitude/],
    ['broken rings', { type: 'Polygon', coordinates: [7] }, /broken coordinates/],
    ['no rings', { type: 'Polygon', coordinates: [] }, /broken coordinates/],
    ['two corners', { type: 'Polygon', coordinates: [[HOAN_KIEM, HOAN_KIEM, HOAN_KIEM, HOAN_KIEM]] }, /no area/],
    ['far away', squareAt(500, [200_000, 0]), /outside the wards/],
    ['crossing itself', { type: 'Polygon', coordinates: [ringAt(HOAN_KIEM, [[0, 0], [500, 500], [500, 0], [0, 400]])] }, /crosses itself/],
    ['too many corners', { type: 'Polygon', coordinates: [Array.from({ length: 20_000 }, (_, i): Position => [105.85 + i * 1e-7, 21])] }, /20000 positions/],
    ['under 100 m²', squareAt(8), /at least 100 m²/],
  ])('says of a feature that is %s why it is no zone, and reads the others', (_, geometry, reason) => {
    expect(reasonOf(geometry)).toMatch(reason);
    expect(read(collection([feature(geometry), feature(square)])).map(({ kind, place }) => [kind, place])).toEqual([['fault', 1], ['ok', 2]]);
  });

  it('takes WGS 84 by its names and no other system', () => {
    const named = (name: unknown) => refusal(collection([feature(square)], { crs: { type: 'name', properties: { name } } }));
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326']) expect(named(name), name).toBe('read 1');
    for (const name of ['urn:ogc:def:crs:EPSG::3405', 'EPSG:32648', 'EPSG:3857', 'CRS84x', 4326, null]) expect(named(name), String(name)).toMatch(/^crs: names the reference system/);
    expect(refusal(collection([feature(square)], { crs: null }))).toBe('read 1');
  });

  it('refuses what is no file of zones, whole', () => {
    expect(refusal('{')).toBe('(body): is not valid JSON');
    expect(refusal('null')).toMatch(/no GeoJSON object/);
    expect(refusal('{"type":"FeatureCollection"}')).toMatch(/^features: /);
    expect(refusal(collection([]))).toMatch(/no feature/);
    expect(refusal(collection(Array.from({ length: MAX_ZONE_FEATURES + 1 }, () => feature(square))))).toMatch(/holds 201 features/);
    expect(read(collection([null, 7]))).toMatchObject([{ kind: 'fault' }, { kind: 'fault' }]);
  });

  it('reads back what it writes', () => {
    const zone = { id: 'x', name: 'Vùng', geometry: square, wards: [] } as never;
    expect(read(JSON.stringify(buildZoneCollection([zone])))).toMatchObject([{ kind: 'ok', name: 'Vùng' }]);
  });
});

const ringText = (offsets: readonly (readonly [number, number])[]) => ringAt(HOAN_KIEM, offsets).map(([x, y]) => `${x},${y},0`).join(' ');
const SQUARE = [[0, 0], [500, 0], [500, 500], [0, 500]] as const;
const kmlPolygon = (outer: string, inner = '') => `<Polygon><outerBoundaryIs><LinearRing><coordinates>${outer}</coordinates></LinearRing></outerBoundaryIs>${inner}</Polygon>`;
const kmlFile = (inside: string, head = '') => `<?xml version="1.0" encoding="UTF-8"?>${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${inside}</Folder></Document></kml>`;
const place = (inside: string, name = 'Chợ') => `<Placemark><name>${name}</name>${inside}</Placemark>`;

describe('KML', () => {
  it('reads polygons with holes and of several parts, with their names; refuses points and lines one by one', () => {
    const hole = `<innerBoundaryIs><LinearRing><coordinates>${ringText([[100, 100], [200, 100], [200, 200], [100, 200]])}</coordinates></LinearRing></innerBoundaryIs>`;
    const two = `<MultiGeometry>${kmlPolygon(ringText(SQUARE))}${kmlPolygon(ringText(SQUARE.map(([x, y]): [number, number] => [x + 2000, y])))}</MultiGeometry>`;
    const features = read(kmlFile(place(kmlPolygon(ringText(SQUARE), hole), 'Chợ &amp; ga') + place(two) + place('<Point><coordinates>105.85,21.03</coordinates></Point>')), 'kml');
    expect(features.map(({ kind, name }) => [kind, name])).toEqual([['ok', 'Chợ & ga'], ['ok', 'Chợ'], ['fault', 'Chợ']]);
    expect(features[0]?.kind === 'ok' && features[0].geometry.coordinates).toHaveLength(2);
    expect(features[1]?.kind === 'ok' && features[1].geometry.type).toBe('MultiPolygon');
  });

  it.each<[string, string, RegExp]>([
    ['an external entity', kmlFile(place('&x;'), '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), /declaration <!DOCTYPE/],
    ['a bomb of entities', kmlFile('&c;', '<!DOCTYPE kml [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'), /declaration <!DOCTYPE/],
    ['deep nesting', kmlFile('<Folder>'.repeat(60) + '</Folder>'.repeat(60)), /more than 40 deep/],
    ['broken XML', '<kml><Document>', /not well-formed|breaks off/],
    ['other XML', '<gpx/>', /XML, but no KML/],
    ['an archive', 'PK\u0003\u0004…', /KMZ/],
    ['no placemark', kmlFile(''), /no feature/],
  ])('refuses %s', (_, text, reason) => expect(refusal(text, 'kml')).toMatch(reason));

  it('says of broken coordinates which feature has them', () => {
    expect(read(kmlFile(place(kmlPolygon('a,b c,d')) + place(kmlPolygon(ringText(SQUARE)))), 'kml').map(({ kind }) => kind)).toEqual(['fault', 'ok']);
  });
});
