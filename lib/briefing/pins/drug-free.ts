import type { Slide } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import type { DrugFreeStatus, WardDrugStatus } from '../../domain/programme-review';
import { say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** Which wards counted as free of drugs on a day, from what was known at the briefing's instant. */
export interface DrugFreeEvidence {
  readonly kind: 'drug_free';
  readonly day: Day;
  readonly months: number;
  readonly windowFrom: Day;
  readonly wards: readonly (WardDrugStatus & { readonly code: string })[];
}

const ORDER: readonly DrugFreeStatus[] = ['not_free', 'not_known', 'free'];

/** The wards by status, those that are not free first, the latest incident before the others. */
export function composeDrugFree(pin: Pinned, { day, months, windowFrom, wards }: DrugFreeEvidence): Slide {
  const count = (status: DrugFreeStatus): number => wards.filter((one) => one.status === status).length;
  const values = { day, months, window: windowFrom, wards: wards.length, wardsFree: count('free'), wardsNot: count('not_free'), wardsUnknown: count('not_known') };
  const sorted = [...wards].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (b.lastIncidentOn ?? '').localeCompare(a.lastIncidentOn ?? '', 'en') || (a.code < b.code ? -1 : 1));
  const cut = cutRows({
    id: 'wards', columns: [{ id: 'ward', kind: 'ward' }, { id: 'status', kind: 'code' }, { id: 'since', kind: 'day' }, { id: 'last', kind: 'day' }, { id: 'incidents', kind: 'count' }],
    rows: sorted.map((one) => ({ cells: [one.code, one.status, one.since, one.lastIncidentOn, one.incidents] })),
  });
  const shown = ORDER.filter((status) => count(status) > 0);
  return makePinSlide(pin, 'pin_drug_free', say(wards.length === 0 ? 'drug_free_none' : 'drug_free_found', values), {
    uncertainty: [say('about_drug_free', values), ...cut.told],
    facts: [{ id: 'free', unit: 'number', value: values.wardsFree }, { id: 'not_free', unit: 'number', value: values.wardsNot }, { id: 'not_known', unit: 'number', value: values.wardsUnknown }],
    tables: wards.length === 0 ? [] : [cut.table],
    charts: wards.length === 0 ? [] : [{ id: 'statuses', kind: 'bars', x: 'code', y: 'number', xs: shown, series: [{ id: 'wards', values: shown.map(count) }] }],
  });
}
