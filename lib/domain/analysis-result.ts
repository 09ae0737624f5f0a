import type { MultiPolygon, Geometry, Polygon } from 'geojson';

/** Numbers and codes that a sentence is made of; a ward is its 5-digit code, a pair of wards `code/code`, a day `YYYY-MM-DD`. */
export type Values = Readonly<Record<string, number | string | null>>;

/** A sentence as data: `lib/messages/analysis` makes it Vietnamese or English. */
export interface Told {
  readonly code: string;
  readonly values: Values;
}

/** What a number is, so that it can be written for people; `share` is 0 to 1, `p` a probability, `perKm2` a density. */
export const UNITS = ['count', 'number', 'metres', 'km', 'km2', 'share', 'p', 'z', 'ratio', 'days', 'perKm2', 'perKm', 'perDay'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * What a cell of a table holds besides a number: `ward` a code, `pair` `code/code` (or one code), `code` a word of the method's `classes`,
 * `instant` ISO 8601, `minutes` a length of time, `incident` an id.
 */
export type CellKind = Unit | 'ward' | 'pair' | 'code' | 'day' | 'text' | 'category' | 'cluster' | 'instant' | 'minutes' | 'incident';

/** One figure of a result, with its interval when it has one. Null = can not be said, never zero. */
export interface Fact {
  readonly id: string;
  readonly unit: Unit;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface ResultRow {
  /** Finding the row speaks of, if it speaks of one. */
  readonly findingId?: string;
  readonly cells: readonly (number | string | null)[];
}

/** A table; its cells stand in the order of its columns. Also the CSV export. */
export interface ResultTable {
  readonly id: string;
  readonly columns: readonly { readonly id: string; readonly kind: CellKind }[];
  readonly rows: readonly ResultRow[];
}

/** One run of values over the chart's `xs`, with its band or whiskers when it has them. Null leaves a gap. */
export interface ResultSeries {
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}

/** A chart as data: `lines` over a number or a day, `bars` over names, `intervals` estimates with whiskers (a forest plot). */
export interface ResultChart {
  readonly id: string;
  readonly kind: 'lines' | 'bars' | 'intervals';
  readonly x: CellKind;
  readonly y: Unit;
  readonly xs: readonly (number | string)[];
  readonly series: readonly ResultSeries[];
  /** What the ids of the series are, where the dictionary has no words for them; a ward's code, a category. */
  readonly seriesKind?: CellKind;
  /** Lines of reference, named by the method's `marks`. */
  readonly marks?: readonly { readonly id: string; readonly axis: 'x' | 'y'; readonly at: number }[];
}

/**
 * Colours by meaning; the map and the legend look them up in the same table. `heat1` (least) to `heat7`; `hot*`/`cold*` by
 * confidence; `accent` a finding; `alarm` what must be looked at; `calm` not remarkable; `series1`–`series6` things apart.
 */
export const TONES = [
  'heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat6', 'heat7', 'hot90', 'hot95', 'hot99', 'cold90', 'cold95', 'cold99',
  'accent', 'alarm', 'calm', 'series1', 'series2', 'series3', 'series4', 'series5', 'series6',
] as const;
export type Tone = (typeof TONES)[number];

/** Something drawn: WGS 84 degrees, longitude first. Polygons are filled, or only outlined; later ones lie on top. */
export interface ResultFeature {
  readonly geometry: Geometry;
  readonly tone: Tone;
  readonly drawn: 'fill' | 'outline' | 'line' | 'dashed' | 'dot';
  readonly findingId?: string;
  /** What a tap on it says; a code of the method's `told`. */
  readonly told?: Told;
}

/** A line of the legend: what a tone drawn so means. */
export interface LegendEntry {
  readonly tone: Tone;
  readonly drawn: ResultFeature['drawn'];
  readonly told: Told;
}

/** Most ids of incidents that a finding keeps; `count` is of all. */
export const MOST_FINDING_INCIDENTS = 2_000;

/** A place that a method found: can become a zone, with what it rests on. */
export interface Finding {
  readonly id: string;
  readonly rank: number;
  readonly geometry: Polygon | MultiPolygon;
  /** Ids of the incidents in it, at most `MOST_FINDING_INCIDENTS`. */
  readonly incidents: readonly string[];
  readonly count: number;
  /** What chance alone would have put there; null where the method knows no such number. */
  readonly expected: number | null;
  /** Probability of so much by chance, as the method defines it; null where it has none. */
  readonly p: number | null;
  readonly told: Told;
}

/** A parameter as it was used, and who chose it. `told` gives the reason when the data chose. */
export interface UsedParameter {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly by: 'analyst' | 'data' | 'default';
  readonly told?: Told;
}

/** What a computation looked at. */
export interface UsedData {
  readonly incidents: number;
  readonly wards: readonly string[];
  readonly areaKm2: number;
  /** Incidents of the scope left out, and why: a code of the common texts. */
  readonly leftOut: readonly { readonly reason: 'outside_every_ward' | 'not_in_area'; readonly count: number }[];
}

/** What a method answers: its claim first, then what it rests on. */
export interface AnalysisResult {
  readonly kind: 'found';
  readonly headline: Told;
  readonly facts: readonly Fact[];
  readonly tables: readonly ResultTable[];
  readonly charts: readonly ResultChart[];
  readonly features: readonly ResultFeature[];
  readonly legend: readonly LegendEntry[];
  readonly findings: readonly Finding[];
  /** Conditions under which the claim must be read; said beside it, not in a footnote. */
  readonly warnings: readonly Told[];
}

/** There is nothing to compute, and why: a sentence, not a crash. */
export interface NothingToSay {
  readonly kind: 'nothing';
  readonly reason: Told;
}

export type AnalysisOutcome = AnalysisResult | NothingToSay;
