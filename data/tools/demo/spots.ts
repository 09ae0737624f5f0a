import { locateWard } from '../../../lib/geo/locate-ward';
import type { LngLat } from '../../../lib/geo/types';
import { createWeightedPick, type Random } from './prng';
import { isInArea, limitMetres, offset, reachMetres, round6, type Area } from './plane';
import type { DemoEdition, DemoWard, Ground, StreetPiece } from './places';

/** A drawn place: the position and the street it lies at, if any. */
export interface Spot {
  readonly position: LngLat;
  readonly street: string | null;
}

/** Draws a place; the spread is how far from the street's middle, one standard deviation in metres. */
export type SpotSource = (random: Random, spreadMetres: number) => Spot;

const TRIES = 60;
/** A ward with less street than this (0.01° is about 1 km) is filled by kernels. */
const LEAST_STREET = 0.01;
const KERNELS = 9;
const KERNEL_METRES = 300;

const isOwner = (edition: DemoEdition, code: string, position: LngLat): boolean =>
  locateWard(edition.index, position, 0).ownerCode === code;

/** A position on a street piece, moved off the middle by the spread. */
function onPiece(random: Random, piece: StreetPiece, spreadMetres: number): LngLat {
  const along = random.next();
  const middle: LngLat = [
    piece.from[0] + (piece.to[0] - piece.from[0]) * along,
    piece.from[1] + (piece.to[1] - piece.from[1]) * along,
  ];
  return offset(middle, random.normal() * spreadMetres, random.normal() * spreadMetres);
}

function fromStreets(ground: Ground, code: string, pieces: readonly StreetPiece[]): SpotSource {
  const pick = createWeightedPick(pieces.map((piece) => piece.weight));
  return (random, spreadMetres) => {
    for (let i = 0; i < TRIES; i++) {
      const piece = pieces[pick(random)] as StreetPiece;
      const position = onPiece(random, piece, spreadMetres);
      if (isOwner(ground.before, code, position)) return { position, street: piece.street };
    }
    throw new Error(`no place found along the streets of ward ${code}`);
  };
}

function boundsOf(ward: DemoWard): readonly [west: number, south: number, east: number, north: number] {
  const polygons = ward.geometry.type === 'Polygon' ? [ward.geometry.coordinates] : ward.geometry.coordinates;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of polygons.flatMap((rings) => rings[0] ?? [])) {
    [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }
  return [west, south, east, north];
}

/** A position anywhere in a ward, all equally likely. */
export function anywhereIn(random: Random, edition: DemoEdition, ward: DemoWard): LngLat {
  const [west, south, east, north] = boundsOf(ward);
  for (let i = 0; i < 2_000; i++) {
    const position: LngLat = [round6(west + random.next() * (east - west)), round6(south + random.next() * (north - south))];
    if (isOwner(edition, ward.code, position)) return position;
  }
  throw new Error(`no position found in ward ${ward.code}`);
}

/** Where no streets are known: a few made-up centres in the ward, and for a coastal ward the coastline too. */
function fromKernels(ground: Ground, ward: DemoWard, seeds: Random): SpotSource {
  const shore = ground.coast.filter((position) => isOwner(ground.before, ward.code, position));
  const centres = Array.from({ length: KERNELS }, () => anywhereIn(seeds, ground.before, ward));
  return (random) => {
    for (let i = 0; i < TRIES; i++) {
      const centre = shore.length > 0 && random.chance(0.3) ? random.pick(shore) : random.pick(centres);
      const position = offset(centre, random.normal() * KERNEL_METRES, random.normal() * KERNEL_METRES);
      if (isOwner(ground.before, ward.code, position)) return { position, street: null };
    }
    return { position: anywhereIn(random, ground.before, ward), street: null };
  };
}

/** Places in one ward of the old edition: along its streets where they are known, else around kernels. */
export function createWardSpots(ground: Ground, ward: DemoWard, seeds: Random): SpotSource {
  const pieces = ground.streets.get(ward.code) ?? [];
  const length = pieces.reduce((sum, { from, to }) => sum + Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]), 0);
  return length < LEAST_STREET ? fromKernels(ground, ward, seeds) : fromStreets(ground, ward.code, pieces);
}

/** Draws positions somewhere around an area; `drawInArea` keeps those that lie in it. */
export type CandidateSource = (random: Random) => LngLat;

/** Candidates spread evenly over the box around an area. */
export function spreadOver(area: Area): CandidateSource {
  const anchors = area.kind === 'circle' ? [area.centre] : area.line;
  const span = limitMetres(area) + (area.kind === 'circle' ? 0 : 250);
  return (random) => offset(random.pick(anchors), (random.next() * 2 - 1) * span, (random.next() * 2 - 1) * span);
}

/** Candidates along the streets in an area, moved off their middle by the spread. */
export function alongStreets(ground: Ground, area: Area, spreadMetres: number): CandidateSource {
  const pieces = [...ground.streets.values()].flat().filter(({ from }) => isInArea(area, from));
  const pick = createWeightedPick(pieces.map(({ weight }) => weight));
  return (random) => onPiece(random, pieces[pick(random)] as StreetPiece, spreadMetres);
}

/** What a drawn position must keep to. */
export interface Bounds {
  readonly area: Area;
  readonly edition: DemoEdition;
  /** The ward that must own it, null for any. */
  readonly wardCode: string | null;
  /** How far it stays away from the area's edge, so that its membership is beyond doubt. */
  readonly insetMetres: number;
}

/** The first candidate that keeps to the bounds. */
export function drawInArea(random: Random, candidates: CandidateSource, { area, edition, wardCode, insetMetres }: Bounds): LngLat {
  const reach = limitMetres(area) - insetMetres;
  for (let i = 0; i < 20_000; i++) {
    const position = candidates(random);
    if (reachMetres(area, position) > reach) continue;
    if (wardCode === null || isOwner(edition, wardCode, position)) return position;
  }
  throw new Error(`no position of ward ${wardCode} in the area`);
}
