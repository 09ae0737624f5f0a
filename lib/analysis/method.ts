import type { z } from 'zod';
import type { AnalysisOutcome, Told } from '../domain/analysis-result';
import type { AnalysisScope, MethodId } from '../domain/analysis';
import type { Day } from '../domain/instant';
import type { LngLat } from '../geo/types';
import type { MetricPlane } from '../geo/transverse-mercator';
import type { Progress } from '../stats/progress';
import type { Random } from '../stats/seeded-random';

export type PlaneLine = readonly (readonly [x: number, y: number])[];
/** Rings of one polygon in metres, the outer one first. */
export type PlaneRings = readonly PlaneLine[];

/** Incidents of the scope, one array a property, ordered by time and id; all lie in the area. Metres of `plane`. */
export interface ScopePoints {
  readonly count: number;
  readonly ids: readonly string[];
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Seconds since 1970 (UTC). */
  readonly times: Float64Array;
  /** Whole days since 1970-01-01 of the calendar day in the deployment's time zone. */
  readonly days: Int32Array;
  /** Place in `categories`. */
  readonly kinds: Uint8Array;
  /** Place in `wards` of the owner in the scope's edition; −1 outside every ward. */
  readonly wards: Int16Array;
  /** Accuracy of the location in metres (one standard deviation); NaN where nobody said. */
  readonly accuracies: Float64Array;
}

/** A ward of the area. */
export interface ScopeWard {
  readonly code: string;
  readonly name: string;
  readonly areaSquareMetres: number;
  readonly polygons: readonly PlaneRings[];
}

/** A border between two wards of the area: places in `wards`, lines in metres. `borderWidthMetres` is the agreed one, else the city's. */
export interface ScopeArc {
  readonly wardA: number;
  readonly wardB: number;
  readonly lines: readonly PlaneLine[];
  readonly lengthMetres: number;
  readonly borderWidthMetres: number;
  readonly clusterId: string | null;
}

/** A place where three or more wards of the edition meet, of which at least two are in the area. */
export interface ScopeJunction {
  readonly x: number;
  readonly y: number;
  readonly position: LngLat;
  /** Places in `wards` of those in the area. */
  readonly wards: readonly number[];
}

/** A stretch of a known street. */
export interface ScopeStreet {
  readonly name: string | null;
  readonly kind: string;
  readonly line: PlaneLine;
}

/** A linked cluster in force on the last day of the scope. */
export interface ScopeCluster {
  readonly id: string;
  readonly name: string;
  /** Codes, also of members outside the area. */
  readonly members: readonly string[];
}

/** A patrol that was done: what it covered, in degrees, and its window in seconds. */
export interface ScopePatrol {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly reachMetres: number;
  readonly wardCodes: readonly string[];
  /** Lines and areas in metres: what was walked where that is known, else what was planned. */
  readonly lines: readonly PlaneLine[];
  readonly areas: readonly PlaneRings[];
}

/** A zone by id, in metres. */
export interface ScopeZone {
  readonly id: string;
  readonly name: string;
  readonly polygons: readonly PlaneRings[];
}

/** All that a method may look at; nothing else reaches it, so equal inputs give equal outcomes. Frozen. */
export interface AnalysisInput {
  readonly scope: AnalysisScope;
  readonly plane: MetricPlane;
  /** First and last day of the scope, in days since 1970-01-01. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly categories: readonly string[];
  readonly points: ScopePoints;
  /** Wards of the area, by code. A scope of one zone has the wards that the zone touches. */
  readonly wards: readonly ScopeWard[];
  /** The area itself in metres: the wards, or the zone. */
  readonly area: readonly PlaneRings[];
  readonly areaSquareMetres: number;
  readonly arcs: readonly ScopeArc[];
  readonly junctions: readonly ScopeJunction[];
  readonly clusters: readonly ScopeCluster[];
  /** Streets that pass through the area; empty where none are known. */
  readonly streets: readonly ScopeStreet[];
  readonly patrols: readonly ScopePatrol[];
  readonly zones: readonly ScopeZone[];
  readonly defaultWidthMetres: number;
}

/** How a parameter is asked for. Lengths are metres, durations days. */
export type ParameterField =
  | { readonly name: string; readonly kind: 'number' | 'integer'; readonly least: number; readonly most: number; readonly unit: 'metres' | 'days' | 'share' | 'count' | 'ratio' | 'none' }
  | { readonly name: string; readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly name: string; readonly kind: 'boolean' }
  | { readonly name: string; readonly kind: 'day' | 'patrol' | 'zone' | 'ward' | 'arc' };

/** A value proposed from the data, and why. */
export interface Proposal {
  readonly value: number | string | boolean;
  readonly by: 'data' | 'default';
  readonly told?: Told;
}

/**
 * One way to look at the incidents of a scope.
 *
 * `schema` checks complete parameters (strict, ranges inside); `propose` fills what the analyst left out, seeing what was set;
 * `run` computes, calls `progress` often (at least every 200 ms of work) and answers null when that said stop. All chance
 * comes from `random`. A change that alters numbers raises `version`.
 */
export interface AnalysisMethod<P extends Record<string, number | string | boolean> = Record<string, number | string | boolean>> {
  readonly id: MethodId;
  readonly version: number;
  readonly fields: readonly ParameterField[];
  readonly schema: z.ZodType<P>;
  // Written as methods, so that one whose parameters are known can stand where they are not (`AnyMethod`): the schema checks them.
  propose(input: AnalysisInput, given: Readonly<Partial<P>>): Readonly<Record<keyof P & string, Proposal>>;
  run(input: AnalysisInput, parameters: P, random: Random, progress: Progress): AnalysisOutcome | null;
}

/** A method whose parameter type is of no interest to its caller: its schema has checked them. */
export type AnyMethod = AnalysisMethod;

/** Days since 1970-01-01 of a calendar day. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
/** The calendar day of a day number. */
export const dayOfNumber = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10) as Day;
