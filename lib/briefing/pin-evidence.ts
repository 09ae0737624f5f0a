import type { MultiPolygon, Polygon } from 'geojson';
import type { RawInput } from '../analysis/build-input';
import type { AnyMethod } from '../analysis/method';
import type { Parameters } from '../domain/analysis';
import type { PinKind } from '../domain/briefing';
import type { Day } from '../domain/instant';
import type { Bbox } from '../geo/types';
import type { Calendar } from '../trends/reporting-periods';

/** An incident that a pinned view showed, as it was known at the briefing's instant. */
export interface PinPoint {
  readonly id: string;
  readonly position: readonly [number, number];
  readonly category: string;
  readonly owner: string | null;
  /** The nearest other ward within reach; null = none. */
  readonly neighbour: string | null;
  readonly borderZone: boolean;
  /** Seconds since 1970 (UTC). */
  readonly at: number;
}

/** Incidents of some days and of the time before that they are compared with. */
export interface PointsEvidence {
  readonly kind: 'points';
  readonly points: readonly PinPoint[];
  readonly from: Day;
  readonly to: Day;
  readonly editionId: string;
  /** The day whose boundaries are drawn. */
  readonly day: Day;
  readonly bbox: Bbox | null;
  /** Whether the view was narrowed by something that was not kept for the past (status, lateness). */
  readonly leavesOut: boolean;
  readonly zone: { readonly name: string; readonly geometry: Polygon | MultiPolygon } | null;
  readonly calendar: Calendar;
}

/** A question of the workbench with the data as they were known then. */
export interface AnalysisEvidence {
  readonly kind: 'analysis';
  readonly method: AnyMethod;
  readonly raw: RawInput;
  readonly parameters: Parameters;
  readonly seed: number;
  readonly bbox: Bbox | null;
  readonly day: Day;
}

/** A pin with what its slide is made of; `gone`: what it names was not there at that instant, or can not be read. */
export interface PinEvidence {
  readonly id: string;
  readonly kind: PinKind;
  readonly title: string;
  readonly path: string;
  readonly data: PointsEvidence | AnalysisEvidence | { readonly kind: 'gone' };
}
