import { DEFAULT_VIEW, type Camera, type FieldName, type MapView } from './map-view';

const rounded = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

const formatCamera = ({ longitude, latitude, zoom }: Camera): string =>
  `${rounded(longitude, 6)},${rounded(latitude, 6)},${rounded(zoom, 2)}`;

function periodFields({ period }: MapView): Partial<Record<FieldName, string | null>> {
  if (period.kind === 'days') return { from: period.from, to: period.to };
  const isDefault = DEFAULT_VIEW.period.kind === 'preset' && period.preset === DEFAULT_VIEW.period.preset;
  return { period: isDefault ? null : period.preset };
}

/**
 * The search string (without `?`) that `parseView` reads back; fields at their default are left out.
 *
 * Accuracy: positions are kept to 6 decimals (0.1 m), the zoom to 2.
 * Limits: a custom period open at both ends is written as the preset `all`, which is the same period.
 */
export function formatView(view: MapView): string {
  const openPeriod = view.period.kind === 'days' && view.period.from === null && view.period.to === null;
  const fields: Partial<Record<FieldName, string | null>> = {
    at: view.at,
    ...(openPeriod ? { period: 'all' } : periodFields(view)),
    category: view.categories.length > 0 ? view.categories.join(',') : null,
    status: view.statuses.length > 0 ? view.statuses.join(',') : null,
    ward: view.ward,
    cluster: view.cluster,
    zone: view.borderZoneOnly ? '1' : null,
    open: view.openOnly ? '1' : null,
    overdue: view.overdueOnly ? '1' : null,
    hide: view.hiddenLayers.length > 0 ? view.hiddenLayers.join(',') : null,
    bin: view.bin,
    c: view.camera === null ? null : formatCamera(view.camera),
    incident: view.incident,
    pin: view.pin === null ? null : `${rounded(view.pin[0], 6)},${rounded(view.pin[1], 6)}`,
  };
  return Object.entries(fields)
    .filter((field): field is [string, string] => typeof field[1] === 'string')
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/')}`)
    .join('&');
}
