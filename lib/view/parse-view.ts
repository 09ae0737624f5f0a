import type { z } from 'zod';
import { DEFAULT_VIEW, FIELD_SCHEMAS, type FieldName, type MapView, type Period } from './map-view';

/** Anything that answers like `URLSearchParams`. */
export interface SearchParams {
  get(name: string): string | null;
}

function readField<K extends FieldName>(params: SearchParams, name: K): z.output<(typeof FIELD_SCHEMAS)[K]> | null {
  const text = params.get(name);
  if (text === null) return null;
  const parsed = FIELD_SCHEMAS[name].safeParse(text);
  return parsed.success ? (parsed.data as z.output<(typeof FIELD_SCHEMAS)[K]>) : null;
}

function readPeriod(params: SearchParams): Period {
  const from = readField(params, 'from');
  const to = readField(params, 'to');
  if (from !== null && to !== null && from > to) return DEFAULT_VIEW.period;
  if (from !== null || to !== null) return { kind: 'days', from, to };
  const preset = readField(params, 'period');
  return preset === null ? DEFAULT_VIEW.period : { kind: 'preset', preset };
}

/**
 * The view a link names.
 *
 * Limits: never throws; a field that is missing or does not parse takes its default, the others stand.
 */
export function parseView(params: SearchParams): MapView {
  const camera = readField(params, 'c');
  return {
    at: readField(params, 'at'),
    period: readPeriod(params),
    categories: readField(params, 'category') ?? [],
    statuses: readField(params, 'status') ?? [],
    ward: readField(params, 'ward'),
    cluster: readField(params, 'cluster'),
    borderZoneOnly: readField(params, 'zone') ?? false,
    openOnly: readField(params, 'open') ?? false,
    overdueOnly: readField(params, 'overdue') ?? false,
    hiddenLayers: readField(params, 'hide') ?? [],
    bin: readField(params, 'bin'),
    camera: camera === null ? null : { longitude: camera[0], latitude: camera[1], zoom: camera[2] },
    incident: readField(params, 'incident'),
    pin: readField(params, 'pin'),
  };
}
