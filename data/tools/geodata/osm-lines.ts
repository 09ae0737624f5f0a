import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { assignFaces, type Face } from './assign-faces';
import { formatFeatureCollection, readFeatures } from './feature-file';
import { cutGaps } from './gap-cuts';
import { areaSquareKm, toWardFeature, type WardFeature } from './ward-features';

/** Wards of Hoàng Mai whose OpenStreetMap outlines are better than the fitted ones, and match each other exactly. */
const OSM_WARDS: readonly string[] = ['00307', '00316', '00328', '00331', '00334', '00337', '00340'];
/** How far around them, in degrees, wards take part: about 3 km, so that nothing that changes touches the rest. */
const MARGIN_DEGREES = 0.03;
/** A tool of this import alone; fetched on demand rather than carried in the project's dependencies. */
const MAPSHAPER = 'mapshaper@0.6.113';

type Bbox = readonly [number, number, number, number];
type Coded = Feature<Polygon | MultiPolygon, { readonly code: string }>;

const ringsOf = ({ geometry }: Coded): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

function bboxOf(features: readonly Coded[]): Bbox {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of features.flatMap(ringsOf).flat()) {
    [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }
  return [west, south, east, north];
}

const areNear = (a: Bbox, b: Bbox): boolean =>
  a[0] <= b[2] + MARGIN_DEGREES && b[0] <= a[2] + MARGIN_DEGREES && a[1] <= b[3] + MARGIN_DEGREES && b[1] <= a[3] + MARGIN_DEGREES;

/** Runs mapshaper on one input file and gives back its output, both in a folder of their own that is removed. */
function mapshaper<P>(input: readonly Feature[], commands: readonly string[]): Feature<Polygon | MultiPolygon, P>[] {
  const folder = mkdtempSync(join(tmpdir(), 'ward-lines-'));
  try {
    writeFileSync(join(folder, 'in.json'), formatFeatureCollection(input));
    execFileSync('npx', ['--yes', '--package', MAPSHAPER, 'mapshaper', 'in.json', ...commands, '-o', 'out.json', 'format=geojson'], { cwd: folder, stdio: 'ignore' });
    return (JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as FeatureCollection<Polygon | MultiPolygon, P>).features;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const coded = (code: string, geometry: Polygon | MultiPolygon): Coded => ({ type: 'Feature', properties: { code }, geometry });

/** OpenStreetMap outlines of the seven wards. */
function readOsmWards(sourceFolder: string): Coded[] {
  const features = readFeatures(join(sourceFolder, 'wards-pre2025-osm-historic.geojson'));
  return OSM_WARDS.map((code) => {
    const { geometry } = toWardFeature(
      features.find((feature) => feature.properties.code === code) ?? missing(code),
      'osm-historic',
      'Thành phố Hà Nội',
    );
    return coded(code, geometry);
  });
}

function missing(code: string): never {
  throw new Error(`no OpenStreetMap outline of ward ${code}`);
}

/** All vertices, each once: where a ring starts and which ring comes first says nothing about the outline. */
const vertexSet = (feature: Coded): string => [...new Set(ringsOf(feature).flat().map(String))].sort().join(' ');

/**
 * The wards with the OpenStreetMap outlines of seven of them put in. Neighbours lose what the new outlines cover and take over
 * what they leave, each gap cut where two neighbours met, so that the lines stay shared and no gap or overlap arises.
 */
export function putInOsmLines(sourceFolder: string, wards: readonly WardFeature[]): WardFeature[] {
  const osm = readOsmWards(sourceFolder);
  const around = bboxOf(osm);
  const local = wards.filter((ward) => areNear(bboxOf([ward]), around)).map((w) => coded(w.properties.code, w.geometry));
  const fitted = local.map((ward) => (OSM_WARDS.includes(ward.properties.code) ? coded(`old:${ward.properties.code}`, ward.geometry) : ward));
  const cuts = cutGaps(osm, local, new Set(OSM_WARDS)).map((geometry) => coded('cut', geometry));
  const faces = mapshaper<{ codes: string[] }>([...osm, ...fitted, ...cuts], ['-mosaic', 'calc=codes = collect(code)']);
  const assigned = assignFaces(faces as Face[], new Set(OSM_WARDS));
  const merged = mapshaper<{ code: string }>(assigned, ['-dissolve2', 'code', '-snap', 'precision=0.000001', '-clean', 'gap-fill-area=0']);
  return replaceGeometries(wards, local, merged);
}

/** Only outlines whose vertices changed are replaced; everything else stays as it was, byte for byte. */
function replaceGeometries(wards: readonly WardFeature[], before: readonly Coded[], after: readonly Coded[]): WardFeature[] {
  const old = new Map(before.map((ward) => [ward.properties.code, ward]));
  const changed = new Map(after.map((ward) => [ward.properties.code, ward]));
  return wards.map((ward) => {
    const [was, is] = [old.get(ward.properties.code), changed.get(ward.properties.code)];
    if (was === undefined) return ward;
    if (is === undefined) throw new Error(`ward ${ward.properties.code} was lost`);
    if (vertexSet(was) === vertexSet(is)) return ward;
    const lineSource = OSM_WARDS.includes(ward.properties.code) ? 'osm-historic' : ward.properties.lineSource;
    return { ...ward, properties: { ...ward.properties, areaSquareKm: areaSquareKm(is.geometry), lineSource }, geometry: is.geometry };
  });
}
