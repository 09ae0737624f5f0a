import { z } from 'zod';
import { formatView } from '../view/format-view';
import type { MapView } from '../view/map-view';
import { parseView, type SearchParams } from '../view/parse-view';
import { CALENDARS, type Calendar } from './reporting-periods';
import { GROUPINGS, type Grouping } from './row-groups';

/** Forms of the main series. */
export const SERIES_FORMS = ['lines', 'stacked'] as const;
export type SeriesForm = (typeof SERIES_FORMS)[number];
/** Scales of the small pictures: one for all, or each its own. */
export const SCALES = ['shared', 'own'] as const;
export type Scale = (typeof SCALES)[number];

/** Everything a link to the trends page restores: the filter it shares with the map, and what is its own. */
export interface TrendsView {
  readonly filter: MapView;
  /** Null lets the length of the period decide. */
  readonly calendar: Calendar | null;
  readonly grouping: Grouping;
  /** Edition whose wards count; null counts each incident in the ward it was recorded in. */
  readonly reading: string | null;
  readonly form: SeriesForm;
  readonly scale: Scale;
}

const SCHEMAS = {
  cal: z.enum(CALENDARS), by: z.enum(GROUPINGS), reading: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/), form: z.enum(SERIES_FORMS), scale: z.enum(SCALES),
} as const;

function readField<K extends keyof typeof SCHEMAS>(params: SearchParams, name: K): z.output<(typeof SCHEMAS)[K]> | null {
  const parsed = SCHEMAS[name].safeParse(params.get(name) ?? undefined);
  return parsed.success ? (parsed.data as z.output<(typeof SCHEMAS)[K]>) : null;
}

/** The view a link names. Limits: never throws; what is missing or does not parse takes its default. */
export function parseTrendsView(params: SearchParams): TrendsView {
  return {
    filter: parseView(params), calendar: readField(params, 'cal'), grouping: readField(params, 'by') ?? 'none', reading: readField(params, 'reading'),
    form: readField(params, 'form') ?? 'lines', scale: readField(params, 'scale') ?? 'shared',
  };
}

/** The search string (without `?`) that `parseTrendsView` reads back; what is at its default is left out. */
export function formatTrendsView({ filter, calendar, grouping, reading, form, scale }: TrendsView): string {
  const own = Object.entries({ cal: calendar, by: grouping === 'none' ? null : grouping, reading, form: form === 'lines' ? null : form, scale: scale === 'shared' ? null : scale });
  const shared = formatView(filter);
  return [...(shared === '' ? [] : [shared]), ...own.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))].join('&');
}
