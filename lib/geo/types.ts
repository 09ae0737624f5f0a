import type { MultiPolygon, Polygon } from 'geojson';

/** A position: WGS 84 degrees, longitude first. */
export type LngLat = readonly [longitude: number, latitude: number];

/** A bounding box in degrees: `[west, south, east, north]`. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** One ward as the geometry engine needs it: the official code within its edition, its name, its polygon (WGS 84). */
export interface WardPolygon {
  readonly code: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * How a position relates to the wards of one edition.
 *
 * - `inside`: covered by exactly one ward;
 * - `on_border`: on the outline of two or more wards, the smallest code owns it;
 * - `overlap`: covered by several wards because the source polygons overlap, the smallest code owns it;
 * - `gap`: covered by none, but within 30 m of one, the nearest owns it;
 * - `outside`: none of these, nobody owns it.
 */
export type OwnershipStatus = 'inside' | 'on_border' | 'overlap' | 'gap' | 'outside';

/** Who owns a position. `candidates` holds every covering ward, smallest code first; empty for `gap` and `outside`. */
export interface Ownership {
  readonly status: OwnershipStatus;
  readonly ownerCode: string | null;
  readonly candidates: readonly string[];
}

/** A ward near a position and the geodesic distance to its polygon in metres (0 inside it). */
export interface Neighbour {
  readonly code: string;
  readonly distanceMetres: number;
}

/** Ownership together with the wards nearby, nearest first (ties: smallest code), the owner left out. */
export interface WardLocation extends Ownership {
  readonly neighbours: readonly Neighbour[];
}
