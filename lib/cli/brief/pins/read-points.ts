import type { PointsEvidence } from '../../../briefing/pins/points';
import { TREND_CHARTS, type TrendEvidence } from '../../../briefing/pins/trend';
import { readAnalysisZones } from '../../../db/analysis-data';
import type { Day } from '../../../domain/instant';
import { findOwnersIn } from '../../../http/owners-in-edition';
import { readAsRecorded, readInEdition } from '../../../trends/edition-reading';
import { findDayRules } from '../../../rules/rule-book';
import { parseTrendsView, type TrendsView } from '../../../trends/trends-view';
import { addDays, dayOfSeconds } from '../../../view/day-arithmetic';
import type { MapView } from '../../../view/map-view';
import { parseView } from '../../../view/parse-view';
import { resolvePeriod } from '../../../view/resolve-period';
import { GONE, type PinContext, type PinReader } from './pin-context';

/** Longest period that a pinned view shows, in days: ten years. */
const MOST_DAYS = 3_660;

const secondsOf = ({ known }: PinContext): number => Math.floor(Date.parse(known.asOf) / 1_000);

/** The day that a view is read on: its own, when that had come. */
const dayOfView = ({ ground }: PinContext, { at }: MapView): Day => (at !== null && at <= ground.asOfDay ? at : ground.asOfDay);

/** The days of a view, nothing after the as-of day, not more than ten years, an open beginning at the first record. */
function daysOf(view: MapView, { ground }: PinContext, referenceDay: Day, first: Day): { readonly from: Day; readonly to: Day } {
  const { from, to } = resolvePeriod(view.period, referenceDay);
  const last = to === null || to > ground.asOfDay ? ground.asOfDay : to;
  const earliest = addDays(last, 1 - MOST_DAYS);
  const begin = from === null || from < earliest ? (first > earliest ? first : earliest) : from;
  return { from: begin > last ? last : begin, to: last };
}

/** Incidents of a view over the map of its day; null when no boundaries were in force then. */
export async function readPointsEvidence(context: PinContext, view: MapView, more: { readonly days?: { readonly from: Day; readonly to: Day }; readonly zone?: PointsEvidence['zone'] } = {}): Promise<PointsEvidence | null> {
  const day = dayOfView(context, view);
  const dayRules = findDayRules(context.rules, `${day}T12:00:00+07:00`);
  if (dayRules === null) return null;
  const points = await context.points();
  const first = points.count === 0 ? day : dayOfSeconds(points.occurredAt[0] ?? 0);
  return { kind: 'points', points, view, ...(more.days ?? daysOf(view, context, day, first)), nowSeconds: secondsOf(context), editionId: dayRules.book.edition.id, day, zone: more.zone ?? null };
}

async function readTrend(context: PinContext, view: TrendsView, chart: TrendEvidence['chart']): Promise<TrendEvidence> {
  const points = await context.points();
  const book = context.rules.editions.find(({ edition }) => edition.id === view.reading);
  const reading = book === undefined ? readAsRecorded(points) : readInEdition(points, await findOwnersIn(book, points, context.rules.defaultWidthMetres));
  return { kind: 'trend', points, view, reading, chart, referenceDay: dayOfView(context, view.filter), nowSeconds: secondsOf(context) };
}

/** A map view; pinned as a chart, its histogram. */
export const readMapPin: PinReader = async (context, { params }, { kind }) => {
  const view = parseView(params);
  if (kind === 'chart') return readTrend(context, { ...parseTrendsView(params), filter: view, calendar: view.bin, grouping: 'none', reading: null }, 'series');
  return (await readPointsEvidence(context, view)) ?? GONE;
};

/** A chart of the trends page. */
export const readTrendPin: PinReader = (context, { params }) => readTrend(context, parseTrendsView(params), TREND_CHARTS.find((one) => one === params.get('chart')) ?? 'series');

/** A zone with the incidents of the briefing's days in it. */
export const readZonePin: PinReader = async (context, { id }) => {
  const { service, ground, briefing } = context;
  const found = id === null ? undefined : (await readAnalysisZones(service, briefing.editionId, [], [id], ground.known.groundAt)).find((one) => one.id === id);
  if (found === undefined) return GONE;
  return (await readPointsEvidence(context, parseView(new URLSearchParams()), { days: { from: briefing.from, to: briefing.to }, zone: { name: found.name, geometry: found.geometry } })) ?? GONE;
};
