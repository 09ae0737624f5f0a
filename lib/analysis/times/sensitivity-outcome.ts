import type { AnalysisResult, Finding, LegendEntry, ResultChart, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import { summariseSensitivity, type Survival } from '../../stats/sensitivity-panel';
import { idsOf } from '../finding-members';
import { toFindingShape } from '../plane/finding-shapes';
import type { AnalysisInput } from '../method';
import { countByWard } from '../name-place';
import type { SensitivityParameters } from './sensitivity-parameters';
import type { Axis, SensitivityPlan } from './sensitivity-settings';
import { MOST_GROWTH, type TestedHotspot } from './sensitivity-test';
import { listConditions } from '../times-conditions';

/** Share of settings from which a hotspot counts as steady, as middling, as shaky; below it is fragile. */
const CLASSES: readonly { readonly code: 'steady' | 'fair' | 'shaky' | 'fragile'; readonly from: number; readonly tone: Tone }[] = [
  { code: 'steady', from: 0.9, tone: 'heat7' }, { code: 'fair', from: 0.75, tone: 'heat5' }, { code: 'shaky', from: 0.5, tone: 'heat3' }, { code: 'fragile', from: 0, tone: 'heat1' },
];
const classOf = (share: number): (typeof CLASSES)[number] => CLASSES.find(({ from }) => share >= from)!;

/** A value of an axis as the analyst knows it: metres for sizes, numbers for the rest. */
function valueOf(axis: Axis, value: number, { sizeMetres }: SensitivityParameters, cellMetres: number): number {
  return axis === 'size' ? sizeMetres * value : axis === 'cell' ? cellMetres * value : axis === 'origin' ? value + 1 : value;
}

function tellHotspot(input: AnalysisInput, { members, panel }: TestedHotspot): Told {
  const wards = countByWard(input, members);
  return { code: `hotspot_${classOf(panel.share ?? 0).code}`, values: { count: members.length, survived: panel.survived, settings: panel.settings, share: panel.share, ward: wards[0]?.[0] ?? null, wards: wards.length } };
}

/** The axis whose values change most how often a hotspot is met; null when none matters. */
function findDecisiveAxis({ panel }: TestedHotspot): { readonly axis: string; readonly least: number; readonly most: number } | null {
  const axes = [...new Set(panel.byValue.map(({ axis }) => axis))].map((axis) => {
    const shares = panel.byValue.filter((one) => one.axis === axis).map(({ share }) => share ?? 0);
    return { axis, least: Math.min(...shares), most: Math.max(...shares) };
  });
  const decisive = axes.reduce<(typeof axes)[number] | null>((best, one) => (best === null || one.most - one.least > best.most - best.least ? one : best), null);
  return decisive === null || decisive.most === decisive.least ? null : decisive;
}

function buildHotspotTable(input: AnalysisInput, hotspots: readonly TestedHotspot[]): ResultTable {
  return {
    id: 'hotspots',
    columns: [
      { id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'wards', kind: 'count' }, { id: 'count', kind: 'count' }, { id: 'survived', kind: 'count' }, { id: 'settings', kind: 'count' },
      { id: 'share', kind: 'share' }, { id: 'class', kind: 'code' }, { id: 'axis', kind: 'code' },
    ],
    rows: hotspots.map((hotspot, place) => {
      const wards = countByWard(input, hotspot.members);
      const { survived, settings, share } = hotspot.panel;
      return { findingId: `hotspot-${String(place + 1)}`, cells: [place + 1, wards[0]?.[0] ?? null, wards.length, hotspot.members.length, survived, settings, share, classOf(share ?? 0).code, findDecisiveAxis(hotspot)?.axis ?? null] };
    }),
  };
}

function buildAxisTable(parameters: SensitivityParameters, cellMetres: number, hotspots: readonly TestedHotspot[]): ResultTable {
  return {
    id: 'axes',
    columns: [{ id: 'rank', kind: 'count' }, { id: 'axis', kind: 'code' }, { id: 'value', kind: 'number' }, { id: 'survived', kind: 'count' }, { id: 'settings', kind: 'count' }, { id: 'share', kind: 'share' }],
    rows: hotspots.flatMap(({ panel }, place) => panel.byValue.map(({ axis, value, survived, settings, share }) => ({
      findingId: `hotspot-${String(place + 1)}`, cells: [place + 1, axis, valueOf(axis as Axis, Number(value), parameters, cellMetres), survived, settings, share],
    }))),
  };
}

/** All hotspots taken together, at each value of an axis. */
function pool(hotspots: readonly TestedHotspot[], axis: Axis): readonly (Survival & { readonly value: number })[] {
  const own = hotspots.flatMap(({ panel }) => panel.byValue.filter((one) => one.axis === axis));
  return [...new Set(own.map(({ value }) => Number(value)))].sort((a, b) => a - b).map((value) => {
    const here = own.filter((one) => one.value === value);
    const flags = here.flatMap(({ survived, settings }) => Array.from({ length: settings }, (_, k) => ({ setting: {}, survived: k < survived })));
    return { ...summariseSensitivity(flags), value };
  });
}

function listCharts(parameters: SensitivityParameters, cellMetres: number, hotspots: readonly TestedHotspot[]): ResultChart[] {
  const bySize = pool(hotspots, 'size');
  return [
    { id: 'survival', kind: 'bars', x: 'count', y: 'share', xs: hotspots.map((_, place) => place + 1), series: [{ id: 'share', values: hotspots.map(({ panel }) => panel.share) }], marks: [{ id: 'steady', axis: 'y', at: CLASSES[0]!.from }] },
    { id: 'size', kind: 'lines', x: 'metres', y: 'share', xs: bySize.map(({ value }) => valueOf('size', value, parameters, cellMetres)), series: [{ id: 'all', values: bySize.map(({ share }) => share) }, { id: 'first', values: bySize.map(({ value }) => hotspots[0]!.panel.byValue.find((one) => one.axis === 'size' && one.value === value)!.share) }] },
  ];
}

function listFindings(input: AnalysisInput, hotspots: readonly TestedHotspot[]): Finding[] {
  return hotspots.flatMap((hotspot, place): Finding[] => {
    const geometry = toFindingShape(input.plane, hotspot.shape);
    if (geometry === null) return [];
    return [{ id: `hotspot-${String(place + 1)}`, rank: place + 1, geometry, incidents: idsOf(input, hotspot.members), count: hotspot.members.length, expected: null, p: null, told: tellHotspot(input, hotspot) }];
  });
}

function listWarnings(input: AnalysisInput, { incidents, sizeMetres }: SensitivityParameters, hotspots: readonly TestedHotspot[]): Told[] {
  const fragile = hotspots.filter(({ panel }) => classOf(panel.share ?? 0).code === 'fragile').length;
  return [
    ...listConditions(input, sizeMetres),
    ...(fragile > 0 ? [{ code: 'fragile_hotspots', values: { fragile, all: hotspots.length } }] : []),
    incidents === 'all' ? { code: 'widths_and_wards_do_not_matter', values: {} } : { code: 'boundary_edition_not_varied', values: {} },
    { code: 'same_means', values: { growth: MOST_GROWTH } },
  ];
}

/** What the settings say of the hotspots, as an outcome. */
export function describeSensitivity(input: AnalysisInput, parameters: SensitivityParameters, cellMetres: number, plan: SensitivityPlan, hotspots: readonly TestedHotspot[]): AnalysisResult {
  const kept = hotspots.filter(({ shape }) => toFindingShape(input.plane, shape) !== null);
  const findings = listFindings(input, kept);
  const features = findings.map((finding, place): ResultFeature => ({ geometry: finding.geometry, tone: classOf(kept[place]!.panel.share ?? 0).tone, drawn: 'fill', findingId: finding.id, told: finding.told }));
  const [first] = kept;
  const decisive = first === undefined ? null : findDecisiveAxis(first);
  const steady = kept.filter(({ panel }) => classOf(panel.share ?? 0).code === 'steady').length;
  const all = kept.reduce((sum, { panel }) => sum + panel.survived, 0);
  return {
    kind: 'found',
    headline: { code: decisive === null ? 'headline_untouched' : 'headline', values: { ...tellHotspot(input, first!).values, hotspots: kept.length, steady, axis: decisive?.axis ?? null, least: decisive?.least ?? null, most: decisive?.most ?? null } },
    facts: [
      { id: 'first', unit: 'share', value: first!.panel.share },
      { id: 'mean', unit: 'share', value: all / (kept.length * plan.settings.length) },
      { id: 'steady', unit: 'count', value: steady },
      { id: 'hotspots', unit: 'count', value: kept.length },
      { id: 'settings', unit: 'count', value: plan.settings.length },
    ],
    tables: [buildHotspotTable(input, kept), buildAxisTable(parameters, cellMetres, kept)],
    charts: listCharts(parameters, cellMetres, kept),
    features,
    legend: CLASSES.filter(({ tone }) => features.some((feature) => feature.tone === tone)).map(({ tone, code }): LegendEntry => ({ tone, drawn: 'fill', told: { code: `legend_${code}`, values: {} } })),
    findings,
    warnings: listWarnings(input, parameters, kept),
  };
}
