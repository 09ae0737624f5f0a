import { gpx } from '@tmcw/togeojson';
import type { Document, Element } from '@xmldom/xmldom';
import { parseSafeXml } from './safe-xml';
import { listTrackTimes, readGeoJsonTrack } from './track-geojson';
import { MAX_TRACK_POINTS, readSpan, refuseTrack, type TrackResult } from './track-result';

const GPX_NAMESPACES = ['http://www.topografix.com/GPX/1/1', 'http://www.topografix.com/GPX/1/0', null];

/**
 * Reads the tracks and routes of a GPX file with their times; waypoints are passed over.
 *
 * Limits: a document type declaration is refused, so that no entity is ever expanded or fetched. GPX 1.0 is read as 1.1.
 * Source: GPX 1.1 schema, topografix.com.
 */
export function readGpxTrack(text: string): TrackResult {
  const document = parseSafeXml(text, 'GPX');
  if (typeof document === 'string') return refuseTrack('(body)', document);
  const root = document.documentElement;
  if (root === null || root.localName !== 'gpx' || !GPX_NAMESPACES.includes(root.namespaceURI)) return refuseTrack('(body)', 'is XML, but no GPX');
  const points = ['trkpt', 'rtept'].flatMap((name) => Array.from(document.getElementsByTagName(name)).map((point, i) => ({ point, label: `${name} ${i + 1}` })));
  if (points.length > MAX_TRACK_POINTS) return refuseTrack('(body)', `holds ${points.length} positions, at most ${MAX_TRACK_POINTS} are taken`);
  for (const { point, label } of points) {
    const fault = findPointFault(point, label);
    if (fault !== null) return fault;
  }
  return fromFeatures(document);
}

function fromFeatures(document: Document): TrackResult {
  const { features } = gpx(document);
  const lines = features.filter(({ geometry }) => geometry !== null && geometry.type !== 'Point');
  if (lines.length === 0) return refuseTrack('(body)', 'holds no track and no route');
  const read = readGeoJsonTrack(JSON.stringify({ type: 'FeatureCollection', features: lines.map(({ geometry }) => ({ type: 'Feature', properties: null, geometry })) }));
  if (read.kind === 'invalid') return read;
  const span = readSpan(lines.flatMap(({ properties }) => listTrackTimes(properties)));
  return 'kind' in span ? span : { ...read, ...span };
}

function findPointFault(point: Element, label: string): TrackResult | null {
  for (const [name, most] of [['lat', 90], ['lon', 180]] as const) {
    const value = point.getAttribute(name) ?? '';
    if (!/^\s*[+-]?\d{1,3}(\.\d*)?\s*$/.test(value) || Math.abs(Number(value)) > most) {
      return refuseTrack(`${label}.${name}`, `"${value.slice(0, 20)}" is not a number between -${most} and ${most}`);
    }
  }
  return null;
}
