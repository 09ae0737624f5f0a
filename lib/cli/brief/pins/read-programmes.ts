import { readProgrammeAt } from '../../../db/briefing-pins';
import { countReportsAt, countWorkAt, readDrugFreeMonths } from '../../../db/review-counts';
import { daySchema } from '../../../domain/instant';
import { POINT_FLAGS, readUuid, type PointColumns } from '../../../domain/point-columns';
import type { ReviewPeriod } from '../../../domain/programme-review';
import { decideWards, tallyWardRecords } from '../../../http/drug-free';
import { buildReviewRows, keysOf } from '../../../http/programme-review';
import { reviewQuerySchema } from '../../../http/programme-queries';
import { bookOn, clusterScope, ownerIn, type WardScope } from '../../../http/ward-sight';
import { drugFreeWindowFrom } from '../../../rules/drug-free';
import { splitReview } from '../../../rules/review-periods';
import { dayOfSeconds } from '../../../view/day-arithmetic';
import { readReviewSpan } from '../../../view/review-span';
import { GONE, listPlaced, type PinReader } from './pin-context';

/** Which wards counted as free of drugs, on the day asked for or the as-of day. */
export const readDrugFreePin: PinReader = async ({ service, rules, ground, points }, { params }) => {
  const asked = daySchema.safeParse(params.get('day'));
  const day = asked.success && asked.data < ground.asOfDay ? asked.data : ground.asOfDay;
  const scope: WardScope = { book: bookOn(rules, ground.asOfDay), codes: null, clusterId: null };
  const months = await readDrugFreeMonths(service);
  const statuses = decideWards(tallyWardRecords(scope, listPlaced(await points())), day, months);
  return { kind: 'drug_free', day, months, windowFrom: drugFreeWindowFrom(day, months), wards: [...statuses].map(([code, status]) => ({ code, ...status })) };
};

/** Rows of the incidents in the wards of a scope; null = all of them. */
function rowsIn(points: PointColumns, scope: WardScope): readonly number[] | null {
  const { codes } = scope;
  if (codes === null) return null;
  return Array.from({ length: points.count }, (_, row) => row).filter((row) => codes.has(ownerIn(scope, [points.longitudes[row] ?? NaN, points.latitudes[row] ?? NaN]) ?? ''));
}

function countIncidents(points: PointColumns, rows: readonly number[] | null, periods: readonly ReviewPeriod[]) {
  const counts = new Map<string, { readonly place: number; readonly category: string; readonly border: boolean; count: number }>();
  for (const row of rows ?? Array.from({ length: points.count }, (_, one) => one)) {
    const day = dayOfSeconds(points.occurredAt[row] ?? 0);
    const place = periods.findIndex(({ from, to }) => from <= day && day <= to);
    if (place < 0) continue;
    const [category, border] = [points.dictionaries.categories[points.categories[row] ?? -1] ?? '', ((points.flags[row] ?? 0) & POINT_FLAGS.borderZone) !== 0];
    const key = `${String(place)} ${category} ${String(border)}`;
    const known = counts.get(key) ?? { place, category, border, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  return [...counts.values()];
}

/** The review of a span. */
export const readReviewPin: PinReader = async ({ service, rules, rulesThen, ground, known, points }, { params }) => {
  const asked = readReviewSpan(params.toString(), ground.asOfDay);
  const span = reviewQuerySchema.safeParse({ from: asked.from, to: asked.to > ground.asOfDay ? ground.asOfDay : asked.to, unit: asked.unit, ...(asked.cluster === '' ? {} : { cluster: asked.cluster }) });
  if (!span.success) return GONE;
  const { from, to, unit, cluster } = span.data;
  const scope = cluster === undefined ? { book: bookOn(rules, ground.asOfDay), codes: null, clusterId: null } : clusterScope(await rulesThen(), cluster);
  if (scope === undefined) return GONE;
  const periods = splitReview(from, to, unit);
  const columns = await points();
  const rows = rowsIn(columns, scope);
  const ids = rows === null ? null : rows.map((row) => readUuid(columns.ids, row));
  const [reports, work, months] = await Promise.all([countReportsAt(service, known, periods, ids), countWorkAt(service, known, periods, keysOf(scope), scope.clusterId), readDrugFreeMonths(service)]);
  const parts = { incidents: countIncidents(columns, rows, periods), reports, work };
  return { kind: 'review', from, to, cluster: scope.clusterId, rows: buildReviewRows(periods, parts, tallyWardRecords(scope, listPlaced(columns)), months, ground.asOfDay) };
};

/** A programme's tasks. */
export const readProgrammePin: PinReader = async ({ service, known, ground }, { id }) => {
  const programme = id === null ? null : await readProgrammeAt(service, known, id);
  return programme === null || programme.status === 'draft' ? GONE : { kind: 'programme', programme, day: ground.asOfDay };
};
