import { describe, expect, it } from 'vitest';
import { readGpxTrack } from '../../../lib/interop/gpx-track';
import { readGeoJsonTrack } from '../../../lib/interop/track-geojson';
import type { TrackResult } from '../../../lib/interop/track-result';

const NAMESPACE = 'xmlns="http://www.topografix.com/GPX/1/1"';
const gpx = (inside: string, attributes = NAMESPACE): string => `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="test" ${attributes}>${inside}</gpx>`;
const point = (lat: string, lon: string, more = ''): string => `<trkpt lat="${lat}" lon="${lon}">${more}</trkpt>`;
const segment = (...points: string[]): string => `<trkseg>${points.join('')}</trkseg>`;
const A = point('21.01', '105.8', '<ele>7</ele><time>2026-05-01T13:00:00Z</time>');
const B = point('21.02', '105.81', '<time>2026-05-01T14:30:00Z</time>');
const reasonOf = (result: TrackResult): [string, string] | null => (result.kind === 'invalid' ? [result.field, result.reason] : null);

describe('GPX', () => {
  it('gives a track without heights, with its first and last time', () => {
    expect(readGpxTrack(gpx(`<wpt lat="1" lon="1"/><trk><name>Đêm</name>${segment(A, B)}</trk>`))).toEqual({
      kind: 'track', geometry: { type: 'LineString', coordinates: [[105.8, 21.01], [105.81, 21.02]] },
      startedAt: '2026-05-01T13:00:00Z', endedAt: '2026-05-01T14:30:00Z',
    });
  });

  it('reads several segments, routes, a byte order mark, no namespace, and no times', () => {
    const route = '<rte><rtept lat="21" lon="105"/><rtept lat="21.1" lon="105.1"/></rte>';
    const read = readGpxTrack(`\uFEFF${gpx(`<trk>${segment(A, B)}${segment(B, A)}</trk>${route}`, '')}`);
    expect(read.kind === 'track' && [read.geometry.type, read.geometry.coordinates.length]).toEqual(['MultiLineString', 3]);
    expect(readGpxTrack(gpx(route))).toMatchObject({ kind: 'track', startedAt: null, endedAt: null });
  });

  it.each<[string, string, string, RegExp]>([
    ['an external entity', '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx>&x;</gpx>', '(body)', /<!DOCTYPE/],
    ['a thousand laughs', '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><gpx>&b;</gpx>', '(body)', /<!DOCTYPE/],
    ['a declaration in small letters', '<!doctype gpx><gpx/>', '(body)', /<!doctype/],
    ['an entity nobody declared', gpx(`<trk><name>&x;</name>${segment(A, B)}</trk>`), '(body)', /well-formed/],
    ['a hundred thousand nested tags', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, '(body)', /deep/],
    ['a tag without end', gpx('<trk><trkseg>'), '(body)', /well-formed|track/],
    ['nothing', '', '(body)', /well-formed/],
    ['another language', '<kml xmlns="http://www.opengis.net/kml/2.2"/>', '(body)', /no GPX/],
    ['a foreign gpx', '<gpx xmlns="urn:other"/>', '(body)', /no GPX/],
    ['no track', gpx('<wpt lat="1" lon="1"/>'), '(body)', /no track/],
    ['one point', gpx(`<trk>${segment(A)}</trk>`), '(body)', /no line|no track/],
    ['a latitude that is none', gpx(`<trk>${segment(A, point('91', '105'))}</trk>`), 'trkpt 2.lat', /between -90 and 90/],
    ['a longitude in words', gpx(`<trk>${segment(A, point('21', 'NaN'))}</trk>`), 'trkpt 2.lon', /NaN/],
    ['a missing latitude', gpx(`<trk>${segment(A, '<trkpt lon="105"/>')}</trk>`), 'trkpt 2.lat', /not a number/],
    ['a time without an offset', gpx(`<trk>${segment(point('21', '105', '<time>2026-05-01T13:00:00</time>'), B)}</trk>`), 'time', /offset/],
    ['too many points', gpx(`<trk>${segment(...Array<string>(20_001).fill(A))}</trk>`), '(body)', /20001 positions/],
  ])('refuses %s', (_, text, field, reason) => {
    const result = reasonOf(readGpxTrack(text));
    expect(result?.[0]).toBe(field);
    expect(result?.[1]).toMatch(reason);
  });
});

const LINE = { type: 'LineString', coordinates: [[105.8, 21, 4], [105.81, 21.01]] };
const AREA = { type: 'Polygon', coordinates: [[[105.8, 21], [105.81, 21], [105.81, 21.01], [105.8, 21]]] };
const feature = (geometry: unknown, properties: unknown = null) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('GeoJSON', () => {
  it('gives the line of a geometry, a Feature or a collection, without heights', () => {
    for (const input of [LINE, feature(LINE), feature(LINE, { name: 'x' }), collection(feature(LINE))]) {
      expect(readGeoJsonTrack(JSON.stringify(input))).toEqual({ kind: 'track', geometry: { type: 'LineString', coordinates: [[105.8, 21], [105.81, 21.01]] }, startedAt: null, endedAt: null });
    }
    expect(readGeoJsonTrack(JSON.stringify(collection(feature(LINE), feature(LINE))))).toMatchObject({ geometry: { type: 'MultiLineString' } });
    expect(readGeoJsonTrack(JSON.stringify({ type: 'MultiPolygon', coordinates: [AREA.coordinates] }))).toMatchObject({ geometry: AREA });
    expect(readGeoJsonTrack(JSON.stringify(feature(LINE, { coordTimes: ['2026-05-01T14:00:00Z', '2026-05-01T13:00:00Z'] })))).toMatchObject({ startedAt: '2026-05-01T13:00:00Z' });
  });

  it.each<[string, unknown, string, RegExp]>([
    ['a point', { type: 'Point', coordinates: [1, 2] }, 'type', /LineString/],
    ['nothing at all', null, '(body)', /./],
    ['an empty collection', collection(), '(body)', /no line/],
    ['metres', { type: 'LineString', coordinates: [[587000, 2325000], [587001, 2325001]] }, 'coordinates.0.0', /longitude/],
    ['latitude first', { type: 'LineString', coordinates: [[21, 105.8], [21.1, 105.9]] }, 'coordinates.0.1', /latitude/],
    ['a fault inside a feature', collection(feature(LINE), feature({ type: 'LineString', coordinates: [['a', 1]] })), 'features.1.geometry.coordinates.0.0', /./],
    ['one position', { type: 'LineString', coordinates: [[105, 21]] }, '(body)', /no line/],
    ['an open ring', { type: 'Polygon', coordinates: [[[1, 1], [2, 1], [2, 2], [1, 1.5]]] }, 'coordinates.0', /ends where it began/],
    ['a line and an area', collection(feature(LINE), feature(AREA)), '(body)', /both/],
    ['two areas', collection(feature(AREA), feature(AREA)), '(body)', /several/],
    ['too many positions', { type: 'MultiLineString', coordinates: [1, 2].map(() => Array(10_001).fill([105, 21])) }, '(body)', /20002 positions/],
    ['a time that is none', feature(LINE, { coordTimes: ['gestern'] }), 'time', /gestern/],
  ])('refuses %s', (_, input, field, reason) => {
    const result = reasonOf(readGeoJsonTrack(JSON.stringify(input)));
    expect(result?.[0]).toBe(field);
    expect(result?.[1]).toMatch(reason);
  });
});
