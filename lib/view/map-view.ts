import { z } from 'zod';
import { INCIDENT_STATUSES, type IncidentStatus } from '../domain/incident';
import { daySchema, type Day } from '../domain/instant';

/** Where the map looks: degrees, longitude first; `zoom` in MapLibre's 512-pixel levels. */
export interface Camera {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

export const PERIOD_PRESETS = ['7', '28', '90', 'year', 'all'] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** The period shown: a preset that ends at the reference day, or two closed days of which either may be open. */
export type Period =
  | { readonly kind: 'preset'; readonly preset: PeriodPreset }
  | { readonly kind: 'days'; readonly from: Day | null; readonly to: Day | null };

export const TIME_BIN_UNITS = ['day', 'week', 'month'] as const;
export type TimeBinUnit = (typeof TIME_BIN_UNITS)[number];

/** Map layers a reader can switch off. */
export const TOGGLE_LAYERS = ['incidents', 'borderZone', 'clusters', 'focusAreas', 'zones', 'streets', 'labels'] as const;
export type ToggleLayer = (typeof TOGGLE_LAYERS)[number];

/** Everything a shared link restores on the map page. */
export interface MapView {
  /** The day whose boundaries and clusters are drawn; null follows the server's today. */
  readonly at: Day | null;
  readonly period: Period;
  /** Category codes; none chosen means all. */
  readonly categories: readonly string[];
  readonly statuses: readonly IncidentStatus[];
  /** `editionId/wardCode`. */
  readonly ward: string | null;
  readonly cluster: string | null;
  readonly borderZoneOnly: boolean;
  /** Only incidents that are not resolved yet. */
  readonly openOnly: boolean;
  /** Only incidents of which some step is late. */
  readonly overdueOnly: boolean;
  readonly hiddenLayers: readonly ToggleLayer[];
  /** Width of the bars of the time histogram; null lets the period decide. */
  readonly bin: TimeBinUnit | null;
  readonly camera: Camera | null;
  /** Id of the incident whose card is open. */
  readonly incident: string | null;
  /** A pinned position, longitude first. */
  readonly pin: readonly [number, number] | null;
}

/** The view of a bare link. */
export const DEFAULT_VIEW: MapView = {
  at: null, period: { kind: 'preset', preset: '90' }, categories: [], statuses: [], ward: null, cluster: null,
  borderZoneOnly: false, openOnly: false, overdueOnly: false, hiddenLayers: [], bin: null, camera: null, incident: null, pin: null,
};

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-85).max(85);
const codeList = z.string().transform((text) => [...new Set(text.split(',').filter((code) => /^[a-z0-9_-]{1,40}$/.test(code)))].sort());

/** Values of `options` named in a comma list, in the order of `options`; unknown names are left out. */
const listOf = <T extends string>(options: readonly T[]) =>
  z.string().transform((text): T[] => options.filter((option) => text.split(',').includes(option)));

const numbersOf = (text: string): number[] => text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));

const flag = z.literal('1').transform(() => true);

/** One schema a parameter; each fails alone, so that a bad one falls back without taking the others with it. */
export const FIELD_SCHEMAS = {
  at: daySchema,
  from: daySchema,
  to: daySchema,
  period: z.enum(PERIOD_PRESETS),
  category: codeList,
  status: listOf(INCIDENT_STATUSES),
  ward: z.string().regex(/^[A-Za-z0-9._-]{1,60}\/\d{5}$/),
  cluster: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/),
  zone: flag,
  open: flag,
  overdue: flag,
  hide: listOf(TOGGLE_LAYERS),
  bin: z.enum(TIME_BIN_UNITS),
  c: z.string().transform(numbersOf).pipe(z.tuple([longitude, latitude, z.number().min(0).max(24)])),
  incident: z.uuid(),
  pin: z.string().transform(numbersOf).pipe(z.tuple([longitude, latitude])),
} as const;
export type FieldName = keyof typeof FIELD_SCHEMAS;
