import { hiddenHotspotsMethod } from '../analysis/borders/hidden-hotspots';
import type { AnalysisInput } from '../analysis/method';
import type { AnalysisOutcome, AnalysisResult, Finding, Told } from '../domain/analysis-result';
import type { FocusArea } from '../domain/boundary';
import type { Slide } from '../domain/briefing';
import { CATEGORY_GROUPS, type CategoryGroup } from '../domain/category';
import { isInForce } from '../domain/instant';
import type { Progress } from '../stats/progress';
import { countSpanDays } from '../trends/reporting-periods';
import type { BriefingInput } from './briefing-input';
import { narrowInput, narrowKinds } from './narrow-input';
import { spanOf } from './period';
import { linkToAnalysis, PERMUTATIONS, runMethod, type Given } from './run-method';
import { boxOfArea, makeMap, makeSlide } from './slide-parts';
import { boxAround, cutChart, pickTable, positionsOf, say } from './slide-pieces';

const GROUPS = Object.keys(CATEGORY_GROUPS) as readonly CategoryGroup[];
/** Chance of any false call over all groups. */
const LEVEL = 0.05;
const MOST_ROWS = 6;
/** Findings that the map is drawn around. */
const MOST_SHOWN = 3;
/** Longest stretch of days that the detector compares. */
const MOST_DAYS = 1_000;

/** Metres between two positions in degrees, near enough within a ward. */
function metresBetween([x1, y1]: readonly number[], [x2, y2]: readonly number[]): number {
  const scale = Math.cos(((y1! + y2!) / 2) * (Math.PI / 180));
  return Math.hypot((x2! - x1!) * scale, y2! - y1!) * 111_195;
}

/** The named place that a finding lies at: the focus area whose centre is nearest to its middle, within its reach and half as much again. */
function nameFocus({ geometry }: Finding, input: BriefingInput): string | null {
  const [west, south, east, north] = boxAround(positionsOf([{ geometry, tone: 'accent', drawn: 'fill' }]), 0)!;
  const middle = [(west + east) / 2, (south + north) / 2];
  const reachOf = ({ shape }: FocusArea): { centre: readonly number[]; reach: number } => {
    if (shape.kind === 'circle') return { centre: shape.centre, reach: shape.radiusMetres };
    const [left, bottom, right, top] = boxAround(shape.coordinates.flat(), 0)!;
    const centre = [(left + right) / 2, (bottom + top) / 2];
    return { centre, reach: metresBetween([left, bottom], [right, top]) / 2 };
  };
  const near = input.focusAreas.filter((area) => isInForce(area, input.asOfDay)).map((area) => ({ area, ...reachOf(area) }))
    .map(({ area, centre, reach }) => ({ name: area.name, id: area.id, away: metresBetween(centre, middle), reach }))
    .filter(({ away, reach }) => away <= reach * 1.5 + 100).sort((a, b) => a.away - b.away || (a.id < b.id ? -1 : 1));
  return near[0]?.name ?? null;
}

/** The claim of the detector, with the named place of the strongest finding where it has one, and the kinds that were looked at. */
function nameClaim(input: BriefingInput, { headline, findings }: AnalysisResult, group: CategoryGroup): Told {
  if (headline.code !== 'found' && headline.code !== 'none') return headline;
  const first = headline.code === 'found' ? findings[0] : undefined;
  return { code: headline.code, values: { ...headline.values, focus: first === undefined ? null : nameFocus(first, input), kinds: CATEGORY_GROUPS[group].join(',') } };
}

interface Look { readonly group: CategoryGroup; readonly outcome: AnalysisOutcome; readonly looked: AnalysisInput }

/** Each group of kinds by itself; null when stopped. */
function lookAtGroups(input: BriefingInput, narrowed: AnalysisInput, given: Given, progress: Progress): Look[] | null {
  const looks: Look[] = [];
  for (const [place, group] of GROUPS.entries()) {
    const looked = narrowKinds(narrowed, CATEGORY_GROUPS[group]);
    const outcome = runMethod(hiddenHotspotsMethod, looked, given, input.seed, (share) => progress((place + share) / GROUPS.length));
    if (outcome === null) return null;
    looks.push({ group, outcome, looked });
  }
  return looks;
}

/** Something hidden goes before nothing hidden, the surest first; else all kinds together. */
function chooseLook(looks: readonly Look[]): Look {
  const found = looks.filter(({ outcome }) => outcome.kind === 'found' && outcome.headline.code === 'found');
  const p = ({ outcome }: Look): number => (outcome.kind === 'found' ? Number(outcome.headline.values['p']) : 1);
  const most = ({ outcome }: Look): number => (outcome.kind === 'found' ? Number(outcome.headline.values['count']) : 0);
  return [...found].sort((a, b) => p(a) - p(b) || most(b) - most(a))[0] ?? looks[0]!;
}

/** What is sure as a whole and silent in every ward: the border's number beside each ward's. Null when stopped. */
export function composeHidden(input: BriefingInput, progress: Progress): Slide | null {
  const days = { from: spanOf(input, input.asOfDay).from, to: input.to };
  const narrowed = narrowInput(input.analysis, days);
  // Several groups are looked at: together they call falsely no more often than one would.
  const given = { recentDays: Math.min(MOST_DAYS, countSpanDays(input)), permutations: PERMUTATIONS, level: LEVEL / GROUPS.length };
  const looks = lookAtGroups(input, narrowed, given, progress);
  if (looks === null) return null;
  const { group, outcome, looked } = chooseLook(looks);
  const link = linkToAnalysis(input, 'hidden_hotspots', looked, given);
  if (outcome.kind === 'nothing') return makeSlide('hidden_hotspots', outcome.reason, { map: makeMap(input), link });
  const hidden = outcome.findings.filter(({ told }) => told.code === 'hidden').slice(0, MOST_SHOWN);
  const shown = hidden.map(({ id }) => id);
  const [candidates, wards] = [outcome.tables.find(({ id }) => id === 'candidates'), outcome.tables.find(({ id }) => id === 'wards')];
  const ofShown = (rank: unknown): boolean => typeof rank === 'number' && rank <= Math.max(1, hidden.length);
  return makeSlide('hidden_hotspots', nameClaim(input, outcome, group), {
    uncertainty: [say('about_groups', { groups: GROUPS.length, level: LEVEL, p: outcome.headline.values['p'] ?? null }), ...outcome.warnings.filter(({ code }) => code !== 'about_p')],
    facts: outcome.facts.filter(({ id }) => ['count', 'expected', 'p', 'wardP', 'hidden', 'seen'].includes(id)),
    tables: [
      ...(wards === undefined ? [] : [pickTable({ ...wards, rows: wards.rows.filter(({ cells }) => ofShown(cells[0])) }, ['rank', 'ward', 'inCluster', 'count', 'expected', 'p'], 12)]),
      ...(candidates === undefined ? [] : [pickTable(candidates, ['rank', 'kind', 'wards', 'count', 'expected', 'p', 'wardMost', 'wardP'], MOST_ROWS)]),
    ],
    charts: ['wards', 'history'].flatMap((id) => outcome.charts.filter((chart) => chart.id === id)).map((chart) => (chart.id === 'wards' ? cutChart(chart, 8) : chart)),
    map: makeMap(input, {
      bbox: boxAround(positionsOf(outcome.features.filter(({ findingId }) => findingId !== undefined && shown.includes(findingId)))) ?? boxOfArea(input),
      features: outcome.features, legend: outcome.legend,
    }),
    link,
  });
}
