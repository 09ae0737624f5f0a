import type { RawIncident } from '../../analysis/build-input';
import { getMethod } from '../../analysis/registry';
import type { PinEvidence, PinPoint, PointsEvidence } from '../../briefing/pin-evidence';
import { readAnalysisData, readAnalysisZones } from '../../db/analysis-data';
import { readKnownIncidents } from '../../db/analysis-incidents';
import { unwrap } from '../../db/api-error';
import type { ClaimedBriefing } from '../../db/briefing-work';
import { newRunSchema, type NewRun } from '../../domain/analysis';
import { isInForce, type Day } from '../../domain/instant';
import { buildAreaTest } from '../../geo/area-test';
import { locateWard } from '../../geo/locate-ward';
import type { Bbox } from '../../geo/types';
import { findBorderZone } from '../../rules/border-zone';
import { findDayRules } from '../../rules/rule-book';
import { parseTrendsView } from '../../trends/trends-view';
import { countSpanDays, suggestCalendar, type Calendar } from '../../trends/reporting-periods';
import { readAnalysisView } from '../../view/analysis-view';
import { addDays } from '../../view/day-arithmetic';
import type { Camera, MapView } from '../../view/map-view';
import { parseView } from '../../view/parse-view';
import { resolvePeriod } from '../../view/resolve-period';
import type { BriefingGround, GatherParts } from './gather-ground';

type Pin = ClaimedBriefing['pins'][number];
type Evidence = PinEvidence['data'];
const GONE: Evidence = { kind: 'gone' };

/** Longest period that a pinned view shows, in days: ten years. */
const MOST_DAYS = 3_660;
/** Widths of a projected map in pixels, to turn a camera into a box. */
const SCREEN = { width: 1_280, height: 720 };

/** The box that a camera shows on a screen of the usual shape. */
function boxOfCamera(camera: Camera | null): Bbox | null {
  if (camera === null) return null;
  const degreesPerPixel = 360 / (512 * 2 ** camera.zoom);
  const [x, y] = [(SCREEN.width / 2) * degreesPerPixel, (SCREEN.height / 2) * degreesPerPixel * Math.cos((camera.latitude * Math.PI) / 180)];
  return [camera.longitude - x, camera.latitude - y, camera.longitude + x, camera.latitude + y];
}

/** The days of a view read at the as-of day, nothing after it and not more than ten years. */
function daysOf(view: MapView, asOfDay: Day): { from: Day; to: Day } {
  const { from, to } = resolvePeriod(view.period, asOfDay);
  const last = to === null || to > asOfDay ? asOfDay : to;
  const earliest = addDays(last, 1 - MOST_DAYS);
  const first = from === null || from < earliest ? earliest : from;
  return { from: first > last ? last : first, to: last };
}

interface PointsWish {
  readonly view: MapView;
  readonly calendar: Calendar | null;
  readonly zone: PointsEvidence['zone'];
  readonly days: { readonly from: Day; readonly to: Day };
}

/** Incidents of a view with the time before it that it is compared with, placed by the boundaries and rules of one day. */
async function gatherPoints({ service, rules }: GatherParts, ground: BriefingGround, asOf: string, { view, calendar, zone, days }: PointsWish): Promise<Evidence> {
  const day = view.at !== null && view.at <= ground.asOfDay ? view.at : ground.asOfDay;
  const dayRules = findDayRules(rules, `${day}T12:00:00+07:00`);
  if (dayRules === null) return GONE;
  const back = Math.max(countSpanDays(days), calendar === null ? 0 : 366);
  const { incidents } = await readKnownIncidents(service, { from: addDays(days.from, -back), to: days.to, categories: [...view.categories] }, ground.known.version, asOf);
  const inZone = zone === null ? null : buildAreaTest(zone.geometry);
  const members = view.cluster === null ? null : dayRules.agreements.find(({ cluster }) => cluster.id === view.cluster)?.memberCodes ?? new Set<string>();
  const pointOf = ({ id, longitude, latitude, category, occurredAt }: RawIncident): PinPoint => {
    const location = locateWard(dayRules.book.index, [longitude, latitude], dayRules.searchWidthMetres);
    const border = findBorderZone(location, dayRules.agreements, null, rules.defaultWidthMetres);
    return { id, position: [longitude, latitude], category, owner: location.ownerCode, neighbour: border.neighbours[0]?.code ?? null, borderZone: border.isBorderZone, at: occurredAt };
  };
  const ward = view.ward?.split('/')[1] ?? null;
  const points = incidents.filter(({ longitude, latitude }) => inZone === null || inZone([longitude, latitude])).map(pointOf)
    .filter((one) => (ward === null || one.owner === ward) && (members === null || (one.owner !== null && members.has(one.owner))) && (!view.borderZoneOnly || one.borderZone));
  return {
    kind: 'points', points, ...days, editionId: dayRules.book.edition.id, day, bbox: boxOfCamera(view.camera), leavesOut: view.statuses.length > 0 || view.openOnly || view.overdueOnly, zone,
    calendar: calendar ?? suggestCalendar(days),
  };
}

async function gatherZone(parts: GatherParts, ground: BriefingGround, briefing: ClaimedBriefing, path: URL): Promise<Evidence> {
  const id = path.pathname.split('/')[2] ?? '';
  if (!/^[0-9a-f-]{36}$/i.test(id)) return GONE;
  const found = (await readAnalysisZones(parts.service, briefing.editionId, [], [id], ground.known.groundAt)).find((one) => one.id === id);
  if (found === undefined) return GONE;
  const view = parseView(new URLSearchParams());
  return gatherPoints(parts, ground, briefing.asOf, { view, calendar: null, zone: { name: found.name, geometry: found.geometry }, days: { from: briefing.from, to: briefing.to } });
}

/** The question of a stored run, or the one that an address of the workbench asks. */
async function findQuestion({ service }: GatherParts, ground: BriefingGround, path: URL): Promise<NewRun | null> {
  const { run, draft } = readAnalysisView(path.searchParams, ground.asOfDay);
  if (run !== null) {
    const [row] = unwrap('a run', await service.from('analysis_runs').select('method, scope, parameters, seed').eq('id', run));
    const parsed = newRunSchema.safeParse(row);
    return parsed.success ? parsed.data : null;
  }
  const editionId = draft.editionId ?? ground.book.edition.id;
  const parameters = Object.fromEntries(Object.entries(draft.parameters).map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value]));
  const parsed = newRunSchema.safeParse({ method: draft.method, scope: { from: draft.from, to: draft.to, categories: draft.categories, editionId, area: draft.area }, parameters, seed: Number(draft.seed) });
  return parsed.success ? parsed.data : null;
}

async function gatherAnalysis(parts: GatherParts, ground: BriefingGround, asOf: string, path: URL): Promise<Evidence> {
  const question = await findQuestion(parts, ground, path);
  if (question === null || question.scope.from > ground.asOfDay) return GONE;
  const method = getMethod(question.method);
  const namedZones = method.fields.flatMap(({ kind, name }) => (kind === 'zone' && typeof question.parameters[name] === 'string' && question.parameters[name] !== '' ? [question.parameters[name]] : []));
  const data = await readAnalysisData(parts.service, parts.rules, { scope: question.scope, namedZones, known: ground.facts, reportedUntil: asOf }, parts.streetsOf);
  return data.kind === 'gone' ? GONE : { kind: 'analysis', method, raw: data.raw, parameters: question.parameters, seed: question.seed, bbox: null, day: question.scope.to < ground.asOfDay ? question.scope.to : ground.asOfDay };
}

/** The day of a view whose edition is still the one drawn. */
const isDrawn = (ground: BriefingGround, view: MapView): MapView => ({ ...view, at: view.at !== null && isInForce({ from: null, to: ground.asOfDay }, view.at) ? view.at : null });

async function gatherPin(parts: GatherParts, ground: BriefingGround, briefing: ClaimedBriefing, { kind, path: text }: Pin): Promise<Evidence> {
  const path = new URL(text, 'http://here.invalid');
  switch (kind) {
    case 'map': {
      const view = isDrawn(ground, parseView(path.searchParams));
      return gatherPoints(parts, ground, briefing.asOf, { view, calendar: null, zone: null, days: daysOf(view, ground.asOfDay) });
    }
    case 'chart': {
      const { filter, calendar } = parseTrendsView(path.searchParams);
      const days = daysOf(filter, ground.asOfDay);
      return gatherPoints(parts, ground, briefing.asOf, { view: isDrawn(ground, filter), calendar: calendar ?? suggestCalendar(days), zone: null, days });
    }
    case 'zone': return gatherZone(parts, ground, briefing, path);
    case 'analysis': return gatherAnalysis(parts, ground, briefing.asOf, path);
    default: return kind satisfies never;
  }
}

/** What each pin of a briefing shows, as it was known at the briefing's instant. */
export async function gatherPins(parts: GatherParts, ground: BriefingGround, briefing: ClaimedBriefing): Promise<PinEvidence[]> {
  const gathered: PinEvidence[] = [];
  for (const pin of briefing.pins) gathered.push({ ...pin, data: await gatherPin(parts, ground, briefing, pin) });
  return gathered;
}
