import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { locateWard } from '../../../lib/geo/locate-ward';
import type { LngLat, WardLocation } from '../../../lib/geo/types';
import { buildWardIndex, type WardIndex } from '../../../lib/geo/ward-index';
import { dayNumber, DAY_SECONDS, type ClockSeconds } from './calendar';

/** A ward as the generator needs it. */
export interface DemoWard {
  readonly code: string;
  readonly name: string;
  readonly districtName: string | null;
  readonly geometry: Polygon | MultiPolygon;
}

/** One edition, ready for questions. */
export interface DemoEdition {
  readonly id: string;
  readonly wards: readonly DemoWard[];
  readonly index: WardIndex;
}

/** A stretch of street of at most 40 m, in one ward of the old edition. */
export interface StreetPiece {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly street: string | null;
  readonly weight: number;
}

/** Everything about the ground that the generator uses. */
export interface Ground {
  readonly before: DemoEdition;
  readonly since: DemoEdition;
  /** Street pieces by the ward (old edition) of their middle. */
  readonly streets: ReadonlyMap<string, readonly StreetPiece[]>;
  readonly coast: readonly LngLat[];
}

/** First moment of the edition of 1 July 2025. */
const CHANGE: ClockSeconds = dayNumber('2025-07-01') * DAY_SECONDS;
const PIECE_DEGREES = 0.0004;

/** How much of street life a class of street draws; ramps and motorways hardly any. */
const CLASS_WEIGHTS: Readonly<Record<string, number>> = {
  motorway: 0.1, motorway_link: 0.1, trunk: 0.5, trunk_link: 0.2, primary: 0.9, primary_link: 0.4,
  secondary: 1.1, secondary_link: 0.5, tertiary: 1.2, tertiary_link: 0.5,
};

const read = <G extends LineString | Polygon | MultiPolygon, P>(path: string): FeatureCollection<G, P> =>
  JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<G, P>;

function loadEdition(dataFolder: string, id: string): DemoEdition {
  type Properties = Pick<DemoWard, 'code' | 'name' | 'districtName'>;
  const file = read<Polygon | MultiPolygon, Properties>(join(dataFolder, 'editions', id, 'wards.geojson'));
  const wards = file.features.map(({ properties, geometry }) => ({
    code: properties.code, name: properties.name, districtName: properties.districtName, geometry,
  }));
  return { id, wards, index: buildWardIndex(wards) };
}

const at = (line: readonly Position[], i: number): LngLat => [line[i]?.[0] ?? 0, line[i]?.[1] ?? 0];

/** Cuts a segment into pieces short enough to belong to one ward, nearly always. */
function cut(a: LngLat, b: LngLat, street: string | null, weight: number): StreetPiece[] {
  const longest = Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1]));
  const count = Math.max(1, Math.ceil(longest / PIECE_DEGREES));
  const point = (i: number): LngLat => [a[0] + ((b[0] - a[0]) * i) / count, a[1] + ((b[1] - a[1]) * i) / count];
  return Array.from({ length: count }, (_, i) => ({ from: point(i), to: point(i + 1), street, weight: (weight * longest) / count }));
}

function push(streets: Map<string, StreetPiece[]>, ward: string, piece: StreetPiece): void {
  const pieces = streets.get(ward);
  if (pieces === undefined) streets.set(ward, [piece]);
  else pieces.push(piece);
}

function loadStreets(dataFolder: string, edition: DemoEdition): Map<string, StreetPiece[]> {
  const streets = new Map<string, StreetPiece[]>();
  const file = read<LineString, { name?: string; class: string }>(join(dataFolder, 'basemap', 'hanoi-roads.geojson'));
  for (const { properties, geometry } of file.features) {
    const line = geometry.coordinates;
    for (let i = 1; i < line.length; i++) {
      for (const piece of cut(at(line, i - 1), at(line, i), properties.name ?? null, CLASS_WEIGHTS[properties.class] ?? 0.5)) {
        const middle: LngLat = [(piece.from[0] + piece.to[0]) / 2, (piece.from[1] + piece.to[1]) / 2];
        const owner = locateWard(edition.index, middle, 0).ownerCode;
        if (owner !== null) push(streets, owner, piece);
      }
    }
  }
  return streets;
}

/** Reads editions, streets and coast from `data/`. */
export function loadGround(dataFolder: string): Ground {
  const before = loadEdition(dataFolder, 'hn-hp-pre2025');
  const coast = read<LineString, unknown>(join(dataFolder, 'basemap', 'haiphong-coastline.geojson'));
  return {
    before,
    since: loadEdition(dataFolder, 'hn-hp-2025'),
    streets: loadStreets(dataFolder, before),
    coast: coast.features.flatMap(({ geometry }) => geometry.coordinates.map((_, i) => at(geometry.coordinates, i))),
  };
}

/** The edition in force at a clock time. */
export const editionAt = (ground: Ground, time: ClockSeconds): DemoEdition => (time < CHANGE ? ground.before : ground.since);

/** Owner and neighbours within 100 m in the edition in force. */
export const locateAt = (ground: Ground, position: LngLat, time: ClockSeconds): WardLocation =>
  locateWard(editionAt(ground, time).index, position, 100);
